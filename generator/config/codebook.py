"""The codebook: which codes reviewers give to works, and which values each may have (`codes:` in `bib/survey.yml`).

codes:
  population: {title: Population, values: [adults, children], multiple: true}
  design: {title: Study design, column: Study design}
  country:
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from generator.config.schema import Setting, read_group
from generator.config.yaml_file import Node


def _values(node: Node, name: str) -> tuple[str, ...]:
    """The values as written: `yes` and `1` are words here."""
    return tuple(item.written.strip() or item.text(name) for item in node.items(name))


def _yes_or_no(node: Node, name: str) -> bool:
    if not isinstance(node.value, bool):
        raise node.fault(f"{name} must be true or false")
    return node.value


@dataclass(frozen=True, slots=True)
class CodeSetting:
    """One code of the codebook.

    Attributes:
        title: as pages call it; "" for its name.
        values: all permitted values, in display order; none if any value is permitted.
        multiple: whether a work may have several; None if the codebook does not say.
        column: column of the sources that provides the values missing from `bib/codes.csv`.
    """

    title: Annotated[str, Setting("as pages call it")] = ""
    values: Annotated[tuple[str, ...], Setting("all values that it may have, in their order", _values)] = ()
    multiple: Annotated[bool | None, Setting("whether a work may have several values", _yes_or_no)] = None
    column: Annotated[str, Setting("a column of the sources that holds it")] = ""


Codebook = Mapping[str, CodeSetting]
MOST = 500  # codes; each becomes a filter of the explorer and a column of the data


def read_codebook(node: Node, name: str) -> Codebook:
    """The codes by name, in their order; a list of names is a codebook without values. Raises InputError."""
    if isinstance(node.value, (list, dict)) and len(node.value) > MOST:
        raise node.fault(f"{name} has {len(node.value):,} codes, more than {MOST}", "leave some out")
    if isinstance(node.value, list):
        return {item.text(name): CodeSetting() for item in node.items(name)}
    return {
        " ".join(code.split()): read_group(CodeSetting, one, f"{name}.{code}")
        for code, one in node.mapping(name).items()
    }
