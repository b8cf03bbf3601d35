"""Reader of BibTeX and BibLaTeX: entries are found, macros and inheritance resolved, fields put in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.errors import Place, Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.bibtex_blocks import Block, blocks, starts_entries
from generator.sources.bibtex_fields import ALIASES
from generator.sources.bibtex_inheritance import missing_parent, with_inherited
from generator.sources.bibtex_record import WHAT, draft_of, is_verified, protected_in
from generator.sources.bibtex_text import without_giant_lines
from generator.sources.bibtex_types import NO_PUBLICATION, kind_word
from generator.sources.bibtex_values import value_of
from generator.sources.content import FIELD_LIMIT, Content
from generator.sources.field_text import year_in
from generator.sources.finishing import finished
from generator.sources.jabref_groups import GroupTree, group_tree
from generator.sources.shares import share_of_bibtex

NAME = "BibTeX"
_SHOWN_YEAR = 40  # characters of a year that cannot be read


@dataclass(frozen=True, slots=True)
class _Entry:
    """One block of a file with its fields' values: macros replaced, braces and quotes taken off."""

    block: Block
    fields: Mapping[str, str]

    @property
    def type(self) -> str:
        return self.block.type.lower()


def recognises(content: Content) -> bool:
    """Whether an entry starts anywhere near the beginning."""
    return "@" in content.text and starts_entries(content.text[:1_000_000])


def share(content: Content) -> float:
    """The share of the text that this format accounts for."""
    return share_of_bibtex(content)


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The entries, in the file's order; a block that cannot be read is left out with its line."""
    text, too_long = without_giant_lines(content)
    for number in too_long:
        yield LeftOut(Origin(content.source, number), f"a line of more than {FIELD_LIMIT:,} characters")
    entries = _entries(text)
    tree = group_tree(text)
    yield from (Problem(message, Place(f"bib/{content.source}")) for message in tree.problems)
    by_key: dict[str, Mapping[str, str]] = {}
    for entry in entries:
        key = entry.block.key.lower()
        if not any(by_key.get(key, {}).values()):
            by_key[key] = entry.fields
    for entry in entries:
        yield from _read_or_left_out(content, entry, by_key, tree)


def _entries(text: str) -> list[_Entry]:
    macros: dict[str, str] = {}  # a month's name needs none
    entries: list[_Entry] = []
    for block in blocks(text):
        if block.type.lower() == "string" and not block.key:
            macros |= {name: value_of(raw, macros) for name, raw in block.fields}
            if block.fault:
                entries.append(_Entry(block, {}))
            continue
        fields: dict[str, str] = {}
        for name, raw in block.fields:
            fields.setdefault(ALIASES.get(name, name), value_of(raw, macros))
        entries.append(_Entry(block, fields))
    return entries


def _read_or_left_out(
    content: Content, entry: _Entry, by_key: Mapping[str, Mapping[str, str]], tree: GroupTree
) -> list[Record | LeftOut | Problem]:
    """What an entry gives. One on which reading fails is left out, and its neighbours stay."""
    try:
        return list(_read(content, entry, by_key, tree))
    except Exception as error:  # hostile fields may break it in any way
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error) or type(error).__name__
        origin = Origin(content.source, entry.block.line, entry.block.key or None)
        return [LeftOut(origin, f"the entry cannot be read: {reason[:200]}")]


def _read(
    content: Content, entry: _Entry, by_key: Mapping[str, Mapping[str, str]], tree: GroupTree
) -> Iterator[Record | LeftOut | Problem]:
    block = entry.block
    origin = Origin(content.source, block.line, block.key or None)
    yield from _notes_on(block, origin.place)
    if block.fault:
        reason = f"the entry cannot be parsed: {block.fault}" if block.type else block.fault
        yield LeftOut(origin, reason)
        return
    if entry.type in NO_PUBLICATION:
        return
    missing = missing_parent(entry.fields, by_key)
    if missing:
        yield Problem(f"the entry {block.key} refers to {missing}, which is not in the file", origin.place)
    kind = kind_word(block.type, entry.fields)
    fields = tree.with_paths(with_inherited(entry.fields, by_key, kind), block.key)
    record = finished(draft_of(block.key, kind, entry.type, fields), origin, WHAT, verified=is_verified(fields))
    if isinstance(record, Record):
        record = replace(record, protected=protected_in(fields))
    yield record
    yield from _unreadable_year(block, fields, origin.place)


def _notes_on(block: Block, place: Place) -> Iterator[Problem]:
    """What of an entry was mended or passed over."""
    of = f"the entry {block.key}" if block.key else "an entry without a key"
    names = [name for name, _ in block.fields]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        message = f"{of} gives {', '.join(twice)} more than once"
        yield Problem(message, place, "the first is used; remove the others", "note")
    for name in block.missing_commas:
        message = f"a comma is missing before `{name}` in {of}"
        yield Problem(message, place, "it is read as if it were there; put it in", "note")
    for note in block.notes:
        yield Problem(f"{of} is damaged: {note}", place, "what can be read of it is kept; see that nothing is missing")


def _unreadable_year(block: Block, fields: Mapping[str, str], place: Place) -> Iterator[Problem]:
    year = fields.get("year", "")
    if not re.search(r"\d", year) or year_in(year) is not None or year_in(fields.get("date", "")) is not None:
        return
    of = f"of the entry {block.key}" if block.key else "of an entry without a key"
    message = f"the year {of}, `{' '.join(year.split())[:_SHOWN_YEAR]}`, cannot be read"
    yield Problem(message, place, "it is left out; correct it there")
