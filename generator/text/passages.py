"""The passage of an abstract that stands for it, word for word: what the work does.

Rules over cue phrases of scientific abstracts (the rhetorical moves "purpose", "method" and "result" of argumentative
zoning, Teufel and Moens 2002): every sentence is scored, the best one is shown, the earlier one where two are equal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.text import cues, design_cues, empty_cues, study_cues
from generator.text.acts import AIM, STUDIED, SURE, act_of, acts_itself, contribution, name_of, of_named
from generator.text.candidates import (
    LATER,
    SHORTEST_CLAUSE,
    in_part,
    only_titled,
    self_contained,
    whole_sentences,
    with_subject,
)
from generator.text.compare import fold
from generator.text.findings import headline_result
from generator.text.headed import Headed
from generator.text.standing import after_pointing, points_away, standing, without_pointing

_PURPOSE = re.compile(r"To\s+(?:\w+ly\s+)?[a-z]+\b[^.]*?,\s+we\b")
_ITEM = re.compile(r"\(?(?:\d|[ivx]{1,4})\)\s")
_STATED = 3.0  # from this, a sentence says what the work makes, and what later ones do for a purpose is a step of that
_TITLE_ALONE = 1.5  # what it costs to say no more than the title where the idea is told
_TITLED = 2.3  # of making the study that the title announces
_LEAST = 1.2  # an act that stands in for one which points elsewhere is worth this
_ALSO_STEP = 0.8  # which costs this
_SUPPLEMENT = 1.5  # what it costs to examine or explain what an earlier sentence says that the work does
_CUT = 1.0  # what it costs to end before words that were lost
_SHORTENED = 0.9  # what it costs to end before a clause that points elsewhere
_AWAY = 1.5  # what pointing back to an earlier statement costs
_ADDED = 0.9  # what being one more point costs ("Finally, …")
_TELLING = 3  # letters that a word of a title has more than


def gist(abstract: str, title: str) -> str:
    """The sentence of `abstract`, or the clause, that best says what the work does, word for word but for a first
    capital; "" where there is none.

    The act of contribution ("we introduce …", "this paper studies …") counts most, then words of the title, being
    self-contained, and length. Without any act it is the finding; the first of several sentences mostly tells what was
    known before. Of a sentence that lost words, only the clauses before count.
    """
    found = [sentence for sentence in whole_sentences(abstract) if sentence.text]
    if not found:
        return ""
    wanted = {word for word in fold(title).split() if len(word) > _TELLING}
    name = name_of(title)
    unnamed = not any(acts_itself(sentence.text) for sentence in found)
    acts = [_worth(sentence, name, title, unnamed) for sentence in found]
    shown = [_shown(sentence.text, title) for sentence in found]
    has_idea = any(study_cues.KEY_IDEA.search(sentence.text) for sentence in found)
    scores = [
        act
        + (_alone(sentence.text, text, title) if act else self_contained(sentence.text))
        + (-_TITLE_ALONE if has_idea and act and only_titled(text, title) else _title_share(text, wanted))
        for act, sentence, text in zip(acts, found, shown, strict=True)
    ]
    for place, cost in enumerate(_steps(found, acts)):
        scores[place] -= cost
    sure = max(acts) >= SURE
    places = [place for place, act in enumerate(acts) if act or not sure]
    best = max(places, key=lambda place: (scores[place] - LATER * min(place, 8), -place))
    gathered = acts[best] > 0 and bool(design_cues.ONLY_GATHERED.search(found[best].text))
    is_alone = acts[best] > 0 and not gathered and not points_away(shown[best], title)
    is_cut = not shown[best].endswith(found[best].text[-1:])
    if is_alone and not (is_cut and only_titled(shown[best], title, news=1)):
        return shown[best]
    result = headline_result(abstract)
    if is_alone:  # cut to the title, which says nothing more
        return shown[best] if not result or points_away(result, title) else result
    if gathered and not points_away(result or shown[best], title):
        return result or shown[best]  # what was found says more than from where the samples are
    if acts[best] > 0:
        standing_alone = [
            place
            for place in places
            if acts[place] >= _LEAST and not _adds(found[place].text) and not points_away(shown[place], title)
        ]
        if standing_alone:
            return shown[max(standing_alone, key=lambda place: (scores[place], -place))]
        second = after_pointing(standing(found[best].text), title)
        return with_subject(second, found[best].text) or ("" if points_away(result, title) else result)
    return result or (shown[0] if len(found) == 1 else "")


def _steps(found: Sequence[Headed], acts: Sequence[float]) -> list[float]:
    """What it costs each sentence to do something for the sake of what an earlier one says that the work does."""
    said = 0.0
    costs = []
    for sentence, act in zip(found, acts, strict=True):
        purpose = _ALSO_STEP if said >= _STATED and _PURPOSE.match(standing(sentence.text)) else 0.0
        costs.append(_SUPPLEMENT if said and study_cues.SUPPLEMENT.search(sentence.text) else purpose)
        said = max(said, act)
    return costs


def _worth(sentence: Headed, name: str, title: str, unnamed: bool) -> float:
    """How strongly the sentence says what its authors did, or what the thing that the title names is or does; less
    where it ends before words that were lost. `unnamed`: what is done by nobody named counts too.
    """
    text = sentence.text
    act = max(contribution(text, unnamed), of_named(text, name, unnamed), _titled_study(text, title))
    if sentence.part and not act and study_cues.TO_ASK.search(sentence.text):
        return AIM  # whatever the heading: "Design: To assess …"
    if sentence.part == "aim" and not act and not empty_cues.ONLY_COUNTED.search(sentence.text):
        act = STUDIED
    return max(0.0, act + in_part(sentence.part, act) - _cut(sentence)) if act else 0.0


def _titled_study(sentence: str, title: str) -> float:
    """What it is worth that the authors make the study, survey or comparison that the title announces."""
    made = study_cues.WE_MAKE_STUDY.search(sentence)
    return _TITLED if made and made["study"].lower() in title.lower() else 0.0


def _shown(sentence: str, title: str) -> str:
    """A sentence as it stands alone; without what points elsewhere if the rest still says what the work does."""
    text = standing(sentence)
    shorter = without_pointing(text, title)
    if empty_cues.UNSAID.search(shorter):
        return text
    if shorter.endswith(text[-1:]):  # only a lead is gone
        return shorter
    worth, start = act_of(shorter, "")
    return shorter if worth >= SURE and len(shorter[start:].split()) >= SHORTEST_CLAUSE else text


def _cut(sentence: Headed) -> float:
    """What it costs a sentence to end before words that were lost."""
    return 0.0 if sentence.whole.endswith(sentence.text) else _CUT


def _alone(sentence: str, text: str, title: str) -> float:
    """0 for a sentence whose shown `text` is self-contained; less for one that only adds or points elsewhere."""
    added = _ADDED if _adds(sentence) else 0.0
    shortened = _SHORTENED if not text.endswith(sentence[-1:]) else 0.0
    return self_contained(text) - added - shortened - (_AWAY if points_away(text, title) else 0.0)


def _adds(sentence: str) -> bool:
    """Whether a sentence only makes one more point, or is an item of a list ("1) Prompting: …")."""
    return bool(cues.ADDS.match(sentence) or study_cues.ALSO.search(sentence) or _ITEM.match(sentence))


def _title_share(sentence: str, wanted: set[str]) -> float:
    """Up to 1.2: how much of the title the sentence repeats; below 0 where it only gives something that name."""
    acts = (cues.WE_PROPOSE, cues.WE_STUDY, cues.WE_FIND)
    if empty_cues.NAMES_IT.search(sentence) and not any(cue.search(sentence) for cue in acts):
        return -_TITLE_ALONE
    return 1.2 * len(wanted & set(fold(sentence).split())) / len(wanted) if wanted else 0.0
