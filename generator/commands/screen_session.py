"""The questions of `screen` on a terminal: one work after another, likeliest first; each answer can be undone."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from rich.console import Console
from rich.text import Text

from generator.config.screening_files import Decision, Stage, TeamMark
from generator.screening.order import ReadingOrder
from generator.screening.values import Verdict
from generator.survey import Survey
from generator.text.terminal import inert
from generator.works import Work

Ask = Callable[[str], str]
Keep = Callable[[TeamMark], None]  # what to do with an answer when it is given, and when it is taken back

READABLE = 100  # characters in a line of an abstract
RELEARN = 5  # decisions after which the order is learnt anew
KEYS = "[i]nclude, [e]xclude (e REASON), [l]ater, [m]aybe, [u]ndo, [q]uit: "


class Session:
    """The state of one sitting: what is open, what was decided, and the order of the rest."""

    def __init__(
        self,
        works: Sequence[tuple[Work, Verdict]],
        waiting: Sequence[int],
        survey: Survey,
        keep: Keep,
        take_back: Keep,
    ) -> None:
        """`works` are all works with their verdicts, `waiting` the indexes of those to decide."""
        self._keep, self._take_back = keep, take_back
        self._works = works
        self._waiting = set(waiting)
        self._order = ReadingOrder([work for work, _ in works])
        self._decided = {
            place: verdict.status == "included"
            for place, (_, verdict) in enumerate(works)
            if verdict.status in ("included", "excluded", "not retrieved")
        }
        self._terms = _pattern({term for theme in survey.taxonomy.themes for term, _ in theme.terms})
        self._console = Console(highlight=False)
        self._answers: list[tuple[int, TeamMark]] = []
        self._later: set[int] = set()
        self._queue: list[tuple[int, float | None]] = []

    def asked(self, ask: Ask, reviewer: str, stage: Stage) -> list[TeamMark]:
        """Ask until all are decided or the reviewer stops. Each answer is saved when it is given."""
        while (upcoming := self._next()) is not None:
            place, probability = upcoming
            self._show(place, probability)
            answer = _answer(ask)
            if answer == "q":
                break
            if answer == "u":
                self._undo()
            elif answer == "l":
                self._later.add(place)
            elif answer:
                self._decide(place, answer, reviewer, stage)
        return [mark for _, mark in self._answers]

    def _next(self) -> tuple[int, float | None] | None:
        done = {place for place, _ in self._answers} | self._later
        if not self._queue or len(self._answers) % RELEARN == 0:
            self._queue = [one for one in self._order.ranked(self._learnt()) if one[0] in self._waiting]
        return next((one for one in self._queue if one[0] not in done), None)

    def _learnt(self) -> dict[int, bool]:
        """The decisions before and in this sitting, from which the order is learnt; a "maybe" teaches nothing."""
        own = {place: mark.decision == "include" for place, mark in self._answers if mark.decision != "undecided"}
        known = {place: included for place, included in self._decided.items() if place not in self._waiting}
        return {**known, **own}

    def _decide(self, place: int, answer: str, reviewer: str, stage: Stage) -> None:
        decisions: dict[str, Decision] = {"i": "include", "e": "exclude", "m": "undecided"}
        work = self._works[place][0]
        reason = answer[1:].strip() if answer[0] == "e" else ""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        mark = TeamMark(reference_of(work), decisions[answer[0]], stage, reviewer, reason, now, work.title)
        self._keep(mark)
        self._answers.append((place, mark))

    def _undo(self) -> None:
        if self._answers:
            place, mark = self._answers[-1]
            self._take_back(mark)
            self._answers.pop()
            self._queue = [(place, None), *self._queue]
            self._console.print(inert(f"  taken back: {mark.decision} “{mark.title}”"), markup=False)
        else:
            self._console.print("  nothing to take back")

    def _show(self, place: int, probability: float | None) -> None:
        work, verdict = self._works[place]
        left = len(self._waiting) - len(self._answers)
        likely = "" if probability is None else f", {probability:.0%} likely by what you decided so far"
        self._console.print(f"\n{left:,} to decide{likely}", style="dim", markup=False)
        self._console.print(self._marked(work.title), style="bold")
        names = ", ".join(name.as_first_last for name in work.authors[:4])
        facts = [
            part
            for part in (names, str(work.year or ""), work.venue, work.keywords and ", ".join(work.keywords[:6]))
            if part
        ]
        self._console.print(inert(" · ".join(facts)), style="dim", markup=False)
        self._console.print(self._marked(textwrap.fill(work.abstract, READABLE) or "(no abstract)"))
        for mark in verdict.marks:
            said = "; ".join((mark.decision, *mark.reasons))
            self._console.print(inert(f"  {mark.reviewer or mark.service}: {said}"), style="dim", markup=False)

    def _marked(self, text: str) -> Text:
        """The text with the themes' terms marked."""
        shown = Text(inert(text))
        if self._terms:
            shown.highlight_regex(self._terms, style="yellow")
        return shown


def _pattern(terms: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern that finds any of the terms as whole words, the longest first."""
    ordered = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE) if ordered else None


def reference_of(work: Work) -> str:
    """A reference that survives rebuilds and needs no key: an identifier, else the place of the first record."""
    if work.identifiers:
        return f"{work.identifiers[0].scheme}:{work.identifiers[0].value}"
    return str(min((record.origin for record in work.records), key=lambda origin: origin.order))


def _answer(ask: Ask) -> str:
    """`i`, `l`, `m`, `u`, `q`, or `e` with its reason, asked for until it is one of them; the end of the input is
    `q`.
    """
    while True:
        try:
            given = ask(KEYS).strip()
        except (EOFError, KeyboardInterrupt):
            return "q"
        first, _, rest = given.partition(" ")
        letter = first.casefold()[:1]
        if letter == "e":
            return f"e {rest.strip()}"
        if letter in ("i", "l", "m", "u", "q"):
            return letter
