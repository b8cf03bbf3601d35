"""The questions of `review --themes`: which theme does a work belong to?"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.commands.answers import (
    END,
    UNDO,
    Answer,
    Ask,
    Keep,
    TakeBack,
    answer_to,
    asked_in_turn,
    stable_reference,
)
from generator.errors import at_fault
from generator.survey import Survey
from generator.text.compare import SUGGESTED, did_you_mean
from generator.themes.values import Placement

COLUMNS = ("primary", "secondary", "why", "ref", "title", "now", "runner_up", "scores", "abstract")
NEEDED = {"primary", "ref"}  # the columns that identify a filled-in table
NOTHING = "No theme is unsure."
OFFERED = 3  # themes offered at once
READABLE = 100  # characters in a line of an abstract
LEAST = 3  # letters of a theme's id: a lone `s` is more likely to mean skip


def asked(survey: Survey, ask: Ask, keep: Keep, take_back: TakeBack = lambda: False) -> int:
    """Go through the works whose theme is unsure, most unsure first. The likeliest themes are offered by number; u
    takes the last answer back and asks for that work again. Returns how many answers stand; each was saved at once.
    """
    unsure = _unsure(survey)
    if not unsure:
        print(NOTHING)

    def ask_about(place: int) -> str:
        key, placement = unsure[place]
        print(_question(survey, key, placement, f"{place + 1} of {len(unsure)}"))
        return _chosen(survey, ask, [theme for theme, _ in placement.scores[:OFFERED]], bool(placement.primary))

    def answer_of(place: int, given: str) -> Answer | None:
        key, placement = unsure[place]
        primary = placement.primary if given == "k" else given
        if not primary:
            return None
        return Answer("themes", {"ref": stable_reference(survey, key), "primary": primary, "why": "reviewed"})

    return asked_in_turn(len(unsure), ask_about, answer_of, keep, take_back)


def _question(survey: Survey, key: str, placement: Placement, place: str) -> str:
    """The work with its abstract, the theme that it has, and the likeliest ones with their numbers."""
    work = survey.works[key]
    offered = (
        f"  {number}  {theme} ({score:.2f}): {survey.taxonomy.by_id[theme].title}"
        for number, (theme, score) in enumerate(placement.scores[:OFFERED], 1)
    )
    head = f"\n{place}  {work.title}\n{textwrap.fill(work.abstract, READABLE)}\n  now {placement.primary or 'none'}"
    return "\n".join((head, *offered))


def _chosen(survey: Survey, ask: Ask, offered: Sequence[str], may_keep: bool) -> str:
    """A theme id, `k`, `u`, `q` or "" (left open), asked for until it is one of them; the end of the input is `q`."""
    numbers = f"[1-{len(offered)}], " if len(offered) > 1 else "[1], " * len(offered)
    kept = "[k]eep, " if may_keep else ""
    prompt = f"{numbers}a theme id or its beginning, {kept}Enter to leave it open, [u]ndo, [q]uit: "
    while True:
        given = answer_to(prompt, ask)
        if given in ("", END, UNDO) or (given == "k" and may_keep) or given in survey.taxonomy.by_id:
            return given
        if given.isdecimal() and 0 < int(given) <= len(offered):
            return offered[int(given) - 1]
        begun = [theme for theme in survey.taxonomy.by_id if theme.startswith(given)]
        if len(begun) == 1 and len(given) >= LEAST:
            print(f"  {begun[0]}: {survey.taxonomy.by_id[begun[0]].title}")
            return begun[0]
        if begun:
            more = f" and {len(begun) - OFFERED} more" if len(begun) > OFFERED else ""
            print(f"  `{given}` begins {', '.join(begun[:OFFERED])}{more}: write more of the one you mean")
        else:
            hint = "write a number, or the beginning of a theme id"
            hint = did_you_mean(given, survey.taxonomy.by_id, hint, OFFERED, str)
            print(f"  there is no theme `{given}`; {hint}")


def _unsure(survey: Survey) -> list[tuple[str, Placement]]:
    """The works of whose theme the method is unsure, most unsure first."""
    unsure = [
        (key, p) for key, p in survey.placements.items() if (p.unsure or not p.primary) and p.decided_by != "decision"
    ]
    return sorted(unsure, key=lambda pair: (pair[1].scores[0][1] if pair[1].scores else 0.0, pair[0]))


def listed(survey: Survey) -> list[str]:
    """Every question, one line each."""
    return [f"{row['ref']}  {row['now']} ({row['scores']})  {row['title']}" for row in rows(survey)]


def rows(survey: Survey) -> list[dict[str, str]]:
    """The works of whose theme the method is unsure, most unsure first, as rows of a table."""
    return [
        {
            "primary": "",
            "secondary": "",
            "why": "",
            "ref": stable_reference(survey, key),
            "title": survey.works[key].title,
            "now": placement.primary or "",
            "runner_up": placement.runner_up or "",
            "scores": ", ".join(f"{theme} {score:.2f}" for theme, score in placement.scores[:OFFERED]),
            "abstract": survey.works[key].abstract,
        }
        for key, placement in _unsure(survey)
    ]


def answer_in(row: Mapping[str, str | None], file: Path, line: int, survey: Survey) -> Answer | None:
    """The answer in one row of a filled-in table, if it has one; raises InputError."""
    primary = (row["primary"] or "").strip()
    secondary = [name.strip() for name in (row.get("secondary") or "").replace(";", ",").split(",") if name.strip()]
    for name in (primary, *secondary):
        if name and name not in survey.taxonomy.by_id:
            hint = did_you_mean(name, survey.taxonomy.by_id, "", SUGGESTED, str)
            raise at_fault(f"there is no theme `{name}`", str(file), line, hint)
    if not primary and not secondary:
        return None
    entry: dict[str, object] = {
        "ref": row["ref"],
        **({"primary": primary} if primary else {}),
        **({"secondary": secondary} if secondary else {}),
    }
    return Answer("themes", {**entry, "why": (row.get("why") or "").strip() or "reviewed"})
