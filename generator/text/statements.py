"""What a study states after it told what was done: known by the order of an abstract, where no turn of phrase tells."""

from __future__ import annotations

from generator.text import cues, design_cues, empty_cues, finding_cues, study_cues
from generator.text.acts import contribution
from generator.text.headed import headed_sentences
from generator.text.lost_words import damaged_sentences
from generator.text.standing import opens_elsewhere, points_away, standing

_ACT = 0.9  # from this, a sentence tells what was done
_SHORTEST, _LONGEST = 6, 50  # words of a statement
_SOON = 2  # so soon after the act a sentence in the present tense is a claim; later ones discuss
_TURNS = ("However", "Recently", "Existing")
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
    """The first sentence after the act of a study that states something of its own; "" where none does.

    What follows the act of a work that makes something mostly describes the thing: there only what was measured counts.
    """
    lost = damaged_sentences(abstract)
    makes, told = False, _NEVER
    for place, sentence in enumerate(headed_sentences(abstract)):
        text = sentence.text
        act = contribution(text) if text else 0.0
        is_whole = bool(text) and sentence.whole not in lost
        after = place - told
        if after > 0 and is_whole and not act and sentence.part in _PARTS and _states(text, makes, after):
            return text
        told = min(told, place) if act >= _ACT else told
        makes = makes or bool(cues.WE_PROPOSE.search(text) or cues.WORK_MAKES.search(text))
    return ""


def _states(sentence: str, makes: bool, after: int) -> bool:
    """Whether the sentence that stands `after` so many others behind an act states what came out, and neither wishes,
    announces nor points back.
    """
    if not _SHORTEST <= len(sentence.split()) <= _LONGEST or sentence.endswith(("?", ":")):
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
