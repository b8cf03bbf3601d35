"""Lists of references and libraries of programs, which are refused by name, with what to export instead."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Works Cited\n\n"
            'Brown, Carol, et al. "Nurses and Night Shifts." Journal of Nursing, vol. 20, no. 5-6, 2011, pp. 800-09.\n'
            "Hughes, Anwen. Bees of Wales. Quay Press, 2012.\n"
            'Roe, Ann, and Bo Doe. "Mapping Ponds by Drone." Journal of Wetlands, vol. 12, no. 3, 2019, pp. 45-58.\n',
            id="MLA",
        ),
        pytest.param(
            '[1] C. Brown and K. Ito, "Nurses and night shifts," J. Nurs., vol. 20, no. 5-6, pp. 800-809, 2011.\n'
            '[2] A. Roe, "Mapping ponds by drone," J. Wetl., vol. 12, no. 3, pp. 45-58, 2019.\n'
            "[3] A. Hughes, Bees of Wales. London: Quay Press, 2012.\n",
            id="IEEE",
        ),
        pytest.param(
            "Brown, C. and Ito, K. (2011) 'Nurses and night shifts', Journal of Nursing, 20(5-6), pp. 800-809.\n"
            "Hughes, A. (2012) Bees of Wales. London: Quay Press.\n"
            "Roe, A. (2019) 'Mapping ponds by drone', Journal of Wetlands, 12(3), pp. 45-58.\n",
            id="Harvard",
        ),
        pytest.param(
            "Brown, Carol, and Ken Ito. 2011. “Nurses and Night Shifts.” Journal of Nursing 20 (5–6): 800–809.\n\n"
            "Roe, Ann. 2019. “Mapping Ponds by Drone.” Journal of Wetlands 12 (3): 45–58.\n",
            id="Chicago",
        ),
        pytest.param(
            "Brown, C., & Ito, K. (2011). Nurses and night shifts. Journal of Nursing, 20(5-6), 800-809.\n\n"
            "Roe, A. (2019). Mapping ponds by drone. Journal of Wetlands, 12(3), 45-58.\n",
            id="APA",
        ),
        pytest.param(
            "[1] Carol Brown and Ken Ito. 2011. Nurses and Night Shifts. Journal of Nursing 20, 5 (2011), 800-809.\n"
            "[2] Ann Roe. 2019. Mapping Ponds by Drone. Journal of Wetlands 12, 3 (2019), 45-58.\n",
            id="ACM",
        ),
    ],
)
def test_references_in_many_styles_are_refused_by_name(read: Read, text: str) -> None:
    reading = read(text, "references.txt")
    assert (reading.records, len(reading.left_out)) == ((), 1)
    assert reading.left_out[0].reason.startswith(
        "is a list of references in plain text, which has no fields to be read"
    )


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        (
            "library.mrc",
            b"00135nam a2200061 a 4500001000400000100002100004245001500025\x1e001\x1e1 \x1faHughes, Anwen.\x1e10"
            b"\x1faBees of Wales.\x1e\x1d",
            "is MARC (ISO 2709), which is not read; export as RIS, BibTeX, EndNote or MODS",
        ),
        (
            "marc.xml",
            b'<?xml version="1.0"?><collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader>00000nam a2200000'
            b'</leader><datafield tag="245"><subfield code="a">Bees</subfield></datafield></record></collection>',
            "is MARC XML, which is not read; export as RIS, BibTeX, EndNote or MODS",
        ),
        ("bees.enl", b"\x00\x01\x02bees", "is a library of EndNote; in EndNote choose File, Export, as XML"),
        ("me@example.org.sqlite", b"SQLite format 3\x00\x10\x00" + bytes(90), "is a database (SQLite), as Mendeley"),
    ],
)
def test_libraries_of_programs_are_refused_by_name(read: Read, name: str, data: bytes, reason: str) -> None:
    reading = read(data, name)
    assert (reading.records, len(reading.left_out)) == ((), 1)
    assert reading.left_out[0].reason.startswith(reason)


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title = {Bees of Wales}, year = {2012}}\n",
        "TY  - JOUR\nTI  - Bees of Wales\nPY  - 2012\nER  - \n",
    ],
)
def test_a_text_with_the_ending_of_a_library_is_read(read: Read, text: str) -> None:
    reading = read(text, "bees.enl")
    assert ([record.title for record in reading.records], reading.left_out) == (["Bees of Wales"], ())


@pytest.mark.parametrize(
    "outline",
    [
        "#+TITLE: Ice\n* Floes\n** DONE [[https://arxiv.org/abs/2101.00001][Ice floes]]\n   :PROPERTIES:\n   :YEAR: 2021\n   :END:\n",
        "* Ice\n** Floes\n   :PROPERTIES:\n   :Custom_ID: roe2020\n   :END:\n   Read this.\n",
    ],
)
def test_an_outline_of_org_mode_is_refused_by_name(read: Read, outline: str) -> None:
    reading = read(outline, "papers.org")
    assert [piece.reason for piece in reading.left_out] == [
        "is an outline of Org mode, which is not read; in Emacs export it as Markdown (C-c C-e m m)"
    ]
