"""What a sentence of an abstract says that its work contributes: how strongly, and from where on.

Cue phrases tell it (the rhetorical moves "purpose" and "method" of argumentative zoning, Teufel and Moens 2002).
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text import cues, design_cues, empty_cues, means_cues, study_cues

_MORE = re.compile(r"\w")  # an act without an object ("a baseline that we designed.") names nothing
SURE = 2.0  # from this, a sentence certainly says what the paper contributes
_WEAK, _MIDDLING, _STRONG = 2.4, 2.7, 2.5  # what acts of contribution are worth
# What acts of a study are worth: its aim, what it was set up for, what was tested or used to ask, and what was studied.
AIM, _SET_UP, _TEST, STUDIED = 2.6, 2.4, 2.0, 1.3
_NAMED = 2.4  # of saying what the thing that the title names is or does
_MADE_WITH = 2.1  # of making one thing by means of another
_COUNTED = 9.0  # what it costs only to count what is said
_ADVICE = 1.6  # what it costs only to recommend
_ANEW = 0.8  # what it costs to say only that earlier work is presented anew, or which guideline a review follows
_HERE = 2.2  # of what is said of a thing "here"
EARLIER = 2.5  # what telling of earlier work costs
_STEP = 1.2  # what it costs to be the first of several steps, or a later one
_CONSIDERED = 0.8  # what it costs only to look at a case
_BUILT = 1.9  # what it costs only to try the thing out
_IDEA = 2.4  # of saying what the work rests on
# What it is worth that the paper itself does something, that something is presented, that it is shown, how the study
# was designed, and what was done in it.
_PAPER_ACTS, _PRESENTED, _SHOWN, _DESIGN, _DONE = 2.2, 1.5, 1.6, 1.5, 0.9
_ALSO_DONE = 0.7  # of anything else that the authors did
# Of what a study, what was made in it, or nobody named does. It may be one of others, or a custom of the world: all but
# what was made "here" count only where no sentence of the abstract has its authors or the paper act.
_BY_MEANS = (
    (_DESIGN, means_cues.STUDY_ACTS),
    (_DESIGN, means_cues.IT_IS_ASKED),
    (_DESIGN, means_cues.DONE_WITH),
    (_DESIGN, means_cues.DONE_BY_MEANS),
    (_DESIGN, means_cues.LETS_US),
)
_OF_AUTHORS = (cues.WE_PROPOSE, cues.WE_STUDY, cues.WE_MAKE_WITH, study_cues.WE_TEST, cues.WE_DO)
_OF_PAPER = (cues.WORK_DOES, design_cues.WORK_ACTS, design_cues.AUTHORS_ACT, study_cues.AIM, study_cues.SET_UP)
# What the authors or the paper say at the end, or did besides.
_BESIDES = (
    empty_cues.ADVICE,
    empty_cues.WE_NOTICE,
    study_cues.STUDY_FINDS,
    study_cues.YIELDS,
    study_cues.ALSO,
    study_cues.BEFORE_THIS,
    study_cues.SUPPLEMENT,
    means_cues.WE_SPEAK,
)
WHOLE = 1.0  # below this, an act is shown only as it stands


def name_of(title: str) -> str:
    """What a title names before its colon: `DistServe: Disaggregating …` → `DistServe`."""
    named = re.match(r"([^\s:]+(?: [^\s:]+){0,2}): ", title)
    if named is None or (" " in named[1] and named[1].partition(" ")[2].islower()):
        return ""  # words of the language: "Teacher burnout: a review"
    return named[1]


def acts_itself(sentence: str) -> bool:
    """Whether the authors ("we") or the paper do something in a sentence, other than to find, discuss or recommend."""
    by = _OF_AUTHORS if cues.WE_SAY.search(sentence) else ()
    observes = by and means_cues.WE_OBSERVE.search(sentence)
    if not observes and not any(cue.search(sentence) for cue in (*by, *_OF_PAPER)):
        return False
    return contribution(sentence) >= WHOLE and not any(cue.search(sentence) for cue in _BESIDES)


def act_of(sentence: str, name: str, unnamed: bool = True) -> tuple[float, int]:
    """(strength, start) of the part of a sentence that says what the work contributes; (0, 0) if there is none.

    `unnamed`: whether it counts what is done by none of its authors, nor by the paper.
    """
    acts = (
        (3.0, cues.WE_PROPOSE),
        (3.0, cues.WORK_MAKES),
        (2.8, cues.AND_PROPOSE),
        (2.5, cues.WORK_DOES),
        (AIM, study_cues.AIM),
        (_SET_UP, study_cues.SET_UP),
        (_IDEA, study_cues.KEY_IDEA),
        (_MADE_WITH, cues.WE_MAKE_WITH),
        (2.2, cues.WE_STUDY),
        (_TEST, study_cues.WE_TEST),
        (1.8, cues.WE_NAME),
        (_PAPER_ACTS, design_cues.WORK_ACTS),
        (_PAPER_ACTS, design_cues.AUTHORS_ACT),
        (_HERE, study_cues.HERE_IS),
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
    if worth < _WEAK and of_named(sentence, name, unnamed) > worth:
        place = re.search(re.escape(name), sentence, re.IGNORECASE)
        return _NAMED, place.start() if place else 0
    if worth < _MIDDLING and (far := cues.FAR_PROPOSE.search(sentence)):
        return 2.7, far.start("act")
    if match is None:
        worth, match = _impersonal(sentence, unnamed)
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
    worth -= _says_nothing(sentence) + _by_the_way(sentence)
    return max(0.1, worth - 3.0 if cues.AVAILABLE.search(sentence) else worth), match.start()


def _impersonal(sentence: str, unnamed: bool) -> tuple[float, re.Match[str] | None]:
    """What a sentence without an act of its authors says that was done, from its beginning on."""
    unnamed = unnamed or _is_of_this_work(sentence)
    of_study = (
        (2.0, cues.IS_PROPOSED),
        (_PRESENTED, design_cues.IS_PRESENTED),
        (_SHOWN, design_cues.IT_IS_SHOWN),
        (_SHOWN, design_cues.IT_ACTS),
        (_DESIGN, means_cues.MADE_HERE),
        *((*_BY_MEANS, (STUDIED, means_cues.WAS_STUDIED)) if unnamed else ()),
        (_DESIGN, design_cues.BY_DESIGN),
        (_DONE, design_cues.WAS_DONE),
        *(((_DONE, means_cues.THEY_DID),) if unnamed else ()),
        (_ALSO_DONE, cues.WE_DO),
    )
    found = ((worth, cue.search(sentence)) for worth, cue in of_study)
    return next(((worth, match) for worth, match in found if match), (0.0, None))


def _is_of_this_work(sentence: str) -> bool:
    """Whether a sentence says that what it tells is of this work ("In this paper, …")."""
    return bool(cues.IN_THIS_WORK.search(sentence) or study_cues.IN_THIS_STUDY.search(sentence))


def _says_nothing(sentence: str) -> float:
    """What it costs a sentence to announce what it does not say."""
    only_counts = empty_cues.ONLY_COUNTED.search(sentence) or design_cues.MANIFOLD.search(sentence)
    counted = _COUNTED if only_counts else 0.0
    anew = _ANEW if empty_cues.ANEW.search(sentence) or empty_cues.BY_GUIDELINE.search(sentence) else 0.0
    is_advice = empty_cues.ADVICE.search(sentence) and not design_cues.GUIDELINE.search(sentence)
    return counted + anew + (_ADVICE if is_advice else 0.0)


def _by_the_way(sentence: str) -> float:
    """What it costs a sentence to tell of one step, or of something built to try the thing out."""
    step = _STEP if study_cues.STEP.search(sentence) else 0.0
    step += _CONSIDERED if design_cues.CONSIDERS.search(sentence) else 0.0
    return step + (_BUILT if study_cues.BUILT.search(sentence) else 0.0)


@lru_cache(maxsize=20_000)
def contribution(sentence: str, unnamed: bool = True) -> float:
    """How strongly the sentence says what its authors did; with `unnamed`, or what was done by nobody named."""
    is_of_this = _is_of_this_work(sentence)
    unnamed = unnamed or is_of_this
    by_strength = (
        *(((3.0, cues.WE_PROPOSE),) if cues.WE_SAY.search(sentence) else ()),
        (3.0, cues.WORK_DOES),
        (AIM, study_cues.AIM),
        (_SET_UP, study_cues.SET_UP),
        (_IDEA, study_cues.KEY_IDEA),
        *(
            (
                (2.8, cues.AND_PROPOSE),
                (_MADE_WITH, cues.WE_MAKE_WITH),
                (2.4, cues.WE_STUDY),
                (_TEST, study_cues.WE_TEST),
                (2.0, cues.WE_NAME),
                (1.6, cues.WE_FIND),
                (1.4, cues.WE_DO),
            )
            if cues.WE_SAY.search(sentence)
            else ()
        ),
        (_PAPER_ACTS, design_cues.WORK_ACTS),
        (_PAPER_ACTS, design_cues.AUTHORS_ACT),
        (_HERE, study_cues.HERE_IS),
        (_PRESENTED, design_cues.IS_PRESENTED),
        (_SHOWN, design_cues.IT_IS_SHOWN),
        (_SHOWN, design_cues.IT_ACTS),
        (_DESIGN, means_cues.MADE_HERE),
        *(_BY_MEANS if unnamed else ()),
        *(((STUDIED, study_cues.WAS_STUDIED),) if unnamed or not means_cues.WAS_STUDIED.search(sentence) else ()),
        (1.2, cues.PASSIVE),
        (_DESIGN, design_cues.BY_DESIGN),
        (_DONE, design_cues.WAS_DONE),
        *(((_DONE, means_cues.THEY_DID),) if unnamed else ()),
        (1.0, cues.OUR_METHOD),
    )
    strength = next((worth for worth, cue in by_strength if cue.search(sentence)), 0.0)
    if is_of_this:
        strength += 0.8 if strength else 1.5
    if not strength:  # what follows only takes away
        return 0.0
    strength += 0.5 if cues.NEW.search(sentence) else 0.0
    strength -= 0.8 if cues.ROUTINE.search(sentence) or study_cues.RUN.search(sentence) else 0.0
    strength -= _by_the_way(sentence)
    strength -= EARLIER if study_cues.BEFORE_THIS.search(sentence) else 0.0
    strength -= _says_nothing(sentence)
    return max(0.0, strength - 3.0 if cues.AVAILABLE.search(sentence) else strength)


def of_named(sentence: str, name: str, unnamed: bool = True) -> float:
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
        # How good it is does not say what it does.
        return 0.0 if cues.BETTER.search(sentence) and not cues.BY_DOING.search(sentence) else _NAMED
    worth = contribution(sentence, unnamed)
    return worth + (0.5 if worth >= SURE else 0.0)


def _is_defined(sentence: str, name: str) -> bool:
    """Whether the sentence says what a thing is whose name it writes in another case ("the TBI server is a tool")."""
    if name[1:].islower():  # an ordinary word, which any sentence may be about
        return False
    return re.search(rf"(?:^|, )(?:the )?{re.escape(name)} is an? ", sentence, re.IGNORECASE) is not None
