"""The coding tools of an EPPI-Reviewer export: nested codes by their id, with what each means in the screening.

"CodeSets": [{"SetName": …, "SetType": {"SetTypeName": "Screening"}, "Attributes": {"AttributesList": [
    {"AttributeId": 7, "AttributeName": "EXCLUDE on population", "AttributeType": "Exclude", "Attributes": {…}}]}}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.sources.json_values import as_list, as_object, as_text

DEEPEST = 50  # levels of codes; real tools have five
_WORD = re.compile(r"\W*(?P<word>include|exclude)[ds]?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a coding tool.

    Attributes:
        name: as the reviewers called it.
        above: the code or tool that it belongs to.
        tool: the name of the coding tool.
        decision: `include` or `exclude` in a screening tool, else "".
    """

    name: str
    above: str
    tool: str
    decision: str = ""


def codes_of(code_sets: object) -> dict[str, Code]:
    """Every code by its id; of two with one id the first."""
    found: dict[str, Code] = {}
    for one in as_list(code_sets):
        tool = as_object(one)
        name = as_text(tool.get("SetName")).strip()
        kind = as_text(as_object(tool.get("SetType")).get("SetTypeName"))
        screens = kind.casefold() == "screening" or "screen" in name.casefold()
        for number, code in _below(tool, name, name, "", screens, DEEPEST):
            found.setdefault(number, code)
    return found


def _below(node: Any, above: str, tool: str, inherited: str, screens: bool, levels: int) -> Iterator[tuple[str, Code]]:
    """The codes below a tool or a code; one below an exclusion is a closer reason for it."""
    if not levels:
        return
    for one in as_list(as_object(node.get("Attributes")).get("AttributesList")):
        attribute = as_object(one)
        name = as_text(attribute.get("AttributeName")).strip()
        decision = _decision(as_text(attribute.get("AttributeType")), name, screens) or inherited
        if number := as_text(attribute.get("AttributeId")):
            yield number, Code(name, above, tool, decision)
        yield from _below(attribute, name, tool, decision, screens, levels - 1)


def _decision(kind: str, name: str, screens: bool) -> str:
    """What a code decides: its type says it, or in a screening tool the first word of its name."""
    if kind.casefold() in ("include", "exclude"):
        return kind.casefold()
    match = _WORD.match(name) if screens else None
    return match["word"].casefold() if match else ""
