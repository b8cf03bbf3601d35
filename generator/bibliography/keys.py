"""Citation keys: readable, unique regardless of case; once published, they stay with their work."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace

from generator.bibliography.claims import claims
from generator.bibliography.pattern import ascii_text, key_pattern
from generator.bibliography.published import Published
from generator.config.setting_groups import KeySettings
from generator.errors import Problem
from generator.text.compare import fold
from generator.works import Work

DEFAULT_KEYS = KeySettings()


def assign_keys(
    works: Sequence[Work],
    published: Published,
    settings: KeySettings = DEFAULT_KEYS,
    is_gone: Callable[[str], bool] = lambda key: False,
) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """Give every work its citation key, and its former keys as aliases.

    A published key stays with its work; where two published works have become one, the smaller key stays and the other
    becomes an alias, until they are split again. The rest get the key that the pattern makes (or, with `keys: keep`,
    the one they were imported with); works with the same key get a, b, c in the order of their content.

    Args:
        works: without keys, in any order.
        published: what `bib/survey.bib` held before this build.
        settings: how keys are made.
        is_gone: whether a person left out the work of a published key.

    Returns:
        the works in key order, and notes for the author.

    Raises:
        InputError: the pattern names an unknown token.
    """
    make, keep = key_pattern(settings.pattern), settings.mode == "keep"
    ordered = sorted(works, key=_content_order)
    claimed, problems = claims(ordered, published, is_gone)
    keys = {index: entries[0].key for index, entries in claimed.items()}
    reserved = {entry.key.casefold() for entry in published.entries}
    imported: dict[int, tuple[str, ...]] = {
        index: _imported(work) if keep else () for index, work in enumerate(ordered)
    }
    wanted = {index: (imported[index] or (make(work),))[0] for index, work in enumerate(ordered) if index not in keys}
    keys |= _new_keys(wanted, reserved)
    taken = reserved | {key.casefold() for key in keys.values()}
    claimants = Counter(name for names in imported.values() for name in {name.casefold() for name in names})
    # The name of several works would lead to one of them where another is meant.
    taken |= {name for name, works_of_it in claimants.items() if works_of_it > 1}
    keyed = []
    for index, work in enumerate(ordered):
        own = {entry.key.casefold(): entry.key for entry in claimed.get(index, ())}
        own |= {alias.casefold(): alias for alias in (*work.aliases, *imported[index]) if alias.casefold() not in taken}
        own.pop(keys[index].casefold(), None)
        taken.update(own)
        keyed.append(replace(work, key=keys[index], aliases=tuple(sorted(own.values()))))
    return tuple(sorted(keyed, key=lambda work: (work.key.casefold(), work.key))), problems


def _new_keys(wanted: Mapping[int, str], reserved: Set[str]) -> dict[int, str]:
    """New keys for works (by their place in content order) from their preferred ones, none of them in `reserved`."""
    taken = set(reserved)
    keys: dict[int, str] = {}
    groups: dict[str, list[int]] = {}
    for index, key in wanted.items():
        groups.setdefault(key.casefold(), []).append(index)
    for base, members in groups.items():  # works with a key of their own come first, so that no suffix takes it
        if len(members) == 1 and base not in taken:
            keys[members[0]] = wanted[members[0]]
            taken.add(base)
    for base, members in sorted(groups.items()):
        number = 2 if base in taken else 1
        for index in members:
            if index in keys:
                continue
            while base + _letters(number) in taken:
                number += 1
            keys[index] = wanted[index] + _letters(number)
            taken.add(base + _letters(number))
    return keys


def _content_order(work: Work) -> tuple[object, ...]:
    """An order that depends on what a work is, and on where it was found only if nothing else tells works apart."""
    return (
        [str(i.scheme) + i.value for i in work.identifiers],
        fold(work.title),
        [name.as_last_first for name in work.authors],
        work.year or 0,
        work.order,
    )


def _imported(work: Work) -> tuple[str, ...]:
    """The entry keys of its BibTeX records, in the records' order, each made valid."""
    keys: dict[str, None] = {}
    for record in sorted(work.records, key=lambda record: record.origin.order):
        if record.origin.source.lower().endswith((".bib", ".bibtex")) and record.origin.key:
            kept = re.sub(r"[^A-Za-z0-9:/.+_-]", "", ascii_text(record.origin.key)).strip(":/.+-")[:200]
            if kept:
                keys[kept] = None
    return tuple(keys)


def _letters(number: int) -> str:
    """The suffix of the n-th work (from 1) with one key: a, b, … z, aa; "" for 0."""
    suffix = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        suffix = chr(ord("a") + rest) + suffix
    return suffix
