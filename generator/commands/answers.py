"""A person's answers to the program's questions, and their way into `bib/decisions.yml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.config.decision_file import with_entries
from generator.config.decisions import NAME, Decisions
from generator.project.box import read_text
from generator.project.journal import put_together
from generator.project.opening import alone

if TYPE_CHECKING:
    from generator.survey import Survey

Ask = Callable[[str], str]
Keep = Callable[["Answer"], None]  # what to do with each answer as soon as it is given
TakeBack = Callable[[], bool]  # takes the last answer back; False if there is none, or the file has changed since
END = "q"  # the answer that ends the questions
UNDO = "u"  # the answer that takes the one before back


@dataclass(frozen=True, slots=True)
class Answer:
    """One entry for a section of `decisions.yml`."""

    section: str
    entry: dict[str, object]


def answer_to(prompt: str, ask: Ask) -> str:
    """What a person types, trimmed and in lower case; the end of the input or an interruption is `q`, and earlier
    answers count.
    """
    try:
        return ask(prompt).strip().casefold()
    except (EOFError, KeyboardInterrupt):
        return END


def asked_in_turn(
    questions: int,
    ask_about: Callable[[int], str],
    answer_of: Callable[[int, str], Answer | None],
    keep_answer: Keep,
    take_back: TakeBack,
) -> int:
    """Go through that many questions and keep each answer when it is given. Returns how many answers stand.

    `ask_about` shows the question at a place and returns what a person types: `q` ends, `u` takes the last answer back
    and asks that question again. Of anything else `answer_of` makes the answer, or None where the question stays open.
    """
    answered: list[int] = []
    place = 0
    while place < questions:
        given = ask_about(place)
        if given == END:
            break
        if given == UNDO:
            if answered and take_back():
                place = answered.pop()
            else:
                print("  nothing to take back")
            continue
        answer = answer_of(place, given)
        if answer:
            keep_answer(answer)
            answered.append(place)
        place += 1
    return len(answered)


def unknown(answers: Sequence[Answer], decisions: Decisions) -> list[Answer]:
    """The answers, each once, that the file does not hold yet, judged by what they decide and not by the reason
    given.
    """
    seen: set[tuple[object, ...]] = {
        ("same" if one.same else "not-same", frozenset(one.refs)) for one in decisions.pairings
    }
    seen |= {("themes", one.ref, one.primary, one.secondary or ()) for one in decisions.themes}
    new = []
    for answer in answers:
        if decided(answer) not in seen:
            seen.add(decided(answer))
            new.append(answer)
    return new


def decided(answer: Answer) -> tuple[object, ...]:
    """What an answer decides, without its reason; equal for two records named in either order."""
    entry: dict[str, Any] = answer.entry
    if answer.section == "themes":
        return "themes", entry["ref"], entry.get("primary"), tuple(entry.get("secondary", ()))
    return answer.section, frozenset(entry["refs"])


def keep(project: Path, answers: Sequence[Answer], more: Mapping[str, bytes] = MappingProxyType({})) -> None:
    """Add the answers to `decisions.yml` and replace the files in `more` (path to content): all of it or nothing."""
    if not answers and not more:
        return
    with alone(project):
        text = read_text(project, NAME) or ""
        for section in dict.fromkeys(answer.section for answer in answers):
            text = with_entries(text, section, [answer.entry for answer in answers if answer.section == section])
        put_together(project, {**more, **({NAME: text.encode("utf-8")} if answers else {})})


class Sitting:
    """The answers of one sitting, each saved at once, of which the last can be taken back (its only state)."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._texts: list[tuple[str, str]] = []  # the file's text before and after each answer

    def keep(self, answer: Answer) -> None:
        """Save an answer."""
        before = read_text(self._project, NAME) or ""
        keep(self._project, [answer])
        self._texts.append((before, read_text(self._project, NAME) or ""))

    def take_back(self) -> bool:
        """Put the file back as it was before the last answer; False if there is none, or the file has changed since."""
        if not self._texts or self._texts[-1][1] != (read_text(self._project, NAME) or ""):
            return False
        before, _ = self._texts.pop()
        with alone(self._project):
            put_together(self._project, {NAME: before.encode("utf-8")})
        return True


def stable_reference(survey: Survey, key: str) -> str:
    """A reference that survives rebuilds: an identifier if the work has one, else its key."""
    identifiers = survey.works[key].identifiers
    return f"{identifiers[0].scheme}:{identifiers[0].value}" if identifiers else f"key:{key}"
