"""Where to start reading: three to five works of a theme, or of the whole survey, each with the reason.

A curator's list (`start:` in `bib/themes.yml`) takes precedence. Otherwise, as far as such works exist: a survey of the
topic, the work that introduced what others use, the one with most links and the newest that follows on from these.
Where one of these is missing, others stand in whose reasons differ: what else was introduced, an early work, a
benchmark or data set, and works linked to others by words that link none of those before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.config.taxonomy import NAME, StartWork, Taxonomy
from generator.errors import Place, Problem
from generator.links.linking_words import linking_words, most_written
from generator.reading_path import reasons
from generator.reading_path.links import Links
from generator.reading_path.values import WHOLE, Known, Step
from generator.works import Work

_FEWEST, _USUAL, _MOST = 3, 4, 5  # works of a path
_SMALL = 5  # works of a theme that needs no path
_USERS = 2  # works that use what one introduced, for that to be a reason
_LINKS = 2  # links of a work, likewise
_CLEAR = 1.0  # evidence for a kind beyond that for any other, for the kind to be a reason


def reading_paths(
    taxonomy: Taxonomy,
    known: Known,
    resolve: Callable[[str], str | None],
    is_gone: Callable[[str], bool],
) -> tuple[dict[str, tuple[Step, ...]], tuple[Problem, ...]]:
    """By theme id, and `WHOLE` for the survey, where to start; and names in curators' lists that lead to no work."""
    choice = _Choice(known)
    paths: dict[str, tuple[Step, ...]] = {}
    problems: list[Problem] = []
    members: dict[str, list[str]] = {}
    for key, theme in sorted(known.themes.items()):
        members.setdefault(theme or "", []).append(key)
    own = [(theme.id, theme.title, theme.start, members.get(theme.id, [])) for theme in taxonomy.themes]
    for name, title, start, keys in ((WHOLE, "", taxonomy.start, sorted(known.works)), *own):
        steps, faults = _chosen(name, start, resolve, is_gone)
        problems += faults
        if not start and len(keys) > _SMALL:
            steps = choice.path(keys, title)
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


class _Choice:
    """Chooses works of a theme, or of the survey, by what is known about them."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.links = Links(known)

    def path(self, keys: Sequence[str], title: str) -> tuple[Step, ...]:
        """Where to start among the works `keys` of the theme with this title; nothing where fewer than three have a
        reason.

        Nobody is sent to a work of which less is known than of most: its people, year or abstract.
        """
        inside = _known_enough(keys, self.known.works)
        steps: dict[str, Step] = {}
        for step in self._steps(inside, steps, title.lower()):
            if step.key not in steps and len(steps) < _MOST:
                steps[step.key] = step
        return tuple(steps.values()) if len(steps) >= _FEWEST else ()

    def _steps(self, inside: set[str], taken: Mapping[str, Step], title: str) -> Iterator[Step]:
        """The steps in order; `taken` grows meanwhile, with those that were given."""
        yield from self._survey(inside)
        yield from self._introduced(inside, taken)
        yield from self._linked(inside, taken, 1)
        yield from self._newest(inside, taken)
        for more in (self._introduced, self._early, self._measures):
            if len(taken) < _USUAL:
                yield from more(inside, taken)
        yield from self._about(inside, taken, title)
        yield from self._linked(inside, taken, max(0, _FEWEST - len(taken)))

    def _survey(self, inside: set[str]) -> Iterator[Step]:
        surveys = [key for key in inside if self._is_a("survey", key)]
        if surveys:
            key = max(surveys, key=lambda key: (self.links.degree(key, inside), self._date(key), key))
            yield Step(key, "survey", (reasons.surveyed(self.links.degree(key, inside)),))

    def _introduced(self, inside: set[str], taken: Mapping[str, Step]) -> Iterator[Step]:
        """The work that introduced what others use, by how many use it or cite the work."""
        counts = {
            key: (len(self.links.users.get(key, ())), len(self.links.citing(key, inside)))
            for key in inside - taken.keys()
        }
        found = [key for key, both in counts.items() if max(both) >= _USERS]
        if not found:
            return
        key = max(found, key=lambda key: (sum(counts[key]), key))
        users, cited = counts[key]
        said = []
        if users >= _USERS:
            name = min(self.links.made[key], key=lambda name: (-self.links.made[key][name], name))
            said.append(reasons.introduced(name, users))
        if cited >= _USERS:
            said.append(reasons.cited(cited))
        yield Step(key, "introduced", tuple(said))

    def _linked(self, inside: set[str], taken: Mapping[str, Step], number: int) -> Iterator[Step]:
        free = [key for key in inside if key not in taken and self.links.degree(key, inside) >= _LINKS]
        ranked = sorted(free, key=lambda key: (-self.links.degree(key, inside), -self.links.strength(key, inside), key))
        is_first = not any(step.reason == "linked" for step in taken.values())
        for place, key in enumerate(ranked[:number]):
            said = reasons.most_linked if is_first and not place else reasons.linked
            yield Step(key, "linked", (said(self.links.degree(key, inside)),))

    def _newest(self, inside: set[str], taken: Mapping[str, Step]) -> Iterator[Step]:
        """The newest work that leads on from one of those taken: near it, or using or citing what it brought.

        It belongs to the newer half. A survey has no line of its own, unless nothing else leads on.
        """
        found = []
        middle = self._middle(inside)
        for key in (key for key in inside - taken.keys() if self._date(key) >= middle):
            before = [other for other in taken if self.links.leads(other, key) and self._date(other) < self._date(key)]
            if before:
                is_line = {other: taken[other].reason != "survey" for other in before}
                other = max(before, key=lambda other: (is_line[other], self.links.nearness(key, other), other))
                found.append((is_line[other], self._date(key), self.links.nearness(key, other), key, other))
        if found:
            _, (year, _), _, key, other = max(found)
            yield Step(key, "newest", (reasons.newest(year, year == self.known.works[key].year),), other)

    def _early(self, inside: set[str], taken: Mapping[str, Step]) -> Iterator[Step]:
        """A work of the older half, from a year before all those taken, to which most later ones are linked."""
        first = min([self._date(key)[0] for key in taken] + [self._middle(inside)[0]])
        later = {
            key: sum(self._date(other)[0] > self._date(key)[0] for other in self.links.neighbours(key, inside))
            for key in inside - taken.keys()
            if 0 < self._date(key)[0] < first
        }
        key = max(later, key=lambda key: (later[key], self.links.strength(key, inside), key), default="")
        if key and later[key] >= _LINKS:
            yield Step(key, "early", (reasons.early(later[key]),))

    def _measures(self, inside: set[str], taken: Mapping[str, Step]) -> Iterator[Step]:
        """The benchmark or data set with most links."""
        if any(self._is_a("benchmark or data set", key) for key in taken):
            return
        free = [key for key in inside - taken.keys() if self._is_a("benchmark or data set", key, _CLEAR)]
        linked = {key: (self.links.degree(key, inside), self.links.strength(key, inside)) for key in free}
        key = max(linked, key=lambda key: (linked[key], key), default="")
        if key and self.links.degree(key, inside) >= _LINKS:
            yield Step(key, "data", (reasons.measures(self.links.degree(key, inside)),))

    def _about(self, inside: set[str], taken: Mapping[str, Step], title: str) -> Iterator[Step]:
        """While there are few steps: works linked to several others by words that neither link those taken to several
        nor stand in the theme's title.
        """
        links = self.known.related
        said = {words for key in taken for words in linking_words(links.get(key, ()), inside)}
        while len(taken) < _USUAL:
            found = [
                (number, self.links.degree(key, inside), key, words)
                for key in inside - taken.keys()
                for words, number in linking_words(links.get(key, ()), inside).items()
                if words not in said and words.removesuffix("s") not in title
            ]
            if not found:
                return
            number, _, key, words = max(found)
            said.update(linking_words(links[key], inside))
            yield Step(key, "about", (reasons.about(most_written(links[key], words), number),))

    def _is_a(self, name: str, key: str, margin: float = 0.0) -> bool:
        """Whether a work is of a kind: its abstract says so with evidence that exceeds that for others by `margin`, or
        something says so that tells more.
        """
        kind = self.known.kinds.get(key)
        if kind is None or kind.name != name:
            return False
        return kind.source != "abstract" or kind.score - kind.second >= margin

    def _middle(self, inside: set[str]) -> tuple[int, int]:
        """The date before which half of the works appeared."""
        dates = sorted(map(self._date, inside))
        return dates[len(dates) // 2] if dates else (0, 0)

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
