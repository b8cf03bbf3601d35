"""Which works follow on from which, and what links two works, as far as abstracts and fetched facts support it.

A work follows another if its abstract names what the other introduced (and says that it builds on it, compares with it
or uses it), or if a service says that it cites it. A link by content gives a reason only if there is evidence for one:
one work follows the other, one is a survey of the other's subject, both use the same data or method or, by their
titles, work on the same problem, or they share authors. Otherwise they are near in content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.kinds.values import WorkKind
from generator.language import marked_in
from generator.lineage.shared_subjects import SharedSubjects, most_that_tell
from generator.links.values import Mention, Related
from generator.name_index.roles import is_applied, role
from generator.name_index.values import Named, Role
from generator.text.sentences import spans
from generator.works import Work

NEAR = marked_in("act", "near in content")
_AUTHORS = 2  # common authors for two works to count as by the same people; one name may belong to two people
_DATA = frozenset(("benchmark", "data set", "archive", "survey", "instrument", "corpus"))
_METHODS = frozenset(("method", "architecture", "software"))
_TAKEN_UP = frozenset(("reports numbers", "builds on", "uses", "introduces"))
_SAYS: dict[Role, str] = {
    "builds on": "builds on",
    "compares with": "compares with",
    "uses": "uses",
    "reports numbers": "uses",
    "names": "names",
}
_RANK = (
    marked_in("act", "builds on"), marked_in("act", "compares with"), marked_in("act", "uses"),
    marked_in("act", "names"), marked_in("act", "cites"),
)  # fmt: skip
BACK = {
    "builds on": marked_in("act", "built on by"),
    "compares with": marked_in("act", "compared with in"),
    "uses": marked_in("act", "used by"),
    "names": marked_in("act", "named in"),
    "cites": marked_in("act", "cited by"),
    marked_in("act", "survey of"): marked_in("act", "surveyed in"),
}
_SHARED = (marked_in("act", "same data"), marked_in("act", "same method"), marked_in("act", "same problem"))
# In the title of a work, what makes the name before it that of a version of its own: `LeafNet v2`, `LeafNet++`.
_VERSION = r"(?:[ -]?v\.?\d|\+\+?(?!\w)|[ -](?:II|III|2|3)(?![\w.]))"
# What a title's work is for, and by what means: `Pruning for translation`, `Translation with pruned adapters`.
_PURPOSE = re.compile(
    r"\b(?:for|of|in|on|towards?|against)\s+(?P<part>[^:;?]+?)(?=\s+(?:via|with|using|by|through)\b|[:;?]|$)"
)
_MEANS = re.compile(r"\b(?:via|with|using|by|through|based on)\s+(?P<part>[^:;?]+?)(?=\s+(?:for|in|on|of)\b|[:;?]|$)")


@dataclass(frozen=True, slots=True)
class Follow:
    """A work follows another: by which act (one of `_RANK`), and what it names."""

    key: str
    other: str
    act: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """What a link from one work to another is: `builds on`, `same data`, … and what it is about; `NEAR` if there is no
    evidence for more.
    """

    what: str
    about: str = ""

    @property
    def phrase(self) -> str:
        """`builds on LoRA`, `same data: GSM8K`."""
        if not self.about:
            return self.what
        return f"{self.what}{':' if self.what.startswith('same') else ''} {self.about}"


@dataclass(frozen=True)
class Lineage:
    """What leads from work to work.

    Attributes:
        follows: what each work follows on from, by its key, the clearest act first.
        reasons: what links two works, seen from the first, by their keys.
    """

    follows: Mapping[str, tuple[Follow, ...]] = field(default_factory=dict)
    reasons: Mapping[tuple[str, str], Reason] = field(default_factory=dict)

    def followers(self) -> dict[str, tuple[Follow, ...]]:
        """The works that follow on from each, by its key, the clearest act first."""
        found: dict[str, list[Follow]] = {}
        for one in (follow for key in sorted(self.follows) for follow in self.follows[key]):
            found.setdefault(one.other, []).append(one)
        return {key: tuple(sorted(found[key], key=_order)) for key in sorted(found)}


def lineage(
    works: Mapping[str, Work],
    related: Mapping[str, Sequence[Related]],
    kinds: Mapping[str, WorkKind],
    names: Sequence[Named],
    mentions: Mapping[str, Sequence[Mention]],
    cites: Mapping[str, Sequence[str]],
) -> Lineage:
    """Which works follow on from which, and what each link of `related` is."""
    follows = _follows(works, names, mentions, cites)
    reason_for = _Reasons(works, kinds, names, follows)
    reasons = {(key, link.key): reason_for.of(key, link) for key in sorted(related) for link in related[key]}
    return Lineage(follows, reasons)


def _follows(
    works: Mapping[str, Work],
    names: Sequence[Named],
    mentions: Mapping[str, Sequence[Mention]],
    cites: Mapping[str, Sequence[str]],
) -> dict[str, tuple[Follow, ...]]:
    """What each work follows on from: of several acts towards one work, the clearest."""
    best: dict[tuple[str, str], Follow] = {}
    for one in (*_by_names(works, names), *_by_mentions(works, mentions), *_by_citations(works, cites)):
        before = best.get((one.key, one.other))
        if before is None or _order(one) < _order(before):
            best[one.key, one.other] = one
    found: dict[str, list[Follow]] = {}
    for one in best.values():
        found.setdefault(one.key, []).append(one)
    return {key: tuple(sorted(found[key], key=_order)) for key in sorted(found)}


def _by_names(works: Mapping[str, Work], names: Sequence[Named]) -> Iterator[Follow]:
    for one in names:
        maker = works.get(one.introduced_by)
        for use in one.uses if maker else ():
            if maker and use.key != maker.key and _may_follow(works[use.key], maker):
                is_version = re.search(rf"\b{re.escape(one.name)}{_VERSION}", works[use.key].title)
                yield Follow(use.key, maker.key, "builds on" if is_version else _SAYS[use.role], one.name)


def _by_mentions(works: Mapping[str, Work], mentions: Mapping[str, Sequence[Mention]]) -> Iterator[Follow]:
    for key, found in mentions.items():
        abstract = works[key].abstract
        for mention in found:
            begin, end = next(
                (span for span in spans(abstract) if span[0] <= mention.start < span[1]), (0, len(abstract))
            )
            act = role(abstract[begin:end], mention.start - begin, mention.end - begin, has_numbers=False, is_own=False)
            yield Follow(key, mention.key, _SAYS[act], mention.name)


def _by_citations(works: Mapping[str, Work], cites: Mapping[str, Sequence[str]]) -> Iterator[Follow]:
    for key, found in cites.items():
        yield from (Follow(key, other, "cites") for other in found if other in works)


def _may_follow(work: Work, maker: Work) -> bool:
    """Whether the years allow it."""
    return not (work.first_year and maker.first_year and maker.first_year > work.first_year)


def _order(one: Follow) -> tuple[int, str, str]:
    return _RANK.index(one.act), one.key, one.other


class _Reasons:
    """Finds out what a link is."""

    def __init__(
        self,
        works: Mapping[str, Work],
        kinds: Mapping[str, WorkKind],
        names: Sequence[Named],
        follows: Mapping[str, Sequence[Follow]],
    ) -> None:
        self.works = works
        self.surveys = {key for key, kind in kinds.items() if kind.name == "survey"}
        self.follows = {(one.key, one.other): one for found in follows.values() for one in found}
        self.used: dict[str, dict[str, str]] = {}  # name to kind, for what each work takes up
        self.forms = {one.name: [form.lower() for form in one.forms] for one in names}
        most = most_that_tell(len(works))
        for one in (one for one in names if len(one.uses) <= most):
            for use in one.uses:
                if one.kind and use.role in _TAKEN_UP and (one.kind not in _METHODS or is_applied(use)):
                    self.used.setdefault(use.key, {})[one.name] = one.kind
        self.titles = {key: work.title for key, work in works.items()}
        self.subjects = SharedSubjects(works)

    def of(self, key: str, link: Related) -> Reason:
        """What the link from `key` is."""
        forth, back = self.follows.get((key, link.key)), self.follows.get((link.key, key))
        if forth and (not back or _order(forth) <= _order(back)):
            return Reason(forth.act, forth.name)
        if back:
            return Reason(BACK[back.act], "")
        return self._survey(key, link) or self._shared(key, link) or self._authors(key, link) or Reason(NEAR)

    def _survey(self, key: str, link: Related) -> Reason | None:
        """One is a survey of the other's subject: words that both titles share connect the two."""
        one, two = key in self.surveys, link.key in self.surveys
        if one == two:
            return None
        mine, other = self.titles[key], self.titles[link.key]
        about = self.subjects.of(link.words, mine, other)
        if not about:
            return None
        return Reason("survey of", about) if one else Reason(BACK["survey of"])

    def _shared(self, key: str, link: Related) -> Reason | None:
        """The same data, method or problem."""
        mine, theirs = self.used.get(key, {}), self.used.get(link.key, {})
        both = sorted(mine.keys() & theirs.keys())
        for what, kinds in zip(_SHARED, (_DATA, _METHODS, frozenset(("task",))), strict=True):
            name = next((one for one in both if mine[one] in kinds and self._is_of_both(one, what, key, link)), "")
            if name:
                return Reason(what, name)
        for what, pattern in (("same problem", _PURPOSE), ("same method", _MEANS)):
            parts = [
                "; ".join(match["part"] for match in pattern.finditer(self.titles[one])) for one in (key, link.key)
            ]
            about = self.subjects.of([word for word in link.words if " " in word], *parts)
            if about:
                return Reason(what, about)
        return None

    def _is_of_both(self, name: str, what: str, key: str, link: Related) -> bool:
        """Whether both use a common name more than in passing: data are used; a method or task is also in a title."""
        forms = self.forms[name]
        return what == "same data" or any(form in self.titles[one].lower() for form in forms for one in (key, link.key))

    def _authors(self, key: str, link: Related) -> Reason | None:
        one, two = frozenset(self.works[key].authors), frozenset(self.works[link.key].authors)
        enough = min(_AUTHORS, len(one), len(two))
        return Reason(marked_in("act", "by the same authors")) if enough and len(one & two) >= enough else None
