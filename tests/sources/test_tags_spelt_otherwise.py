"""Exports whose tags a script or a word processor has changed: in small letters, with other space, with a dash."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read

RIS = (
    "TY{0}JOUR\nTI{0}Otters at sea\nAU{0}Roe, Ann\nAU{0}Doe, Bo\nPY{0}2020\nJO{0}Water\nVL{0}3\nAB{0}We look.\nER{0}\n\n"
    "TY{0}BOOK\nTI{0}Otters in rivers\nAU{0}Poe, Cy\nPY{0}2021\nER{0}\n"
)
REFWORKS = "RT Journal Article\nT1 Otters at sea\nA1 Roe, Ann\nA1 Doe, Bo\nYR 2020\nJF Water\nVO 3\nAB We look.\n\n"
REFWORKS += "RT Book, Whole\nT1 Otters in rivers\nA1 Poe, Cy\nYR 2021\n"
SCIENCE = "PT J\nAU Roe, Ann\n   Doe, Bo\nTI Otters at sea\nSO Water\nPY 2020\nVL 3\nAB We look.\nER\n\n"
SCIENCE += "PT B\nAU Poe, Cy\nTI Otters in rivers\nPY 2021\nER\n\nEF\n"
MEDLINE = "PMID- 1234567\nOWN - NLM\nTI  - Otters at sea\nFAU - Roe, Ann\nFAU - Doe, Bo\nDP  - 2020 Jan\nJT  - Water\n"
MEDLINE += "VI  - 3\nAB  - We look.\nPT  - Journal Article\n\n"
MEDLINE += "PMID- 1234568\nTI  - Otters in rivers\nFAU - Poe, Cy\nDP  - 2021\nPT  - Monograph\n"
REFER = "%0 Journal Article\n%T Otters at sea\n%A Roe, Ann\n%A Doe, Bo\n%D 2020\n%J Water\n%V 3\n%X We look.\n\n"
REFER += "%0 Book\n%T Otters in rivers\n%A Poe, Cy\n%D 2021\n"
SPACES = ["  - ", " - ", "   - ", "- ", "\t- ", " – ", " — ", "  -"]
CASES = {"capitals": str.upper, "small": str.lower, "title": str.title}


def respelt(text: str, case: str) -> str:
    """The text with the tags of its lines in another case."""
    lines = []
    for line in text.split("\n"):
        length = next((at for at, letter in enumerate(line) if not letter.isalnum() and letter != "%"), len(line))
        lines.append(CASES[case](line[:length]) + line[length:])
    return "\n".join(lines)


def check(read: Read, text: str, name: str) -> None:
    reading = read(text, name)
    assert [(piece.origin.line, piece.reason) for piece in reading.left_out] == []
    assert [problem.message for problem in reading.problems] == []
    sea, rivers = reading.records
    assert (sea.title, sea.year, sea.venue, sea.volume, sea.abstract) == (
        "Otters at sea",
        2020,
        "Water",
        "3",
        "We look.",
    )
    assert [(one.given, one.family) for one in sea.authors] == [("Ann", "Roe"), ("Bo", "Doe")]
    assert (sea.kind, rivers.title, rivers.year, rivers.authors[0].family) == (
        "article", "Otters in rivers", 2021, "Poe",
    )  # fmt: skip
    assert sea.origin.line == 1


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("space", SPACES)
def test_ris_is_read_however_its_tags_are_spelt(read: Read, space: str, case: str) -> None:
    check(read, respelt(RIS.format(space), case), "a.ris")


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("text", [REFWORKS, SCIENCE, MEDLINE], ids=["refworks", "science", "medline"])
def test_other_tagged_formats_are_read_however_their_tags_are_spelt(read: Read, text: str, case: str) -> None:
    check(read, respelt(text, case), "a.txt")


@pytest.mark.parametrize("case", ["capitals", "small"])
def test_refer_is_read_in_small_letters(read: Read, case: str) -> None:
    check(read, respelt(REFER, case), "a.enw")


def test_values_in_small_letters_are_read_too(read: Read) -> None:
    for text in (RIS.format("  - "), SCIENCE):
        lines = [line.lower() if line.startswith(("TY", "PT")) else line for line in respelt(text, "small").split("\n")]
        assert [record.kind for record in read("\n".join(lines), "a.txt").records] == ["article", "book"]


def test_one_file_may_hold_both_spellings(read: Read) -> None:
    check(
        read,
        "".join(RIS.format("  - ").partition("\n\n")[:2]) + respelt(RIS.format(" - ").split("\n\n")[1], "small"),
        "a.ris",
    )


@pytest.mark.parametrize(
    ("spelling", "line"),
    [
        ("  - ", "is - as said - good"),
        ("  - ", "we - and no others"),
        (" – ", "is - good"),
    ],
)
def test_a_line_of_a_text_is_no_tag_where_it_is_spelt_otherwise(read: Read, spelling: str, line: str) -> None:
    text = respelt(RIS.format(spelling).replace("We look.", "We look.@"), "small").replace("@", f"\n{line}")
    sea, _ = read(text, "a.ris").records
    assert (sea.abstract, sea.number) == (f"We look. {line}", "")


def test_a_proper_reference_keeps_its_text_whole(read: Read) -> None:
    text = RIS.format("  - ").replace("We look.", "We look.\nty - is no tag\nis – neither\nau- nor this")
    sea, _ = read(text, "a.ris").records
    assert sea.abstract == "We look. ty - is no tag is – neither au- nor this"
