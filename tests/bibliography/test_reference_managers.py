"""What Zotero and search engines find on a page."""

from __future__ import annotations

import html
import json
from html.parser import HTMLParser

import pytest

from generator.bibliography.coins import coins
from generator.bibliography.metatags import meta_tags, schema_org
from generator.names import Name
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
    assert "citation_doi" not in dict(meta_tags(a_work(doi="10.48550/arxiv.1511.06391")))


def test_a_page_with_several_spans_offers_each_work() -> None:
    works = [a_work(f"Title {n}", arxiv=f"1511.0000{n}", kind="preprint") for n in range(3)]
    page = "".join(f'<span class="Z3988" title="{html.escape(coins(work))}"></span>' for work in works)
    found: list[str] = []

    class Spans(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if dict(attrs).get("class") == "Z3988":
                found.append(dict(attrs)["title"] or "")

    Spans().feed(page)
    assert [item.fields["title"] for title in found if (item := read_span(title))] == ["Title 0", "Title 1", "Title 2"]


def test_search_engines_are_told_of_an_article() -> None:
    work: Work = a_work(
        authors=(Name("Berg", "Jan", "van der"), Name("01.AI", corporate=True)),
        kind="article",
        venue="J",
        doi="10.1000/x",
        month=2,
    )
    told = schema_org(work, "https://survey.example/papers/k/")
    assert told["@type"] == "ScholarlyArticle"
    assert told["author"] == [
        {"@type": "Person", "name": "Jan van der Berg", "familyName": "van der Berg", "givenName": "Jan"},
        {"@type": "Organization", "name": "01.AI"},
    ]
    assert (told["datePublished"], told["isPartOf"]["name"], told["identifier"]) == ("2016-02", "J", ["doi:10.1000/x"])
    assert json.loads(json.dumps(told)) == told
    assert "volumeNumber" not in told
