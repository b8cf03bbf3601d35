from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import jsonschema
import pandas
import pytest
import rispy

from generator.bibliography.csl import csl_item, csl_json
from generator.bibliography.export import FORMATS, exported, format_named, with_columns
from generator.bibliography.ris import ris
from generator.bibliography.styles import as_text, formatted
from generator.bibliography.table import table
from generator.errors import InputError
from generator.names import Name
from generator.records import Kind
from generator.works import Work
from tests.bibliography.publications import a_work

SCHEMA = json.loads(
    (Path(__file__).parent.parent / "data/bibliography/csl-items.schema.json").read_text(encoding="utf-8")
)
ARTICLE = a_work(
    "H$_2$O: LLaMA & sets",
    (Name("Berg", "Jan", "van der"), Name("King", "Martin", suffix="Jr."), Name("Google, Inc.", corporate=True), Name("Mausam")),
    key="berg2016h2o", kind="article", venue="Journal of Sets", volume="3", number="2", pages="12–20", month=4, publisher="ACM", address="New York",
    doi="10.1000/x", arxiv="1511.06391", keywords=("sets", "order"), abstract="First line.\nER  - \nTY  - BOOK", language="en",
)  # fmt: skip
PREPRINT = a_work(key="vinyals2015order", arxiv="1511.06391", kind="preprint", year=2015)
THESIS = a_work("On Sets", "Abulhair Saparov", key="saparov2016sets", kind="phdthesis", school="MIT")


def test_ris_is_read_back_by_rispy() -> None:
    read = rispy.loads(ris([ARTICLE, PREPRINT, THESIS]))
    assert [entry["type_of_reference"] for entry in read] == ["JOUR", "RPRT", "THES"]
    first = read[0]
    assert first["authors"] == ["van der Berg, Jan", "King, Martin, Jr.", "Google Inc.", "Mausam"]
    assert (first["title"], first["secondary_title"], first["year"], first["date"]) == (
        "H₂O: LLaMA & sets",
        "Journal of Sets",
        "2016",
        "2016/04//",
    )
    assert (first["volume"], first["number"], first["start_page"], first["end_page"]) == ("3", "2", "12", "20")
    assert (first["doi"], first["urls"], first["keywords"], first["id"]) == (
        "10.1000/x",
        ["https://doi.org/10.1000/x"],
        ["sets", "order"],
        "berg2016h2o",
    )
    assert first["abstract"] == "First line. ER - TY - BOOK"


def tags_of(work: Work) -> dict[str, str]:
    """The last value of each tag of the work's RIS."""
    return dict(line.split("  - ", 1) for line in ris([work]).splitlines() if line)


def test_ris_names_what_a_paper_stands_in_by_the_tags_that_programs_read() -> None:
    tags = tags_of(a_work(kind="inproceedings", venue="ICLR", container="Proceedings of ICLR", address="Bonn"))
    assert [tags[tag] for tag in ("TY", "C3", "BT", "T2", "C1")] == ["CONF", *["Proceedings of ICLR"] * 3, "Bonn"]
    article = tags_of(a_work(kind="article", venue="Nature", extra=(("journalabbreviation", "Nat."), ("issn", "1"))))
    assert (article["T2"], article["J2"], article["SN"], "JO" in article) == ("Nature", "Nat.", "1", False)
    chapter = tags_of(a_work(kind="incollection", venue="A Book", extra=(("edition", "2"), ("chapter", "4"))))
    assert [chapter[tag] for tag in ("TY", "BT", "T2", "ET", "SE")] == ["CHAP", "A Book", "A Book", "2", "4"]


def test_ris_keeps_the_number_of_a_preprint_a_report_and_a_patent() -> None:
    preprint = tags_of(PREPRINT)
    assert [preprint[tag] for tag in ("M3", "SN", "DO", "PB")] == [
        "Preprint",
        "arXiv:1511.06391",
        "10.48550/arXiv.1511.06391",
        "arXiv",
    ]
    assert tags_of(a_work(kind="techreport", number="R-7", isbn="9780306406157"))["SN"] == "R-7"
    assert tags_of(a_work(kind="patent", number="US1"))["SN"] == "US1"


def test_ris_names_the_editors_of_a_book_and_of_what_stands_in_one() -> None:
    people = (Name("Berg", "Jan", "van der"),)
    assert "ED  - van der Berg, Jan\n" in ris([a_work(authors="", editors=people, kind="book", publisher="P")])
    assert "ED  - van der Berg, Jan\n" in ris([a_work(editors=people, kind="incollection", venue="B")])


def test_a_cut_list_of_authors_is_reported_in_every_form() -> None:
    cut = a_work(key="k", authors_truncated=True)
    assert "N1  - The list of authors is incomplete." in ris([cut])
    assert csl_item(cut)["author"][-1] == {"literal": "others"}
    assert "; et al." in table([cut])
    assert "Vinyals, O., Bengio, S., & others." in formatted([cut], "apa")["k"]


def test_csl_json_keeps_to_the_specification() -> None:
    items = json.loads(csl_json([ARTICLE, PREPRINT, THESIS, a_work("", "", year=None, key="x")]))
    jsonschema.validate(items, SCHEMA)
    assert items[0]["author"] == [
        {"family": "van der Berg", "given": "Jan"},
        {"family": "King", "given": "Martin, Jr."},
        {"literal": "Google, Inc."},
        {"family": "Mausam"},
    ]
    assert (items[0]["type"], items[0]["page"], items[0]["issued"]) == (
        "article-journal",
        "12-20",
        {"date-parts": [[2016, 4]]},
    )
    assert (items[1]["type"], items[1]["number"], items[1]["publisher"]) == ("article", "arXiv:1511.06391", "arXiv")
    assert (items[2]["type"], items[2]["genre"], items[2]["publisher"]) == ("thesis", "PhD thesis", "MIT")


def test_a_spreadsheet_opens_in_excel_and_runs_nothing() -> None:
    hostile = a_work(
        '=HYPERLINK("http://evil","x")', (Name("+SUM(A1)", "@x"),), key="k", venue="-1+1\t", abstract='a,\n"b"'
    )
    text = table([hostile, ARTICLE], {"theme": {"k": "=1", "berg2016h2o": "Sets"}})
    assert text.startswith("key,title,authors,year")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0]["title"] == '\'=HYPERLINK("http://evil","x")'
    assert (rows[0]["authors"], rows[0]["venue"], rows[0]["abstract"], rows[0]["theme"]) == (
        "'+SUM(A1), @x",
        "'-1+1",
        'a, "b"',
        "'=1",
    )
    assert (rows[1]["theme"], rows[1]["pages"], rows[1]["year"]) == ("Sets", "12--20", "2016")


def test_a_table_says_in_a_column_what_has_become_of_a_work() -> None:
    works = [a_work(key="a", status="retracted"), a_work(key="b", status="corrected"), a_work(key="c")]
    rows = list(csv.DictReader(io.StringIO(table(works))))
    assert [row["status"] for row in rows] == ["retracted", "corrected", ""]


def test_no_program_takes_an_identifier_for_a_number(tmp_path: Path) -> None:
    work = a_work(key="k", arxiv="2307.06290", doi="10.1000/1234.50", kind="preprint")
    file = tmp_path / "a.csv"
    file.write_text(table([work]), encoding="utf-8")
    assert dict(zip(*csv.reader(file.open(encoding="utf-8")), strict=True))["arxiv"] == "arXiv:2307.06290"
    assert list(pandas.read_csv(file)[["arxiv", "doi"]].loc[0]) == ["arXiv:2307.06290", "10.1000/1234.50"]
    row = duckdb.connect().execute(f"SELECT arxiv, doi FROM '{file}'").fetchall()
    assert row == [("arXiv:2307.06290", "10.1000/1234.50")]


def test_only_the_table_for_excel_has_the_mark_of_utf_8() -> None:
    plain, excel = (FORMATS[name].write([ARTICLE], "") for name in ("csv", "csv-excel"))
    assert excel == f"\ufeff{plain}"
    with_theme = with_columns(FORMATS["csv-excel"], {"theme": {"berg2016h2o": "Sets"}}).write([ARTICLE], "")
    assert with_theme.startswith("\ufeffkey,")
    assert with_theme.rstrip().endswith(",Sets")


REFERENCES = """
apa: van der Berg, J., King, M., Jr., Google, Inc., & Mausam. (2016). H₂O: LLaMA & sets. Journal of Sets, 3(2), 12–20. https://doi.org/10.1000/x
ieee: J. van der Berg, M. King Jr., Google, Inc., and Mausam, “H₂O: LLaMA & sets,” Journal of Sets, vol. 3, no. 2, pp. 12–20, Apr. 2016, doi: 10.1000/x.
acm: Jan van der Berg, Martin King Jr., Google, Inc., and Mausam. 2016. H₂O: LLaMA & sets. Journal of Sets 3, 2 (April 2016), 12–20. https://doi.org/10.1000/x
chicago: Berg, Jan van der, Martin King Jr., Google, Inc., and Mausam. 2016. “H₂O: LLaMA & Sets.” Journal of Sets 3 (2): 12–20. doi:10.1000/x.
"""


@pytest.mark.parametrize("line", REFERENCES.strip().splitlines())
def test_a_reference_in_a_known_style(line: str) -> None:
    style, _, expected = line.partition(": ")
    assert formatted([ARTICLE], style) == {"berg2016h2o": expected}


def test_a_numbered_style_gives_no_numbers_and_names_keep_their_capitals() -> None:
    works = [a_work("word2vec beats arXiv", "A B", key=f"k{n}", year=2001) for n in range(3)]
    assert {text[:9] for text in formatted(works, "ieee").values()} == {"A. B, “wo"}
    assert "“word2vec Beats arXiv.”" in formatted(works, "chicago")["k0"]


def test_a_thesis_names_its_school_and_no_number_that_it_has_not() -> None:
    thesis = a_work(
        "Masters of the sea",
        "Bo One",
        kind="phdthesis",
        school="Sea University",
        key="k",
        publisher="ProQuest",
        url="https://sea.example/1",
    )
    assert formatted([thesis], "apa") == {
        "k": "One, B. (2016). Masters of the sea [PhD thesis, Sea University]. https://sea.example/1"
    }


def test_an_unknown_format_is_an_error_that_names_every_format_there_is() -> None:
    with pytest.raises(InputError, match="did you mean `latex`"):
        format_named("latx", ("latex",))


def test_an_unknown_style_is_an_error_that_names_near_ones() -> None:
    with pytest.raises(InputError, match="did you mean `apa`"):
        formatted([ARTICLE], "apaa")
    with pytest.raises(InputError, match="no citation style"):
        formatted([ARTICLE], "../styles/apa")
    assert "Jan van der Berg" in as_text([ARTICLE]) != as_text([ARTICLE], "nature")


def test_every_format_is_named_and_written() -> None:
    assert {name: list(exported(form, [ARTICLE, PREPRINT], "survey")) for name, form in FORMATS.items()} == {
        "bibtex": ["survey.bib"], "bibtex-ascii": ["survey-ascii.bib"], "bibtex-abstracts": ["survey-abstracts.bib"], "ris": ["survey.ris"],
        "csl": ["survey.json"], "csv": ["survey.csv"], "csv-excel": ["survey-excel.csv"], "text": ["survey.txt"],
    }  # fmt: skip
    with pytest.raises(InputError, match="did you mean `bibtex`"):
        format_named("bibtxe")


def test_a_bibliography_too_large_for_overleaf_is_split() -> None:
    works = [a_work(f"Title {n}", key=f"k{n:03}") for n in range(20)]
    whole = exported(FORMATS["bibtex"], works, "survey")["survey.bib"]
    parts = exported(FORMATS["bibtex"], works, "survey", limit=len(whole) // 3)
    assert list(parts) == ["survey-1.bib", "survey-2.bib", "survey-3.bib", "survey-4.bib"]
    assert all(len(text) <= len(whole) // 3 for text in parts.values())
    assert sum(text.count("@misc") for text in parts.values()) == 20


@pytest.mark.parametrize(
    "kind", ["article", "inproceedings", "incollection", "preprint", "misc", "techreport", "phdthesis"]
)
def test_ris_never_loses_the_venue(kind: Kind) -> None:
    assert "  - Diabetologe\n" in ris([a_work(kind=kind, venue="Diabetologe")])
