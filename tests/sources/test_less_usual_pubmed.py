"""PubMed's less usual forms: books in XML, the CSV of its old website; and theses of RefWorks."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read

ARTICLE = (
    "<PubmedArticle><MedlineCitation><PMID>111</PMID><Article><ArticleTitle>Otters</ArticleTitle></Article>"
    "</MedlineCitation></PubmedArticle>"
)
BOOK = """<PubmedBookArticle><BookDocument><PMID Version="1">20301295</PMID><Book><Publisher>
<PublisherName>Otter Press</PublisherName><PublisherLocation>Seattle (WA)</PublisherLocation></Publisher>
<BookTitle book="o">All about otters</BookTitle><PubDate><Year>1993</Year></PubDate>
<AuthorList Type="editors"><Author><LastName>Adam</LastName><ForeName>Ann</ForeName></Author></AuthorList></Book>{chapter}
<Language>eng</Language><AuthorList Type="authors"><Author><LastName>Roe</LastName><ForeName>Bo</ForeName></Author>
</AuthorList><Abstract><AbstractText>They swim.</AbstractText></Abstract></BookDocument></PubmedBookArticle>"""
CHAPTER = "<ArticleTitle>Otters overview</ArticleTitle>"


@pytest.mark.parametrize("articles", ["", ARTICLE])
def test_books_in_xml_are_read_with_or_without_articles(read: Read, articles: str) -> None:
    text = f"<PubmedArticleSet>{BOOK.format(chapter=CHAPTER)}{articles}{BOOK.format(chapter='')}</PubmedArticleSet>"
    reading = read(text, "a.xml")
    *others, chapter, book = reading.records
    assert [record.title for record in others] == (["Otters"] if articles else [])
    assert (chapter.title, chapter.venue, chapter.kind, chapter.year) == (
        "Otters overview",
        "All about otters",
        "incollection",
        1993,
    )
    assert (book.title, book.venue, book.kind, book.publisher) == ("All about otters", "", "book", "Otter Press")
    assert [(name.family, name.given) for name in chapter.authors + chapter.editors] == [("Roe", "Bo"), ("Adam", "Ann")]
    assert (chapter.abstract, chapter.identifier("pmid"), reading.left_out) == ("They swim.", "20301295", ())


@pytest.mark.parametrize("address", ["/pubmed/31900001", "pubmed/31900001", "/pubmed/31900001/"])
def test_the_old_csv_gives_people_place_and_id(read: Read, address: str) -> None:
    table = (
        "Title,URL,Description,Details,ShortDetails,Resource,Type,Identifiers,Db,EntrezUID,Properties\n"
        f'"Night shifts.",{address},"Roe AB, Doe C.","J Otter. 2019 Dec 19;19(1):244. doi: 10.1186/s1.",'
        "J Otter.  2019,PubMed,citation,PMID:31900001,pubmed,31900001,x\n"
    )
    (record,) = read(table, "a.csv").records
    assert (record.title, record.year, record.volume, record.pages) == ("Night shifts", 2019, "19", "244")
    assert ([name.family for name in record.authors], record.abstract) == (["Roe", "Doe"], "")
    assert (record.identifier("pmid"), record.url) == (
        "31900001",
        f"https://pubmed.ncbi.nlm.nih.gov/{address.split('pubmed/')[1]}",
    )


def test_an_address_of_that_form_is_an_id_in_any_table(read: Read) -> None:
    (record,) = read("Title,URL\nOtters,/pubmed/31900003\n", "a.csv").records
    assert record.identifier("pmid") == "31900003"


@pytest.mark.parametrize(("kind", "ours"), [("Dissertation/Thesis", "phdthesis"), ("Book, Section", "incollection")])
def test_types_of_refworks_with_signs_are_known(read: Read, kind: str, ours: str) -> None:
    (record,) = read(f"RT {kind}\nA1 Ngata,Hana\nT1 Flax\nYR 1999\nPB University of Otago\n", "a.txt").records
    assert (record.title, record.kind) == ("Flax", ours)
