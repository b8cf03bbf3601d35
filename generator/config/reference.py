"""The tables of settings in the README and the guide, generated from the declarations in `settings.py`.

A table stands between `<!-- reference: settings -->` and `<!-- end of reference -->`; `make reference` rewrites what is
between them, and a test fails if a file is out of date.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.config.schema import Declared, declared_settings
from generator.config.settings import Settings

_BLOCK = re.compile(
    r"""
    (?P<start><!--[ ]reference:[ ](?P<name>[a-z-]+)[ ]-->\n)  # which table stands here
    .*?  # the table
    (?P<end><!--[ ]end[ ]of[ ]reference[ ]-->)
    """,
    re.DOTALL | re.VERBOSE,
)


def settings_table() -> str:
    """A Markdown table of all settings: name, default, what it sets."""
    rows = [
        f"| `{one.name}` | {_default(one)} | {_cell(one.setting.doc)}{_values(one)} |"
        for one in declared_settings(Settings)
    ]
    return "\n".join(["| Setting | Default | What it sets |", "|---|---|---|", *rows])


TABLES = {"settings": settings_table}


def with_tables(text: str, tables: Mapping[str, str] | None = None) -> str:
    """`text` with every marked table brought up to date. Raises KeyError for a table that does not exist."""
    made = {name: make() for name, make in TABLES.items()} if tables is None else tables
    return _BLOCK.sub(lambda block: f"{block['start']}\n{made[block['name']]}\n\n{block['end']}", text)


def _default(one: Declared) -> str:
    if one.setting.shown:
        return one.setting.shown
    if isinstance(one.default, bool):
        return f"`{str(one.default).lower()}`"
    if isinstance(one.default, tuple):
        return f"`[{', '.join(map(str, one.default))}]`" if one.default else "none"
    return f"`{_cell(str(one.default))}`" if one.default not in ("", {}) else "none"


def _values(one: Declared) -> str:
    return f" ({', '.join(f'`{value}`' for value in one.values)})" if one.values else ""


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def main(names: list[str]) -> None:
    """Rewrite the tables in the given files."""
    for name in names:
        file = Path(name)
        before = file.read_text(encoding="utf-8")
        after = with_tables(before)
        if after != before:
            file.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
