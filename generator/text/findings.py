"""The finding that an abstract leads with: a sentence word for word, by cue phrases of scientific abstracts."""

from __future__ import annotations

from collections.abc import Sequence

from generator.text import cues, design_cues, empty_cues, finding_cues, study_cues
from generator.text.acts import acts_itself, contribution
from generator.text.headed import Headed, headed_sentences
from generator.text.lost_words import damage, damaged_sentences
from generator.text.standing import opens_elsewhere, standing
from generator.text.statements import first_statement

_NOTHING = 9.0  # what no place of a sentence makes up for
# What a sentence is worth as a finding that (has an amount, says that something is better).
_STRENGTHS = {(True, True): 2.6, (True, False): 0.8, (False, True): 1.1, (False, False): 0.0}
_FRAGMENT = 6  # words that a sentence has at least
_LEAST = 1.25  # below this, a sentence only sounds like a result (read on 345 abstracts)
_LATER = 0.3  # what the last sentence has before the first
_CONCLUDES = 0.7  # what a conclusion gains
# What it costs to tell who took part, who agrees, what others have shown, and what was not found.
_SAMPLE, _AGREES, _PRIOR, _NOT_FOUND = 1.5, 1.2, 1.2, 0.3
_ALSO = 0.5  # what it costs to be one more finding
_AFTER_ACT = 0.4  # what it gains to tell in the past tense what came out of the study, once that is told
_CLAIMED, _SHOWN, _COMPARED = 1.3, 1.2, 1.1  # what it gains to claim, to show that something is so, to compare in words
_BURDEN = 0.9  # what it costs to say that something is costly anyway
_KNOWN = 0.7  # what it costs to stand before all that the work does, and to be told by nobody of its authors
_PRESCRIBED = 0.9  # what it costs to say what will or should be
_POINTS = 0.7  # what it costs to speak of something that only earlier sentences name
_OF_FINDING = 0.9  # what it costs only to extend or limit a finding told before
# What standing in a part of a structured abstract is worth: findings stand in some of them only.
_PARTS = {"result": 0.4, "conclusion": 1.1, "": 0.0}


def headline_result(abstract: str) -> str:
    """The sentence of `abstract` with the main finding, word for word; "" where none reports one.

    Where words or numbers were lost from its end, it stops with an ellipsis before the clause that lost them.

    A measured comparison ("3.5× faster than …") counts most, then a reported finding ("we find that …"). Where no
    sentence says so, one counts that compares in words, or tells in the past tense what came out of what was done; and
    at last the first that states something after that is told.
    """
    best = _best(abstract, in_words=False) or _best(abstract, in_words=True)
    return standing(best or first_statement(abstract))


def _best(abstract: str, in_words: bool) -> str:
    """The strongest finding; with `in_words`, turns of phrase count too with which many sentences report nothing."""
    best, chosen, is_told = 0.0, "", False
    found = headed_sentences(abstract)
    lost = damaged_sentences(abstract)
    begins = _first_act(found)
    for place, sentence in enumerate(found):
        text = _unharmed(sentence.text)
        if sentence.part not in _PARTS or (sentence.whole in lost and (text == sentence.text or damage(text))):
            continue
        bonus = _PARTS[sentence.part] + _LATER * place / len(found)
        bonus -= _KNOWN if place < begins and not _is_ours(text) else 0.0
        if in_words:
            bonus += _in_words(text, is_told) if text else 0.0
            is_told = is_told or contribution(sentence.text) > 0
        least = max(_LEAST, best)
        strength = _finding(text, least - bonus) + bonus if text else 0.0
        minor = _minor(text) if strength > least else 0.0  # which takes long
        if strength > max(least, best + minor):
            best, chosen = strength - minor, text
    return chosen


def _first_act(found: Sequence[Headed]) -> int:
    """The place of the first sentence in which the authors or the paper do something; 0 where none does."""
    acting = (place for place, sentence in enumerate(found) if sentence.text and acts_itself(sentence.text))
    return next(acting, 0)


def _is_ours(sentence: str) -> bool:
    """Whether a sentence tells of its authors or their work."""
    return any(cue.search(sentence) for cue in (cues.WE_FIND, cues.OWN_GAIN, study_cues.OURS))


def _in_words(sentence: str, is_told: bool) -> float:
    """What a sentence gains that reports something in other words; `is_told`: an earlier one says what was done."""
    gained = 0.0
    if finding_cues.CLAIMS.search(sentence):
        gained = _CLAIMED
    elif finding_cues.SHOWS_THAT.search(sentence):
        gained = _SHOWN
    if is_told and finding_cues.IN_PAST.search(sentence):
        gained += _AFTER_ACT
    if gained and finding_cues.COMPARED.search(sentence) and not cues.BETTER.search(sentence):
        gained += _COMPARED
    return gained


def _finding(sentence: str, least: float) -> float:
    """How strongly the sentence reports what came out; not looked at to the end where it is `least` at most."""
    says_nothing = (
        cues.AVAILABLE,
        empty_cues.BOILERPLATE,
        empty_cues.PRAISE,
        empty_cues.LESSON,
        empty_cues.PRESENTED,
    )
    if any(cue.search(sentence) for cue in says_nothing) and not cues.AMOUNT.search(sentence):
        return -_NOTHING
    if any(cue.search(sentence) for cue in (empty_cues.TESTED_ON, empty_cues.EXPRESSED, empty_cues.NEWNESS)):
        return -_NOTHING
    amount = bool(cues.AMOUNT.search(study_cues.without_statistics(sentence)))
    differs = bool(cues.BETTER.search(sentence) or study_cues.CHANGED.search(sentence))
    differs = differs or (amount and bool(finding_cues.MEASURED.search(sentence)))
    if finding_cues.BY_NUMBER.search(sentence):
        amount = differs = True
    strength = _STRENGTHS[amount, differs]
    strength += _reported(sentence)
    strength += _CONCLUDES if study_cues.CONCLUDES.search(sentence) else 0.0
    if strength <= least:  # what follows only takes away
        return strength
    strength -= 1.0 if cues.PLAN.search(sentence) and not amount else 0.0
    strength -= 0.8 if cues.SAYS_NOTHING.search(sentence) and not amount else 0.0
    strength -= 0.8 if cues.SETTING.search(sentence) else 0.0
    strength -= 0.6 if sentence.startswith(("However", "Recently", "Existing")) else 0.0
    strength -= 0.9 if cues.GOAL.search(sentence) else 0.0
    strength -= _BURDEN if empty_cues.BURDEN.search(sentence) and not amount and not _reported(sentence) else 0.0
    makes = cues.WORK_MAKES.search(sentence) and not study_cues.YIELDS.search(sentence)
    proposes = makes or cues.WE_PROPOSE.search(sentence) or design_cues.IS_PRESENTED.search(sentence)
    wished = finding_cues.PRESCRIBES.search(sentence) or (finding_cues.EXPECTS.search(sentence) and not amount)
    strength -= _PRESCRIBED if wished and not _reported(sentence) else 0.0
    strength -= 0.9 if proposes and not amount else 0.0
    of_finding = finding_cues.SAME.search(sentence) or finding_cues.OF_FINDING.search(sentence)
    strength -= _OF_FINDING if of_finding and not amount else 0.0
    is_of_others = study_cues.OF_OTHERS.search(sentence) is not None and sentence.startswith(("These", "Those", "This"))
    strength -= _POINTS if is_of_others and not amount and _reported(sentence) <= 0 else 0.0
    strength -= _SAMPLE if study_cues.SAMPLE.search(sentence) else 0.0
    strength -= _SAMPLE if finding_cues.OBTAINED.search(sentence) else 0.0
    strength -= _AGREES if study_cues.AGREES.search(sentence) else 0.0
    strength -= _PRIOR if study_cues.PRIOR.search(sentence) else 0.0
    length = len(sentence.split())
    strength -= 1.2 if cues.TORN.search(sentence) else 0.0
    strength -= 0.02 * max(0, length - 50) + (1.0 if length < _FRAGMENT or sentence.endswith("?") else 0.0)
    return strength


def _minor(sentence: str) -> float:
    """What another finding may lack and still go before: this one is one more, or of what earlier sentences name."""
    also = _ALSO if study_cues.ALSO_FOUND.search(sentence) else 0.0
    points = (
        finding_cues.OF_FINDING.search(sentence)
        or study_cues.OF_OTHERS.search(sentence)
        or opens_elsewhere(standing(sentence))
    )
    return also + (_POINTS if points else 0.0)


def _reported(sentence: str) -> float:
    """What it is worth to say that this was found, and to whom it belongs."""
    if cues.RESULTS.search(sentence) or study_cues.STUDY_FINDS.search(sentence):
        return 1.2
    if cues.WE_FIND.search(sentence) or design_cues.IT_IS_SHOWN.search(sentence):
        return 1.3
    if cues.OWN_GAIN.search(sentence):
        return 1.0
    return -_NOT_FOUND if study_cues.NOT_FOUND.search(sentence) else 0.0


def _unharmed(sentence: str) -> str:
    """`sentence`; if it lost words, the clauses before with an ellipsis, or "" where these do not measure anything."""
    lost = cues.LOST.search(sentence)
    if lost is None:
        return sentence
    whole = sentence[: max(0, sentence.rfind(", ", 0, lost.start() + 1))]
    return f"{whole} …" if cues.AMOUNT.search(whole) else ""
