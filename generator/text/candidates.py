"""The sentences of an abstract that may stand for it, and what speaks against each whatever it says."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text import cues
from generator.text.acts import SURE, act_of
from generator.text.clauses import whole_clauses
from generator.text.compare import fold
from generator.text.headed import Headed, headed_sentences
from generator.text.lost_words import whole_beginnings
from generator.text.standing import capital, points_away

_LONGEST_GIST = 45  # words; what a card can show in four lines
_SHORT_SENTENCE = 7  # words that a sentence has at least
# What standing in a part of a structured abstract is worth; an aim needs no act ("To assess whether …").
_PARTS = {"": 0.0, "aim": 1.2, "method": -0.5, "result": -0.8, "conclusion": -0.6, "background": -0.9, "other": -9.0}
LATER = 0.04  # what each earlier sentence costs
_TELLING = 3  # letters that a telling word has more than
_NEWS = 3  # telling words beyond those of the title with which a passage says more than it
_SAYING = frozenset(
    "this that here paper work study article survey review introduce introduces present presents propose proposes"
    " called named novel simple method approach framework".split()
)
SHORTEST_CLAUSE = 5  # words, from its act on, that a clause before a loss has at least


def whole_sentences(abstract: str) -> list[Headed]:
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
    worth, start = act_of(whole, "")
    says = worth >= SURE and len(whole[start:].split()) >= SHORTEST_CLAUSE
    return whole if says and not points_away(whole) else ""


def in_part(part: str, act: float) -> float:
    """What it is worth to stand in a part of a structured abstract: an introduction may end with the aim."""
    return 0.0 if part == "background" and act >= SURE else _PARTS.get(part, 0.0)


@lru_cache(maxsize=20_000)
def self_contained(sentence: str) -> float:
    """0 for a sentence that is self-contained; less for one that points back, rambles, is cut or is a question."""
    length = len(sentence.split())
    loss = 0.9 if cues.BACK_REFERENCE.search(sentence) or re.match(r"(?:\S+ ){1,4}also\b", sentence) else 0.0
    loss += 0.6 + 0.05 * (length - _LONGEST_GIST) if length > _LONGEST_GIST else 0.0
    loss += 1.5 if length < _SHORT_SENTENCE else 0.0
    loss += 1.5 if sentence.endswith(("?", ":")) else 0.0
    loss += 1.2 if cues.TORN.search(sentence) else 0.0
    return -loss


def only_titled(text: str, title: str, news: int = _NEWS) -> bool:
    """Whether a passage says fewer than `news` words more than its title ("We introduce Online Decoding (OD)")."""
    said = {word for word in fold(text).split() if len(word) > _TELLING} - set(fold(title).split()) - _SAYING
    return bool(title) and len(said) < news


def with_subject(act: str, sentence: str) -> str:
    """The second act of a sentence with its subject, and an ellipsis for what stands between ("We … propose")."""
    if not act:
        return ""
    subject = cues.WE_SAY.search(sentence)
    return f"{subject[0].capitalize()} … {act}" if subject else capital(act)
