"""The passage of an abstract that stands for it, word for word: what the work does.

Rules over cue phrases of scientific abstracts (the rhetorical moves "purpose", "method" and "result" of argumentative
zoning, Teufel and Moens 2002): every sentence is scored, the best one is shown, the earlier one where two are equal.
"""

from __future__ import annotations

import re

from generator.text import cues, empty_cues, study_cues
from generator.text.acts import AIM, STUDIED, SURE, act_of, contribution, name_of, of_named
from generator.text.candidates import LATER, SHORTEST_CLAUSE, in_part, self_contained, whole_sentences
from generator.text.compare import fold
from generator.text.findings import headline_result
from generator.text.headed import Headed
from generator.text.standing import points_away, standing, without_pointing

_PURPOSE = re.compile(r"To\s+(?:\w+ly\s+)?[a-z]+\b[^.]*?,\s+we\b")
_STATED = 3.0  # from this, a sentence says what the work makes, and what later ones do for a purpose is a step of that
_ALSO_STEP = 0.8  # which costs this
_CUT = 1.0  # what it costs to end before words that were lost
_SHORTENED = 0.9  # what it costs to end before a clause that points elsewhere
_AWAY = 1.5  # what pointing back to an earlier statement costs
_ADDED = 0.9  # what being one more point costs ("Finally, …")
_TELLING = 3  # letters that a word of a title has more than


def gist(abstract: str, title: str) -> str:
    """The sentence of `abstract`, or the clause, that best says what the work does, word for word but for a first
    capital; "" where there is none.

    The act of contribution ("we introduce …", "this paper studies …") counts most, then words of the title, being
    self-contained, and length. Without any act it is the finding, else the first sentence. Of a sentence that
    lost words, only the clauses before count.
    """
    found = [sentence for sentence in whole_sentences(abstract) if sentence.text]
    if not found:
        return ""
    wanted = {word for word in fold(title).split() if len(word) > _TELLING}
    name = name_of(title)
    acts = [_worth(sentence, name) for sentence in found]
    shown = [_shown(sentence.text, title) for sentence in found]
    scores = [
        act
        + (_alone(sentence.text, text, title) if act else self_contained(sentence.text))
        + _title_share(text, wanted)
        for act, sentence, text in zip(acts, found, shown, strict=True)
    ]
    stated = next((place for place, act in enumerate(acts) if act >= _STATED), len(acts))
    for place in range(stated + 1, len(acts)):
        if _PURPOSE.match(shown[place]):
            scores[place] -= _ALSO_STEP
    sure = max(acts) >= SURE
    places = [place for place, act in enumerate(acts) if act or not sure]
    best = max(places, key=lambda place: (scores[place] - LATER * min(place, 8), -place))
    if acts[best] > 0:
        return shown[best]
    return headline_result(abstract) or shown[0]


def _worth(sentence: Headed, name: str) -> float:
    """How strongly the sentence says what its authors did, or what the thing that the title names is or does; less
    where it ends before words that were lost.
    """
    act = max(contribution(sentence.text), of_named(sentence.text, name))
    if sentence.part and not act and study_cues.TO_ASK.search(sentence.text):
        return AIM  # whatever the heading: "Design: To assess …"
    if sentence.part == "aim" and not act and not empty_cues.ONLY_COUNTED.search(sentence.text):
        act = STUDIED
    return max(0.0, act + in_part(sentence.part, act) - _cut(sentence)) if act else 0.0


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
    added = _ADDED if cues.ADDS.match(sentence) or study_cues.ALSO.search(sentence) else 0.0
    shortened = _SHORTENED if not text.endswith(sentence[-1:]) else 0.0
    return self_contained(text) - added - shortened - (_AWAY if points_away(text, title) else 0.0)


def _title_share(sentence: str, wanted: set[str]) -> float:
    """Up to 1.2: how much of the title the sentence repeats."""
    return 1.2 * len(wanted & set(fold(sentence).split())) / len(wanted) if wanted else 0.0
