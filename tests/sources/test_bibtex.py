"""BibTeX and BibLaTeX as people export them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.settings import Settings
from generator.errors import Problem
from generator.names import Name
from generator.records import LeftOut, Record, SourceReading
from generator.sources import read_enriching
from generator.sources.bibtex import read
from generator.sources.content import Content

BIB = Path(__file__).resolve().parents[2] / "bib"
FROZEN = Path(__file__).resolve().parents[1] / "data" / "survey" / "bib"


def read_bib(text: str) -> SourceReading:
    items = list(read(Content("sources/a.bib", text.encode())))
    records = tuple(item for item in items if isinstance(item, Record))
    return SourceReading(
        "sources/a.bib",
        "BibTeX",
        records,
        tuple(i for i in items if isinstance(i, LeftOut)),
        tuple(i for i in items if isinstance(i, Problem)),
    )


def one(fields: str, kind: str = "article") -> Record:
    reading = read_bib(f"@{kind}{{key,\n{fields}\n}}\n")
    (record,) = reading.records
    return record


def test_an_entry_gives_all_its_facts_with_line_and_key() -> None:
    record = read_bib(r"""% exported by hand
@string{jmlr = "Journal of Machine Learning Research"}

@Article{raffel:2020,
  author = {Colin Raffel and van der Berg, Anna and {01.AI} and Sch{\"o}lkopf, Bernhard and others},
  title = "Exploring the Limits of {BERT} -- in $O(n^2)$",
  journal = jmlr, volume = 21, number = {140}, pages = {1--67}, year = 2020, month = jun,
  doi = {10.1000/ab\_c}, eprint = {1910.10683v3}, archiveprefix = {arXiv}, primaryclass = {cs.LG},
  keywords = {transfer, language models}, verified = {false}, note = {checked by 100\% of us}, file = {x.pdf}
}
""").records[0]
    assert (record.origin.line, record.origin.key, record.id, record.kind) == (
        4,
        "raffel:2020",
        "raffel:2020",
        "article",
    )
    assert record.title == "Exploring the Limits of BERT – in $O(n^2)$"
    assert record.authors == (
        Name("Raffel", "Colin"),
        Name("Berg", "Anna", "van der"),
        Name("01.AI", corporate=True),
        Name("Schölkopf", "Bernhard"),
    )
    assert record.authors_truncated
    assert (record.venue, record.volume, record.number, record.pages) == (
        "Journal of Machine Learning Research",
        "21",
        "140",
        "1-67",
    )
    assert (record.year, record.month, record.primary_class) == (2020, 6, "cs.LG")
    assert [(i.scheme, i.value, i.version) for i in record.identifiers] == [
        ("doi", "10.1000/ab_c", None),
        ("arxiv", "1910.10683", 3),
    ]
    assert record.keywords == ("transfer", "language models")
    assert (record.verified, record.note, record.extra) == (False, "checked by 100% of us", (("file", "x.pdf"),))


def test_biblatex_names_of_fields_are_known() -> None:
    record = one(
        "title={Main}, subtitle={And sub}, journaltitle={J}, date={2021-03-04}, location={Paris}, eprinttype={pubmed}, eprint={123456}"
    )
    assert (record.title, record.venue, record.year, record.month, record.address) == (
        "Main: And sub",
        "J",
        2021,
        3,
        "Paris",
    )
    assert record.identifier("pmid") == "123456"


def test_an_arxiv_doi_is_the_arxiv_id() -> None:
    assert [str(i.scheme) for i in one("title={T}, doi={10.48550/arXiv.2101.00001}").identifiers] == ["arxiv"]


def test_latex_becomes_unicode_and_nothing_is_lost() -> None:
    record = one(
        r"title={Na\"{\i}ve {\'E}cole \& 100% of \textbf{B}ayes \methodname}, author={{\'E}mile Zola and \O. {\L}ukasz}"
    )
    assert record.title == r"Naïve École & 100% of Bayes \methodname"
    assert [name.family for name in record.authors] == ["Zola", "Łukasz"]


def test_strings_and_months_are_joined_and_crossref_inherits() -> None:
    reading = read_bib("""@string{nips = {NeurIPS}}
@inproceedings{a, title={A}, month = 10 # "~" # jan, crossref={PROC}}
@proceedings{proc, title=nips # " 2020", year=2020, publisher={P}}
@inproceedings{b, title={B}, crossref={gone}}
""")
    a, proceedings, b = reading.records
    assert (a.venue, a.year, a.publisher, a.month) == ("NeurIPS 2020", 2020, "P", 1)
    assert (proceedings.kind, proceedings.title, b.venue) == ("proceedings", "NeurIPS 2020", "")
    assert [str(problem) for problem in reading.problems] == [
        "bib/sources/a.bib:4: the entry b refers to gone, which is not in the file"
    ]


def test_a_broken_entry_is_left_out_with_its_line_and_its_neighbours_are_kept() -> None:
    reading = read_bib(
        "@misc{a, title={A}}\n@misc{b, title={unclosed\n\n@misc{c, title={C}}\n@misc{d, title={D}, title={E}}\n@misc{c, title={C again}}\n@misc{e, note={x}}\n"
    )
    assert [record.title for record in reading.records] == ["A", "C", "D", "C again"]
    assert [(piece.origin.line, piece.origin.key) for piece in reading.left_out] == [(2, "b"), (7, "e")]
    assert "given" in str(reading.problems[0]) or "more than once" in str(reading.problems[0])


def test_the_facts_of_the_frozen_survey_are_complete() -> None:
    (reading,) = read_enriching(FROZEN, ("metadata.bib",), Settings())
    assert (reading.format, len(reading.records), reading.left_out, reading.problems) == ("BibTeX", 345, (), ())
    for record in reading.records:
        assert record.identifier("arxiv") == record.id == record.origin.key
        assert record.verified is not None
    assert [(record.id, record.note) for record in reading.records if not record.verified] == [
        ("2409.18486", "two versions list slightly different authors")
    ]


def test_the_shipped_facts_are_whole() -> None:
    """They grow with the survey: each says at least what its work is called, by whom and of when it is."""
    (reading,) = read_enriching(BIB, ("metadata.bib",), Settings())
    assert (reading.format, reading.left_out, reading.problems) == ("BibTeX", (), ())
    assert reading.records
    for record in reading.records:
        assert record.title, record.id
        assert record.authors, record.id
        assert record.year, record.id


def test_a_missing_comma_costs_nothing_and_is_reported() -> None:
    reading = read_bib(
        "@article{a,\n  title = {On {Soil} carbon}\n  year = {2001},\n  author = {Lewis, Gary}\n  journal = {Geoderma}\n}\n"
    )
    (record,) = reading.records
    assert (record.title, record.year, record.venue, record.authors[0].family) == (
        "On Soil carbon",
        2001,
        "Geoderma",
        "Lewis",
    )
    assert [problem.message for problem in reading.problems] == [
        f"a comma is missing before `{name}` in the entry a" for name in ("year", "journal")
    ]


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Gary Lewis, Khosrow Adeli, Jane Doe", ["Lewis, Gary", "Adeli, Khosrow", "Doe, Jane"]),
        ("Lewis, G.; Adeli, K.", ["Lewis, G.", "Adeli, K."]),
        ("Smith, Jr., John", ["Smith, Jr., John"]),
        ("García López, María José", ["García López, María José"]),
        ("Lewis, G. and Adeli, K. and", ["Lewis, G.", "Adeli, K."]),
        (
            "family=Doe, given=Jane and family=Berg, given=Jan, prefix=van der, useprefix=true",
            ["Doe, Jane", "van der Berg, Jan"],
        ),
    ],
)
def test_authors_as_people_write_them(authors: str, names: list[str]) -> None:
    (record,) = read_bib(f"@article{{a, title={{Soil}}, author={{{authors}}}}}").records
    assert [name.as_last_first for name in record.authors] == names


def test_a_command_in_a_text_changes_nothing_of_the_words_around_it() -> None:
    record = one(
        r"title = {Roots & {\L}uk, a \textbf{third of 5\%}, by \c{c} & its ~ends}, abstract = {It's 50\% of A & B \& C: \emph{two words}, na\"{\i}ve}"
    )
    assert record.title == "Roots & Łuk, a third of 5%, by ç & its ends"
    assert record.abstract == "It's 50% of A & B & C: two words, naïve"


def test_an_empty_entry_is_left_out_and_hides_neither_its_neighbours_nor_their_lines() -> None:
    reading = read_bib(
        '@misc{a, title = {Soil}}\n@article{b,}\n@misc{c,\n  title = {},\n  year = "",\n}\n@misc()\n@misc{d, title = {Roots}, crossref = {b}}\n'
    )
    assert [(record.title, record.origin.line) for record in reading.records] == [("Soil", 1), ("Roots", 8)]
    assert [(piece.origin.line, piece.origin.key, piece.reason) for piece in reading.left_out] == [
        (2, "b", "an entry with neither title nor abstract nor identifier"),
        (3, "c", "an entry with neither title nor abstract nor identifier"),
        (7, None, "an entry with neither title nor abstract nor identifier"),
    ]
    assert reading.problems == ()


def test_a_second_entry_of_a_key_whose_first_is_empty_is_read() -> None:
    reading = read_bib("@misc{a,}\n@misc{a, title = {Soil}, year = 2020}\n@misc{b, title = {Roots}, crossref = {a}}\n")
    assert [(record.title, record.year) for record in reading.records] == [("Soil", 2020), ("Roots", 2020)]


@pytest.mark.parametrize(
    "fields",
    [
        'title="Second with this {"}key{"}" author={B. Two}, year=2002',
        'title = "Second with this " # "{"}key{"}" author = "B. Two" year = 2002',
        'author={B. Two}, year = 2002 title = {Second with this "key"}',
    ],
)
def test_a_comma_missing_after_any_value_is_read_as_if_it_were_there_and_told(fields: str) -> None:
    reading = read_bib(f"@article{{a, {fields}}}\n")
    (record,) = reading.records
    assert (record.title, record.authors, record.year) == ('Second with this "key"', (Name("Two", "B."),), 2002)
    assert {str(problem.place) for problem in reading.problems} == {"bib/sources/a.bib:1"}
    assert "a comma is missing before" in reading.problems[0].message


def test_an_equals_sign_after_a_quoted_word_is_no_missing_comma() -> None:
    record = one('title = "Sets with a = b and {"}c{"} = d", year = 2002')
    assert record.title == 'Sets with a = b and "c" = d'


@pytest.mark.parametrize("year", ["20O1", "201", "l998"])
def test_a_year_that_cannot_be_read_is_reported(year: str) -> None:
    reading = read_bib(f"@misc{{a, title = {{Before}}}}\n@misc{{b,\n title = {{Sleep}}, year = {{{year}}}}}\n")
    assert reading.records[1].year is None
    (problem,) = reading.problems
    assert str(problem.place) == "bib/sources/a.bib:2"
    assert f"`{year}`" in problem.message


def test_a_year_that_is_not_yet_known_is_nothing_to_tell() -> None:
    assert not read_bib("@misc{b, title = {Sleep}, year = {in press}}\n").problems
