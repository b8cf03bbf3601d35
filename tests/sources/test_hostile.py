"""Damaged and hostile bytes: records or a clear reason, no exception, no hanging, bounded memory, and good neighbours kept."""

from __future__ import annotations

import tempfile
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.config.settings import Settings
from generator.records import SourceReading
from generator.sources.reading import read_file
from tests.sources.test_database_text import CNKI, NOTEEXPRESS, OVID, PROQUEST, REFWORKS

DATA = Path(__file__).resolve().parents[1] / "data" / "sources"
FILES = sorted(file.name for file in DATA.iterdir())
BIB = b'@article{a, title = {Soil and iron}, year = 2020, doi = {10.1000/a.1}}\n@misc{b, title = {Roots}, month = jan # "~1"}\n'
DUMP = (
    b"Sign in\n\nA title of a work on soils\n\n"
    + b"One sentence of an abstract. " * 10
    + b"\n\nAnother title\n\n"
    + b"One more sentence of it. " * 10
)
TABLE = b"id\n| abstract\n2101.00190 | Some text\nof two lines |\n2101.00191v2 | More text |\n"
LISTS = (
    b"10.1000/a.1\narXiv:2101.00190\nPMID: 31990214\n",
    b"Soil and iron in the north\nRoots and rain of the south\n",
)
LABELLED = tuple(text.encode() for text in (REFWORKS, NOTEEXPRESS, PROQUEST, OVID, CNKI))
SAMPLES = [(DATA / name).read_bytes() for name in FILES] + [BIB, DUMP, TABLE, *LISTS, *LABELLED]
NASTY = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"{", b"}", b'"', b"[", b"]", b"<", b">", b"&", b"\\", b"$", b"@", b"|", b"\n", b"\r", b"TY  - ", b"ER  - ",
    b"\xed\xa0\x80", b"]]>", b"<!--", b"\t", b",",
]  # fmt: skip


def read(data: bytes) -> SourceReading:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.txt"
        file.write_bytes(data)
        return read_file(file, "sources/a.txt", Settings())


def check(reading: SourceReading) -> None:
    assert reading.records or reading.left_out
    for record in reading.records:
        assert record.title or record.abstract or record.identifiers
        assert record.origin.locator
    for piece in reading.left_out:
        assert piece.reason
        assert "\n" not in piece.reason


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(data)))
        kind = draw(st.sampled_from(["cut", "insert", "delete", "repeat"]))
        if kind == "cut":
            del data[place:]
        elif kind == "insert":
            data[place:place] = draw(st.one_of(st.sampled_from(NASTY), st.binary(max_size=8)))
        else:
            end = min(len(data), place + draw(st.integers(1, 60)))
            data[place:end] = b"" if kind == "delete" else data[place:end] * 2
    return bytes(data)


@settings(max_examples=300, deadline=20_000, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_a_damaged_file_gives_records_or_a_reason(data: bytes) -> None:
    check(read(data))


@settings(max_examples=150, deadline=20_000)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.lists(st.sampled_from([*NASTY, b"title", b"=", b"-", b" ", b"a"]), max_size=60).map(b"".join),
    )
)
@example(b"[" * 100_000)
@example(b'{"title":' * 50_000)
@example(b"@misc{a, title = " + b"{" * 50_000)
@example(b"<feed><entry>" * 10_000)
@example(b"TY  - JOUR\n" * 20_000)
@example(b"\xca\\\x99\xd4\xa5O\x04\xee\n\xc2U]~")  # of no encoding and no language
@pytest.mark.filterwarnings("error")
def test_random_bytes_give_records_or_a_reason(data: bytes) -> None:
    check(read(data))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b"@misc{k%d, title = {Title number %d}}\n", b"@misc{broken, title = {unclosed\n"),
        (b"TY  - JOUR\nTI  - Title number %d\nVL  - %d\nER  - \n", b"TY  - JOUR\nnonsense\nER  - \n"),
        (b"\nPMID- 1%d\nTI  - Title number %d\n", b"\nPMID- \n"),
        (b'{"title": "Title number %d", "year": %d}\n', b'{"title": "broken, \n'),
        (
            b"<entry><id>http://arxiv.org/abs/2101.0%04d</id><title>Title number %d</title></entry>\n",
            b"<entry><title>broken</entry>\n",
        ),
        (
            b"<record><rec-number>%d</rec-number><titles><title>Title number %d</title></titles></record>\n",
            b"<record><titles></record>\n",
        ),
        (b"2101.0%04d | An abstract that says something of number %d |\n", b"2101.09999 |\n"),
        (b"- [Title number %d](https://arxiv.org/abs/2101.0%04d)\n", b"- [Broken(https://\n"),
    ],
)
def test_no_good_record_is_lost_because_of_a_bad_neighbour(good: bytes, bad: bytes) -> None:
    head = next((root for entry, root in ((b"<entry>", b"<feed>"), (b"<record>", b"<records>")) if entry in good), b"")
    pieces = []
    for number in range(1, 9):
        pieces.append(good % (number, number))
        if number % 3 == 0:
            pieces.append(bad)
    reading = read(head + b"".join(pieces))
    text = " ".join(f"{record.title} {record.abstract}" for record in reading.records)
    for number in range(1, 9):
        assert f"number {number}" in text


def test_an_entity_bomb_is_not_unfolded() -> None:
    kinds = b'<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">'
    bomb = b'<?xml version="1.0"?><!DOCTYPE feed [' + kinds + b"]><feed><entry><title>&b; &f;</title></entry></feed>"
    (piece,) = read(bomb).left_out
    assert "uses the entity &b;, which the file itself defines" in piece.reason


def test_deep_nesting_costs_only_its_own_element() -> None:
    reading = read(
        b'[{"title": "One", "year": 2020},\n'
        + b'{"a":' * 100_000
        + b"1"
        + b"}" * 100_000
        + b',\n{"title": "Two", "year": 2021}]'
    )
    assert [record.title for record in reading.records] == ["One", "Two"]
    assert [piece.reason for piece in reading.left_out] == ["nested too deeply"]


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        (b"", b"@misc{,}\n"),
        (b"", b"@misc{, title = {}}\n"),
        (b"TY  - JOUR\nTI  - One\nER  - \n", b"TY  - JOUR\nER  - \n"),
        (b"TY  - JOUR\nTI  - One\nER  - \n", b"TY  - JOUR\n"),
        (b"PMID- 12\nTI  - One\n\n", b"PMID- \n\n"),
        (b"FN Clarivate Analytics Web of Science\nVR 1.0\n", b"PT J\nER\n"),
        (b"title,authors,year\n", b",,2020\n"),
        (b"title\tauthors\tyear\n", b"\t\t2020\n"),
        (b'{"title": "One", "year": 2020}\n', b"{}\n"),
        (b"[", b"{},"),
        (b"<feed>", b"<entry></entry>\n"),
        (b"<records>", b"<record><titles></titles></record>\n"),
    ],
)
def test_very_many_empty_entries_are_summed_up(head: bytes, unit: bytes) -> None:
    started = time.monotonic()
    reading = read(head + unit * 30_000)
    assert 20 < len(reading.left_out) < 30
    assert sum(piece.count for piece in reading.left_out if "no records" not in piece.reason) == 30_000
    assert "29,980 more" in " ".join(piece.message for piece in reading.left_out)
    assert len(reading.problems) < 30
    assert time.monotonic() - started < 20


def test_a_million_empty_rows_of_a_spreadsheet_are_one_note() -> None:
    reading = read(b"title,authors,year\n" + b",,\n" * 1_000_000 + b"One,Ada Okonkwo,2020\n")
    assert [(record.title, record.origin.line) for record in reading.records] == [("One", 1_000_002)]
    (note,) = reading.problems
    assert (note.level, str(note)) == (
        "note",
        "bib/sources/a.txt:2: 1,000,000 rows with no cell filled are passed over; this is the first",
    )


def test_many_reasons_and_many_problems_are_counted_too() -> None:
    rows = b"".join(b"a,b%s\n" % (b",c" * (2 + number)) for number in range(1500))
    reading = read(b"title,year\n" + rows)
    assert len(reading.left_out) < 1500
    assert sum(piece.count for piece in reading.left_out) == 1500
    notes = read(
        b"".join(b"@misc{k%d, title = {One}, title = {Two}}\n" % number for number in range(3000))
        + b"@misc{z, title = {Cut, crossref = {nothing}"
    )
    assert len(notes.records) == 3000
    assert len(notes.problems) < 1300


@pytest.mark.parametrize("blank", [b"\n", b" ", b"\t", b"\r\n", b"\t\n"])
def test_very_much_white_space_holds_nothing_up(blank: bytes) -> None:
    started = time.process_time()
    for head in (
        b"title\tyear\n",
        b'[{"title": "One"}, x',
        b"@misc{",
        b"<feed><entry>",
        b"- [x]",
        b"TY  - JOUR",
        b"One\n",
    ):
        check(read(head + blank * 200_000))
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    "start",
    [
        b"@misc{a, title = {",
        b"TY  - JOUR\nTI  - ",
        b'{"title": "',
        b"title,year\n",
        b'title,year\n"',
        b"<feed><entry><title>",
        b"A title\n\n",
        b"2101.00001 | ",
        b"# List\n\n- [",
    ],
)
def test_a_giant_line_is_refused_within_bounded_memory(start: bytes) -> None:
    size = 8_000_000
    tracemalloc.start()
    try:
        reading = read(start + b"x {y} " * (size // 6))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    check(reading)
    assert not any(len(record.title) + len(record.abstract) > 1_100_000 for record in reading.records)
    assert peak < 14 * size
