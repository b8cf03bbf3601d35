from __future__ import annotations

import warnings

import bibtexparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex import errors
from pybtex.database import parse_string

from generator.bibliography.bibtex import bibtex
from generator.bibliography.entry import Names, entry_of
from generator.bibliography.export import FORMATS, exported
from generator.names import Name
from generator.works import Work
from tests.bibliography.publications import a_work


def shown(work: Work, charset: str = "utf-8") -> str:
    return bibtex([entry_of(work)], charset)  # type: ignore[arg-type]


def test_a_preprint_is_misc_with_its_eprint() -> None:
    work = a_work(
        key="vinyals2015order",
        arxiv="1511.06391",
        kind="preprint",
        year=2015,
        month=11,
        primary_class="cs.LG",
        venue="arXiv",
    )
    assert shown(work) == (
        "@misc{vinyals2015order,\n"
        "  author = {Vinyals, Oriol and Bengio, Samy},\n"
        "  title = {Order Matters: Sequence to sequence for sets},\n"
        "  year = {2015},\n"
        "  month = nov,\n"
        "  url = {https://arxiv.org/abs/1511.06391},\n"
        "  eprint = {1511.06391},\n"
        "  eprinttype = {arxiv},\n"
        "  archiveprefix = {arXiv},\n"
        "  primaryclass = {cs.LG},\n"
        "}\n"
    )


def test_a_published_work_keeps_its_eprint_and_never_cites_arxivs_own_doi() -> None:
    work = a_work(
        key="k", arxiv="1511.06391", doi="10.48550/arxiv.1511.06391", kind="inproceedings", venue="ICLR", pages="12–20"
    )
    entry = entry_of(work)
    assert (entry.type, entry["booktitle"], entry["eprint"], entry["pages"], entry["doi"]) == (
        "inproceedings",
        "ICLR",
        "1511.06391",
        "12--20",
        None,
    )


def test_the_doi_of_the_published_version_comes_before_that_of_a_preprint_server() -> None:
    from dataclasses import replace

    from generator.identifiers import Identifier

    work = a_work(kind="article", venue="J", doi="10.1101/2020.01.01.1")
    assert (
        entry_of(replace(work, identifiers=(*work.identifiers, Identifier("doi", "10.9999/x"))))["doi"] == "10.9999/x"
    )


@pytest.mark.parametrize(
    ("fields", "type_"),
    [
        ({"kind": "article", "venue": "J"}, "article"),
        ({"kind": "article"}, "misc"),
        ({"kind": "article", "venue": "J", "volume": "3", "authors": ""}, "article"),
        ({"kind": "article", "venue": "J", "pages": "7", "authors": ""}, "article"),
        ({"kind": "article", "venue": "J", "authors": ""}, "misc"),
        ({"kind": "phdthesis", "school": "MIT"}, "phdthesis"),
        ({"kind": "mastersthesis", "school": "MIT"}, "mastersthesis"),
        ({"kind": "book", "publisher": "P"}, "book"),
        ({"kind": "book"}, "misc"),
        ({"kind": "incollection", "venue": "B", "publisher": "P"}, "incollection"),
        ({"kind": "techreport", "publisher": "RAND"}, "techreport"),
        ({"kind": "proceedings"}, "proceedings"),
        ({"kind": "preprint", "venue": "bioRxiv"}, "misc"),
    ],
)
def test_a_type_is_used_only_with_the_fields_it_needs(fields: dict[str, str], type_: str) -> None:
    assert entry_of(a_work(**fields)).type == type_


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Berg", "Jan", "van der"), "van der Berg, Jan"),
        (Name("King", "Martin Luther", suffix="Jr."), "King, Jr., Martin Luther"),
        (Name("King", suffix="Jr."), "{King, Jr.}"),
        (Name("Mausam"), "Mausam"),
        (Name("hooks", "bell"), "hooks, bell"),
        (Name("01.AI", corporate=True), "{01.AI}"),
        (
            Name('{Evil} \\Corp, "Inc" and sons; # %', corporate=True),
            r'{\textbraceleft{}Evil\textbraceright{} \textbackslash{}Corp, "Inc" and sons; \# \%}',
        ),
        (Name("{Evil} Corp", "Ann"), r"{\textbraceleft{}Evil\textbraceright{} Corp}, Ann"),
        (Name("Simon and Garfunkel", corporate=True), "{Simon and Garfunkel}"),
        (Name("Fernandez Astudillo"), "{Fernandez Astudillo}"),
        (Name("Van den Broeck", "Guy"), "{Van den Broeck}, Guy"),
        (Name("Barnes and Noble", "X"), "{Barnes and Noble}, X"),
        (Name("a, b", "c"), "{a, b}, c"),
    ],
)
def test_a_name_is_cut_where_it_should_be(name: Name, written: str) -> None:
    work = a_work(authors=(name, Name("Last", "A")), authors_truncated=True, key="k")
    assert f"author = {{{written} and Last, A and others}}" in shown(work)
    read = parse_string(shown(work), "bibtex").entries["k"].persons["author"]
    assert len(read) == 3


def test_a_classic_style_prints_where_a_preprint_is_and_biblatex_prints_it_once() -> None:
    work = a_work(key="k", arxiv="1511.06391", kind="preprint")
    assert entry_of(work, classic=True)["howpublished"] == "arXiv:1511.06391"
    assert entry_of(work)["howpublished"] is None
    published = a_work(key="k", arxiv="1511.06391", kind="article", venue="J", volume="1")
    assert entry_of(published, classic=True)["howpublished"] is None


def test_a_doi_is_not_printed_again_as_an_address() -> None:
    assert entry_of(a_work(doi="10.1000/x", url="https://publisher.example/1"))["url"] is None
    assert entry_of(a_work(url="https://publisher.example/1"))["url"] == "https://publisher.example/1"


@pytest.mark.parametrize(
    ("title", "abstract", "written"),
    [
        ("A Bayesian View of Monte Carlo Methods", "", "A {Bayesian} View of {Monte Carlo} Methods"),
        ("On the Convergence of Adam and Beyond", "", "On the Convergence of {Adam} and Beyond"),
        ("Reviews of Hotels on Tripster", "We read reviews on Tripster, and rank them.", "Reviews of Hotels on {Tripster}"),
        ("How Large Models Reason", "The Large Models (LM) reason. Large ones do.", "How Large Models Reason"),
        ("Learning to Rank Pages", "Learning matters. We use Rank for pages, or rank them.", "Learning to Rank Pages"),
        ("Tripster: Reviews of Hotels", "We read Tripster, a site.", "Tripster: Reviews of Hotels"),
    ],
)  # fmt: skip
def test_names_keep_their_capitals_in_every_style(title: str, abstract: str, written: str) -> None:
    assert f"title = {{{written}}}" in shown(a_work(title, abstract=abstract))


def test_acronyms_in_the_title_of_proceedings_keep_their_capitals() -> None:
    work = a_work(kind="inproceedings", venue="Workshop on Sets at NeurIPS")
    assert "booktitle = {Workshop on Sets at {NeurIPS}}" in shown(work)


def test_the_ascii_file_writes_other_scripts_in_latin_letters_and_says_so() -> None:
    work = a_work("Иван и дом", (Name("林", "小雨"),), key="k")
    text = exported(FORMATS["bibtex-ascii"], [work], "survey", "Обзор")["survey-ascii.bib"]
    assert text.isascii()
    assert "author = {Lin, XiaoYu}" in text
    assert "title = {Ivan i dom}" in text
    assert "are in Latin ones" in text.splitlines()[1]


def test_abstracts_come_only_on_request() -> None:
    work = a_work(abstract="We show 5% more.", key="k")
    assert "abstract" not in shown(work)
    assert "abstract = {We show 5\\% more.}" in bibtex([entry_of(work, abstracts=True)])


def test_entries_stand_by_key_under_a_header_that_is_no_entry() -> None:
    text = bibtex([entry_of(a_work(key="b")), entry_of(a_work(key="A"))], header="The survey\nmail me@home")
    assert text.startswith("% The survey\n% mail me at home\n\n@misc{A,")
    assert text.index("{A,") < text.index("{b,")
    assert text.endswith("}\n")
    assert bibtex([]) == ""


TEXT = st.text(
    st.one_of(st.sampled_from(list("{}\\$%&#_^~\"',:-@ aBé深😀\u202e\x00\n\ud800")), st.characters()), max_size=40
)
NAMES = st.builds(Name, TEXT, TEXT, TEXT, TEXT, st.booleans())


WILD_WORKS = st.builds(
    lambda title, authors, venue, kind: a_work(
        title,
        tuple(authors),
        venue=venue,
        publisher=venue,
        school=venue,
        pages=venue,
        url="https://x.org/" + venue,
        kind=kind,
        key="k",
        abstract=title,
        doi="10.1/" + venue,
    ),
    TEXT,
    st.lists(NAMES, max_size=4),
    TEXT,
    st.sampled_from(["article", "inproceedings", "book", "preprint", "phdthesis"]),
)


@settings(max_examples=150, deadline=None)
@given(WILD_WORKS, st.sampled_from(["utf-8", "ascii"]))
def test_anything_in_a_record_stays_one_valid_entry(work: Work, charset: str) -> None:
    entry = entry_of(work, abstracts=True)
    text = bibtex([entry], charset)  # type: ignore[arg-type]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        library = bibtexparser.parse_string(text)
        errors.set_strict_mode(True)
        parsed = parse_string(text, "bibtex")
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["k"] == list(parsed.entries)
    people = entry["author"]
    assert len(parsed.entries["k"].persons.get("author", [])) == (
        len(people.people) if isinstance(people, Names) else 0
    )


def test_a_huge_entry_is_still_an_entry() -> None:
    work = a_work("A{" * 50_000, tuple(Name(f"Family{n}", "G.") for n in range(5000)), key="k")
    library = bibtexparser.parse_string(shown(work))
    assert not library.failed_blocks
    assert library.entries[0]["author"].count(" and ") == 4999
