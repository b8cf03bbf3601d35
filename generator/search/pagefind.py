"""Pagefind over a built website: an index in small pieces, of which a visitor loads those that hold the words typed.

What is indexed is what Material's index holds (`search/search_index.json`), so that both searches know the same text:
no BibTeX, no folded part, no page that is excluded. Titles and the lines that name a work weigh most. Pagefind reads
HTML, so it is given plain pages of just that text.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from generator.errors import at_fault
from generator.text import escape

INDEX = "search/search_index.json"
FOLDER = "pagefind"
SCRIPT = "assets/search.js"
CHARACTERS = "."  # of an arXiv id: without it, `2303.09752` would be searched as two numbers
TITLE, NAMES = (
    10,
    8,
)  # weights of Pagefind's scale of 0 to 10, whose text has 1: a title's word beats any number of mentions


def add_pagefind(site: Path) -> None:
    """Index the website in `site` and put Pagefind behind its search box. Raises InputError where that fails."""
    index = site / INDEX
    if not index.is_file():
        raise at_fault(
            "is needed for Pagefind, which indexes what stands in it",
            f"{site.name}/{INDEX}",
            hint="keep `search` among the plugins of mkdocs.yml",
        )
    data = json.loads(index.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        for path, text in plain_pages(data["docs"], data["config"]["lang"][0]).items():
            file = Path(scratch) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            scratch,
            "--output-path",
            str(site / FOLDER),
            "--include-characters",
            CHARACTERS,
            "--quiet",
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()
        raise at_fault(
            f"Pagefind failed: {last[-1] if last else 'no message'}",
            site.name,
            hint="set `search: {engine: material}` to do without it",
        )
    (site / SCRIPT).write_bytes((files("generator") / "search" / "box.js").read_bytes())


def plain_pages(docs: Sequence[Mapping[str, Any]], language: str) -> dict[str, str]:
    """Path to HTML of each page in Material's index, which has an entry for each section."""
    sections: dict[str, list[Mapping[str, Any]]] = {}
    for entry in docs:
        sections.setdefault(entry["location"].partition("#")[0], []).append(entry)
    return {
        f"{page}index.html" if page.endswith("/") or not page else page: _plain(entries, language)
        for page, entries in sections.items()
    }


def _plain(entries: Sequence[Mapping[str, Any]], language: str) -> str:
    title = entries[0]["title"]
    parts = [f'<html lang="{escape.html(language)}"><body><h1 data-pagefind-weight="{TITLE}">{title}</h1>']
    for entry in entries:
        heading, anchor = entry["title"], entry["location"].partition("#")[2]
        if anchor and heading != title:
            parts.append(f'<h2 id="{escape.html(anchor)}">{heading}</h2>')
        weight = NAMES if anchor == "top" else 1
        parts.append(f'<div data-pagefind-weight="{weight}">{entry["text"]}</div>')
    return "\n".join([*parts, "</body></html>"])
