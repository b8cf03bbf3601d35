"""Formulas keep every letter and sign in all that carries a title as plain text."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import parse_qs

import pytest

from generator.bibliography.coins import coins
from generator.bibliography.csl import csl_json
from generator.bibliography.metatags import meta_tags
from generator.bibliography.ris import ris
from generator.bibliography.table import table
from generator.text.math import plain
from tests.bibliography.publications import a_work
from tests.text.test_formulas import FORMULAS, SHAPES


@pytest.mark.parametrize("shape", range(len(SHAPES)))
def test_a_title_reads_alike_in_every_export(shape: int) -> None:
    per_shape = len(FORMULAS) // len(SHAPES)
    for formula in FORMULAS[shape * per_shape : (shape + 1) * per_shape]:
        work = a_work(f"Bounds of ${formula}$ for sets", key="k", abstract=f"We bound ${formula}$ twice.")
        title, abstract = plain(work.title), plain(work.abstract)
        assert "$" not in title
        written = ris([work]).splitlines()
        assert f"TI  - {title}" in written
        assert f"AB  - {abstract}" in written
        (row,) = csv.DictReader(io.StringIO(table([work])))
        assert (row["title"], row["abstract"]) == (title, abstract)
        (item,) = json.loads(csl_json([work]))
        assert (item["title"], item["abstract"]) == (title, abstract)
        assert ("citation_title", title) in meta_tags(work)
        assert [title] in (parse_qs(coins(work)).get(name) for name in ("rft.atitle", "rft.title"))
