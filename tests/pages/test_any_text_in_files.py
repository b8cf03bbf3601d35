"""Whatever a text holds: each file beside the pages is read by its own format's parser, is made of what the writer
makes, and shows the text literally.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

import bibtexparser
import jsonschema
import pandas
import pytest
import rispy
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from markdown_it import MarkdownIt

from generator import pages, pipeline
from generator.agents.markdown import unbound
from generator.writer import Content as Written
from tests.conftest import REPOSITORY
from tests.hostile_payloads import payloads
from tests.pages.said import Files, as_in, said_titles, survey
from tests.pages.test_any_text import PIECES, project

Skeleton = frozenset[tuple[str, ...]]

SETTINGS = {
    "url": "https://a.example/", "date": "2026-01-02", "license": "CC-BY-4.0", "keys": {"pattern": "[auth][year][venue]"},
}  # fmt: skip
MKDOCS = "site_name: S\nplugins: []\nnav:\n  # <survey>\n  # </survey>\n"
NOTHING = "window.surveyEntries = Object.create(null);\n"
CALLED = r'window\.[\w.\[\]"-]+ = |surveyIndex\("[\w-]+",|Object\.assign\(window\.surveyEntries, '
BEFORE_VALUE = re.compile(rf"(?:/\*[^*]*\*/\n)?(?:{CALLED})")
AFTER_VALUE = re.compile(r"\)?;\s*|\s*\Z")
SCHEMA = json.loads((REPOSITORY / "generator/datasets/survey.schema.json").read_text(encoding="utf-8"))
WORKER = re.compile(r'/\*[^*]*\*/\n(?:self\.\w+ = "[\w./-]*";\n)+importScripts\("[\w./-]+"\);\s*')
FORMULA = ("=", "+", "-", "@", "\t", "\r")
HARMLESS = ("", "Otters at sea", "Čermák", "https://a.example/b", "12", "A: b, c; d", "a.b")


@cache
def built(text: str) -> Files:
    """The files of a survey with that text in every field of works, themes, decisions, history and settings."""
    given_files = project(text)
    own = json.loads(given_files["bib/survey.yml"])
    given_files["bib/survey.yml"] = json.dumps(
        {**own, **SETTINGS, "authors": [f"Ann {text}", "Bo Otter"]}, ensure_ascii=False
    )
    given_files["mkdocs.yml"] = MKDOCS
    with TemporaryDirectory() as scratch:
        for name, content in given_files.items():
            file = Path(scratch) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        files, _ = pages.render(pipeline.survey_of(Path(scratch)), Path(scratch))
    return files


def paths(value: Any, keys: frozenset[str], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to every value of a JSON or YAML value; `keys` are citation keys, which are texts wherever they stand."""
    yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            is_text = name in keys or path[:1] == ("nav",)  # titles are keys in the navigation
            yield from paths(inner, keys, (*path, "*" if is_text else str(name)))
    if isinstance(value, list):
        for inner in value:
            yield from paths(inner, keys, (*path, "[]"))


def of_table(text: str) -> Skeleton:
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    assert all(len(row) == len(head) for row in rows)
    assert not any(cell.startswith(FORMULA) for row in rows for cell in row if not re.fullmatch(r"[+-]?[\d.]+", cell))
    return frozenset({(name,) for name in head if not name.startswith(("S ", "'"))})  # a section's title heads a column


def of_database(content: bytes) -> Skeleton:
    with sqlite3.connect(":memory:") as database:
        database.deserialize(content)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return frozenset(database.execute("SELECT name, sql FROM sqlite_master").fetchall())


def of_columns(content: bytes) -> Skeleton:
    return frozenset((name,) for name in pandas.read_parquet(io.BytesIO(content)).columns)


def of_xml(text: str) -> Skeleton:
    return frozenset((node.tag, *sorted(node.attrib)) for node in ET.fromstring(text.encode()).iter())


def of_survey(text: str) -> Skeleton:
    # It allows nothing that it does not name.
    jsonschema.validate(json.loads(text), SCHEMA, jsonschema.Draft202012Validator)
    return frozenset()


def of_bibtex(text: str) -> Skeleton:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks and not library.strings and not library.preambles
    assert len(library.entries) in (1, 2)
    return frozenset((entry.entry_type, field.key) for entry in library.entries for field in entry.fields)


def of_ris(text: str) -> Skeleton:
    entries = rispy.loads(text)
    assert len(entries) in (1, 2)
    return frozenset((str(name),) for entry in entries for name in entry)


def of_markdown(text: str) -> Skeleton:
    return frozenset(
        (token.type, token.tag, token.markup, child.type)
        for token in MarkdownIt("commonmark").parse(text)
        for child in token.children or [token]
    )


def of_pages(text: str) -> Skeleton:
    return frozenset().union(*(of_markdown(page) for _, page in unbound(text)))


def skeleton(path: str, content: Written, keys: frozenset[str]) -> Skeleton:
    """What a file is made of, as the parser of its format reads it; nothing for formats without structure."""
    readers: dict[str, Callable[[Any], Skeleton]] = {
        ".json": lambda text: frozenset(paths(json.loads(text), keys)),
        ".webmanifest": lambda text: frozenset(paths(json.loads(text), keys)),
        ".js": lambda text: of_script(text.replace(NOTHING, "", 1)),
        ".yml": lambda text: frozenset(paths(yaml.safe_load(text), keys)),
        ".cff": lambda text: frozenset(paths(yaml.safe_load(text), keys)),
        ".csv": of_table, ".xml": of_xml, ".svg": of_xml, ".bib": of_bibtex, ".ris": of_ris, ".sqlite": of_database,
        ".parquet": of_columns,
    }  # fmt: skip
    names: dict[str, Callable[[Any], Skeleton]] = {
        "llms.txt": of_markdown,
        "llms-full.txt": of_pages,
        "sw.js": of_worker,
        "survey.json": of_survey if path.startswith("docs/data/") else readers[".json"],
    }
    read = names.get(PurePosixPath(path).name) or readers.get(PurePosixPath(path).suffix)
    return read(content) if read else frozenset()


def of_script(text: str) -> Skeleton:
    position = 0
    while position < len(text):  # statements of one value each, in which texts may be names
        start = BEFORE_VALUE.match(text, position)
        assert start, text[position : position + 200]
        _, position = json.JSONDecoder().raw_decode(text, start.end())
        assert not re.search("[<>&\u2028\u2029]", text[start.end() : position])
        end = AFTER_VALUE.match(text, position)
        assert end, text[position : position + 200]
        position = end.end()
    return frozenset()


def of_worker(text: str) -> Skeleton:
    assert WORKER.fullmatch(text)
    return frozenset()


def skeletons(files: Files) -> dict[str, Skeleton]:
    """By kind of file (its folder and its ending), what the files of this kind that hold texts are made of."""
    keys = frozenset(work["key"] for work in survey(files)["works"])
    found: dict[str, Skeleton] = {}
    for path, content in files.items():
        place = PurePosixPath(path)
        # Scripts, styles and drawings of the program.
        is_ours = isinstance(content, bytes) and "data" not in place.parts
        if (
            place.suffix != ".md"
            and not is_ours
            and not place.name.startswith("stem-")
            and not path.startswith((".survey", "overrides"))
        ):
            kind = f"{place.parent.parts[:3]} {place.name if 'data' in place.parts else place.suffix}"
            found[kind] = found.get(kind, frozenset()) | skeleton(path, content, keys)
    return found


@cache
def known() -> dict[str, Skeleton]:
    """What the files of harmless surveys are made of."""
    found: dict[str, Skeleton] = {}
    for text in HARMLESS:
        for kind, made_of in skeletons(built(text)).items():
            found[kind] = found.get(kind, frozenset()) | made_of
    assert len(found) > 25
    return found


def check(text: str) -> None:
    """Every file is made of what files of its kind are made of, and says the works' titles."""
    files = built(text)
    extra = {kind: made_of - known().get(kind, frozenset()) for kind, made_of in skeletons(files).items()}
    assert {kind: found for kind, found in extra.items() if found} == {}
    works = {work["key"]: work for work in survey(files)["works"]}
    assert len(works) in (1, 2)  # titles that have nearly all in common are one
    titles = {key: " ".join(work["title"].split()) for key, work in works.items()}
    for name, said in said_titles(files).items():
        assert said == {key: as_in(name, title) for key, title in titles.items()}, name


@pytest.mark.parametrize("number", range(8))
def test_no_payload_adds_to_any_file(number: int) -> None:
    check(" ".join(payload.text for payload in payloads()[number::8]))


# Each is a survey that is built: no time to look for a shorter one.
@settings(
    max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)
@given(text=PIECES)
def test_no_text_adds_to_any_file(text: str) -> None:
    check(text)
