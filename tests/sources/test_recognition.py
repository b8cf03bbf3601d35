"""What a file is, is decided by the weight of all of it: no line decides against all the others."""

from __future__ import annotations

import pytest

from tests.conftest import REPOSITORY
from tests.sources.conftest import Read

PROSE = "We measured lichens on ninety roofs for two years. Growth follows rain with a delay of a week. Slate grows fastest."
DUMP = "".join(
    f"Lichen growth on slate roofs, part {n} of a long series\n\n{PROSE} Roof {n} was first.\n\n" for n in range(81)
)
ENTRIES = "".join(
    f"@article{{k{n},\n  title = {{Lichen growth on roof {n}}},\n  author = {{Roe, Jane}},\n  year = {{2020}}\n}}\n\n"
    for n in range(60)
)
RIS = "".join(
    f"TY  - JOUR\nTI  - Lichen growth on roof {n}\nAU  - Roe, Jane\nPY  - 2020\nER  - \n\n" for n in range(40)
)
SNIPPETS = [
    "@misc{one, title = {A snippet}, author = {Doe, John}, year = {2020}}\n",
    "TY  - JOUR\nTI  - A snippet\nER  - \n",
    "- [slides](https://arxiv.org/abs/2101.00001)\n",
    "RT Journal Article\nT1 A snippet\n",
    "PMID- 123456\nTI  - A snippet\n",
    "title,year\n",
]


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet_in_a_dump_of_titles_and_abstracts_decides_nothing(read: Read, snippet: str) -> None:
    for text in (DUMP + snippet, DUMP[: len(DUMP) // 2].rpartition("\n\n")[0] + "\n\n" + snippet + "\n" + DUMP):
        reading = read(text)
        assert reading.format == "paper-search page dump"
        assert sum(record.title.startswith("Lichen growth") for record in reading.records) >= 81


@pytest.mark.parametrize("snippet", SNIPPETS[1:])
def test_a_line_inside_a_bibtex_field_decides_nothing(read: Read, snippet: str) -> None:
    noted = "@misc{n, title = {Noted},\n  annote = {see\n" + snippet + "}\n}\n"
    reading = read(ENTRIES + noted, "a.bib")
    assert (reading.format, len(reading.records), reading.left_out) == ("BibTeX", 61, ())


@pytest.mark.parametrize("snippet", SNIPPETS[2:])
def test_a_line_inside_a_ris_abstract_decides_nothing(read: Read, snippet: str) -> None:
    reading = read(RIS + "TY  - JOUR\nTI  - Noted\nAB  - see\n" + snippet + "ER  - \n")
    assert (reading.format, len(reading.records)) == ("RIS", 41)


def test_a_readme_with_a_bibtex_snippet_is_still_a_list_of_papers(read: Read) -> None:
    items = "".join(f"- [Lichen growth on roof {n}](https://arxiv.org/abs/2101.{n:05})\n" for n in range(1, 20))
    reading = read(f"# Awesome lichens\n\n{items}\n## Citation\n\n```bibtex\n{SNIPPETS[0]}```\n")
    assert (reading.format, len(reading.records)) == ("Markdown list", 19)


def test_text_between_bibtex_entries_is_a_comment_as_bibtex_has_it(read: Read) -> None:
    reading = read("% exported by hand\nA few papers on lichens.\n\n" + ENTRIES)
    assert (reading.format, len(reading.records), reading.left_out) == ("BibTeX", 60, ())


def test_a_snippet_of_another_format_in_a_dump_is_reported_and_no_title(read: Read) -> None:
    reading = read(DUMP + SNIPPETS[0])
    assert len(reading.records) == 81
    assert [piece.origin.line for piece in reading.left_out] == [325]
    assert not any("@misc" in record.title + record.abstract for record in reading.records)


def test_the_json_of_eppi_reviewer_is_no_json_of_works(read: Read) -> None:
    reading = read((REPOSITORY / "tests/data/screening/eppi_reviewer.json").read_bytes(), "review.json")
    assert reading.format == "EPPI-Reviewer JSON"
    assert "Stretching for office clerks: a trial" in [record.title for record in reading.records]
