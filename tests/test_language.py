"""Prose is British English: docstrings, comments, the texts that people read, and the names that we give."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

AMERICAN = re.compile(
    r"""
    \w*(?:
        behavior | neighbor | \b(?:dis)?honor(?!ar) | flavor | favor | \bcolor        # -our
      | \bcenter (?:s|ed)?\b | \bfiber | \btheater | \bcatalog (?:s|ed)?\b          # -re, -ogue
      | analyz | (?:organ|recogn|summar|normal|serial|optim|minim|maxim|initial|visual|general|categor|emphas|standard
                  |character|custom|priorit|util|token|random|special|penal|memor|real|author) iz(?:e|ing|ation)
      | label(?:ed|ing) | cancel(?:ed|ing) | travel(?:ed|ing) | model(?:ed|ing)     # one l
      | \bjudgment | \bfulfill?\b | \bartifact | \bgray\b | \bdefense\b | \boffense\b | \bskeptic
    )\w*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What is quoted, is code, or stands in an address is not ours.
QUOTED = re.compile(r"```.*?```|`[^`]*`|\"[^\"\n]*\"|“[^”]*”|\{[{%].*?[%}]\}|<[^>]*>|https?://\S+", re.DOTALL)
PROGRAMS = ("generator", "tests", "benchmarks")
PAGES = ("README.md", "CONTRIBUTING.md", "GLOSSARY.md", "SECURITY.md", "docs/guide/*.md", "generator/**/*.md.j2")


def american(text: str) -> list[str]:
    return [found[0] for found in AMERICAN.finditer(QUOTED.sub("", text))]


def prose(file: Path) -> Iterator[tuple[int, str]]:
    """The docstrings and comments of a module with their lines, and the names of what it defines."""
    text = file.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.lineno, node.name.replace("_", " ")
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)):
            yield getattr(node, "lineno", 1), ast.get_docstring(node) or ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


@pytest.mark.parametrize("part", PROGRAMS)
def test_docstrings_comments_and_names_are_in_british_spelling(part: str) -> None:
    found = [
        f"{file.relative_to(REPOSITORY)}:{line}: {word}"
        for file in sorted((REPOSITORY / part).rglob("*.py"))
        for line, text in prose(file)
        for word in american(text)
    ]
    assert found == []


@pytest.mark.parametrize("pages", PAGES)
def test_what_people_read_is_in_british_spelling(pages: str) -> None:
    files = sorted(REPOSITORY.glob(pages))
    assert files
    assert {file.name: american(file.read_text(encoding="utf-8")) for file in files} == {
        file.name: [] for file in files
    }


def test_american_spelling_is_found_and_what_is_quoted_is_left_alone() -> None:
    assert american("The behavior of a normalized color") == ["behavior", "normalized", "color"]
    assert american("The `color` of a normalised “behavior”, an author and a real size, optimum and honorary") == []
