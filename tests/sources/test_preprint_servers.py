"""Preprints of other servers than arXiv, as BibTeX gives them."""

from __future__ import annotations

import pytest

from generator.records import Record
from generator.sources.bibtex import read
from generator.sources.content import Content


@pytest.mark.parametrize(
    "fields",
    [
        "journal = {bioRxiv}, doi = {10.1101/2020.01.02.123456}",
        "journal = {medRxiv}, volume = {2020}",
        "journal = {SSRN Electronic Journal}, doi = {10.2139/ssrn.12345}",
        "publisher = {OSF Preprints}",
        "publisher = {PsyArXiv}, doi = {10.31234/osf.io/abcde}",
        "journal = {Research Square}, doi = {10.21203/rs.3.rs-1/v1}",
        "publisher = {ChemRxiv}",
        "howpublished = {HAL}",
        "doi = {10.20944/preprints202001.0001.v1}",
    ],
)
@pytest.mark.parametrize("kind", ["misc", "online"])
def test_a_preprint_is_known_by_its_server(fields: str, kind: str) -> None:
    (record,) = read(
        Content("a.bib", f"@{kind}{{a, title = {{Tides}}, author = {{A, B}}, year = 2020, {fields}}}".encode())
    )
    assert isinstance(record, Record)
    assert record.kind == "preprint"


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a, title = {Tides}, journal = {Cold Regions}, doi = {10.1101/gr.1234}}",
        "@dataset{a, title = {Tides}, publisher = {Zenodo}, doi = {10.5281/zenodo.1}}",
        "@article{a, title = {Tides}, journal = {Halogen Letters}, year = 2001}",
        "@book{a, title = {Tides}, publisher = {HAL}, year = 2001}",
    ],
)
def test_what_is_published_elsewhere_is_no_preprint(entry: str) -> None:
    (record,) = read(Content("a.bib", entry.encode()))
    assert isinstance(record, Record)
    assert record.kind != "preprint"
