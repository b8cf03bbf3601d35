"""Where to start reading: three to five works of a theme, or of the whole survey, each with the reason.

A curator's list (`start:` in `bib/themes.yml`) takes precedence. Otherwise, as far as such works exist: a survey of the
topic, the work that introduced what others use, the one with most links, the newest that follows on from these, and
then those with the next most links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.config.taxonomy import NAME, StartWork, Taxonomy
from generator.errors import Place, Problem
from generator.kinds.values import WorkKind
from generator.language import Message, later, nlater
from generator.links.values import Mention, Related
from generator.name_index.values import Named
from generator.works import Work

WHOLE = ""  # in place of a theme's id: the survey itself
_FEWEST, _MOST = 3, 5  # works of a path
_SMALL = 5  # works of a theme that needs no path
_USERS = 2  # works that use what one introduced, for that to be a reason
_LINKS = 2  # links of a work, likewise
Reason = Literal["chosen", "survey", "introduced", "linked", "newest"]


@dataclass(frozen=True, slots=True)
class Step:
    """One work of a reading path.

    Attributes:
        reasons: why to read it; nothing where a curator gave none.
        other: key of the work with whose name these words end, or "".
    """

    key: str
    reason: Reason
    reasons: tuple[str | Message, ...]
    other: str = ""

    @property
    def why(self) -> str:
        """The reasons in words of the language that is spoken."""
        return "; ".join(map(str, self.reasons))

    @property
    def told(self) -> str:
        """The same as the start of a line of its own."""
        return self.why[:1].upper() + self.why[1:]


@dataclass(frozen=True)
class Known:
    """What is known about the works and the links between them, by key."""

    works: Mapping[str, Work]
    themes: Mapping[str, str | None]
    kinds: Mapping[str, WorkKind] = field(default_factory=dict)
    names: Sequence[Named] = ()
    related: Mapping[str, Sequence[Related]] = field(default_factory=dict)
    mentions: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    cites: Mapping[str, Sequence[str]] = field(default_factory=dict)


def reading_paths(
    taxonomy: Taxonomy,
    known: Known,
    resolve: Callable[[str], str | None],
    is_gone: Callable[[str], bool],
) -> tuple[dict[str, tuple[Step, ...]], tuple[Problem, ...]]:
    """By theme id, and `WHOLE` for the survey, where to start; and names in curators' lists that lead to no work."""
    links = _Links(known)
    paths: dict[str, tuple[Step, ...]] = {}
    problems: list[Problem] = []
    members: dict[str, list[str]] = {}
    for key, theme in sorted(known.themes.items()):
        members.setdefault(theme or "", []).append(key)
    own = [(theme.id, theme.start, members.get(theme.id, [])) for theme in taxonomy.themes]
    for name, start, keys in ((WHOLE, taxonomy.start, sorted(known.works)), *own):
        steps, faults = _chosen(name, start, resolve, is_gone)
        problems += faults
        if not start and len(keys) > _SMALL:
            steps = links.path(keys)
        if steps:
            paths[name] = steps
    return paths, tuple(problems)


def _chosen(
    theme: str, start: Sequence[StartWork], resolve: Callable[[str], str | None], is_gone: Callable[[str], bool]
) -> tuple[tuple[Step, ...], list[Problem]]:
    """A curator's list, each work once."""
    steps: dict[str, Step] = {}
    problems = []
    for one in start:
        key = resolve(one.ref)
        if key is not None:
            steps.setdefault(key, Step(key, "chosen", (one.why,) if one.why else ()))
        elif not is_gone(one.ref):
            where = f"`start` of theme `{theme}`" if theme else "`start` of the survey"
            message = f"{where} names `{one.ref}`, which no work has"
            problems.append(Problem(message, Place(NAME, one.line), "name it by an identifier or a citation key"))
    return tuple(steps.values()), problems


class _Links:
    """The links between works, counted."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.near: dict[str, dict[str, float]] = {
            key: {link.key: link.score for link in found} for key, found in known.related.items()
        }
        self.users: dict[str, set[str]] = {}  # of what a work made
        self.made: dict[str, Counter[str]] = {}
        for key, found in known.mentions.items():
            for mention in found:
                self._uses(key, mention.key, mention.name)
        for named in known.names:
            for key in named.keys if named.introduced_by else ():
                self._uses(key, named.introduced_by, named.name)
        self.cited: dict[str, set[str]] = {}
        for key, others in known.cites.items():
            for other in others:
                self.cited.setdefault(other, set()).add(key)

    def _uses(self, key: str, maker: str, name: str) -> None:
        if key != maker and maker in self.known.works:
            self.users.setdefault(maker, set()).add(key)
            self.made.setdefault(maker, Counter())[name] += 1

    def path(self, keys: Sequence[str]) -> tuple[Step, ...]:
        """Where to start among the works `keys`; nothing where fewer than three have a reason.

        Nobody is sent to a work of which less is known than of most: its people, year or abstract.
        """
        inside = _known_enough(keys, self.known.works)
        steps: dict[str, Step] = {}
        for step in self._steps(inside, steps):
            if step.key not in steps and len(steps) < _MOST:
                steps[step.key] = step
        return tuple(steps.values()) if len(steps) >= _FEWEST else ()

    def _steps(self, inside: set[str], taken: Mapping[str, Step]) -> Iterator[Step]:
        """The steps in order; `taken` grows meanwhile, with those that were given."""
        yield from self._survey(inside)
        yield from self._introduced(inside)
        yield from self._linked(inside, taken, 1)
        yield from self._newest(inside, taken)
        yield from self._linked(inside, taken, max(0, _FEWEST + 1 - len(taken)))

    def _survey(self, inside: set[str]) -> Iterator[Step]:
        surveys = [key for key in inside if key in self.known.kinds and self.known.kinds[key].name == "survey"]
        if surveys:
            key = max(surveys, key=lambda key: (self._degree(key, inside), self._date(key), key))
            degree = self._degree(key, inside)
            yield Step(key, "survey", (_surveyed(degree),))

    def _introduced(self, inside: set[str]) -> Iterator[Step]:
        """The work that introduced what others use, by how many use it or cite the work."""
        found = [key for key in inside if max(len(self.users.get(key, ())), len(self._cited(key, inside))) >= _USERS]
        if not found:
            return
        key = max(found, key=lambda key: (len(self.users.get(key, ())) + len(self._cited(key, inside)), key))
        users, cited = len(self.users.get(key, ())), len(self._cited(key, inside))
        said = []
        if users >= _USERS:
            name = min(self.made[key], key=lambda name: (-self.made[key][name], name))
            said.append(
                nlater(
                    "introduced %(name)s, which %(number)s other work of the survey names",
                    "introduced %(name)s, which %(number)s other works of the survey name",
                    users,
                    name=name,
                )
            )
        if cited >= _USERS:
            said.append(nlater("cited by %(number)s work here", "cited by %(number)s works here", cited))
        yield Step(key, "introduced", tuple(said))

    def _linked(self, inside: set[str], taken: Mapping[str, Step], number: int) -> Iterator[Step]:
        free = [key for key in inside if key not in taken and self._degree(key, inside) >= _LINKS]
        ranked = sorted(free, key=lambda key: (-self._degree(key, inside), -self._strength(key, inside), key))
        for place, key in enumerate(ranked[:number]):
            degree = self._degree(key, inside)
            most = not place and not any(step.reason == "linked" for step in taken.values())
            yield Step(key, "linked", (_linked(degree, most),))

    def _newest(self, inside: set[str], taken: Mapping[str, Step]) -> Iterator[Step]:
        """The newest work that leads on from one of those taken: near it, or using or citing what it brought."""
        found = []
        for key in inside - taken.keys():
            before = [other for other in taken if self._leads(other, key) and self._date(other) < self._date(key)]
            if before:
                other = max(before, key=lambda other: (self.near.get(key, {}).get(other, 0.0), other))
                found.append((self._date(key), self.near.get(key, {}).get(other, 0.0), key, other))
        if found:
            (year, _), _, key, other = max(found)
            yield Step(key, "newest", (later("the newest (%(year)s) in the line of", year=year),), other)

    def _leads(self, other: str, key: str) -> bool:
        """Whether something leads from `other` to `key`."""
        return other in self.near.get(key, {}) or key in self.users.get(other, ()) or key in self.cited.get(other, ())

    def _cited(self, key: str, inside: Iterable[str]) -> set[str]:
        return self.cited.get(key, set()).intersection(inside)

    def _degree(self, key: str, inside: set[str]) -> int:
        """How many works of `inside` are linked to this one."""
        return len(inside.intersection((*self.near.get(key, ()), *self.users.get(key, ()), *self.cited.get(key, ()))))

    def _strength(self, key: str, inside: set[str]) -> float:
        return round(sum(score for other, score in self.near.get(key, {}).items() if other in inside), 4)

    def _date(self, key: str) -> tuple[int, int]:
        work = self.known.works[key]
        return work.first_year or work.year or 0, work.month or 0


def _known_enough(keys: Sequence[str], works: Mapping[str, Work]) -> set[str]:
    """The works with a title that lack nothing that most have: people, a year, an abstract."""
    facts = {
        key: (bool(works[key].authors or works[key].editors), bool(works[key].year), bool(works[key].abstract))
        for key in keys
    }
    usual = [sum(has) * 2 > len(facts) for has in zip(*facts.values(), strict=True)]
    return {
        key
        for key, found in facts.items()
        if works[key].title and all(has or not common for has, common in zip(found, usual, strict=True))
    }


def _surveyed(degree: int) -> Message:
    if not degree:
        return later("a survey")
    return nlater("a survey, linked to %(number)s work here", "a survey, linked to %(number)s works here", degree)


def _linked(degree: int, most: bool) -> Message:
    if not most:
        return nlater("linked to %(number)s work here", "linked to %(number)s works here", degree)
    return nlater(
        "linked to %(number)s work here, more than any other",
        "linked to %(number)s works here, more than any other",
        degree,
    )
