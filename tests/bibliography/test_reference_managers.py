"""What Zotero and search engines find on a page."""

from __future__ import annotations

import html
import json
from html.parser import HTMLParser
from typing import get_args

import pytest

from generator.bibliography.coins import coins
from generator.bibliography.metatags import meta_tags
from generator.bibliography.schema_org import schema_org
from generator.names import Name
from generator.records import Kind
from generator.works import Work
from tests.bibliography.publications import a_work
from tests.bibliography.zotero_rules import read_page, read_span

PEOPLE = [
    ((Name("Vinyals", "Oriol"), Name("Bengio", "Samy")), [("Oriol", "Vinyals"), ("Samy", "Bengio")]),
    ((Name("Mausam"),), [("", "Mausam")]),
    ((Name("Saparov", "Abulhair"),), [("Abulhair", "Saparov")]),
    ((Name("Schaar", "Mihaela M.", "van der"),), [("Mihaela M.", "van der Schaar")]),
    ((Name("Fernandez Astudillo", "Ramón Juan"),), [("Ramón Juan", "Fernandez Astudillo")]),
    (
        (Name("Schaar", "Mihaela", "van der"), Name("Curth", "Alicia")),
        [("Mihaela", "van der Schaar"), ("Alicia", "Curth")],
    ),
    ((Name("King", "Martin Luther", suffix="Jr."), Name("B", "A")), [("Martin Luther Jr.", "King"), ("A", "B")]),
    ((Name("01.AI", corporate=True), Name("Young", "Alex")), [("", "01.AI"), ("Alex", "Young")]),
    ((Name("Google DeepMind", corporate=True),), [("", "Google DeepMind")]),
    (
        (Name("Gemini Team, Google; all of it", corporate=True), Name("Young", "Alex")),
        [("", "Gemini Team Google all of it"), ("Alex", "Young")],
    ),
    (
        (Name("Young", "Alex"), Name("BigScience Workshop", corporate=True)),
        [("Alex", "Young"), ("", "BigScience Workshop")],
    ),
    (tuple(Name(f"Family{n}", f"Given{n} X.") for n in range(70)), [(f"Given{n} X.", f"Family{n}") for n in range(70)]),
]


def without_dots(people: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(first.rstrip("."), last) for first, last in people]


@pytest.mark.parametrize(("authors", "imported"), PEOPLE)
def test_zotero_reads_every_author_of_a_paper_page(authors: tuple[Name, ...], imported: list[tuple[str, str]]) -> None:
    assert without_dots(read_page(meta_tags(a_work(authors=authors))).authors) == without_dots(imported)


@pytest.mark.parametrize(("authors", "imported"), PEOPLE)
def test_zotero_reads_every_author_of_a_list_page(authors: tuple[Name, ...], imported: list[tuple[str, str]]) -> None:
    item = read_span(coins(a_work(authors=authors)))
    assert item is not None
    assert without_dots(item.authors) == without_dots(imported)


def test_a_single_editor_is_one_person() -> None:
    work = a_work(authors="", editors=(Name("Schaar", "Mihaela M.", "van der"),), kind="proceedings")
    assert without_dots(read_page(meta_tags(work)).editors) == [("Mihaela M", "van der Schaar")]


@pytest.mark.parametrize(
    ("fields", "type_", "container"),
    [
        ({"kind": "article", "venue": "TACL", "volume": "3", "number": "2"}, "journalArticle", "TACL"),
        ({"kind": "inproceedings", "venue": "ICLR"}, "conferencePaper", "ICLR"),
        ({"kind": "incollection", "venue": "A Book", "publisher": "P"}, "bookSection", "A Book"),
        ({"kind": "preprint", "arxiv": "1511.06391"}, "preprint", None),
        ({"kind": "phdthesis", "school": "MIT"}, "thesis", None),
        ({"kind": "techreport", "publisher": "RAND"}, "report", None),
        ({"kind": "book", "publisher": "P", "isbn": "9780306406157"}, "book", None),
        ({"kind": "misc"}, "document", None),
    ],
)
def test_zotero_knows_the_type_the_title_and_the_container(
    fields: dict[str, str], type_: str, container: str | None
) -> None:
    work = a_work('Sets & Sequences: <50% "more" = better', doi="10.1000/a(b)c", month=4, pages="12--20", **fields)
    span, page = read_span(coins(work)), read_page(meta_tags(work, "https://survey.example/papers/k/"))
    assert span is not None
    for item in (span, page):
        assert item.type == type_
        assert item.fields["title"] == work.title
        assert item.fields["DOI"] == "10.1000/a(b)c"
        assert item.fields["pages"] == "12-20"
        assert item.fields["url"] == "https://doi.org/10.1000/a(b)c"
        found = {item.fields.get(name) for name in ("publicationTitle", "conferenceName", "bookTitle")} - {None}
        assert found == ({container} if container else set())
    assert (span.fields["date"], page.fields["date"]) == ("2016-04", "2016/04")


def test_a_preprint_offers_its_pdf_and_its_arxiv_id() -> None:
    tags = dict(meta_tags(a_work(arxiv="1511.06391", kind="preprint"), "https://survey.example/papers/k/"))
    assert tags["citation_pdf_url"] == "https://arxiv.org/pdf/1511.06391"
    assert tags["citation_arxiv_id"] == "1511.06391"
    assert tags["citation_abstract_html_url"] == "https://survey.example/papers/k/"
    assert tags["citation_technical_report_number"] == "arXiv:1511.06391"
    assert tags["citation_doi"] == "10.48550/arXiv.1511.06391"
    published = a_work(arxiv="1511.06391", doi="10.48550/arxiv.1511.06391", kind="inproceedings", venue="ICLR")
    assert "citation_doi" not in dict(meta_tags(published))


def test_a_paper_of_a_conference_keeps_the_title_of_its_proceedings_and_its_type() -> None:
    work = a_work(kind="inproceedings", venue="ICLR", container="International Conference on Learning Representations")
    tags = meta_tags(work)
    names = [name for name, _ in tags]
    assert names.index("citation_inbook_title") < names.index("citation_conference_title")
    item = read_page(tags)
    assert (item.type, item.fields["publicationTitle"]) == ("conferencePaper", work.container)


def test_a_page_gives_the_language_of_its_work() -> None:
    tags = dict(meta_tags(a_work(language="zh", kind="article", venue="J")))
    assert (tags["citation_language"], tags["DC.language"]) == ("zh", "zh")


def test_a_page_with_several_spans_offers_each_work() -> None:
    works = [a_work(f"Title {n}", arxiv=f"1511.0000{n}", kind="preprint") for n in range(3)]
    page = "".join(f'<span class="Z3988" title="{html.escape(coins(work))}"></span>' for work in works)
    found: list[str] = []

    class Spans(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if dict(attrs).get("class") == "Z3988":
                found.append(dict(attrs)["title"] or "")

    Spans().feed(page)
    assert [item.fields["title"] for item in map(read_span, found) if item] == ["Title 0", "Title 1", "Title 2"]


def test_search_engines_learn_about_an_article() -> None:
    work: Work = a_work(
        authors=(Name("Berg", "Jan", "van der"), Name("01.AI", corporate=True)),
        kind="article",
        venue="J",
        doi="10.1000/x",
        month=2,
    )
    described = schema_org(work, "https://survey.example/papers/k/")
    assert described["@type"] == "ScholarlyArticle"
    assert described["author"] == [
        {"@type": "Person", "name": "Jan van der Berg", "familyName": "van der Berg", "givenName": "Jan"},
        {"@type": "Organization", "name": "01.AI"},
    ]
    assert (described["datePublished"], described["isPartOf"]["name"], described["identifier"]) == (
        "2016-02",
        "J",
        ["doi:10.1000/x"],
    )
    assert json.loads(json.dumps(described)) == described


# Which of the types has which of the properties that we give: https://schema.org, version 29.
ON_CREATIVE_WORK = {
    "name", "headline", "author", "editor", "datePublished", "isPartOf", "publisher", "abstract", "keywords", "inLanguage", "identifier",
    "sameAs", "url",
}  # fmt: skip
PROPERTIES = {
    "ScholarlyArticle": ON_CREATIVE_WORK | {"pageStart", "pageEnd"}, "Chapter": ON_CREATIVE_WORK | {"pageStart", "pageEnd"},
    "Book": ON_CREATIVE_WORK | {"isbn", "bookEdition"}, "Report": ON_CREATIVE_WORK | {"reportNumber"}, "Thesis": ON_CREATIVE_WORK,
    "Dataset": ON_CREATIVE_WORK, "SoftwareApplication": ON_CREATIVE_WORK, "Periodical": {"name"}, "BookSeries": {"name"},
    "PublicationVolume": {"volumeNumber", "isPartOf"}, "PublicationIssue": {"issueNumber", "isPartOf"}, "Organization": {"name"},
    "Person": {"name", "familyName", "givenName", "honorificSuffix"},
}  # fmt: skip


def assert_valid(thing: object) -> None:
    if isinstance(thing, list):
        for part in thing:
            assert_valid(part)
    elif isinstance(thing, dict):
        assert set(thing) - {"@type", "@context"} <= PROPERTIES[thing["@type"]], thing
        for part in thing.values():
            assert_valid(part)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_property_stands_on_a_type_that_has_it(kind: Kind) -> None:
    work = a_work(
        authors=(Name("King", "Martin", suffix="Jr."),), editors=(Name("01.AI", corporate=True),), kind=kind, venue="V", volume="3", number="2",
        pages="1-9", series="LNCS", publisher="P", school="S", language="en", abstract="A.", isbn="9780306406157", keywords=("k",),
        extra=(("edition", "2"),),
    )  # fmt: skip
    assert_valid(schema_org(work, "https://survey.example/papers/k/"))


def test_an_issue_is_part_of_a_volume_which_is_part_of_a_journal() -> None:
    described = schema_org(a_work(kind="article", venue="TACL", volume="3", number="2"))
    assert described["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "2",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "3",
            "isPartOf": {"@type": "Periodical", "name": "TACL"},
        },
    }
    assert not {"volumeNumber", "issueNumber"} & set(described)
