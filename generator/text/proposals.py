"""What a work proposes, word for word from its abstract."""

from __future__ import annotations

import re

from generator.text import design_cues, empty_cues, study_cues
from generator.text.acts import EARLIER, STUDIED, SURE, WHOLE, act_of, acts_itself, name_of
from generator.text.candidates import LATER, in_part, only_titled, self_contained, whole_sentences, with_subject
from generator.text.clauses import clause
from generator.text.findings import headline_result
from generator.text.standing import after_pointing, before_pointing, capital, points_away, standing

_LEADS_ON = re.compile(r",\s+we\s")  # what is left of a sentence is a means of what its authors do then
_GROUND = re.compile(r"(?:\w+ly\s+)?[A-Za-z]+ing\s[^;:.]+,\s+(?:we|this\s\w+)\s", re.IGNORECASE)
_LONGEST = 36  # words of a sentence that is shown whole
_NOTHING_NEW = 1  # words beyond those of the title from which on a passage says more than it
_TITLE_ALONE = 1.5  # what it costs to say no more than the title where the idea is told
_LEAST = 0.4  # below this, a sentence tells of something by the way
_WEAKER = 0.9  # how much less an act may say than one that cannot be followed
_ALSO = 1.4  # what that costs a proposal
_SUPPLEMENT = 1.5  # what it costs to examine or explain what an earlier sentence proposes
_YIELDS = 1.5  # what it costs a proposal to say only that something came out of it


def proposal(abstract: str, title: str = "") -> str:
    """What the work proposes, word for word: from the subject of the act ("we propose …") to the end of its clause.

    The subject may be what the title names ("DistServe assigns …"). To make something counts for more than to study
    it, and that for more than to find something out. "" where the abstract has no act of contribution, or only some
    that one cannot follow without the sentence before. The passage ends without a full stop and holds at most about
    36 words.
    """
    best, chosen, stated = _LEAST, "", 0.0
    name = name_of(title)
    found = whole_sentences(abstract)
    has_idea = any(study_cues.KEY_IDEA.search(headed.text) for headed in found)
    unnamed = not any(acts_itself(headed.text) for headed in found)
    for place, headed in enumerate(found):
        sentence = headed.text
        worth, start = act_of(sentence, name, unnamed) if sentence else (0.0, 0)
        if headed.part and not worth and (headed.part == "aim" or study_cues.TO_ASK.search(sentence)):
            worth = STUDIED
        strength = (
            worth
            - _by_the_way(sentence, start)
            + in_part(headed.part, worth)
            + 0.5 * self_contained(sentence)
            - LATER * min(place, 8)
            - (_TITLE_ALONE if has_idea and only_titled(standing(sentence[start:]), title) else 0.0)
            - (_SUPPLEMENT if stated >= SURE and study_cues.SUPPLEMENT.search(sentence) else 0.0)
        )
        stated = max(stated, worth)
        if not worth or strength <= best or sentence.count("(", 0, start) > sentence.count(")", 0, start):
            continue
        begin = start - study_cues.aim_before(sentence[:start])
        text, known = standing(sentence[begin:]), f"{title} {sentence[:begin]}"
        said = before_pointing(text, known) or with_subject(after_pointing(text, known), sentence)
        if said == text and only_titled(said, title, _NOTHING_NEW):
            said = text = _with_ground(sentence, begin, title) or said
        empty = (empty_cues.WE_NOTICE, empty_cues.UNSAID, empty_cues.ONLY_NAMED)
        if worth < WHOLE and said != text:  # what is said by the way must stand whole
            said = ""
        leads_on = _LEADS_ON.search(text, len(said)) if text.startswith(said) else None
        if said and not leads_on and not any(cue.search(said) for cue in empty):
            best, chosen = strength, said
        else:
            best = max(best, strength - _WEAKER)  # what is much weaker does not stand in for it
    if design_cues.ONLY_GATHERED.search(chosen) and headline_result(abstract):
        return ""  # the finding says what the work gives; data that were gathered for it do not
    return capital(clause(chosen)) if chosen else ""


def _with_ground(sentence: str, begin: int, title: str) -> str:
    """The whole sentence whose act from `begin` on only names something, where it begins with what the authors do or
    saw for that ("Observing that tokens recur, we propose X"); "" where it does not, or not so that it stands alone.
    """
    is_led = begin > 0 and _GROUND.match(sentence) and len(sentence.split()) <= _LONGEST
    whole = standing(sentence) if is_led else ""
    return whole if whole and not points_away(whole, title) else ""


def _by_the_way(sentence: str, start: int) -> float:
    """What an act costs that is none of this work's own, or only one more."""
    earlier = EARLIER if study_cues.BEFORE_THIS.search(sentence) else 0.0
    also = _ALSO if study_cues.ALSO.search(sentence) else 0.0
    yields = _YIELDS if study_cues.YIELDS.search(sentence[start:]) else 0.0
    example = _ALSO if design_cues.EXAMPLE.search(sentence) else 0.0
    return earlier + also + yields + example
