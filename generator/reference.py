"""The tables of the guide's reference, generated from the program: `make reference` rewrites them, a test compares.

A table stands between `<!-- reference: NAME -->` and `<!-- end of reference -->`.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator.bibliography.export import FORMATS
from generator.checks.registry import CHECKS
from generator.cli import COMMANDS, parser_of
from generator.config.settings_table import settings_table
from generator.datasets import schema
from generator.extensions import packages
from generator.project.contents import CONTENTS
from generator.sources.registry import READERS

_BLOCK = re.compile(
    r"""
    (?P<start><!--[ ]reference:[ ](?P<name>[a-z-]+)[ ]-->\n)  # which table stands here
    .*?  # the table
    (?P<end><!--[ ]end[ ]of[ ]reference[ ]-->)
    """,
    re.DOTALL | re.VERBOSE,
)


def commands() -> str:
    """Every command with its arguments and options."""
    return "\n\n".join(_command(name) for name in COMMANDS)


def formats() -> str:
    """Every input format, and the first sentence of its reader's documentation."""
    rows = {reader.name: _first_sentence(reader.read) for reader in READERS}
    return _table(("Format", "What is read"), rows.items())


def exports() -> str:
    """Every format of the bibliography."""
    rows = ((f"`{one.name}`", one.label, f"`{one.ending}`") for one in FORMATS.values())
    return _table(("Name", "Form", "Ending"), rows)


def checks() -> str:
    """Every check with its severity."""
    return _table(("Check", "Severity", "Finds that"), ((f"`{c.name}`", c.severity, c.summary) for c in CHECKS))


def files() -> str:
    """Every file of a project."""
    rows = ((f"`{one.path}`", one.owner, "yes" if one.is_committed else "no", one.about) for one in CONTENTS)
    return _table(("Path", "Written by", "Committed", "What it holds"), rows)


def data() -> str:
    """Every value of `data/survey.json`."""
    return _table(("Key", "Value"), ((f"`{path}`", about) for path, about in schema.described()))


def glossary() -> str:
    """The words of the project, without the heading of their file."""
    return _document("GLOSSARY.md")


def parts() -> str:
    """Where a change goes, likewise."""
    return _document("CONTRIBUTING.md").replace("(GLOSSARY.md)", "(glossary.md)")


def _document(name: str) -> str:
    text = (Path(__file__).parent.parent / name).read_text(encoding="utf-8")
    return text.partition("\n")[2].strip()


TABLES: dict[str, Callable[[], str]] = {
    "settings": settings_table,
    "commands": commands,
    "formats": formats,
    "exports": exports,
    "checks": checks,
    "files": files,
    "data": data,
    "glossary": glossary,
    "parts": parts,
}


def with_tables(text: str) -> str:
    """`text` with every marked table as it should be. Raises KeyError for a table that does not exist."""
    named = {name: make() for name, make in TABLES.items() if f"<!-- reference: {name} -->" in text}
    return _BLOCK.sub(lambda block: f"{block['start']}\n{named[block['name']]}\n\n{block['end']}", text)


def _command(name: str) -> str:
    sub = _parser(name)
    positional = [_shown_name(action) for action in sub._actions if not action.option_strings]
    usage = " ".join(["survey", name, *positional, "[options]"])
    rows = [(f"`{_shown_name(action)}`", _help(action, sub)) for action in sub._actions if action.dest != "help"]
    table = _table(("Argument", "What it does"), rows)
    return f"## {name} {{ #{name} }}\n\n{sub.description}\n\n```\n{usage}\n```\n\n{table}"


def _parser(name: str) -> argparse.ArgumentParser:
    importlib.import_module(f"generator.commands.{name}")
    (choices,) = (one for one in parser_of(name)._actions if isinstance(one, argparse._SubParsersAction))
    parser = choices.choices[name]
    assert isinstance(parser, argparse.ArgumentParser)
    return parser


def _shown_name(action: argparse.Action) -> str:
    value = action.metavar if isinstance(action.metavar, str) else None
    if action.choices is not None and value is None:
        value = "{" + ",".join(map(str, action.choices)) + "}"
    if not action.option_strings:
        shown = value or action.dest.upper()
        return f"[{shown}]" if action.nargs in ("?", "*") else shown
    takes_value = action.nargs != 0
    names = ", ".join(action.option_strings)
    several = "…" if action.nargs in ("+", "*") else ""
    return f"{names} {value or action.dest.upper()}{several}" if takes_value else names


def _help(action: argparse.Action, parser: argparse.ArgumentParser) -> str:
    formatter = parser._get_formatter()
    return formatter._expand_help(action) if action.help else ""


def _first_sentence(function: Callable[..., object]) -> str:
    text = " ".join((inspect.getdoc(inspect.getmodule(function)) or "").split("\n\n")[0].split())
    sentence = re.sub(r"^Readers? of ", "", text).partition(". ")[0]
    return sentence[:1].upper() + sentence[1:].rstrip(".")


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = tuple(head)
    lines = [f"| {' | '.join(names)} |", "|" + "---|" * len(names)]
    return "\n".join([*lines, *(f"| {' | '.join(map(_cell, row))} |" for row in rows)])


def _cell(text: str) -> str:
    """A text in a cell: what stands between backticks is code, and elsewhere `<` is not markup."""
    pieces = text.replace("|", r"\|").replace("\n", " ").split("`")
    return "`".join(piece if number % 2 else piece.replace("<", "&lt;") for number, piece in enumerate(pieces))


def reference_files(arguments: Iterable[str]) -> Iterator[Path]:
    """The Markdown files named, and those below folders named."""
    for name in arguments:
        path = Path(name)
        yield from sorted(path.rglob("*.md")) if path.is_dir() else (path,)


def main(names: list[str]) -> None:
    """Rewrite the tables in the files named; they are committed, so they hold what this program alone brings."""
    if others := packages():
        sys.exit(f"uninstall {', '.join(others)} first: these tables are of this program alone")
    for file in reference_files(names):
        before = file.read_text(encoding="utf-8")
        after = with_tables(before)
        if after != before:
            file.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
