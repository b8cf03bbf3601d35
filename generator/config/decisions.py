"""`bib/decisions.yml`: what a person decided, against or before the machine. It survives every rebuild.

A reference (`ref`) names a record or a work by an identifier (`arxiv:2201.12288`, `doi:10.1145/3158148`), by a
citation key (`key:vinyals2015order` or the bare key), or by source and locator (`sources/a.txt:12`).

    same:       [{refs: [ref, ref, …], why: text}]
    not-same:   [{refs: [ref, ref], why: text}]
    leave-out:  [{ref: ref, why: text}]
    fields:     [{ref: ref, set: {title: …, year: …}, why: text}]
    themes:     [{ref: ref, primary: id, secondary: [id, …], why: text}]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config.yaml_file import Node, read_yaml
from generator.project.paths import DECISIONS

NAME = DECISIONS
CORRECTABLE = (
    "title", "abstract", "authors", "editors", "year", "month", "kind", "venue", "series", "volume", "number", "pages",
    "publisher", "address", "school", "language", "url", "primary_class", "doi", "arxiv", "note", "status", "verified",
)  # fmt: skip
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
class LeaveOut:
    """The record or work `ref` does not belong in the survey, with the reason for the flow diagram."""

    ref: str
    why: str
    line: int


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
class Decisions:
    """Everything in `bib/decisions.yml`, in the file's order."""

    pairings: tuple[Pairing, ...] = ()
    leave_out: tuple[LeaveOut, ...] = ()
    corrections: tuple[Correction, ...] = ()
    themes: tuple[ThemeDecision, ...] = ()


def read_decisions(project: Path) -> Decisions:
    """Read `bib/decisions.yml`; a missing file decides nothing. Raises InputError with file and line."""
    root = read_yaml(project, NAME)
    if root is None:
        return Decisions()
    top = root.mapping("decisions.yml", ("same", "not-same", "leave-out", "fields", "themes"))
    entries = {name: node.items(name) for name, node in top.items()}
    return Decisions(
        tuple(_pairing(node, name) for name in ("same", "not-same") for node in entries.get(name, [])),
        tuple(_leave_out(node) for node in entries.get("leave-out", [])),
        tuple(_correction(node) for node in entries.get("fields", [])),
        tuple(_theme_decision(node) for node in entries.get("themes", [])),
    )


def _pairing(node: Node, name: str) -> Pairing:
    fields = node.mapping(f"an entry of `{name}`", ("refs", "why"))
    refs = fields["refs"].texts("refs") if "refs" in fields else ()
    if len(refs) <= 1:
        raise node.fault(f"an entry of `{name}` needs `refs:` with at least two references")
    return Pairing(refs, name == "same", _why(fields), node.line)


def _leave_out(node: Node) -> LeaveOut:
    fields = node.mapping("an entry of `leave-out`", ("ref", "why"))
    if not _why(fields):
        raise node.fault("`leave-out` needs a reason", "add `why: …`; it is shown in the flow diagram")
    return LeaveOut(_ref(node, fields), _why(fields), node.line)


def _correction(node: Node) -> Correction:
    fields = node.mapping("an entry of `fields`", ("ref", "set", "why"))
    if "set" not in fields:
        raise node.fault("an entry of `fields` needs `set:` with the corrected values")
    values = fields["set"].mapping("`set`", CORRECTABLE, ELSEWHERE)
    plain = {name: value.plain() for name, value in values.items()}
    return Correction(_ref(node, fields), plain, _why(fields), node.line)


def _theme_decision(node: Node) -> ThemeDecision:
    fields = node.mapping("an entry of `themes`", ("ref", "primary", "secondary", "why"))
    primary = fields["primary"].text("primary") if "primary" in fields else None
    secondary = fields["secondary"].texts("secondary") if "secondary" in fields else None
    if primary is None and secondary is None:
        raise node.fault("an entry of `themes` needs `primary:` or `secondary:`")
    return ThemeDecision(_ref(node, fields), primary, secondary, _why(fields), node.line)


def _ref(node: Node, fields: Mapping[str, Node]) -> str:
    if "ref" not in fields:
        raise node.fault("an entry has no `ref:`", "name a work by identifier, key or file and line")
    return fields["ref"].text("ref")


def _why(fields: Mapping[str, Node]) -> str:
    return fields["why"].text("why") if "why" in fields else ""
