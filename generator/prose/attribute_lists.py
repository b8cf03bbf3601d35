"""Attributes in contributors' prose: of tags, and Markdown's lists (`{ #id .class }`), reduced to id and class."""

from __future__ import annotations

import html
import re

from generator.prose.allowed import allowed

_INSIDE = re.compile(r"\{:?(.*)\}", re.DOTALL)
_NAME = re.compile(r"[\w:.-]+")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?|(\S)""")


def reduced(written: str) -> tuple[str, list[str]]:
    """An attribute list with only ids and classes ("" if none is left), and the names of what was removed.

    Markdown's own reader takes it apart, so that both see the same.
    """
    from markdown.extensions.attr_list import get_attrs_and_remainder

    inside = _INSIDE.fullmatch(written)
    values, _ = get_attrs_and_remainder(inside[1].strip(" ") if inside else "")
    kept: list[str] = []
    dropped: list[str] = []
    for name, value in values:
        words = (value or "").split()
        if name in (".", "class") and all(_NAME.fullmatch(word) for word in words):
            kept += [f".{word}" for word in words]
        elif name == "id" and value and _NAME.fullmatch(value) and allowed("p", "id", value):
            kept.append(f"#{value}")
        else:
            dropped.append(name)
    return ("{ " + " ".join(kept) + " }" if kept else ""), dropped


def attributes_of(written: str) -> tuple[list[tuple[str, str]], bool]:
    """The attributes of a tag, entities decoded, each name once, and whether the tag is written plainly."""
    values: dict[str, str] = {}
    plain = True
    for name, value, other in _ATTRIBUTE.findall(written):
        if other and other != "/":
            plain = False
        elif name:
            plain = plain and name.lower() not in values
            values.setdefault(name.lower(), html.unescape(value.strip("\"'") if value[:1] in "\"'" else value))
    return list(values.items()), plain
