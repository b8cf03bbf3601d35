"""What an earlier build published in `bib/survey.bib`: the keys that people cite, and the work behind each.

The file is read line by line, as plainly as `bibtex.py` writes it (one field a line), so that nothing in it, not even a
half-merged git conflict, keeps the rest from being read. What an entry cannot say about its keys stands in comment
lines, which every reader of BibTeX skips:

    % jones2021sets was jones (2021) sets without order [doi:10.1000/x]

One is written for every key of works that became one (this is what it stood for, should they be split again), for a
work whose entry has become unlike all its records, because a person corrected it, and for a key whose work is gone:
decisions may name it, no other work gets it, and it comes back with its work. A published key that now leads to another
is reported at every build, until a person removes this line:

    % jones2021sets leads to smith2022order now
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from generator.bibliography.entry import address_of, doi_of
from generator.bibliography.latex import unescape
from generator.identifiers import SCHEMES, Identifier, identifiers_in, parse_arxiv, parse_doi, unique
from generator.records import Record
from generator.text.compare import fold
from generator.text.escape import visible
from generator.works import Work

_START = re.compile(r"@(\w+)\s*+\{\s*+([^\s,{}\"]+)\s*+,?$")  # lines are read without spaces at their ends
_FIELD = re.compile(r"\s*+(\w++)\s*+=\s*+(.*)")
_WAS = re.compile(r"% (\S+) was (\S*) ?\((\d*)\) (.*) \[(.*)\]$")
_LEADS = re.compile(r"% (\S+) leads to \S+ now\s*$")
_HEAD = (
    "% What these keys stood for before their works were joined, corrected or left out; "
    "the program knows them again by it."
)


@dataclass(frozen=True, slots=True, order=True)
class Description:
    """What identifies a work later: identifiers, folded title, first author's folded family name, year ("" if
    unknown).
    """

    identifiers: frozenset[Identifier]
    title: str
    author: str
    year: str


@dataclass(frozen=True, slots=True)
class PublishedEntry:
    """One published key and what it stands for; `of`: for a former key, the key that replaced it; `gone`: it no longer
    has an entry.
    """

    key: str
    descriptions: tuple[Description, ...] = ()  # the entry's own description comes first, unless it is a former key's
    of: str = ""
    gone: bool = False

    @property
    def identifiers(self) -> frozenset[Identifier]:
        """The identifiers from all its descriptions."""
        return frozenset(identifier for description in self.descriptions for identifier in description.identifiers)


@dataclass(frozen=True, slots=True)
class Published:
    """The published keys, then former ones, then those that are gone, each once (regardless of case), in key order."""

    entries: tuple[PublishedEntry, ...] = ()
    led: frozenset[str] = frozenset()  # keys that now lead to another, and that nobody has confirmed yet

    @property
    def keys(self) -> frozenset[str]:
        """All published keys that have an entry."""
        return frozenset(entry.key for entry in self.entries if not (entry.of or entry.gone))

    def unclaimed(self, keys: Collection[str]) -> frozenset[str]:
        """The published keys, from this build or an earlier one, that are not in `keys`, regardless of case."""
        claimed = {key.casefold() for key in keys}
        return frozenset(entry.key for entry in self.entries if not entry.of and entry.key.casefold() not in claimed)

    @property
    def former(self) -> frozenset[str]:
        """The published keys that lead to another."""
        return frozenset(entry.key for entry in self.entries if entry.of)


def read_published(text: str) -> Published:
    """Read an existing `bib/survey.bib`; an empty text means that nothing was published. Never raises."""
    entries: dict[str, tuple[str, dict[str, str]]] = {}
    said: dict[str, list[Description]] = {}
    spelt: dict[str, str] = {}
    led: set[str] = set()
    key, fields = "", dict[str, str]()
    for line in map(str.rstrip, [*text.removeprefix("\ufeff").splitlines(), "}"]):
        start, was = _START.match(line), _WAS.match(line)
        if leads := _LEADS.match(line):
            led.add(leads[1])
        elif was:
            spelt.setdefault(was[1].casefold(), was[1])
            said.setdefault(was[1].casefold(), []).append(Description(_identifiers(was[5]), was[4], was[2], was[3]))
        elif start or line == "}":
            if key and key.casefold() not in entries:
                entries[key.casefold()] = (key, fields)
            key, fields = (start[2] if start else ""), {}
        elif key:
            field = _FIELD.match(line)
            if field and field[1].lower() not in fields:
                fields[field[1].lower()] = _value(field[2])
    found = {
        name: PublishedEntry(key, (_described(fields), *said.get(name, ()))) for name, (key, fields) in entries.items()
    }
    for key, fields in entries.values():
        for part in fields.get("ids", "").split(","):
            alias = part.strip()
            if alias and alias.casefold() not in found:
                found[alias.casefold()] = PublishedEntry(alias, tuple(said.get(alias.casefold(), ())), key)
    found |= {
        name: PublishedEntry(key, tuple(said[name]), gone=True) for name, key in spelt.items() if name not in found
    }
    ordered = sorted(found.values(), key=lambda entry: (entry.gone, bool(entry.of), entry.key))
    return Published(tuple(ordered), frozenset(led))


def changed_keys(works: Iterable[Work], published: Published) -> dict[str, str]:
    """The published keys that have become an alias, now or earlier and not yet confirmed, and where each leads."""
    leading = {alias.casefold(): work.key for work in works for alias in work.aliases}
    keys = sorted(published.keys | published.led)
    return {key: leading[key.casefold()] for key in keys if key.casefold() in leading}


def described(one: Work | Record) -> Description:
    """What identifies a work or a record later.

    Chapters share the ISBN of their book, so it counts only where no title tells them apart.
    """
    people = one.authors or one.editors
    author = family(visible(people[0].family or people[0].given)) if people else ""
    identifiers = frozenset(
        identifier for identifier in unique(one.identifiers) if identifier.scheme != "isbn" or not one.title
    )
    return Description(identifiers, fold(visible(one.title)), author, str(one.year or ""))


def reminders(works: Iterable[Work], published: Published) -> str:
    """The comment lines for the works, which must have keys, ready for `bib/survey.bib`; "" if there are none."""
    works = tuple(works)
    joined = {entry.of for entry in published.entries}
    # The entry of joined works describes all of them: what its key alone stood for was noted when they were joined.
    before = {
        entry.key.casefold(): entry.descriptions[1:] if entry.key in joined else entry.descriptions
        for entry in published.entries
    }
    lines, here = set(), set()
    for work in works:
        here |= {name.casefold() for name in (work.key, *work.aliases)}
        records = (*work.records, *work.enriched_by)
        for alias in work.aliases:
            imported = [
                described(record) for record in records if (record.origin.key or "").casefold() == alias.casefold()
            ]
            lines |= {_line(alias, one) for one in before.get(alias.casefold(), ()) or imported}
        if work.aliases:
            lines |= {_line(work.key, one) for one in before.get(work.key.casefold(), ())}
        if not any(_tells(work, described(record)) for record in records):
            lines |= {_line(work.key, described(record)) for record in records[:1]}
    lines |= {
        _line(entry.key, one)
        for entry in published.entries
        if entry.key.casefold() not in here
        for one in before[entry.key.casefold()]
    }
    changed = [f"% {key} leads to {now} now" for key, now in changed_keys(works, published).items()]
    return "".join(f"{line}\n" for line in [*([_HEAD] if lines else ()), *sorted(lines), *changed])


def family(name: str) -> str:
    """The comparable form of a family name: its last word, folded, so that a particle makes no difference."""
    return (fold(name).split() or [""])[-1]


def _tells(work: Work, record: Description) -> bool:
    """Whether the entry of the work is enough to find the record."""
    own = described(work)
    written = {
        Identifier("doi", doi_of(work) or ""),
        Identifier("arxiv", work.identifier("arxiv") or ""),
        *identifiers_in(address_of(work)),
    }
    return bool(written & record.identifiers) or (own.title, own.author) == (record.title, record.author)


def _line(key: str, was: Description) -> str:
    # An `@` would start an entry, even in a comment.
    identifiers = " ".join(
        f"{i.scheme}:{_QUOTED.sub(lambda odd: f'%{ord(odd[0]):02x}', i.value)}" for i in unique(was.identifiers)
    )
    return f"% {key} was {was.author}{' ' if was.author else ''}({was.year}) {was.title} [{identifiers}]"


_QUOTED = re.compile(r"[@%{}\\\s]")


def _value(written: str) -> str:
    """What a field holds, without the braces or quotation marks around it and the comma behind it."""
    inside = written[1:] if written[:1] in ("{", '"') else written
    inside = inside.removesuffix(",").rstrip()
    return inside[:-1] if inside[-1:] in ("}", '"') else inside


def _identifiers(text: str) -> frozenset[Identifier]:
    pairs = [written.partition(":") for written in text.split()]
    return frozenset(
        Identifier(scheme, unquote(value)) for name, _, value in pairs for scheme in SCHEMES if scheme == name
    )


def _described(fields: dict[str, str]) -> Description:
    identifiers: Sequence[Identifier | None] = [
        parse_doi(fields.get("doi", "")),
        parse_arxiv(fields.get("eprint", "")),
        *identifiers_in(fields.get("url", "")),
    ]
    first = re.split(r"\s+and\s+", fields.get("author", "") or fields.get("editor", ""))[0]
    return Description(
        frozenset(unique(i for i in identifiers if i)),
        fold(unescape(fields.get("title", ""))),
        _author(first),
        fields.get("year", ""),
    )


def _author(written: str) -> str:
    """Folded family name (without particle) of `von Family, Jr., Given` or `{A group}`."""
    last = written if written.startswith("{") and written.endswith("}") else written.partition(",")[0]
    return family(unescape(last))
