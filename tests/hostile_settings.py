"""`bib/survey.yml` with texts of an attacker in every setting that takes a text, made from the settings' declarations.

A setting that is added is covered by itself: as a text or a list of texts, by its group's fields, or by the first of a
few shapes that its own reader takes. What the reader refuses whatever it is given holds no text of anybody.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from typing import Any, cast, get_args, get_origin

from generator.config.codebook import CodeSetting
from generator.config.schema import Setting, read_group
from generator.config.schema import _declared as declared
from generator.config.searches import FIELDS, KINDS
from generator.config.settings import Settings
from generator.config.values import read_markdown
from generator.config.yaml_file import parse_yaml
from generator.errors import InputError
from generator.prose.cleaning import cleaned
from generator.prose.result import faults

Shape = Callable[[str, Sequence[str]], Any]  # a setting's full name and texts → a value that carries them
FEW = 4  # codes and searches: each of them has a part of many pages
# What prose may hold, so that pages of harmless surveys are made of it, too.
SAFE = (
    '<a>a</a> <img src="x"> <img alt="a" src="x"> <img alt="a"> <b>b</b> <div id="a">a</div> <div markdown>a</div>\n\n'
    "<details open><summary>a</summary></details>"
)
# What says where something is looked up, or how something is made: no work would be left, or no build would start.
DECIDING = frozenset(
    {
        "check.ignore", "citations.style", "enrich", "fields", "keys.pattern", "screening.column", "screening.exclude", "screening.include",
        "screening.maybe", "screening.reason", "screening.reviewer",
    }
)  # fmt: skip


@cache
def carrying(texts: tuple[str, ...]) -> Mapping[str, Any]:
    """By its full name (`screening.column`), a value with the texts for each setting that takes them."""
    return dict(_carrying(Settings, "", texts))


def without_texts() -> list[str]:
    """The full names of the settings that take no text of anybody: numbers, choices, and what their readers refuse."""
    carried = carrying(("<b>", "x"))
    return [name for name, _, _ in leaves() if name not in carried]


def leaves(group: type[Any] = Settings, name: str = "") -> Iterator[tuple[str, Any, Setting]]:
    """(full name, type, declaration) of every setting, those of groups too."""
    for key, (kind, setting) in declared(group).items():
        full = f"{name}.{key}" if name else key
        if is_dataclass(kind) and not setting.read:
            yield from leaves(cast(type[Any], kind), full)
        else:
            yield full, kind, setting


def nested(values: dict[str, Any]) -> dict[str, Any]:
    """The same as `survey.yml` has it: `{screening: {column: …}}`."""
    top: dict[str, Any] = {}
    for name, value in values.items():
        *groups, key = name.split(".")
        inner = top
        for group in groups:
            inner = inner.setdefault(group, {})
        inner[key] = value
    return top


def is_read(values: dict[str, Any]) -> bool:
    """Whether the settings may hold these values."""
    try:
        read_group(Settings, parse_yaml(json.dumps(nested(values), ensure_ascii=False), "bib/survey.yml"))
    except InputError:
        return False
    return True


def is_prose(text: str) -> bool:
    """Whether a text of a contributor reaches its page, cleaned: what opens and never closes is reported instead."""
    return not faults(cleaned(text, "bib/survey.yml")[0], "bib/survey.yml")


def _carrying(group: type[Any], name: str, texts: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for full, kind, setting in leaves(group, name):
        if not setting.read and kind is not str and get_origin(kind) is not tuple:
            assert kind in (bool, int, float) or get_args(kind), f"{full}: how does a text get into a {kind}?"
            continue
        if setting.read is read_markdown:
            yield full, "\n\n".join([SAFE, *(f"Otters: {text}" for text in texts if is_prose(f"Otters: {text}"))])
            continue
        for shape in _SHAPES:
            taken = list(texts)
            if not is_read({full: shape(full, taken)}):
                taken = [text for text in texts if is_read({full: shape(full, [text])})]
            if taken and is_read({full: shape(full, taken)}):
                yield full, shape(full, taken)
                break


def _codebook(name: str, texts: Sequence[str]) -> Any:
    if name != "codes":
        return _NOT_READ
    parts = [texts[place::FEW] for place in range(min(FEW, len(texts)))]
    one = set(declared(CodeSetting)) - {"values", "multiple"}
    return {
        f"code {part[0]}": {**{key: " ".join(part) for key in sorted(one)}, "values": list(part), "multiple": True}
        for part in parts
    }


def _searches(name: str, texts: Sequence[str]) -> Any:
    if name != "searches":
        return _NOT_READ
    exact = {"kind": KINDS[0], "date": "2026-01-01", "hits": 3}
    parts = [texts[place::FEW] for place in range(min(FEW, len(texts)))]
    return [
        {key: " ".join(part) for key in FIELDS if key != "sources"} | exact | {"source": source, "filters": list(part)}
        for source, part in zip(("sources/records.json", *texts), parts, strict=False)
    ]


def _framed(frame: str) -> Shape:
    return lambda name, texts: frame.format("".join(texts))


_NOT_READ = {"": {"": [[0]]}}  # by no reader
# What a reader may take, the richest first; the last ones are of settings that take a text within an address and the
# like.
_SHAPES: tuple[Shape, ...] = (
    _codebook,
    _searches,
    lambda name, texts: [{text: text} for text in texts],
    lambda name, texts: list(texts),
    lambda name, texts: {text: {text: text} for text in texts},
    lambda name, texts: {text: text for text in texts},
    lambda name, texts: " ".join(texts),
    _framed("https://a.example/{}"),
    _framed("column:{}"),
    _framed("ann@{}.example"),
    _framed("1{}"),
)
