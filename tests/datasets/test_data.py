"""The survey as data: its JSON keeps to its schema, and its tables open in the programs that data people use."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pandas
import pytest

from generator import pages, pipeline
from generator.datasets import loading
from generator.datasets.schema import described
from generator.pages import data as offered
from generator.text.spreadsheet import unguarded
from generator.writer import write
from tests.conftest import MakeProject
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES

FORMULA = """@misc{oneil2023hyperlink, title={=HYPERLINK("x"); a title, with "quotes"}, author={O'Neil, Zoë and {The "Group", Inc.} and King, Jr., Martin},
  year={2023}, eprint={2307.06290}, archiveprefix={arXiv}, abstract={We study how models of reasoning lose
  their zeros.}}
"""
CODES = "work,task,Evidence level\nvaswani2017attention,translation; parsing,strong\n"
SCREENED = (
    "title,doi,decision,reason\nA kept work of retrieval,10.1/a,include,\nA work left out,10.1/b,exclude,wrong topic\n"
)
SETTINGS = """title: A "survey", of data
authors: [Ada Lovelace, "{The curators}"]
license: CC-BY-4.0
date: 2026-11-21
url: https://example.org/survey/
screening: {column: decision, include: [include], exclude: [exclude], reason: reason}
"""
EVERYTHING: dict[str, str | bytes] = {
    "bib/sources/a.bib": ATTENTION + BERT + CHAIN + FORMULA,
    "bib/sources/screened.csv": SCREENED,
    "bib/themes.yml": THEMES,
    "bib/codes.csv": CODES,
    "bib/survey.yml": SETTINGS,
}


@pytest.fixture
def folder(project: MakeProject) -> Path:
    """The folder of the data of a survey with codes, screening, other scripts and a formula."""
    return built(project(EVERYTHING))


def built(root: Path) -> Path:
    files, _ = pages.render(pipeline.survey_of(root), root)
    write(root, files)
    return root / "docs/data"


def test_the_json_of_any_survey_keeps_to_its_schema(folder: Path, project: MakeProject) -> None:
    for made in (folder, built(project({"bib/sources/a.txt": "A title alone\n\nAnother title\n"}))):
        schema = json.loads((made / "survey.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(json.loads((made / "survey.json").read_text()), schema, jsonschema.Draft202012Validator)


def test_the_schema_allows_nothing_that_it_does_not_describe(folder: Path) -> None:
    survey = json.loads((folder / "survey.json").read_text())
    schema = json.loads((folder / "survey.schema.json").read_text())
    for place in (survey, survey["works"][0], survey["works"][0]["themes"]):
        with_more: dict[str, Any] = place
        with_more["unheard"] = 1
        with pytest.raises(jsonschema.ValidationError, match="unheard"):
            jsonschema.validate(survey, schema, jsonschema.Draft202012Validator)
        del with_more["unheard"]


def test_every_key_of_a_work_is_on_the_page(folder: Path) -> None:
    survey, page = json.loads((folder / "survey.json").read_text()), (folder.parent / "data.md").read_text()
    for path in (*survey, *(f"works[].{name}" for name in survey["works"][0])):
        assert f"<code>{path}</code>" in page
    assert {path.partition("[")[0].partition(".")[0] for path, _ in described()} >= set(survey)


def test_the_csv_tables_hold_what_the_json_holds(folder: Path) -> None:
    works = {work["key"]: work for work in json.loads((folder / "survey.json").read_text())["works"]}
    for row in rows(folder / "works.csv"):
        work = works[row["key"]]
        assert unguarded(row["title"]) == work["title"]
        assert row["year"] == str(work["year"] or "")
        assert row["theme"] == (work["themes"]["primary"] or "")
        assert row["code_task"] == "; ".join(work["codes"].get("task", []))
    authors = [row for row in rows(folder / "authors.csv") if row["work"] == "oneil2023hyperlink"]
    assert [(row["family"], row["given"], row["suffix"], row["corporate"]) for row in authors] == [
        ("O'Neil", "Zoë", "", "false"), ('The "Group", Inc.', "", "", "true"), ("King", "Martin", "Jr.", "false"),
    ]  # fmt: skip


def test_no_cell_is_a_formula_and_no_identifier_a_number(folder: Path) -> None:
    assert next(row for row in rows(folder / "works.csv") if row["key"] == "oneil2023hyperlink")["title"].startswith(
        "'="
    )
    frame = pandas.read_csv(folder / "identifiers.csv")
    assert "arxiv:2307.06290" in set(frame["identifier"])


def test_the_data_package_describes_its_tables(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text())
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["contributors"] == [
        {"title": "Ada Lovelace", "role": "author"},
        {"title": "The curators", "role": "author"},
    ]
    tables = {resource["name"]: resource for resource in package["resources"]}
    for resource in tables.values():
        fields, found = resource["schema"]["fields"], rows(folder / resource["path"])
        with open(folder / resource["path"], encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in fields]
        for field in fields:
            assert all(is_of_type(row[field["name"]], field) for row in found), field
        key = resource["schema"].get("primaryKey", [])
        assert not key or len({tuple(row[name] for name in key) for row in found}) == len(found)
        for foreign in resource["schema"].get("foreignKeys", []):
            other = foreign["reference"]
            known = {row[other["fields"]] for row in rows(folder / tables[other["resource"]]["path"])}
            assert {row[foreign["fields"]] for row in found} - {""} <= known


def is_of_type(cell: str, field: Mapping[str, Any]) -> bool:
    """Whether a cell of a CSV file is one of the field, by the rules of the Table Schema."""
    if not cell:
        return not field.get("constraints", {}).get("required")
    kinds: dict[str, Callable[[str], object]] = {"integer": int, "number": float, "string": str}
    return cell in ("true", "false") if field["type"] == "boolean" else kinds[field["type"]](cell) is not None


def test_parquet_has_the_types_and_the_same_values(folder: Path) -> None:
    frame = pandas.read_parquet(folder / "works.parquet")
    works = json.loads((folder / "survey.json").read_text())["works"]
    assert frame["title"].tolist() == [work["title"] for work in works]
    assert str(frame["year"].dtype) in ("int64", "float64")


def test_what_the_page_says_to_type_runs(folder: Path, tmp_path: Path) -> None:
    page = (folder.parent / "data.md").read_text()
    assert all(snippet.program in page for snippet in loading.snippets(with_sqlite=True))
    said = subprocess.run(
        [sys.executable, "-c", loading.PANDAS.code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert "models" in said.stdout
    code = loading.DUCKDB.code.replace("works.parquet", str(folder / "works.parquet"))
    assert ("models", 2017, 1) in duckdb.execute(code).fetchall()
    with sqlite3.connect(f"file:{folder / 'survey.sqlite'}?mode=ro", uri=True) as database:
        assert {key for key, _ in database.execute(loading.SQLITE.code)} >= {"wei2022chain", "oneil2023hyperlink"}
        assert not database.execute("PRAGMA foreign_key_check").fetchall()
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_datasette_finds_the_index_of_the_works_and_offers_a_search(folder: Path) -> None:
    # The query by which Datasette (`detect_fts`) and sqlite-utils look for the index of a table.
    looked_for = """SELECT name FROM sqlite_master WHERE rootpage = 0
        AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="works"%'"""
    with sqlite3.connect(f"file:{folder / 'survey.sqlite'}?mode=ro", uri=True) as database:
        assert database.execute(looked_for).fetchall() == [("works_fts",)]


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed")
def test_what_the_page_says_to_type_runs_in_r(folder: Path) -> None:
    said = subprocess.run(["Rscript", "-e", loading.R.code], cwd=folder, capture_output=True, text=True, check=True)
    assert "models" in said.stdout
    count = 'd <- read.csv("works.csv", na.strings=""); cat(nrow(d), d$title[d$key == "oneil2023hyperlink"])'
    printed = subprocess.run(["Rscript", "-e", count], cwd=folder, capture_output=True, text=True, check=True).stdout
    assert printed.startswith("5 ")
    assert 'a title, with "quotes"' in printed


def test_a_large_survey_has_a_database_only_on_request(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    assert offered.LARGE == 1000
    monkeypatch.setattr(offered, "LARGE", 30)
    many = "\n\n".join(f"@misc{{k{n}, title={{A work of number {n * 7919} and {n}}}}}" for n in range(31))
    large: dict[str, str | bytes] = {"bib/sources/a.bib": many}
    assert not (built(project(large)) / "survey.sqlite").exists()
    assert (built(project({**large, "bib/survey.yml": "data: {sqlite: always}\n"})) / "survey.sqlite").exists()
    assert not (
        built(project({"bib/sources/a.bib": BERT, "bib/survey.yml": "data: {sqlite: never}\n"})) / "survey.sqlite"
    ).exists()


def test_the_crate_lists_every_file_beside_it(folder: Path) -> None:
    crate = json.loads((folder / "ro-crate-metadata.json").read_text())
    entities = {entity["@id"]: entity for entity in crate["@graph"]}
    assert len(entities) == len(crate["@graph"])
    root = entities["./"]
    assert {one["@id"] for one in root["hasPart"]} == {
        path.name for path in folder.iterdir() if path.name not in ("ro-crate-metadata.json", "survey.schema.json")
    }
    assert root["datePublished"] == "2026-11-21"
    assert all(reference["@id"] in entities for name in ("author", "hasPart") for reference in root[name])
    assert entities[root["license"]["@id"]]["name"] == "CC-BY-4.0"


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))


def test_the_json_says_where_to_start_reading_and_why(project: MakeProject) -> None:
    taxonomy = """start: [wei2022chain]
sections:
- title: Models
  themes:
  - {id: models, title: Models, scope: Language models., start: [{ref: wei2022chain, why: it opened the field}]}
"""
    source = "@article{wei2022chain, title={Chain of thought}, author={Wei, Jason}, year={2022}}"
    made = built(project({"bib/sources/a.bib": source, "bib/themes.yml": taxonomy, "bib/survey.yml": "keys: keep\n"}))
    start = json.loads((made / "survey.json").read_text())["start"]
    assert [(one["theme"], one["key"], one["reason"], one["why"]) for one in start] == [
        (None, "wei2022chain", "chosen", ""),
        ("models", "wei2022chain", "chosen", "it opened the field"),
    ]
