"""The small corpus of these tests: invented works of astronomy and the taxonomy they belong to."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from generator.config.taxonomy import Taxonomy, read_taxonomy
from generator.identifiers import Identifier
from generator.records import Origin, Record
from generator.works import Work

DATA = Path(__file__).parent.parent / "data" / "themes"


def work(key: str, title: str, abstract: str = "", **fields: object) -> Work:
    """A work with a key and one record."""
    record = Record(Origin("sources/corpus.yml", key=key), title=title, abstract=abstract)
    return Work(title=title, records=(record,), key=key, abstract=abstract, **fields)  # type: ignore[arg-type]


def astronomy() -> list[Work]:
    return [
        work(
            entry["key"], entry["title"], entry["abstract"], identifiers=(Identifier("doi", f"10.5555/{entry['key']}"),)
        )
        for entry in _entries()
    ]


def readers() -> dict[str, str | None]:
    return {entry["key"]: entry["theme"] for entry in _entries()}


def taxonomy_of(text: str | None, folder: Path) -> Taxonomy:
    """The taxonomy written in `text`, or the one of the corpus."""
    (folder / "bib").mkdir(exist_ok=True)
    if text is None:
        shutil.copy(DATA / "themes.yml", folder / "bib" / "themes.yml")
    else:
        (folder / "bib" / "themes.yml").write_text(text, encoding="utf-8")
    taxonomy = read_taxonomy(folder)
    assert taxonomy is not None
    return taxonomy


def _entries() -> list[dict[str, str]]:
    entries: list[dict[str, str]] = yaml.safe_load((DATA / "works.yml").read_text(encoding="utf-8"))
    return entries
