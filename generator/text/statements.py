"""What a study states after it told what was done: known by the order of an abstract, where no turn of phrase tells."""

from __future__ import annotations

import re

from generator.text import cues, design_cues, empty_cues, finding_cues, study_cues
from generator.text.acts import acts_itself, contribution
from generator.text.headed import headed_sentences
from generator.text.lost_words import damaged_sentences
from generator.text.standing import opens_elsewhere, points_away, standing

_ACT = 0.9  # from this, a sentence tells what was done
_SHORTEST, _LONGEST = 6, 50  # words of a statement
_SHORT_CHANGE = 5  # words of one that tells a change: "Hedges fell by a third."
_SOON = 2  # so soon after the act a sentence in the present tense is a claim; later ones discuss
_TURNS = ("However", "Recently", "Existing")
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)
_NEVER = 1_000  # a place behind every sentence
_PARTS = ("result", "conclusion", "")
# Turns of phrase of sentences that state nothing which came out.
_NO_STATEMENT = (
    cues.AVAILABLE,
    cues.PLAN,
    cues.GOAL,
    cues.SAYS_NOTHING,
    cues.SETTING,
    cues.TORN,
    cues.LOST,
    cues.ADDS,
    design_cues.IS_PRESENTED,
    empty_cues.BOILERPLATE,
    empty_cues.PRAISE,
    empty_cues.ADVICE,
    empty_cues.BURDEN,
    empty_cues.EXPRESSED,
    empty_cues.NEWNESS,
    empty_cues.PRESENTED,
    finding_cues.PRESCRIBES,
    finding_cues.EXPECTS,
    finding_cues.OF_FINDING,
    finding_cues.SAME,
    finding_cues.DESCRIBES,
    finding_cues.OBTAINED,
    study_cues.SAMPLE,
    study_cues.PRIOR,
)


def first_statement(abstract: str) -> str:
    """The first sentence after the act of a study that states something of its own; "" where none does. One that only
    counts may tell of the sample, so a later one that tells a change in the past goes before.

    What follows the act of a work that makes something mostly describes the thing: there only what was measured counts.
    """
    lost = damaged_sentences(abstract)
    makes, told, first = False, _NEVER, ""
    found = headed_sentences(abstract)
    unnamed = not any(acts_itself(sentence.text) for sentence in found if sentence.text)
    for place, sentence in enumerate(found):
        text = sentence.text
        act = contribution(text) if text else 0.0
        is_whole = bool(text) and sentence.whole not in lost
        after = place - told
        if after > 0 and is_whole and not act and sentence.part in _PARTS and _states(text, makes, after):
            if _changes(text) or not (first or _only_counts(text)):
                return text
            first = first or text
        told = min(told, place) if act >= _ACT and contribution(text, unnamed) >= _ACT else told
        makes = makes or bool(cues.WE_PROPOSE.search(text) or cues.WORK_MAKES.search(text))
    return first


def _changes(sentence: str) -> bool:
    """Whether it tells a change in the past."""
    return bool(finding_cues.IN_PAST.search(sentence) and finding_cues.CHANGES.search(sentence))


def _only_counts(sentence: str) -> bool:
    """Whether nothing but a number or "only" makes it a statement."""
    compares = finding_cues.COMPARED.search(sentence) or finding_cues.CONTRASTS.search(_ONLY.sub("", sentence))
    counts = finding_cues.NUMBER.search(sentence) or _ONLY.search(sentence)
    return bool(counts and not compares and not cues.AMOUNT.search(sentence))


def _states(sentence: str, makes: bool, after: int) -> bool:
    """Whether the sentence that stands `after` so many others behind an act states what came out, and neither wishes,
    announces nor points back.
    """
    shortest = _SHORT_CHANGE if _changes(sentence) else _SHORTEST
    if not shortest <= len(sentence.split()) <= _LONGEST or sentence.endswith(("?", ":")):
        return False
    if any(cue.search(sentence) for cue in _NO_STATEMENT):
        return False
    alone = standing(sentence)
    if opens_elsewhere(alone) or points_away(alone):
        return False
    in_past = finding_cues.IN_PAST.search(sentence) is not None
    if makes:
        return in_past and cues.AMOUNT.search(study_cues.without_statistics(sentence)) is not None
    if after > _SOON or sentence.startswith(_TURNS):
        return in_past
    says = (finding_cues.COMPARED, finding_cues.CONTRASTS, finding_cues.NUMBER)
    return in_past or any(cue.search(sentence) for cue in says)
