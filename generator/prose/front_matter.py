"""The front matter of contributors' pages: a short list of keys, each of one form, rewritten as YAML."""

from __future__ import annotations

import html
import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import yaml

from generator.config.yaml_file import parse_yaml
from generator.errors import InputError, at_fault
from generator.text.escape import visible

HIDE = ("navigation", "toc", "path", "footer", "feedback", "tags")
_LONGEST_LIST = 50
_WIDTH = 2**16  # no line of the front matter is folded


def read(text: str, source: str) -> dict[str, Any]:
    """What the lines between the two `---` of the file `source` say. Raises InputError with the line in that file."""
    try:
        node = parse_yaml(f"\n{text}", source)  # the first `---` is a line, too
        if node.value is not None and not isinstance(node.value, dict):
            raise at_fault("is not `key: value` lines", source, 2)
    except InputError as error:
        raise InputError(
            *(
                replace(
                    problem,
                    message=f"the front matter is not valid: {problem.message}",
                    hint=problem.hint or "write `key: value` lines between the two `---`",
                )
                for problem in error.problems
            )
        ) from error
    return node.plain() or {}


def known(meta: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """What of `meta` reaches the page, and the names of what does not (an unknown key, or a value of the wrong
    form).
    """
    kept: dict[str, Any] = {}
    dropped: list[str] = []
    for key, value in meta.items():
        form = _FORMS.get(key) if isinstance(key, str) else None
        read = form(value) if form else None
        if read is None:
            dropped.append(visible(str(key))[:60])
        else:
            kept[key] = read
    return kept, dropped


def written(meta: Mapping[str, Any]) -> str:
    """`meta` as the lines of a front matter, in its order; "" for nothing."""
    if not meta:
        return ""
    return str(yaml.safe_dump(dict(meta), allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=False))


def _shown(value: object) -> str | None:
    """A title or description. Themes print both into the page unescaped, so they are already HTML."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return html.escape(visible(str(value)), quote=True)


def _hidden(value: object) -> list[str] | None:
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(item, str) and item in HIDE for item in given):
        return None
    return [str(item) for item in given[: len(HIDE)]]


def _names(value: object) -> list[str] | None:
    if not isinstance(value, list) or len(value) > _LONGEST_LIST:
        return None
    shown = [_shown(item) for item in value]
    return None if None in shown else [item for item in shown if item is not None]


def _searched(value: object) -> dict[str, Any] | None:
    """`search: {exclude: true, boost: 2}`."""
    if not isinstance(value, dict) or not set(value) <= {"exclude", "boost"}:
        return None
    exclude, boost = value.get("exclude", False), value.get("boost", 1)
    if not isinstance(exclude, bool) or not _is_number(boost):
        return None
    return dict(value)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


_FORMS: dict[str, Callable[[object], Any]] = {
    "title": _shown, "description": _shown, "subtitle": _shown, "hide": _hidden, "tags": _names, "search": _searched,
    "order": _number,
}  # fmt: skip
