"""`bib/decisions.yml`: what a person decided, which the program always follows. It survives every rebuild.

A reference (`ref`) names a record or a work by an identifier (`arxiv:2201.12288`, `doi:10.1145/3158148`), by a
citation key (`key:vinyals2015order` or the bare key), or by source and locator (`sources/a.txt:12`).

    same:       [{refs: [ref, ref, …], why: text}]
    not-same:   [{refs: [ref, ref], why: text}]
    leave-out:  [{ref: ref, why: text, stage: full text}]   (or refs: [ref, …], refs-from: file, query: year<2010)
    include:    [{ref: ref, why: text}]   (the same ways to select)
    fields:     [{ref: ref, set: {title: …, year: …}, why: text}]
    themes:     [{ref: ref, primary: id, secondary: [id, …], why: text}]
    kinds:      [{ref: ref, kind: survey, why: text}]
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.config.screening_files import STAGES, Stage
from generator.config.yaml_file import Node, read_yaml
from generator.identifiers.schemes import SCHEMES
from generator.project.box import read_text
from generator.project.paths import BIB, DECISIONS
from generator.records import Record

NAME = DECISIONS
# What only its source can say about a record, and identifiers, each of which is corrected under its scheme's name.
_NOT_CORRECTABLE = {"origin", "authors_truncated", "identifiers", "keywords", "id", "extra", "protected"}
CORRECTABLE = (*(one.name for one in dataclasses.fields(Record) if one.name not in _NOT_CORRECTABLE), *SCHEMES)
# The kinds that a work can have, in the explorer's order, and other words for them.
KINDS = (
    "survey", "benchmark or data set", "method", "theory", "system", "tool", "position", "thesis", "study",
)  # fmt: skip
_OTHER_KINDS = {
    "review": "survey", "overview": "survey", "benchmark": "benchmark or data set", "data set": "benchmark or data set",
    "dataset": "benchmark or data set", "data": "benchmark or data set", "software": "tool", "empirical study": "study",
    "position paper": "position", "dissertation": "thesis",
}  # fmt: skip
_THEME_WORDS = {"theme": "primary", "id": "primary", "themes": "secondary", "also": "secondary"}
_LISTS = ("authors", "editors")
_NEEDS_A_VALUE = ("title", *_LISTS, "year", "month", "kind", "verified", *SCHEMES)
ELSEWHERE = {
    "journal": "venue",
    "journaltitle": "venue",
    "booktitle": "venue",
    "author": "authors",
    "editor": "editors",
    "type": "kind",
    "eprint": "arxiv",
}


@dataclass(frozen=True, slots=True)
class Pairing:
    """All `refs` are one work (`same`), or no two of them are (`not same`)."""

    refs: tuple[str, ...]
    same: bool
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class _Selected:
    """Works selected by reference or by condition.

    Attributes:
        ref: a record or work, or a source file or folder with all its records; "" if `query` selects the works.
        query: a condition (`year<2010`), or "".
        stage: the stage of the review at which it was decided, or "" if not stated.
    """

    ref: str
    why: str
    line: int
    query: str = ""
    stage: Stage | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class LeaveOut(_Selected):
    """What does not belong in the survey, with the reason for the flow diagram."""


@dataclass(frozen=True, slots=True)
class Include(_Selected):
    """What belongs in the survey whatever marks and rules say."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Fields of the work `ref` set by a person; values as written in the file."""

    ref: str
    values: Mapping[str, object]
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class ThemeDecision:
    """The themes of the work `ref`, set by a person."""

    ref: str
    primary: str | None
    secondary: tuple[str, ...] | None
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class KindDecision:
    """The kind of the work `ref` (one of `KINDS`), set by a person."""

    ref: str
    kind: str
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything in `bib/decisions.yml`, in the file's order."""

    pairings: tuple[Pairing, ...] = ()
    leave_out: tuple[LeaveOut, ...] = ()
    include: tuple[Include, ...] = ()
    corrections: tuple[Correction, ...] = ()
    themes: tuple[ThemeDecision, ...] = ()
    kinds: tuple[KindDecision, ...] = ()


def read_decisions(project: Path) -> Decisions:
    """Read `bib/decisions.yml`; a missing file decides nothing. Raises InputError with file and line."""
    root = read_yaml(project, NAME)
    if root is None:
        return Decisions()
    top = root.mapping("decisions.yml", ("same", "not-same", "leave-out", "include", "fields", "themes", "kinds"))
    entries = {name: node.items(name) for name, node in top.items()}
    return Decisions(
        tuple(_pairing(node, name) for name in ("same", "not-same") for node in entries.get(name, [])),
        tuple(one for node in entries.get("leave-out", []) for one in _leave_out(project, node)),
        tuple(one for node in entries.get("include", []) for one in _include(project, node)),
        tuple(_correction(node) for node in entries.get("fields", [])),
        tuple(_theme_decision(node) for node in entries.get("themes", [])),
        tuple(_kind_decision(node) for node in entries.get("kinds", [])),
    )


def _pairing(node: Node, name: str) -> Pairing:
    fields = node.mapping(f"an entry of `{name}`", ("refs", "why"))
    refs = fields["refs"].texts("refs") if "refs" in fields else ()
    if len(refs) <= 1:
        raise node.fault(f"an entry of `{name}` needs `refs:` with at least two references")
    return Pairing(refs, name == "same", _why(fields), node.line)


def _leave_out(project: Path, node: Node) -> list[LeaveOut]:
    which, why, stage = _selection(project, node, "leave-out")
    if not why:
        raise node.fault("`leave-out` needs a reason", "add `why: …`; it is shown in the flow diagram")
    return [LeaveOut(ref, why, line, query, stage) for ref, query, line in which]


def _include(project: Path, node: Node) -> list[Include]:
    which, why, stage = _selection(project, node, "include")
    return [Include(ref, why, line, query, stage) for ref, query, line in which]


def _correction(node: Node) -> Correction:
    fields = node.mapping("an entry of `fields`", ("ref", "set", "why"))
    if "set" not in fields:
        raise node.fault("an entry of `fields` needs `set:` with the corrected values")
    values = fields["set"].mapping("`set`", CORRECTABLE, ELSEWHERE)
    if not values:
        raise fields["set"].fault("`set:` corrects nothing", "write a field and its value: `set: {year: 2018}`")
    written = {name: _corrected(name, value) for name, value in values.items()}
    return Correction(_ref(node, fields), written, _why(fields), node.line)


def _corrected(name: str, node: Node) -> object:
    """The value that a correction sets, as written in the file: YAML takes `12:30` for 750 and `no` for false.

    Raises InputError for an empty value, a list or a mapping.
    """
    if node.value is None:
        example = f"`{name}: …`" if name in _NEEDS_A_VALUE else f'`{name}: …`, or `{name}: ""` to leave it empty'
        raise node.fault(f"`{name}:` has no value, which would empty it", f"write {example}, or remove it here")
    if isinstance(node.value, list) and name in _LISTS:
        return [item.written or item.text(name) for item in node.value]
    if isinstance(node.value, (list, dict)):
        raise node.fault(f"`{name}` must be one value", f"write `{name}: …`, in quotes where it holds `:` or `[`")
    if name in _NEEDS_A_VALUE and not node.written.strip():
        raise node.fault(f"`{name}` would be empty", f"write `{name}: …`, or remove it here")
    return node.value if name == "verified" else node.written


def _theme_decision(node: Node) -> ThemeDecision:
    fields = node.mapping("an entry of `themes`", ("ref", "primary", "secondary", "why"), _THEME_WORDS)
    if "secondary" in fields and fields["secondary"].value is None:
        hint = "write theme ids, `secondary: []` for none, or remove it to leave them to the method"
        raise fields["secondary"].fault("`secondary:` has no value", hint)
    primary = fields["primary"].text("primary") if "primary" in fields else None
    secondary = fields["secondary"].texts("secondary") if "secondary" in fields else None
    if primary is None and secondary is None:
        raise node.fault("an entry of `themes` needs `primary:` or `secondary:`")
    return ThemeDecision(_ref(node, fields), primary, secondary, _why(fields), node.line)


def _kind_decision(node: Node) -> KindDecision:
    fields = node.mapping("an entry of `kinds`", ("ref", "kind", "why"))
    if "kind" not in fields:
        raise node.fault("an entry of `kinds` needs `kind:`", f"there are {', '.join(KINDS)}")
    written = " ".join(fields["kind"].text("kind").casefold().split())
    kind = _OTHER_KINDS.get(written, written)
    if kind not in KINDS:
        raise fields["kind"].fault(f"`{written}` is not a kind of work", f"there are {', '.join(KINDS)}")
    return KindDecision(_ref(node, fields), kind, _why(fields), node.line)


def _selection(project: Path, node: Node, section: str) -> tuple[list[tuple[str, str, int]], str, Stage | Literal[""]]:
    """What an entry of `leave-out` or `include` selects, as (reference, query, line); its reason; its stage."""
    fields = node.mapping(f"an entry of `{section}`", ("ref", "refs", "refs-from", "query", "why", "stage"))
    ways = [name for name in ("ref", "refs", "refs-from", "query") if name in fields]
    if len(ways) != 1:
        said = " and ".join(f"`{name}:`" for name in ways) or "no `ref:`"
        hint = (
            "give one of `ref:` (a work, a source file or a folder), `refs:` (a list), `refs-from:` (a file), `query:`"
        )
        raise node.fault(f"an entry of `{section}` has {said}", hint)
    stage = _stage(fields["stage"]) if "stage" in fields else ""
    way = fields[ways[0]]
    if ways[0] == "query":
        return [("", way.text("query"), node.line)], _why(fields), stage
    if ways[0] == "refs-from":
        return [(ref, "", node.line) for ref in _listed(project, way)], _why(fields), stage
    return [(ref, "", node.line) for ref in way.texts(ways[0])], _why(fields), stage


def _stage(node: Node) -> Stage:
    written = node.text("stage")
    stage = next((one for one in STAGES if one == written.casefold()), None)
    if stage is None:
        raise node.fault(f"`{written}` is not a stage", f"there are {', '.join(STAGES)}")
    return stage


def _listed(project: Path, node: Node) -> list[str]:
    """The references in a text file below `bib/`, one a line; anything after ` #` is a comment."""
    path = f"{BIB}/{node.text('refs-from')}"
    text = read_text(project, path)
    if text is None:
        raise node.fault(f"there is no file {path}", "give a path inside bib/")
    lines = [re.split(r"(?:^|\s)#", line, maxsplit=1)[0].strip() for line in text.split("\n")]
    return [line for line in lines if line]


def _ref(node: Node, fields: Mapping[str, Node]) -> str:
    if "ref" not in fields:
        raise node.fault("an entry has no `ref:`", "name a work by identifier, key or file and line")
    return fields["ref"].text("ref")


def _why(fields: Mapping[str, Node]) -> str:
    return fields["why"].text("why") if "why" in fields else ""
