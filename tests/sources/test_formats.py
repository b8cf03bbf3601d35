"""Every format, recognised by content, from a real-shaped file: what a person would look for in the records."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.config.settings import Settings
from generator.records import SourceReading
from generator.sources.reading import read_file

DATA = Path(__file__).resolve().parents[1] / "data" / "sources"
SOIL = "Soil bacteria share iron under drought"


def read(name: str, settings: Settings | None = None) -> SourceReading:
    return read_file(DATA / name, f"sources/{name}", settings or Settings())


@pytest.mark.parametrize(
    ("name", "form", "lines"),
    [
        ("zotero.ris", "RIS", [1, 23]),
        ("dialects.ris", "RIS", [1, 21, 29]),
        ("pubmed.nbib", "PubMed (MEDLINE)", [1, 33]),
        ("web_of_science.txt", "Web of Science", [3, 29]),
        ("csl.json", "CSL-JSON", [2, 6]),
        ("zotero.csv", "CSV or TSV", [2, 5]),
        ("scopus.csv", "CSV or TSV", [2]),
        ("web_of_science.tsv", "CSV or TSV", [2]),
        ("pubmed.csv", "CSV or TSV", [2]),
        ("rayyan.csv", "CSV or TSV", [2]),
        ("dimensions.csv", "CSV or TSV", [3]),
        ("by_hand_windows.csv", "CSV or TSV", [2]),
        ("openalex.json", "OpenAlex works", [2]),
        ("semantic_scholar.json", "Semantic Scholar papers", [1]),
        ("crossref.json", "Crossref works", [2]),
        ("generic.jsonl", "JSON", [1, 2, 4]),
        ("arxiv.atom", "Atom feed", [4]),
        ("endnote.xml", "EndNote XML", [1, 2, 3]),
        ("mods.xml", "MODS XML", [3, 24, 32]),
        ("awesome.md", "Markdown list", [8, 9, 10, 18]),
    ],
)
def test_a_file_is_known_by_its_content_and_every_record_has_its_line(
    name: str, form: str, lines: list[int], tmp_path: Path
) -> None:
    reading = read(name)
    assert (reading.format, [record.origin.line for record in reading.records]) == (form, lines)
    renamed = tmp_path / "export.dat"
    shutil.copy(DATA / name, renamed)
    again = read_file(renamed, f"sources/{name}", Settings())
    assert again == reading


def test_soil_reads_the_same_from_every_export() -> None:
    names = [
        "zotero.ris",
        "web_of_science.txt",
        "csl.json",
        "zotero.csv",
        "web_of_science.tsv",
        "dimensions.csv",
        "crossref.json",
        "endnote.xml",
    ]
    for name in names:
        record = read(name).records[0]
        assert record.title.lower().startswith("soil bacteria share iron"), name
        assert record.identifier("doi") == "10.1234/jse.2021.0042", name
        assert record.authors[0].as_last_first == "Okonkwo, Adaeze", name
        assert (record.year, record.volume, record.number, record.pages) == (2021, "12", "3", "101-119"), name
        assert record.venue.lower() == "journal of soil ecology", name


def test_ris_dialects() -> None:
    scopus, damaged, thesis = read("dialects.ris").records
    assert (scopus.venue, scopus.number, scopus.pages, scopus.abstract) == (
        "Plant and Soil",
        "1-2",
        "23-40",
        "Roots go deeper where rain is rare. © 2018, Springer.",
    )
    assert [name.as_last_first for name in damaged.authors] == ["Nkemelu, Ada", "Glued, Gil"]
    assert (damaged.abstract, damaged.keywords, damaged.year, damaged.month) == (
        "An abstract in N2.",
        ("one", "two", "three"),
        2017,
        5,
    )
    assert thesis.kind == "phdthesis"
    paper = read("zotero.ris").records[1]
    assert (paper.kind, paper.venue, paper.identifier("arxiv")) == (
        "inproceedings",
        "Proceedings of the 9th Conference on Artificial Life",
        "1903.01234",
    )


def test_clean_ris_reads_as_rispy_reads_it() -> None:
    rispy = pytest.importorskip("rispy")
    for theirs, ours in zip(
        rispy.loads((DATA / "zotero.ris").read_text(encoding="utf-8")), read("zotero.ris").records, strict=True
    ):
        assert (ours.title, [name.as_last_first for name in ours.authors]) == (theirs["title"], theirs["authors"])
        assert (list(ours.keywords), ours.volume, ours.abstract) == (
            theirs.get("keywords", []),
            theirs.get("volume", ""),
            theirs.get("abstract", ""),
        )


def test_medline() -> None:
    first, second = read("pubmed.nbib").records
    assert first.title == "Nurses' experience of night shifts: a systematic review of qualitative studies"
    assert [name.as_last_first for name in first.authors] == [
        "García-López, María José",
        "Smith, Jr, John Q",
        "Night Shift Study Group",
    ]
    assert [(i.scheme, i.value) for i in first.identifiers] == [
        ("pmid", "30123456"),
        ("doi", "10.1111/jan.13800"),
        ("pmcid", "PMC6312345"),
    ]
    assert (first.venue, first.year, first.month, first.keywords) == (
        "Journal of advanced nursing",
        2019,
        1,
        ("Humans", "Night Care", "nurses"),
    )
    assert [name.as_last_first for name in second.authors] == ["Doe, J"]


def test_json_of_the_services() -> None:
    openalex = read("openalex.json").records[0]
    assert (openalex.abstract, openalex.identifier("pmid"), openalex.venue, openalex.pages) == (
        "Despite growing interest in OA",
        "29456894",
        "PeerJ",
        "e4375",
    )
    scholar = read("semantic_scholar.json").records[0]
    assert [(i.scheme, i.value) for i in scholar.identifiers] == [
        ("doi", "10.18653/v1/n18-3011"),
        ("arxiv", "1805.02262"),
        ("acl", "N18-3011"),
    ]
    crossref = read("crossref.json").records[0]
    assert (crossref.title, crossref.abstract) == (
        "Soil bacteria share iron: Three field trials",
        "Iron limits growth & more.",
    )
    assert crossref.authors[1].corporate
    csl = read("csl.json").records
    assert [name.as_last_first for name in csl[0].authors] == ["Okonkwo, Adaeze", "van der Berg, Jan", "Soil Group"]
    assert (csl[0].title, csl[1].identifier("isbn"), csl[1].identifier("arxiv")) == (
        SOIL,
        "9780306406157",
        "1903.01234",
    )
    lines = read("generic.jsonl")
    assert [(piece.origin.line, piece.title) for piece in lines.left_out] == [(3, "not json at all")]
    assert [record.year for record in lines.records] == [2021, 2019, 2020]


def test_xml_exports() -> None:
    atom = read("arxiv.atom").records[0]
    assert (atom.id, atom.primary_class, atom.abstract, atom.kind) == (
        "1903.01234v2",
        "q-bio.PE",
        "We study a game of $n$ microbes & iron.",
        "article",
    )
    assert [(i.scheme, i.value, i.version) for i in atom.identifiers] == [
        ("arxiv", "1903.01234", 2),
        ("doi", "10.1234/alife.2019.7", None),
    ]
    endnote = read("endnote.xml").records
    assert [record.title for record in endnote] == ["Soil bacteria share iron", "Roots & rain", "Roots"]
    assert endnote[0].authors[1].corporate


def test_markdown_lists() -> None:
    reading = read("awesome.md")
    assert [(record.title, record.year, record.venue) for record in reading.records] == [
        ("A Survey of Soil Learning", 2019, ""), ("Iron and Rain: A Review", 2021, ""), ("Deep Roots", 2020, "ICLR"),
        ("Shallow Roots Are Enough", 2021, "EMNLP"),
    ]  # fmt: skip
    assert [record.identifiers[0].scheme for record in reading.records] == ["arxiv", "doi", "openreview", "acl"]
    assert [name.family for name in reading.records[0].authors] == ["Li", "Okonkwo"]
    assert [(piece.origin.line, piece.title) for piece in reading.left_out] == [(14, "soilkit")]


@pytest.mark.parametrize("prefix", ["", "mods:"])
def test_mods(prefix: str, tmp_path: Path) -> None:
    text = (DATA / "mods.xml").read_text()
    if prefix:
        text = text.replace("<?xml", "<\0").replace("</", f"\1{prefix}").replace("<", f"<{prefix}")
        text = text.replace("\1", "</").replace(f"<{prefix}\0", "<?xml").replace("xmlns=", "xmlns:mods=")
    file = tmp_path / "library.xml"
    file.write_text(text)
    article, thesis, chapter = read_file(file, "sources/library.xml", Settings()).records
    assert article.title == "The bees of Wales: counts from ninety hives"
    assert [name.as_last_first for name in article.authors] == ["Hughes, Anwen M.", "Welsh Bee Society"]
    assert (article.kind, article.venue, article.volume, article.number) == ("article", "Journal of Hives", "4", "2")
    assert (article.year, article.month, article.pages, article.keywords) == (2012, 5, "10-19", ("bees", "hives"))
    assert (article.identifier("doi"), article.language) == ("10.5555/hives.2012.10", "eng")
    assert dict(article.extra)["ths"] == "Patel, Rohan"
    assert (thesis.kind, thesis.school, thesis.year) == ("phdthesis", "University of Somewhere", 2019)
    assert (chapter.kind, chapter.venue, chapter.publisher) == ("incollection", "Bees and people", "Quay Press")
    assert ([name.last for name in chapter.editors], chapter.year, chapter.pages) == (["Doe"], 2015, "33-51")
