"""The questions of `review` about pairs of records: are they one work?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.commands.answers import END, UNDO, Answer, Ask, Keep, TakeBack, answer_to, asked_in_turn
from generator.commands.pair_lines import INDENT, pair_lines
from generator.commands.review_records import shown, side_by_side, terminal_width, wrapped
from generator.errors import at_fault
from generator.records import Origin, Record
from generator.survey import Survey
from generator.works import Evidence

COLUMNS = (
    "answer",
    "why",
    "left",
    "right",
    "now",
    "probability",
    "left_title",
    "right_title",
    "left_authors",
    "right_authors",
    "left_year",
    "right_year",
    "evidence",
)
NEEDED = {"answer", "left", "right"}  # the columns that identify a filled-in table
NOTHING = "No pair is uncertain."
PROMPT = "One work? [s]ame, [n]ot the same, Enter to leave it open, [u]ndo, [q]uit: "
ANSWERS = {"s": "same", "n": "not-same"}
WRITTEN = {
    "same": "same",
    "s": "same",
    "yes": "same",
    "not-same": "not-same",
    "not same": "not-same",
    "n": "not-same",
    "no": "not-same",
}


def asked(survey: Survey, ask: Ask, keep: Keep, take_back: TakeBack = lambda: False) -> int:
    """Go through the uncertain pairs, most uncertain first. An empty answer leaves one open, u takes the last answer
    back and asks that pair again, q ends. Returns how many answers stand; each was saved when it was given.
    """
    pairs = survey.uncertain
    if not pairs:
        print(NOTHING)

    def ask_about(place: int) -> str:
        print("\n".join(question(survey, pairs[place], place + 1, len(pairs))))
        while True:
            given = answer_to(PROMPT, ask)[:1]
            if given in (*ANSWERS, "", UNDO, END):
                return given

    def answer_of(place: int, given: str) -> Answer | None:
        if given not in ANSWERS:
            return None
        refs = [str(pairs[place].left), str(pairs[place].right)]
        return Answer(ANSWERS[given], {"refs": refs, "why": "reviewed"})

    return asked_in_turn(len(pairs), ask_about, answer_of, keep, take_back)


def listed(survey: Survey) -> list[str]:
    """Every question, as lines."""
    return [
        line
        for number, evidence in enumerate(survey.uncertain, 1)
        for line in question(survey, evidence, number, len(survey.uncertain))
    ]


def question(survey: Survey, evidence: Evidence, number: int, total: int) -> list[str]:
    """Two records in full, side by side, with the evidence for and against their being one work."""
    left, right = (_record(survey, origin) for origin in (evidence.left, evidence.right))
    width = terminal_width()
    verdict, *reasons = pair_lines(evidence)
    lines = list(wrapped(verdict.strip(), width, "  "))
    for reason in reasons:
        lines.extend(wrapped(reason.removeprefix(INDENT), width, INDENT, INDENT))
    return [f"\n{number} of {total}: {_asked(evidence)}", *side_by_side(left, right, width), *lines]


def _asked(evidence: Evidence) -> str:
    return "joined, please confirm" if evidence.same else "two works as it stands: are they one?"


def rows(survey: Survey) -> list[dict[str, str]]:
    """The uncertain pairs as rows of a table."""
    found = []
    for evidence in survey.uncertain:
        row = {
            "answer": "",
            "why": "",
            "left": str(evidence.left),
            "right": str(evidence.right),
            "now": "joined" if evidence.same else "two works",
            "probability": f"{evidence.probability:.3f}",
        }
        for side, origin in (("left", evidence.left), ("right", evidence.right)):
            row |= {f"{side}_{name}": shown(_record(survey, origin), name) for name in ("title", "authors", "year")}
        row["evidence"] = "; ".join(f"{weight:+.1f} {what}: {found}" for what, found, weight in evidence.reasons)
        found.append(row)
    return found


def answer_in(row: Mapping[str, str | None], file: Path, line: int, survey: Survey) -> Answer | None:
    """The answer in one row of a filled-in table, if it has one; raises InputError."""
    given = (row["answer"] or "").strip().lower()
    if given and given not in WRITTEN:
        raise at_fault(f"`{given}` is not an answer", str(file), line, "write same, not-same, or nothing")
    return (
        Answer(
            WRITTEN[given], {"refs": [row["left"], row["right"]], "why": (row.get("why") or "").strip() or "reviewed"}
        )
        if given
        else None
    )


def _record(survey: Survey, origin: Origin) -> Record:
    readings = (*survey.readings, *survey.enriching)
    return next(
        (record for reading in readings for record in reading.records if record.origin == origin), Record(origin)
    )
