"""What arXiv, envelopes of JSON and lists in Markdown really hold."""

from __future__ import annotations

import json

from generator.records import Record
from tests.sources.conftest import Read


def names(record: Record) -> list[tuple[str, str]]:
    return [(name.last, name.given) for name in record.authors]


def test_metadata_of_arxiv_as_one_object_a_line(read: Read) -> None:
    item = {
        "id": "0704.0001",
        "authors": "C. Bal\\'azs, C.-P. Yuan",
        "title": "Calculation of prompt\n  diphoton production",
        "journal-ref": "Phys.Rev.D76:013009,2007",
        "doi": "10.1103/PhysRevD.76.013009",
        "categories": "hep-ph hep-ex",
        "abstract": "  A calculation.\n",
        "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}],
        "authors_parsed": [["Balázs", "C.", ""], ["Yuan", "C. -P.", ""]],
    }
    reading = read(
        json.dumps(item) + "\n" + json.dumps({**item, "id": "0704.0002", "doi": None, "journal-ref": None}),
        "arxiv.jsonl",
    )
    assert reading.format == "arXiv metadata"
    published, preprint = reading.records
    assert names(published) == [("Balázs", "C."), ("Yuan", "C.-P.")]
    assert (published.kind, published.year, published.volume, published.primary_class) == (
        "article",
        2007,
        "76",
        "hep-ph",
    )
    assert (preprint.kind, preprint.year, preprint.month, preprint.identifier("arxiv")) == (
        "preprint",
        2007,
        4,
        "0704.0002",
    )


def test_works_inside_envelopes(read: Read) -> None:
    creators = [
        {"creatorType": "author", "firstName": "Gary", "lastName": "Lewis"},
        {"creatorType": "editor", "name": "Soil Group"},
    ]
    zotero = [
        {
            "key": "ABCD",
            "data": {
                "key": "ABCD",
                "itemType": "journalArticle",
                "title": "Soil",
                "creators": creators,
                "publicationTitle": "Geoderma",
            },
        }
    ]
    info = {
        "authors": {"author": [{"@pid": "1", "text": "Gary Lewis 0001"}]},
        "title": "Soil nets.",
        "venue": "VLDB",
        "year": "2020",
        "key": "conf/vldb/Lewis20",
    }
    dblp = {"result": {"hits": {"hit": [{"@id": "1", "info": info}]}}}
    europe = {
        "resultList": {
            "result": [
                {
                    "pmid": "31234567",
                    "title": "Soil.",
                    "authorString": "Lewis GF, Adeli K.",
                    "journalTitle": "Geoderma",
                    "pageInfo": "1-9",
                }
            ]
        }
    }
    (record,) = read(json.dumps(zotero), "zotero.json").records
    assert (names(record), len(record.editors), record.kind, record.venue) == (
        [("Lewis", "Gary")],
        1,
        "article",
        "Geoderma",
    )
    (record,) = read(json.dumps(dblp), "dblp.json").records
    assert (names(record), record.title, record.kind) == ([("Lewis", "Gary")], "Soil nets", "inproceedings")
    (record,) = read(json.dumps(europe), "europe.json").records
    assert (names(record), record.identifier("pmid"), record.pages) == (
        [("Lewis", "GF"), ("Adeli", "K")],
        "31234567",
        "1-9",
    )


def test_family_names_stand_first_where_they_do_in_the_rest_of_the_list(read: Read) -> None:
    (record,) = read("TY  - JOUR\nTI  - Soil\nAU  - Smith BT\nAU  - Dinshaw AW\nER  - \n", "a.ris").records
    assert names(record) == [("Smith", "BT"), ("Dinshaw", "AW")]
    (record,) = read("TY  - JOUR\nTI  - Soil\nAU  - Wei LI\nAU  - Yi XU\nER  - \n", "a.ris").records
    assert names(record) == [("LI", "Wei"), ("XU", "Yi")]


def test_tables_of_papers_in_markdown_with_named_columns(read: Read) -> None:
    text = """# Papers
| Title | Authors | Venue | Date | Code |
|:--|:--:|---|---|---|
| ![Star](https://img.shields.io/x) <br> [**Soil nets**](https://arxiv.org/abs/2102.00002) | Gary Lewis, K. Adeli | ICLR | 2021-02-01 | [Github](https://github.com/c/d) |
| Soil carbon | Lewis et al. | ICML 2020 | | [pdf](https://doi.org/10.1000/soil.1) |
| Soil kit | | | | [code](https://github.com/x/y) |
"""
    reading = read(text, "list.md")
    nets, carbon = reading.records
    assert (nets.title, nets.venue, nets.year, nets.month, nets.identifier("arxiv")) == (
        "Soil nets",
        "ICLR",
        2021,
        2,
        "2102.00002",
    )
    assert names(nets) == [("Lewis", "Gary"), ("Adeli", "K.")]
    assert (carbon.title, carbon.venue, carbon.year, carbon.authors_truncated) == ("Soil carbon", "ICML", 2020, True)
    assert [(piece.origin.line, piece.title) for piece in reading.left_out] == [(6, "Soil kit")]


def test_authors_beside_a_title_in_a_list_and_what_is_no_list_of_authors(read: Read) -> None:
    text = """# Papers
- **Soil nets**. Gary Lewis, Khosrow Adeli. NeurIPS 2020. [[Paper](https://arxiv.org/abs/2102.00002)]
- [2021/05] **Soil four**, Gary Lewis, et al. [[paper]](https://arxiv.org/abs/2105.00004)
- [Soil data](https://arxiv.org/abs/2105.00005), A Large Dataset, Soil Benchmark
- [Soil review](https://arxiv.org/abs/2105.00006) - covers till, grass and water
"""
    nets, four, data, review = read(text, "list.md").records
    assert (nets.title, names(nets)) == ("Soil nets", [("Lewis", "Gary"), ("Adeli", "Khosrow")])
    assert (four.title, names(four), four.authors_truncated) == ("Soil four", [("Lewis", "Gary")], True)
    assert (data.authors, review.authors) == ((), ())


def test_what_stands_in_a_column_of_journals_is_an_article_unless_its_name_says_it_was_a_meeting(read: Read) -> None:
    rows = 'Titel;Verfasser;Jahr;Zeitschrift\nErnährung und Schlaf;"Müller, Jürgen";2010;Diabetologe\nOn food;"Doe, Jane";2011;Conference on Food\nOn air;"Doe, Jane";2012;\n'
    assert [record.kind for record in read(rows, "a.csv").records] == ["article", None, None]
    assert [
        record.kind for record in read("Title,Year,Conference/Journal\nOn food,2011,FoodConf\n", "a.csv").records
    ] == [None]
