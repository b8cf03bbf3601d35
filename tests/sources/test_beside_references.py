"""What stands beside references in a file: a database's search above them, text between them, other identifiers."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read
from tests.sources.fields import ids

SEARCH = """Database: Ovid MEDLINE(R) ALL <1946 to March 12, 2021>
Search Strategy:
--------------------------------------------------------------------------------
1     exp Otters/ (1234)
2     (sea adj2 otter*).ti,ab. or
      Enhydra.mp. (456)

3     1 or 2 (1,500)
***************************

"""
RIS = "TY  - JOUR\nTI  - Otters at sea\nAU  - Roe, Ann\nPY  - 2020\nER  - \n\n"
BIB = "@article{roe, title={Otters at sea}, author={Roe, Ann}, year=2020}\n"
TABLE = "Title,Authors,Year\nOtters at sea,Ann Roe,2020\n"
REFER = "%0 Journal Article\n%T Otters at sea\n%A Roe, Ann\n%D 2020\n"


@pytest.mark.parametrize(("records", "name"), [(RIS, "a.ris"), (BIB, "a.bib"), (REFER, "a.enw")])
def test_a_search_above_the_references_is_told_as_one_and_counts_as_no_reference(
    read: Read, records: str, name: str
) -> None:
    reading = read(SEARCH + records, name)
    assert [record.title for record in reading.records] == ["Otters at sea"]
    assert not [piece for piece in reading.left_out if (piece.origin.line or 0) <= 9]
    (remark,) = (problem for problem in reading.problems if "search itself" in problem.message)
    assert (remark.place and remark.place.line, remark.level) == (1, "note")
    assert "lines 1 to 9" in remark.message
    assert "found 1,500" in remark.message
    assert "bib/searches.yml" in remark.hint


@pytest.mark.parametrize(
    "above",
    [
        "Exported by Ann Roe on 3 March\n\n",
        "Otters: a review\n=====\n",
        "Ann Roe\nOvid Email Service\n------\nResults of your search:\n",
    ],
)
@pytest.mark.parametrize(("records", "name"), [(RIS, "a.ris"), (BIB, "a.bib"), (REFER, "a.enw"), (TABLE, "a.csv")])
def test_a_search_below_any_other_lines_is_told_with_them(read: Read, above: str, records: str, name: str) -> None:
    reading = read(above + SEARCH + records, name)
    assert [record.title for record in reading.records] == ["Otters at sea"]
    (remark,) = reading.problems
    assert remark.message.startswith(f"lines 1 to {9 + above.count(chr(10))} hold the search itself")
    assert reading.left_out == ()


PARAGRAPH = "Background: few.\nSearch strategy:\n1. otters (20)\n2. 1 and sea (12)\nResults: 12."


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("TY  - JOUR\nTI  - Otters {n}\nAB  - {p}\nPY  - 2020\nER  - \n\n", "", "a.ris"),
        ("@article{{roe{n},\n  title={{Otters {n}}},\n  abstract={{{p}}},\n  year=2020\n}}\n", "", "a.bib"),
        ("%0 Journal Article\n%T Otters {n}\n%X {p}\n%D 2020\n\n", "", "a.enw"),
        ('Otters {n},"{p}",2020\n', "Title,Abstract,Year\n", "a.csv"),
    ],
)
def test_the_steps_of_a_search_within_a_reference_belong_to_it(
    read: Read, text: str, head: str, name: str, count: int
) -> None:
    reading = read(head + "".join(text.format(n=n, p=PARAGRAPH) for n in range(count)), name)
    assert [record.title for record in reading.records] == [f"Otters {n}" for n in range(count)]
    assert all("1. otters (20)" in record.abstract for record in reading.records)
    assert (reading.problems, reading.left_out) == ((), ())


def test_a_heading_without_steps_is_no_search(read: Read) -> None:
    reading = read("Search Strategy:\n\n" + RIS, "a.ris")
    assert (len(reading.records), reading.problems) == (1, ())


STRUCTURED = "Background: Otters are few.\n  Search strategy: We searched MEDLINE from\n  1966 to 2001 for trials.\n  Results: 12."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"@article{{roe,\n  title={{Otters at sea}},\n  abstract={{{STRUCTURED}}},\n  year={{2020}}\n}}\n", "a.bib"),
        (f"TY  - JOUR\nTI  - Otters at sea\nAB  - {STRUCTURED}\nPY  - 2020\nER  - \n", "a.ris"),
        (f"%0 Journal Article\n%T Otters at sea\n%X {STRUCTURED}\n%D 2020\n", "a.enw"),
        (f'Title,Abstract,Year\nOtters at sea,"{STRUCTURED}",2020\n', "a.csv"),
    ],
)
def test_a_search_strategy_in_an_abstract_is_a_part_of_it(read: Read, text: str, name: str) -> None:
    reading = read(text, name)
    (record,) = reading.records
    assert " ".join(record.abstract.split()) == " ".join(STRUCTURED.split())
    assert (record.year, reading.problems) == (2020, ())


def test_a_paragraph_of_an_abstract_belongs_to_it_after_a_blank_line(read: Read) -> None:
    (record,) = read(f"{REFER}%X We count otters.\n\nThey swim.\n%K otter\n", "a.enw").records
    assert (record.abstract, record.keywords) == ("We count otters. They swim.", ("otter",))


def test_text_after_a_blank_line_is_no_keyword_and_is_told(read: Read) -> None:
    reading = read(
        f"{REFER}%K otter\n\nEndNote export, 2 references\nof Ann\n\n{REFER.replace('sea', 'night')}", "a.enw"
    )
    assert [(record.title, record.keywords) for record in reading.records] == [
        ("Otters at sea", ("otter",)),
        ("Otters at night", ()),
    ]
    assert [(piece.origin.line, piece.title) for piece in reading.left_out] == [
        (7, "EndNote export, 2 references"),
        (8, "of Ann"),
    ]


@pytest.mark.parametrize(
    "line", ["978-3-16-148410-0", "9783161484100", "ISBN 978-3-16-148410-0", "ISBN: 3-16-148410-X"]
)
def test_a_line_of_an_isbn_is_a_book(read: Read, line: str) -> None:
    (record,) = read(f"{line}\n", "a.txt").records
    assert ids(record) == {"isbn:9783161484100"}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("ISSN 2049-3630", "an ISSN"), ("2049-363X", "an ISSN"), ("hdl:2027/uc1.b12345", "a handle"),
        ("https://hdl.handle.net/10125/24767", "a handle"), ("urn:nbn:de:bvb:19-146642", "a URN"),
        ("WOS:000123456700012", "Web of Science"), ("2-s2.0-85012345678", "Scopus"), ("W2741809807", "OpenAlex"),
        ("CorpusID:12345678", "Semantic Scholar"), ("CN-01234567", "Cochrane"), ("NCT01234567", "registered study"),
        ("2019ApJ...875L...1E", "bibcode"),
    ],
)  # fmt: skip
def test_a_line_by_which_no_work_is_looked_up_is_told_by_name(read: Read, line: str, what: str) -> None:
    reading = read(f"10.1000/otter.1\n{line}\n10.1000/otter.2\n", "a.txt")
    assert len(reading.records) == 2
    ((number, reason),) = [(piece.origin.line, piece.reason) for piece in reading.left_out]
    assert number == 2
    assert what in reason
    assert "export the DOIs" in reason
