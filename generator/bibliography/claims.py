"""Which work each published key stands for now, after records came and went, were joined, split or improved.

From certain to likely: an identifier in common; the same title and first author; then, among what is left on both sides
and only where the match is one to one, the same title with other authors, or nearly the same title. In doubt the key is
given up, because an address that leads to another work is worse than one that leads nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.bibliography.published import Description, Published, PublishedEntry, described
from generator.errors import Place, Problem
from generator.identifiers import Identifier
from generator.project.paths import BIBLIOGRAPHY
from generator.works import Work

_OWN = 3  # words from which a title belongs to one work; shorter ones (`Editorial`, `Book review`) belong to many
# percent of the letters: a corrected spelling, not another title (`sets` for `graphs` in a title of five words gives
# 80)
_ALIKE = 90.0
_TELLING = frozenset({
    "part", "volume", "chapter", "section", "ii", "iii", "iv", "vi", "comment", "comments", "reply", "response",
    "review",
    "erratum", "corrigendum", "correction", "addendum", "retraction",
})  # fmt: skip
_SAME_AUTHOR = 60  # percent of similarity from which two first authors may be one person


def claims(
    works: Sequence[Work], published: Published, is_gone: Callable[[str], bool] = lambda key: False
) -> tuple[dict[int, list[PublishedEntry]], tuple[Problem, ...]]:
    """The published entries that each work (by its place) claims, former keys last, and a note on every lost key.

    `is_gone` says whether a person left out the work of a key: its loss needs no note.
    """
    found: dict[int, list[PublishedEntry]] = {}
    problems = []
    homes = homes_of(
        published, [(described(work), *map(described, (*work.records, *work.enriched_by))) for work in works]
    )
    for entry in published.entries:
        if entry.key in homes:
            found.setdefault(homes[entry.key], []).append(entry)
        elif not (entry.of or is_gone(entry.key)):
            message = f"the published key `{entry.key}` no longer belongs to any work"
            problems.append(Problem(message, Place(BIBLIOGRAPHY), _of_lost(entry), "note"))
    return found, tuple(problems)


def _of_lost(entry: PublishedEntry) -> str:
    """What to do about a key that has lost its work."""
    was = entry.descriptions[0] if entry.descriptions else None
    stood_for = f"it stood for “{was.title}”{f' ({was.year})' if was.year else ''}; " if was and was.title else ""
    return (
        f"{stood_for}links and citations that use it lead nowhere: put its source back into bib/sources, or, to let "
        f"the key go, take the line `% {entry.key} was …` out of {BIBLIOGRAPHY} after this build"
    )


def homes_of(published: Published, candidates: Sequence[tuple[Description, ...]]) -> dict[str, int]:
    """The place of the candidate that each published key stands for.

    A candidate is a work or a record, given as its descriptions: first its own, with its identifiers, then those of its
    records.
    """
    search = _Search(candidates, _shared(published))
    whole = [
        _Sought(entry.key, entry.identifiers, entry.descriptions) for entry in published.entries if entry.descriptions
    ]
    for pass_ in (_parted(published, whole), whole):
        left = [sought for sought in pass_ if sought.key not in search.homes]
        for match in (search.by_identifier, search.by_title_and_year, search.by_title):
            left = [sought for sought in left if not search.settle(sought, match(sought))]
    search.settle_alike(left)
    for entry in published.entries:
        if entry.of in search.homes:  # nothing is or was known about it: it leads where it led
            search.homes.setdefault(entry.key, search.homes[entry.of])
    return search.homes


def _shared(published: Published) -> frozenset[Identifier]:
    """The identifiers that several published entries share, by mistake or because a correction was withdrawn."""
    counts = Counter(
        identifier for entry in published.entries if not (entry.of or entry.gone) for identifier in entry.identifiers
    )
    return frozenset(identifier for identifier, count in counts.items() if count > 1)


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a published key stands for, with the identifiers from all its descriptions."""

    key: str
    identifiers: frozenset[Identifier]
    descriptions: tuple[Description, ...]


def _parted(published: Published, whole: Sequence[_Sought]) -> list[_Sought]:
    """The same without what each entry has from the works joined to it: if they part again, that goes with the former
    keys.
    """
    joined: dict[str, list[PublishedEntry]] = {}
    for entry in published.entries:
        if entry.of:
            joined.setdefault(entry.of, []).append(entry)
    found = []
    for sought in whole:
        theirs = frozenset(identifier for entry in joined.get(sought.key, ()) for identifier in entry.identifiers)
        titles = {(one.title, one.author) for entry in joined.get(sought.key, ()) for one in entry.descriptions}
        own = tuple(one for one in sought.descriptions if (one.title, one.author) not in titles)
        rest = _Sought(sought.key, sought.identifiers - theirs, own)
        found.append(rest if rest.identifiers or rest.descriptions else sought)
    return found


class _Search:
    """One search: `homes` grows from the certain to the likely."""

    def __init__(self, candidates: Sequence[tuple[Description, ...]], shared: frozenset[Identifier]) -> None:
        self.candidates, self.shared = candidates, shared
        self.homes: dict[str, int] = {}
        self.taken: set[int] = set()
        self.identified: dict[Identifier, list[int]] = {}
        self.titled: dict[tuple[str, str], list[int]] = {}
        for index, faces in enumerate(candidates):
            known = faces[0].identifiers.union(*(face.identifiers for face in faces[1:] if not face.title))
            for identifier in known:
                self.identified.setdefault(identifier, []).append(index)
            for title in {(face.title, face.author) for face in faces}:
                self.titled.setdefault(title, []).append(index)

    def settle(self, sought: _Sought, index: int | None) -> bool:
        """Give the key its home, if there is exactly one; returns whether there was."""
        if index is None:
            return False
        self.homes[sought.key] = index
        self.taken.add(index)
        return True

    def by_identifier(self, sought: _Sought) -> int | None:
        """An identifier decides, unless a DOI, which can be wrong or shared, is all they have in common while titles
        and arXiv ids differ. An identifier that several published entries share says nothing against a title.
        """
        titled = self._of_title(sought)
        common: dict[int, int] = {}
        for identifier in sought.identifiers:
            only_titled = identifier in self.shared and bool(titled)
            for index in self.identified.get(identifier, ()):
                if index in titled or not (only_titled or self._contradicts(sought, index, "arxiv")):
                    common[index] = common.get(index, 0) + 1
        return max(
            common, key=lambda i: (i in titled, common[i], i not in self.taken, titled.get(i, False), -i), default=None
        )

    def by_title_and_year(self, sought: _Sought) -> int | None:
        """Title, first author and year decide; against contradicting identifiers only if the title is distinctive."""
        own = any(len(one.title.split()) >= _OWN for one in sought.descriptions)
        return self._first_free(
            sought,
            (
                index
                for index, same_year in self._of_title(sought).items()
                if same_year
                and ((own and index not in self.taken) or not self._contradicts(sought, index, "arxiv", "doi"))
            ),
        )

    def by_title(self, sought: _Sought) -> int | None:
        """Title and first author decide for works without a key, unless identifiers contradict."""
        return self._first_free(
            sought,
            (
                index
                for index in self._of_title(sought)
                if index not in self.taken
                and not self._contradicts(sought, index, "arxiv", "doi")
                and any(
                    (one.title, one.author) == (self.candidates[index][0].title, self.candidates[index][0].author)
                    for one in sought.descriptions
                )
            ),
        )

    def settle_alike(self, left: Iterable[_Sought]) -> None:
        """Match what is left on both sides, where each is like exactly one of the other side."""
        near: dict[object, list[int]] = {}
        for index, (own, *_) in enumerate(self.candidates):
            for place in _places(own) if index not in self.taken else ():
                near.setdefault(place, []).append(index)
        likes: dict[str, dict[Description, int]] = {}  # copies of one record count as one
        for sought in left:
            met = sorted(
                {index for one in sought.descriptions for place in _places(one) for index in near.get(place, ())}
            )
            for index in met:
                own = self.candidates[index][0]
                if any(_alike(one, own) for one in sought.descriptions) and not self._contradicts(
                    sought, index, "arxiv", "doi"
                ):
                    likes.setdefault(sought.key, {}).setdefault(own, index)
        wanted = Counter(index for found in likes.values() for index in found.values())
        self.homes |= {
            key: index
            for key, found in likes.items()
            for index in found.values()
            if len(found) == 1 and wanted[index] == 1
        }

    def _of_title(self, sought: _Sought) -> dict[int, bool]:
        """Candidates with the title and first author of a description, and whether the year agrees too."""
        found: dict[int, bool] = {}
        for one in sought.descriptions:
            for index in self.titled.get((one.title, one.author), ()):
                same = any(
                    (face.title, face.author, face.year) == (one.title, one.author, one.year)
                    for face in self.candidates[index]
                )
                found[index] = found.get(index, False) or same
        return found

    def _first_free(self, sought: _Sought, indices: Iterable[int]) -> int | None:
        """The first work without a key; one whose own records have the title comes before one that a correction gave
        it.
        """
        said = {(one.title, one.author) for one in sought.descriptions}

        def order(index: int) -> tuple[bool, bool, int]:
            of_records = {(face.title, face.author) for face in self.candidates[index][1:]}
            return index in self.taken, said.isdisjoint(of_records), index

        return min(indices, key=order, default=None)

    def _contradicts(self, sought: _Sought, index: int, *schemes: str) -> bool:
        """Whether both have identifiers of one of these schemes but share none of them."""
        for scheme in schemes:
            there, here = (
                {i.value for i in some if i.scheme == scheme}
                for some in (sought.identifiers, self.candidates[index][0].identifiers)
            )
            if there and here and not there & here:
                return True
        return False


def _places(one: Description) -> list[tuple[str, ...]]:
    """Where to look for similar descriptions: near-identical titles share their first or last word."""
    words = one.title.split() or [""]
    by_author = [("author", one.author)] if one.author else []
    return [("title", one.title), ("first", words[0], one.year), ("last", words[-1], one.year), *by_author]


def _alike(one: Description, other: Description) -> bool:
    """Whether two descriptions are clearly of one work although title or first author differ."""
    shorter, longer = sorted((one.title.split(), other.title.split()), key=len)
    same_year = one.year == other.year
    years_agree = same_year or not (one.year and other.year)
    if not shorter or {word for word in {*shorter} ^ {*longer} if word in _TELLING or any(map(str.isdigit, word))}:
        return False
    if one.title == other.title:
        if not (one.author and other.author):
            return years_agree and (same_year or len(shorter) >= _OWN)
        return same_year and (len(shorter) >= _OWN or _ratio(one.author, other.author) >= _SAME_AUTHOR)
    extended = len(shorter) > 1 and longer[: len(shorter)] == shorter
    corrected = len(shorter) >= _OWN and _ratio(one.title, other.title) >= _ALIKE
    if one.author and one.author == other.author:
        return years_agree and (extended or corrected)
    return same_year and (
        (corrected and len(shorter) > _OWN) or (extended and len(shorter) >= _OWN and not (one.author and other.author))
    )


def _ratio(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    ratio: Callable[[str, str], float] = fuzz.ratio
    return ratio(one, other)
