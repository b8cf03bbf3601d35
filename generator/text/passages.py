"""Passages of an abstract that stand for it, word for word: what the work does and what it proposes.

Rules over cue phrases of scientific abstracts (the rhetorical moves "purpose", "method" and "result" of argumentative
zoning, Teufel and Moens 2002): every sentence is scored, the best one is shown, the earlier one where two are equal.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text import cues, study_cues
from generator.text.clauses import clause, whole_clauses
from generator.text.compare import fold
from generator.text.findings import headline_result
from generator.text.headed import Headed, headed_sentences
from generator.text.lost_words import whole_beginnings
from generator.text.standing import capital, points_away, standing

_MORE = re.compile(r"\w")  # an act without an object ("a baseline that we designed.") names nothing
_LONGEST_GIST = 45  # words; what a card can show in four lines
_PURPOSE = re.compile(r"To\s+(?:\w+ly\s+)?[a-z]+\b[^.]*?,\s+we\b")
_STATED = 3.0  # from this, a sentence says what the work makes, and what later ones do for a purpose is a step of that
_ALSO_STEP = 0.8  # which costs this
_CUT = 1.0  # what it costs to end before words that were lost
_AWAY = 1.2  # what pointing back to an earlier statement costs
_ADDED = 0.9  # what being one more point costs ("Finally, …")
_ALSO = 1.4  # what that costs a proposal
_EARLIER = 2.5  # what telling of earlier work costs
_YIELDS = 1.5  # what it costs a proposal to say only that something came out of it
_LATER = 0.04  # what each earlier sentence costs
_SURE = 2.0  # from this, a sentence certainly says what the paper contributes
_TELLING = 3  # letters that a word of a title has more than
_WEAK, _MIDDLING, _STRONG = 2.4, 2.7, 2.5  # what acts of contribution are worth
_SHORT_SENTENCE = 7  # words that a sentence has at least
# What acts of a study are worth: its aim, what it was set up for, what was tested or used to ask, and what was studied.
_AIM, _SET_UP, _TEST, _STUDIED = 2.6, 2.4, 2.0, 1.3
_NAMED = 2.4  # of saying what the thing that the title names is or does
_HERE = 2.2  # of what is said of a thing "here"
# What standing in a part of a structured abstract is worth; an aim needs no act ("To assess whether …").
_PARTS = {"": 0.0, "aim": 1.2, "method": -0.5, "result": -0.8, "conclusion": -0.6, "background": -0.9, "other": -9.0}
_SHORTEST_CLAUSE = 5  # words, from its act on, that a clause before a loss has at least


def gist(abstract: str, title: str) -> str:
    """The sentence of `abstract`, or the clause, that best says what the work does, word for word but for a first
    capital; "" where there is none.

    The act of contribution ("we introduce …", "this paper studies …") counts most, then words of the title, being
    self-contained, and length. Without any act it is the finding, else the first sentence. Of a sentence that
    lost words, only the clauses before count.
    """
    found = [sentence for sentence in _whole(abstract) if sentence.text]
    if not found:
        return ""
    wanted = {word for word in fold(title).split() if len(word) > _TELLING}
    name = _name_of(title)
    acts = [_worth(sentence, name) for sentence in found]
    shown = [standing(sentence.text) for sentence in found]
    scores = [
        act + (_alone(sentence.text, text) if act else _self_contained(sentence.text)) + _title_share(text, wanted)
        for act, sentence, text in zip(acts, found, shown, strict=True)
    ]
    stated = next((place for place, act in enumerate(acts) if act >= _STATED), len(acts))
    for place in range(stated + 1, len(acts)):
        if _PURPOSE.match(shown[place]):
            scores[place] -= _ALSO_STEP
    sure = max(acts) >= _SURE
    places = [place for place, act in enumerate(acts) if act or not sure]
    best = max(places, key=lambda place: (scores[place] - _LATER * min(place, 8), -place))
    if acts[best] > 0:
        return shown[best]
    return headline_result(abstract) or shown[0]


def _whole(abstract: str) -> list[Headed]:
    """The sentences; of those that lost words, only what says what the work does before they did, or nothing."""
    lost = whole_beginnings(abstract)
    found = []
    for sentence in headed_sentences(abstract):
        text = sentence.text
        if text and sentence.whole in lost:
            text = _before_a_loss(lost[sentence.whole][len(sentence.whole) - len(text) :])
        found.append(Headed(sentence.whole, text, sentence.part))
    return found


def _before_a_loss(text: str) -> str:
    """The clauses that are whole in the beginning of a sentence, or "" where they do not say what the work
    does.
    """
    whole = whole_clauses(text)
    worth, start = _act(whole, "")
    says = worth >= _SURE and len(whole[start:].split()) >= _SHORTEST_CLAUSE
    return whole if says and not points_away(whole) else ""


def _worth(sentence: Headed, name: str) -> float:
    """How strongly the sentence says what its authors did, or what the thing that the title names is or does; less
    where it ends before words that were lost.
    """
    act = max(_contribution(sentence.text), _of_named(sentence.text, name))
    if sentence.part and not act and study_cues.TO_ASK.search(sentence.text):
        return _AIM  # whatever the heading: "Design: To assess …"
    if sentence.part == "aim" and not act:
        act = _STUDIED
    return max(0.0, act + _in_part(sentence.part, act) - _cut(sentence)) if act else 0.0


def _cut(sentence: Headed) -> float:
    """What it costs a sentence to end before words that were lost."""
    return 0.0 if sentence.whole.endswith(sentence.text) else _CUT


def _in_part(part: str, act: float) -> float:
    """What it is worth to stand in a part of a structured abstract: an introduction may end with the aim."""
    return 0.0 if part == "background" and act >= _SURE else _PARTS[part]


def _alone(sentence: str, text: str) -> float:
    """0 for a sentence whose shown `text` is self-contained; less for one that only adds or points elsewhere."""
    added = _ADDED if cues.ADDS.match(sentence) or study_cues.ALSO.search(sentence) else 0.0
    return _self_contained(text) - added - (_AWAY if points_away(text) else 0.0)


def proposal(abstract: str, title: str = "") -> str:
    """What the work proposes, word for word: from the subject of the act ("we propose …") to the end of its clause.

    The subject may be what the title names ("DistServe assigns …"). To make something counts for more than to study
    it, and that for more than to find something out. "" where the abstract has no act of contribution. The passage
    ends without a full stop and holds at most about 36 words.
    """
    best, chosen = -10.0, ""  # even a poor act is one
    name = _name_of(title)
    for place, headed in enumerate(_whole(abstract)):
        sentence = headed.text
        if not sentence:
            continue
        worth, start = _act(sentence, name)
        if headed.part and not worth and (headed.part == "aim" or study_cues.TO_ASK.search(sentence)):
            worth = _STUDIED
        strength = (
            worth
            - _by_the_way(sentence, start)
            + _in_part(headed.part, worth)
            + 0.5 * _self_contained(sentence)
            - _LATER * min(place, 8)
        )
        if worth and strength > best and sentence.count("(", 0, start) <= sentence.count(")", 0, start):
            best, chosen = strength, sentence[start - study_cues.aim_before(sentence[:start]) :]
    return capital(clause(chosen))


def _by_the_way(sentence: str, start: int) -> float:
    """What an act costs that is none of this work's own, or only one more."""
    earlier = _EARLIER if study_cues.BEFORE_THIS.search(sentence) else 0.0
    also = _ALSO if study_cues.ALSO.search(sentence) else 0.0
    yields = _YIELDS if study_cues.YIELDS.search(sentence[start:]) else 0.0
    return earlier + also + yields


def _name_of(title: str) -> str:
    """What a title names before its colon: `DistServe: Disaggregating …` → `DistServe`."""
    named = re.match(r"([^\s:]+(?: [^\s:]+){0,2}): ", title)
    return named[1] if named else ""


def _act(sentence: str, name: str) -> tuple[float, int]:
    """(strength, start) of the part of a sentence that says what the work contributes; (0, 0) if there is none."""
    acts = (
        (3.0, cues.WE_PROPOSE),
        (3.0, cues.WORK_MAKES),
        (2.8, cues.AND_PROPOSE),
        (2.5, cues.WORK_DOES),
        (_AIM, study_cues.AIM),
        (_SET_UP, study_cues.SET_UP),
        (2.2, cues.WE_STUDY),
        (_TEST, study_cues.WE_TEST),
        (1.8, cues.WE_NAME),
        (1.2, cues.WE_FIND),
    )
    worth, match = next(
        (
            (worth, match)
            for worth, cue in acts
            for match in [cue.search(sentence)]
            if match
            and _MORE.search(sentence, match.end())
            and not (cue is cues.WE_FIND and study_cues.is_subordinate(sentence[: match.start()]))
        ),
        (0.0, None),
    )
    if worth < _WEAK and _of_named(sentence, name) > worth:
        place = re.search(re.escape(name), sentence, re.IGNORECASE)
        return _NAMED, place.start() if place else 0
    if worth < _MIDDLING and (far := cues.FAR_PROPOSE.search(sentence)):
        return 2.7, far.start("act")
    if match is None and (passive := cues.IS_PROPOSED.search(sentence)):
        worth, match = 2.0, passive
    if match is None or cues.AVAILABLE.search(sentence[: match.end() + 60]):
        return 0.0, 0
    claims = worth > _STRONG and sentence.startswith(" that ", match.end())  # "we propose that …" is not a thing made
    worth += (
        (0.3 if cues.IN_THIS_WORK.search(sentence) else 0.0)
        + (0.5 if cues.NEW.search(sentence) else 0.0)
        + (0.5 if name and name in sentence else 0.0)
    )
    worth -= (1.2 if cues.ROUTINE.search(sentence) else 0.0) + (
        0.8 if claims or cues.NOTHING_NAMED.match(sentence, match.end()) else 0.0
    )
    return max(0.1, worth - 3.0 if cues.AVAILABLE.search(sentence) else worth), match.start()


@lru_cache(maxsize=20_000)
def _contribution(sentence: str) -> float:
    """How strongly the sentence says what its authors did."""
    by_strength = (
        *(((3.0, cues.WE_PROPOSE),) if cues.WE_SAY.search(sentence) else ()),
        (3.0, cues.WORK_DOES),
        (_AIM, study_cues.AIM),
        (_SET_UP, study_cues.SET_UP),
        *(
            (
                (2.8, cues.AND_PROPOSE),
                (2.4, cues.WE_STUDY),
                (_TEST, study_cues.WE_TEST),
                (2.0, cues.WE_NAME),
                (1.6, cues.WE_FIND),
                (1.4, cues.WE_DO),
            )
            if cues.WE_SAY.search(sentence)
            else ()
        ),
        (_HERE, study_cues.HERE_IS),
        (_STUDIED, study_cues.WAS_STUDIED),
        (1.2, cues.PASSIVE),
        (1.0, cues.OUR_METHOD),
    )
    strength = next((worth for worth, cue in by_strength if cue.search(sentence)), 0.0)
    if cues.IN_THIS_WORK.search(sentence) or study_cues.IN_THIS_STUDY.search(sentence):
        strength += 0.8 if strength else 1.5
    strength += 0.5 if strength and cues.NEW.search(sentence) else 0.0
    strength -= 0.8 if cues.ROUTINE.search(sentence) or study_cues.RUN.search(sentence) else 0.0
    strength -= 1.2 if study_cues.STEP.search(sentence) else 0.0
    strength -= _EARLIER if study_cues.BEFORE_THIS.search(sentence) else 0.0
    return max(0.0, strength - 3.0 if cues.AVAILABLE.search(sentence) else strength)


def _of_named(sentence: str, name: str) -> float:
    """How strongly the sentence says what the thing that the title names is or does."""
    if not name:
        return 0.0
    if name not in sentence:
        return _NAMED if _is_defined(sentence, name) else 0.0
    if (
        re.match(rf"(?:\w+, )?{re.escape(name)}\W", sentence)
        and not cues.AMOUNT.search(sentence)
        and not cues.AVAILABLE.search(sentence)
    ):
        return (
            0.0 if cues.BETTER.search(sentence) and not cues.BY_DOING.search(sentence) else _NAMED
        )  # how good it is does not say what it does
    return _contribution(sentence) + (0.5 if _contribution(sentence) >= _SURE else 0.0)


def _is_defined(sentence: str, name: str) -> bool:
    """Whether the sentence says what a thing is whose name it writes in another case ("the TBI server is a tool")."""
    if name[1:].islower():  # an ordinary word, which any sentence may be about
        return False
    return re.search(rf"(?:^|, )(?:the )?{re.escape(name)} is an? ", sentence, re.IGNORECASE) is not None


@lru_cache(maxsize=20_000)
def _self_contained(sentence: str) -> float:
    """0 for a sentence that is self-contained; less for one that points back, rambles, is cut or is a question."""
    length = len(sentence.split())
    loss = 0.9 if cues.BACK_REFERENCE.search(sentence) or re.match(r"(?:\S+ ){1,4}also\b", sentence) else 0.0
    loss += 0.6 + 0.05 * (length - _LONGEST_GIST) if length > _LONGEST_GIST else 0.0
    loss += 1.5 if length < _SHORT_SENTENCE else 0.0
    loss += 1.5 if sentence.endswith(("?", ":")) else 0.0
    loss += 1.2 if cues.TORN.search(sentence) else 0.0
    return -loss


def _title_share(sentence: str, wanted: set[str]) -> float:
    """Up to 1.2: how much of the title the sentence repeats."""
    return 1.2 * len(wanted & set(fold(sentence).split())) / len(wanted) if wanted else 0.0
