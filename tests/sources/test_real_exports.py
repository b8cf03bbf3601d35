"""What services really write into their exports: columns, tags and furniture of their own."""

from __future__ import annotations

import json

import pytest

from generator.records import Record
from tests.sources.conftest import Read

WOS_TAGS = "PT\tAU\tAF\tTI\tSO\tLA\tDT\tSP\tDE\tID\tAB\tNR\tTC\tPU\tPD\tPY\tVL\tIS\tBP\tEP\tAR\tDI\tPG\tUT\tPM"
WOS_ROW = (
    "J\tLewis, GF; Adeli, K\tLewis, Gary F.; Adeli, Khosrow\tSoil carbon under till\tGEODERMA\tEnglish\tArticle\tSponsor\tsoil; carbon\tKEYWORD PLUS\tAbs.\t40\t12"
    "\tELSEVIER\tMAY 1\t2020\t361\t2\t114\t121\t\t10.1000/soil.2020.1\t8\tWOS:000512345600001\t31234567"
)


def names(record: Record) -> list[tuple[str, str]]:
    return [(name.last, name.given) for name in record.authors]


def test_the_number_of_pages_in_a_web_of_science_table_is_not_the_pages(read: Read) -> None:
    (record,) = read(f"\ufeff{WOS_TAGS}\r\n{WOS_ROW}\r\n", "savedrecs.txt").records
    assert (record.pages, record.id, record.year, record.month) == ("114-121", "WOS:000512345600001", 2020, 5)
    assert record.keywords == ("soil", "carbon")


def test_of_two_columns_of_types_the_one_that_says_something_counts(read: Read) -> None:
    (record,) = read(
        'Publication Type,Article Title,Document Type,Author Full Names\nJ,Soil carbon,Article,"Lewis, Gary F."\n',
        "a.csv",
    ).records
    assert record.kind == "article"


def test_scopus_says_in_words_that_nobody_is_the_author(read: Read) -> None:
    head = '"Authors","Author full names","Title","Year","Source title","Art. No.","Document Type","Source"\n'
    row = '"[No author name available]","[No author name available]","Proceedings of Soil","2020","CEUR","114121","Conference review","Scopus"\n'
    (record,) = read(head + row, "scopus.csv").records
    assert (record.authors, record.kind, record.pages, record.venue) == ((), "proceedings", "114121", "CEUR")


def test_publish_or_perish_writes_0_for_what_it_does_not_know(read: Read) -> None:
    (record,) = read(
        'Authors,Title,Year,Source,Volume,Issue,StartPage,EndPage\n"GF Lewis, K Adeli",Soil carbon,2020,Geoderma,0,0,0,0\n',
        "pop.csv",
    ).records
    assert (record.volume, record.number, record.pages) == ("", "", "")
    assert names(record) == [("Lewis", "GF"), ("Adeli", "K")]


def test_openalex_tables(read: Read) -> None:
    head = "id,doi,display_name,publication_year,type,primary_location.source.display_name,authorships.author.display_name,biblio.volume,biblio.first_page,ids.pmid\n"
    row = "https://openalex.org/W1,https://doi.org/10.1000/a.1,Soil carbon,2020,article,Geoderma,Gary F. Lewis|Khosrow Adeli,361,114,https://pubmed.ncbi.nlm.nih.gov/31234567\n"
    (record,) = read(head + row, "works.csv").records
    assert names(record) == [("Lewis", "Gary F."), ("Adeli", "Khosrow")]
    assert (record.venue, record.volume, record.pages, record.identifier("pmid")) == (
        "Geoderma",
        "361",
        "114",
        "31234567",
    )


@pytest.mark.parametrize(
    "authors",
    [
        '"[\'Gary Lewis\', ""Khosrow O\'Adeli""]"',
        "\"[{'name': 'Gary Lewis'}, {'name': \"\"Khosrow O'Adeli\"\"}]\"",
        '"[""Gary Lewis"", ""Khosrow O\'Adeli""]"',
    ],
)
def test_a_list_that_a_data_frame_wrote_into_a_cell(read: Read, authors: str) -> None:
    (record,) = read(f"title,authors,year\nSoil carbon,{authors},2020.0\n", "frame.csv").records
    assert names(record) == [("Lewis", "Gary"), ("O'Adeli", "Khosrow")]
    assert record.year == 2020


def test_springerlink_puts_nothing_between_authors(read: Read) -> None:
    head = (
        "Item Title,Publication Title,Journal Volume,Journal Issue,Item DOI,Authors,Publication Year,URL,Content Type\n"
    )
    (record,) = read(
        head + "Soil carbon,Geoderma,361,2,10.1007/a.1,Gary F. LewisKhosrow McAdeli,2020,http://x.org,Article\n",
        "springer.csv",
    ).records
    assert names(record) == [("Lewis", "Gary F."), ("McAdeli", "Khosrow")]
    assert (record.title, record.venue, record.volume, record.identifier("doi"), record.kind) == (
        "Soil carbon",
        "Geoderma",
        "361",
        "10.1007/a.1",
        "article",
    )


def test_keys_of_dblp_say_of_which_kind_a_work_is(read: Read) -> None:
    text = "id,title,authors,venue,year\nconf/vldb/CuiW01,Lineage,A. Cui,VLDB,2001\njournals/tods/LuH99,Views,B. Lud&#228;scher,ACM Trans. Database Syst.,1999\n"
    paper, article = read(text, "dblp.csv").records
    assert (paper.kind, article.kind) == ("inproceedings", "article")
    assert names(article) == [("Ludäscher", "B.")]


def test_cochrane_ris_has_tags_of_its_own(read: Read) -> None:
    text = """Provider: John Wiley & Sons, Ltd
Content:text/plain; charset="UTF-8"

TY  - JOUR
AN  - CN-01234567
AU  - Lewis, GF
TI  - Soil carbon: a trial
SO  - Geoderma
YR  - 2020
VL  - 361
NO  - 2
PG  - 114\u2010121
PM  - PUBMED 31234567
KY  - soil; carbon
DOI - 10.1000/soil.2020.1
AB  - Abstract here.
ER  -
"""
    reading = read(text, "cochrane.ris")
    (record,) = reading.records
    assert (record.venue, record.year, record.number, record.pages, record.keywords) == (
        "Geoderma",
        2020,
        "2",
        "114-121",
        ("soil", "carbon"),
    )
    assert (record.identifier("doi"), record.identifier("pmid")) == ("10.1000/soil.2020.1", "31234567")
    assert not reading.left_out


def test_ovid_tells_the_pubmed_id_in_the_address(read: Read) -> None:
    text = "TY  - JOUR\nID  - 31234567\nT1  - Soil carbon under till.\nUR  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&PAGE=fulltext&D=medl&AN=31234567\nER  - \n"
    (record,) = read(text, "ovid.ris").records
    assert (record.title, record.identifier("pmid")) == ("Soil carbon under till", "31234567")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Soil carbon under till.", "Soil carbon under till"),
        ("Studies of Culex spp.", "Studies of Culex spp."),
        ("Soil and more...", "Soil and more..."),
    ],
)
def test_a_full_stop_at_the_end_is_no_part_of_a_title(read: Read, title: str, shown: str) -> None:
    (record,) = read(f"TY  - JOUR\nTI  - {title}\nER  - \n", "a.ris").records
    assert record.title == shown


def test_a_translated_title_loses_both_brackets(read: Read) -> None:
    (record,) = read("PMID- 1234567\nTI  - [Soil carbon under till].\n\n", "a.nbib").records
    assert record.title == "Soil carbon under till"


def test_refer_as_google_scholar_exports_it(read: Read) -> None:
    text = "%0 Journal Article\n%T Soil carbon under till\n%A Lewis, Gary F\n%A Adeli, Khosrow\n%J Geoderma\n%V 361\n%N 2\n%P 114-121\n%@ 0016-7061\n%D 2020\n%I Elsevier\n\n"
    reading = read(text + text.replace("till", "grass"), "scholar.enw")
    assert reading.format == "EndNote (refer)"
    assert [(record.origin.line, record.title) for record in reading.records] == [
        (1, "Soil carbon under till"),
        (13, "Soil carbon under grass"),
    ]
    record = reading.records[0]
    assert (record.kind, record.venue, record.volume, record.number, record.pages, record.year) == (
        "article",
        "Geoderma",
        "361",
        "2",
        "114-121",
        2020,
    )


def test_endnote_tells_pubmed_ids_as_accession_numbers(read: Read) -> None:
    record = "<rec-number>1</rec-number><titles><title>Soil</title></titles><isbn>0957-9672 (Print)&#xD;0957-9672</isbn><accession-num>31234567</accession-num>"
    name = "<remote-database-name>PubMed</remote-database-name>"
    (read_record,) = read(f"<xml><records><record>{record}{name}</record></records></xml>", "a.xml").records
    assert [str(one.scheme) for one in read_record.identifiers] == ["pmid"]


def test_the_name_of_a_journal_is_no_title(read: Read) -> None:
    (record,) = read(
        json.dumps(
            [{"abstract": "Soil holds carbon.", "journal": {"name": "Geoderma", "id": "j1"}, "doi": "10.1000/a.1"}]
        ),
        "a.json",
    ).records
    assert (record.title, record.venue, record.id) == ("", "Geoderma", None)


def test_embase_tables_put_the_citation_where_the_journal_belongs(read: Read) -> None:
    head = '"Title","Author Names","Source","Publication Year","Volume","First Page","Last Page","Medline PMID"\n'
    row = '"Soil carbon","Lewis G.F., van der Berg J.-P.","Geoderma (2020) 361:2 (114-121). Date of Publication: 1 May 2020","2020","361","114","121","31234567"\n'
    (record,) = read(head + row, "embase.csv").records
    assert (record.venue, record.pages, record.identifier("pmid")) == ("Geoderma", "114-121", "31234567")
    assert names(record) == [("Lewis", "G.F."), ("van der Berg", "J.-P.")]


def test_a_link_in_the_column_of_dois_is_followed(read: Read) -> None:
    (record,) = read("Paper Title,DOI/Link\nSoil nets,https://arxiv.org/abs/2101.00001\n", "hand.csv").records
    assert (record.identifier("arxiv"), record.url) == ("2101.00001", "https://arxiv.org/abs/2101.00001")
