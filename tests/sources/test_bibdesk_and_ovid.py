"""What BibDesk and Ovid write in ways of their own: addresses in numbered fields, a full stop behind each name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.settings import Settings
from generator.records import Record
from generator.sources.reading import read_file


def read(folder: Path, text: str, name: str = "a.bib") -> tuple[Record, ...]:
    (folder / name).write_text(text, encoding="utf-8")
    return read_file(folder / name, f"sources/{name}", Settings()).records


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("Bdsk-Url-1 = {https://doi.org/10.1000/x.1}", [("doi", "10.1000/x.1")]),
        ("bdsk-url-1 = {http://dx.doi.org/10.1000/x\\_1}", [("doi", "10.1000/x_1")]),
        (
            "Bdsk-Url-1 = {https://arxiv.org/abs/2001.00001}, Bdsk-Url-2 = {https://doi.org/10.1000/x.1}",
            [("arxiv", "2001.00001"), ("doi", "10.1000/x.1")],
        ),
        ("doi = {10.1000/own}, Bdsk-Url-1 = {https://doi.org/10.1000/cited}", [("doi", "10.1000/own")]),
        (
            "Bdsk-Url-2 = {https://doi.org/10.1000/second}, Bdsk-Url-1 = {https://doi.org/10.1000/first}",
            [("doi", "10.1000/first")],
        ),
        (
            "Bdsk-Url-10 = {https://doi.org/10.1000/tenth}, Bdsk-Url-2 = {https://doi.org/10.1000/second}",
            [("doi", "10.1000/second")],
        ),
        ("Bdsk-Url-1 = {https://example.org/10-things}, bdsk-file-1 = {YnBsaXN0MDDSAQIDBFxy}", []),
    ],
)
def test_bibdesks_addresses_give_the_identifiers_that_the_entry_lacks(
    tmp_path: Path, fields: str, expected: list[tuple[str, str]]
) -> None:
    (record,) = read(tmp_path, f"@article{{a, title = {{Otters}}, author = {{Roe, A}}, year = 2019, {fields}}}\n")
    assert [(one.scheme, one.value) for one in record.identifiers] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Bello, Ada.", "Bello, Ada"),
        ("Bello, Jo-Ann.", "Bello, Jo-Ann"),
        ("Bello, María José.", "Bello, María José"),
        ("de la Cruz, Noé.", "de la Cruz, Noé"),
        ("Bello, A.", "Bello, A."),
        ("Bello, A. B.", "Bello, A. B."),
        ("Bello, Ada B.", "Bello, Ada B."),
        ("Ivanov, Yu.", "Ivanov, Yu."),
        ("Roe, Wm.", "Roe, Wm."),
        ("Roe, Thos.", "Roe, Thos."),
        ("King, Jr., Martin.", "King, Jr., Martin"),
    ],
)
@pytest.mark.parametrize("form", ["one in a field", "a list"])
def test_the_full_stop_behind_a_name_goes_but_not_that_of_an_initial(
    tmp_path: Path, written: str, expected: str, form: str
) -> None:
    if form == "a list":
        (record,) = read(tmp_path, f'Title,Authors,Year\nOtters,"{written}; Doe, Bob.; {written}",2019\n', "a.csv")
        assert [name.as_last_first for name in record.authors] == [expected, "Doe, Bob", expected]
    else:
        (record,) = read(tmp_path, f"TY  - JOUR\nT1  - Otters\nA1  - {written}\nY1  - 2019\nER  - \n", "a.ris")
        assert [name.as_last_first for name in record.authors] == [expected]
