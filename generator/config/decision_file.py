"""Adding entries to `bib/decisions.yml` without touching what a person wrote, comments included."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from generator.config.decisions import NAME
from generator.errors import at_fault
from generator.text import escape

HEAD = "# What people decided, against or before the machine. The README says what can stand here.\n"


def with_entries(text: str, section: str, entries: Sequence[dict[str, object]]) -> str:
    """`text` with `entries` at the end of the list `section` (`same`, `not-same`, `themes`, …), which is made if it is
    missing.

    Raises InputError if the section has a form to which lines cannot be added.
    """
    if not entries:
        return text
    lines = (text or HEAD).rstrip("\n").split("\n")
    start = next((number for number, line in enumerate(lines) if re.match(rf"{re.escape(section)}\s*:", line)), None)
    if start is None:
        lines += [f"{section}:"]
        start = len(lines) - 1
    value = lines[start].partition(":")[2].partition("#")[0].strip()
    if value not in ("", "[]", "~", "null"):
        raise at_fault(
            f"`{section}` is written on one line", NAME, start + 1, "write it as a list with one `- …` line an entry"
        )
    if value:
        lines[start] = f"{section}:"
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith((" ", "-", "#"))):
        end += 1
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    indents = [len(line) - len(line.lstrip()) for line in lines[start + 1 : end] if line.lstrip().startswith("- ")]
    indent = " " * min(indents, default=2)
    added = [f"{indent}- {_flow(entry)}" for entry in entries]
    result = "\n".join([*lines[:end], *added, *lines[end:]]) + "\n"
    yaml.safe_load(result)  # what was valid remains valid
    return result


def _flow(entry: Mapping[str, object]) -> str:
    """`{refs: ["a", "b"], why: "…"}`."""
    return "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in entry.items()) + "}"


def _scalar(value: object) -> str:
    if isinstance(value, Mapping):
        return _flow(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_scalar(item) for item in value) + "]"
    return escape.yaml(str(value))
