"""What services write in their own way: placeholders, empty columns, references in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.settings import Settings
from generator.records import Record
from generator.sources.reading import read_file
from tests.sources.conftest import Read


def records(tmp_path: Path, text: str) -> tuple[Record, ...]:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    return read_file(file, "sources/a.txt", Settings()).records


def test_scopus_rows_without_full_names_have_their_short_ones(tmp_path: Path) -> None:
    head = '"Authors","Author full names","Author(s) ID","Title","Year","Source title","DOI","Abstract","Document Type","Source"\n'
    full = '"Silva M.; Costa R.","Silva, Marta (57190000000); Costa, Rui (57190000001)","1; 2","Roots","2018","Plant and Soil","","Deep.","Article","Scopus"\n'
    short = '"Li W.; Doe J.","","1; 2","A paper on roots","2020","Lecture Notes in Computer Science","","[No abstract available]","Conference Paper","Scopus"\n'
    first, second = records(tmp_path, head + full + short)
    assert [name.as_last_first for name in first.authors] == ["Silva, Marta", "Costa, Rui"]
    assert [name.as_last_first for name in second.authors] == ["Li, W.", "Doe, J."]
    assert (second.kind, second.venue, second.abstract) == ("inproceedings", "Lecture Notes in Computer Science", "")


def test_scopus_conference_papers_in_ris_and_bibtex_are_papers_in_proceedings(tmp_path: Path) -> None:
    ris = (
        "TY  - JOUR\nTI  - Roots\nT2  - Lecture Notes in Computer Science\nM3  - Conference Paper\nPY  - 2020\nER  - \n"
    )
    bib = "@article{a, title={Roots}, journal={Lecture Notes in Computer Science}, year={2020}, document_type={Conference Paper}}\n"
    assert [record.kind for text in (ris, bib) for record in records(tmp_path, text)] == [
        "inproceedings",
        "inproceedings",
    ]


def test_a_chapter_in_ris_is_in_a_collection(tmp_path: Path) -> None:
    (record,) = records(tmp_path, "TY  - CHAP\nTI  - Roots\nT2  - Handbook of Soil\nAU  - Li, W.\nPY  - 2020\nER  - \n")
    assert (record.kind, record.venue) == ("incollection", "Handbook of Soil")


@pytest.mark.parametrize(
    "abstract",
    ["[No abstract available]", "No abstract available.", "Abstract not available", "N/A", "-", "NO_ABSTRACT"],
)
def test_a_placeholder_is_no_abstract(tmp_path: Path, abstract: str) -> None:
    (record,) = records(tmp_path, f"title,year,abstract\nSoil and iron,2020,{abstract}\n")
    assert record.abstract == ""


def test_pubmed_tables_lose_the_final_full_stop_of_titles(tmp_path: Path) -> None:
    head = "PMID,Title,Authors,Journal/Book,Publication Year,DOI\n"
    rows = '30123456,Night shifts: a review.,"Smith JR 3rd, Li W.",J Adv Nurs,2019,\n30123457,What then?,"Li W.",J Adv Nurs,2019,\n'
    first, second = records(tmp_path, head + rows)
    assert (first.title, second.title) == ("Night shifts: a review", "What then?")
    assert first.authors[0].as_last_first == "Smith, 3rd, JR"


@pytest.mark.parametrize(
    "columns", ["Titel;Autor;Jahr", "Titel;Autoren;Jahr", "Titre;Auteur(s);Année", "Título;Autores;Año"]
)
def test_columns_in_other_languages(tmp_path: Path, columns: str) -> None:
    (record,) = records(tmp_path, f"{columns}\nSoil and iron;Okonkwo, Ada;2020\n")
    assert (record.title, record.authors[0].as_last_first, record.year) == ("Soil and iron", "Okonkwo, Ada", 2020)


FEED = (
    "<feed><entry><id>http://arxiv.org/abs/1903.01234v2</id><published>2019-03-04T17:59:59Z</published><title>Roots</title><summary>Deep.</summary>"
    "<author><name>Wei Li</name></author>%s</entry></feed>"
)


@pytest.mark.parametrize(
    ("reference", "kind", "venue", "volume", "pages", "year"),
    [
        ("Nature 521, 436-444 (2020)", "article", "Nature", "521", "436-444", 2020),
        ("Phys. Rev. Lett. 116, 061102 (2019)", "article", "Phys. Rev. Lett", "116", "061102", 2019),
        (
            "Journal of Machine Learning Research 21 (2020) 1-67",
            "article",
            "Journal of Machine Learning Research",
            "21",
            "1-67",
            2020,
        ),
        (
            "Journal of Machine Learning Research, 21(140):1-67, 2020",
            "article",
            "Journal of Machine Learning Research",
            "21",
            "1-67",
            2020,
        ),
        ("NeurIPS 2020", "inproceedings", "NeurIPS", "", "", 2020),
        (
            "In Proceedings of the Conference on Roots, pages 84-91, 2020",
            "inproceedings",
            "Proceedings of the Conference on Roots",
            "",
            "84-91",
            2020,
        ),
        ("a note to appear, who knows where", "preprint", "", "", "", 2019),
    ],
)
def test_an_arxiv_journal_reference(
    tmp_path: Path, reference: str, kind: str, venue: str, volume: str, pages: str, year: int
) -> None:
    (record,) = records(tmp_path, FEED % f"<journal_ref>{reference}</journal_ref>")
    assert (record.kind, record.venue, record.volume, record.pages, record.year) == (kind, venue, volume, pages, year)
    assert ("journal_ref", reference) in record.extra
    assert record.month == (3 if year == 2019 else None)


def test_an_arxiv_entry_with_a_doi_is_an_article(tmp_path: Path) -> None:
    (record,) = records(tmp_path, FEED % "<doi>10.1234/alife.2019.7</doi>")
    assert record.kind == "article"


@pytest.mark.parametrize(
    "rest",
    [
        '"venue": "NIPS", "journal": {"volume": "abs/1706.03762"}',
        '"venue": "Neural Information Processing Systems", "journal": {"name": "ArXiv", "volume": "abs/1706.03762"}, "publicationTypes": ["JournalArticle"]',
        '"venue": "Annual Meeting of the Association", "publicationVenue": {"type": "conference"}, "publicationTypes": ["JournalArticle", "Conference"]',
    ],
)
def test_semantic_scholars_conference_papers(tmp_path: Path, rest: str) -> None:
    (record,) = records(
        tmp_path,
        '{"paperId": "204e", "title": "Attention", "year": 2017, "externalIds": {"ArXiv": "1706.03762"}, ' + rest + "}",
    )
    assert (record.kind, record.volume, record.identifier("arxiv")) == ("inproceedings", "", "1706.03762")
    assert record.venue


def test_semantic_scholars_preprints_have_no_venue(tmp_path: Path) -> None:
    (record,) = records(
        tmp_path,
        '{"paperId": "2", "title": "A", "year": 2017, "venue": "arXiv.org", "journal": {"name": "ArXiv", "volume": "abs/1706.03762"}}',
    )
    assert (record.kind, record.venue, record.volume, record.identifier("arxiv")) == ("preprint", "", "", "1706.03762")


def test_markdown_lists_in_their_usual_forms(tmp_path: Path) -> None:
    found = records(
        tmp_path,
        """# Awesome reasoning
- (ICLR 2023) ReAct: Synergizing Reasoning and Acting in Language Models. [[Paper]](https://arxiv.org/abs/2210.03629)
- **[ICLR 2024]** MetaMath: Bootstrap Your Own Questions. [[Paper](https://arxiv.org/abs/2309.12284)] [[Code](https://github.com/x/y)]
- [Chain-of-Thought Prompting](https://arxiv.org/abs/2201.11903) - Jason Wei et al. NeurIPS 2022
- Wei et al. (2022). [Emergent Abilities of Large Language Models](https://openreview.net/forum?id=yzkSU5zdwD)
- [Tree of Thoughts](https://arxiv.org/abs/2305.10601), Shunyu Yao, Dian Yu, 2023.
- [2023/05] **Some Title Of A Work** [[paper]](https://arxiv.org/abs/2305.10603)
- [Computing in 2020: a plan](https://arxiv.org/abs/2005.10603)
""",
    )
    assert [(r.title, r.venue, r.year, [name.family for name in r.authors]) for r in found] == [
        ("ReAct: Synergizing Reasoning and Acting in Language Models", "ICLR", 2023, []),
        ("MetaMath: Bootstrap Your Own Questions", "ICLR", 2024, []),
        ("Chain-of-Thought Prompting", "NeurIPS", 2022, ["Wei"]),
        ("Emergent Abilities of Large Language Models", "", 2022, ["Wei"]),
        ("Tree of Thoughts", "", 2023, ["Yao", "Yu"]),
        ("Some Title Of A Work", "", 2023, []),
        ("Computing in 2020: a plan", "", None, []),
    ]
    assert [r.authors_truncated for r in found[2:4]] == [True, True]


def test_csl_json_whose_authors_end_in_others_has_nobody_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        '[{"type": "article-journal", "title": "Soil", "issued": {"date-parts": [[2020]]}, "author": [{"family": "Li", "given": "Wei"}, {"literal": "others"}]}]'
    )
    (record,) = read_file(tmp_path / "a.json", "sources/a.json", Settings()).records
    assert [name.family for name in record.authors] == ["Li"]
    assert record.authors_truncated


def test_isbn_and_issn_are_told_apart_in_the_one_field_that_a_format_has_for_both(read: Read) -> None:
    book, journal = read(
        "TY  - BOOK\nTI  - Roots\nSN  - 978 3 16 148410 0\nER  - \nTY  - JOUR\nTI  - Soil\nSN  - 0317-8471 (Print) 2434-561X (Online)\nER  - \n"
    ).records
    refer = read("%0 Book\n%T Roots\n%@ 978 3 16 148410 0\n\n%0 Journal Article\n%T Soil\n%@ 0317-8471\n").records

    assert [record.identifier("isbn") for record in (book, journal, *refer)] == [
        "9783161484100",
        None,
        "9783161484100",
        None,
    ]
    assert journal.extra == (("issn", "0317-8471"), ("issn", "2434-561X"))
    assert refer[1].extra == (("issn", "0317-8471"),)


def test_a_translated_title_loses_its_brackets_and_not_those_within(read: Read) -> None:
    (record,) = read("PMID- 1\nTI  - [Roots [in vitro] and soil].\n").records
    assert record.title == "Roots [in vitro] and soil"
