"""Whatever a record holds, every output stays valid, and one record stays one."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import warnings
from collections.abc import Callable

import bibtexparser
import jsonschema
import pytest
import rispy
from hypothesis import HealthCheck, given, settings
from pybtex import errors
from pybtex.database import parse_string

from generator.bibliography.bibtex import bibtex
from generator.bibliography.coins import coins
from generator.bibliography.csl import csl_json
from generator.bibliography.entry import Names, entry_of
from generator.bibliography.export import FORMATS
from generator.bibliography.latex_survey import Document, latex_survey
from generator.bibliography.metatags import meta_tags
from generator.bibliography.published import read_published
from generator.bibliography.reference import labels, reference
from generator.bibliography.ris import ris
from generator.bibliography.schema_org import schema_org
from generator.bibliography.styles import STYLES, formatted
from generator.bibliography.table import COLUMNS, table
from generator.names import Name
from generator.works import Work
from tests.bibliography.publications import a_work
from tests.bibliography.test_exports import SCHEMA
from tests.bibliography.wild import wild_works
from tests.bibliography.zotero_rules import read_page, read_span

ANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def printable(text: str) -> bool:
    return not any(
        unicodedata.category(character) in ("Cc", "Cs") or character in "\u202e\u2028"
        for character in text.replace("\n", "")
    )


@ANY
@given(wild_works())
def test_bibtex(work: Work) -> None:
    entry = entry_of(work, abstracts=True)
    for charset in ("utf-8", "ascii"):
        text = bibtex([entry], charset)
        assert printable(text)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            library = bibtexparser.parse_string(text)
            errors.set_strict_mode(True)
            parsed = parse_string(text, "bibtex")
        assert not library.failed_blocks
        assert [read.key for read in library.entries] == ["k"] == list(parsed.entries)
        for role in ("author", "editor"):
            people = entry[role]
            assert len(parsed.entries["k"].persons.get(role, [])) == (
                len(people.people) + people.truncated if isinstance(people, Names) else 0
            )
        assert read_published(text).keys == {"k"}
    assert bibtex([entry], "ascii").isascii()


@ANY
@given(wild_works("k1"), wild_works("k2"))
def test_ris(one: Work, two: Work) -> None:
    text = ris([one, two])
    assert printable(text)
    assert [entry["id"] for entry in rispy.loads(text)] == ["k1", "k2"]


@ANY
@given(wild_works())
def test_csl_json_and_styles(work: Work) -> None:
    jsonschema.validate(json.loads(csl_json([work])), SCHEMA)
    for style in STYLES:
        written = formatted([work], style)["k"]
        assert "\n" not in written


@ANY
@given(wild_works("k1"), wild_works("k2"))
def test_spreadsheet(one: Work, two: Work) -> None:
    rows = list(csv.reader(io.StringIO(table([one, two]).removeprefix("\ufeff"))))
    assert [row[0] for row in rows] == ["key", "k1", "k2"]
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


@ANY
@given(wild_works())
def test_pages_for_machines(work: Work) -> None:
    span = coins(work)
    assert re.fullmatch(r"[\w.%=&~-]+", span, re.ASCII)
    item = read_span(span)
    assert item is not None
    tags = meta_tags(work, "https://survey.example/papers/k/")
    assert all(printable(content) and content for _, content in tags)
    assert len(read_page(tags).authors) <= len(work.authors)
    assert json.loads(json.dumps(schema_org(work)))["@context"] == "https://schema.org"


@ANY
@given(wild_works())
def test_references_and_labels(work: Work) -> None:
    assert printable(reference(work).text)
    assert printable(labels([work])["k"])
    assert all(not part.href or part.href.startswith(("https://", "http://")) for part in reference(work).parts)


@ANY
@given(wild_works())
def test_latex_document(work: Work) -> None:
    overview = f"{work.abstract}\n\n- {work.title} [@k]\n\n> {work.venue}"
    files = latex_survey(
        Document(work.title, work.authors, [(work.series, [(work.title, overview, [work])])], work.abstract)
    )
    for text in files.values():
        assert text.isascii()
        depth = 0
        for character in re.sub(r"\\[{}]", "", text):
            depth += (character == "{") - (character == "}")
            assert depth >= 0
        assert depth == 0


@pytest.mark.parametrize("name", FORMATS)
def test_five_thousand_authors_and_a_title_of_a_hundred_kilobytes(name: str) -> None:
    work = a_work(
        "A {title} with $x$ & more " * 4000, tuple(Name(f"Family{n}", "G.", "van") for n in range(5000)), key="k"
    )
    text = FORMATS[name].write([work], "")
    readers: dict[str, Callable[[], object]] = {
        "bibtex": lambda: bibtexparser.parse_string(text).entries[0].key,
        "ris": lambda: rispy.loads(text)[0]["id"],
        "csl": lambda: json.loads(text)[0]["id"],
        "csv": lambda: list(csv.reader(io.StringIO(text)))[1][0],
    }
    assert readers.get(name, lambda: "k")() == "k"
    if name.startswith("csv"):  # Excel cuts a cell at 32,767 characters; ours end before, with a mark
        cells = next(csv.DictReader(io.StringIO(text)))
        assert all(31_000 < len(cells[column]) < 32_767 and cells[column][-1] == "…" for column in ("title", "authors"))
    elif "Order" in FORMATS[name].write([a_work("Order matters", key="k")], ""):  # a list of identifiers has no titles
        assert len(text) > 90_000
    assert len(coins(work)) > 5000
