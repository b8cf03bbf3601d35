"""Clauses of a sentence that are shown without the rest of it."""

from __future__ import annotations

import re
from itertools import takewhile

from generator.text import cues

_LONGEST_PROPOSAL = 36
_LONGEST_ANNOUNCED = 42  # words, where what a colon leads to is the point
_DANGLING = re.compile(
    r"(?:[,;]?(?<!\s)\s++(?:and|or|\(\w+\)|such as|which|that|an?|the|of|to|with|for|in|on|by))+$", re.IGNORECASE
)
_BOUNDARY = re.compile(r"[,;:](?=\s)|\s(?:--|–|—)(?=\s)|\s(?=\([^()]*\)[,;:.])")
# A clause that another must follow: "just as humans do, …", "simply asking it …".
_UNFINISHED = re.compile(
    r"(?:[:;]|\s(?:--|–|—))\s+(?:just as|as|when|while|if|although|though|since|because|given|simply \w+ing)\b[^,;:]*$",
    re.IGNORECASE,
)
# What a colon leads to is the point: "a framework based on a simple hypothesis: …".
_ANNOUNCING = re.compile(
    r"\b(?:hypothes[ie]s|ideas?|observations?|principles?|insights?|questions?|following|assumptions?|intuitions?|fact|reasons?)$"
)
# What is left of a clause that was cut off: "… and is, to our knowledge".
_LOOSE_END = re.compile(
    r"(?:[,;]?\s(?:and|or)|(?:,?\s(?:and|which|that)\s(?:is|are|was|were))?,?(?<!\s)\s++to\s+(?:the\s+best\s+of\s+)?our\s+knowledge)$"
)
_LIST = re.compile(r"\s?\((?:1|i|a|I)\)\s")  # a list that begins
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s(?=(?:which|where|while|whereas)\s)")
_LONGEST_WORD = 20  # letters that are looked at for a word that announces
_CLAUSE = 30  # characters before a tear that are worth showing
_SHORTEST_PROPOSAL = 8  # words


def whole_clauses(text: str) -> str:
    """The beginning of a sentence up to the last end of a clause in it; "" where there is none."""
    last = position = opened = closed = 0
    for match in _CLAUSE_END.finditer(text):
        opened += text.count("(", position, match.start())
        closed += text.count(")", position, match.start())
        position = match.start()
        last = position if opened == closed else last
    return _LOOSE_END.sub("", text[:last].rstrip(" ,;:"))


def clause(text: str) -> str:
    """`text` up to the last boundary of a clause within `_LONGEST_PROPOSAL` words, without final punctuation."""
    torn = re.search(
        rf"(?:,|\s(?:which|that|while|where|and))\s(?:(?!,|\b(?:which|that|while|where|and)\b).)*\b{cues.WANTS_MORE}[.!?]$",
        text,
    )
    text = text[: torn.start()] if torn and torn.start() > _CLAUSE else text
    text = text.rstrip(" .:;,")
    length = len(text.split())
    announced = any(_announces(text, match.start()) for match in re.finditer(":", text))
    if length <= (_LONGEST_ANNOUNCED if announced else _LONGEST_PROPOSAL):
        return text
    begins = _LIST.search(text)
    if begins and len(text[: begins.start()].split()) >= _SHORTEST_PROPOSAL and ":" in text[: begins.start()]:
        text = text[: begins.start()].rstrip(" .:;,")
        return re.sub(r"\sto\s(?:address|answer|ask|explore|investigate)\s[\w\s-]{0,40}questions$", "", text)
    words = list(re.finditer(r"\S+", text))
    too_long = words[_LONGEST_PROPOSAL].start()
    boundaries = takewhile(lambda end: end <= too_long, (match.start() for match in _BOUNDARY.finditer(text)))
    ends = [end for end in boundaries if not _UNFINISHED.search(text, 0, end)]
    fitting = [
        end
        for end in ends
        if _SHORTEST_PROPOSAL <= len(text[:end].split()) <= _LONGEST_PROPOSAL
        and text.count("(", 0, end) == text.count(")", 0, end)
    ]
    telling = [end for end in fitting if not _announces(text, end)]
    fitting = telling or fitting
    if fitting:
        return _LOOSE_END.sub("", text[: fitting[-1]].rstrip(" .:;,"))
    cut = text[: words[_LONGEST_PROPOSAL - 1].end()].rstrip(" .:;,(")
    return _DANGLING.sub("", cut).rstrip(" .:;,(")


def _announces(text: str, end: int) -> bool:
    """Whether what stands before `end` only announces what follows."""
    return _ANNOUNCING.search(text, max(0, end - _LONGEST_WORD), end) is not None
