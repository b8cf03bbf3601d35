"""Numbers beside a name: `GSM8K (+17.9%)`, `81.2% on GSM8K`, `a sensitivity of 0.83 in TCGA`.

They are quoted, never compared: only the sentence says what they measure, and on what.
"""

from __future__ import annotations

import re

# Part of a verbose pattern: a space in it is `[ ]`.
_FIGURE = (
    r"[+−-]?(?<!\d)(?<!\d,)\d[\d,]*+(?:\.\d++)?\$?\s?"
    r"(?:\\?%|percent(?:age[ ]points)?\b|per[ ]cent\b|×|\\times\b|x\b|-?fold\b|times\b|pp\b|sigma\b"
    r"|(?:absolute[ ]|percentage[ ]|accuracy[ ]|[A-Z][A-Za-z0-9]{0,30}[ ])?points?\b)"
)
_PLAIN = r"(?<![\w.,$-])[01]?\.\d+(?![\w.%])|(?<![\w.,$-])\d{1,3}\.\d+(?![\w.%]|\s?(?:GB|MB|B|M|K|billion|million)\b)"
_NUMBER = re.compile(
    rf"""
    (?:(?:from|between)\s+\$?\d[\d.,]*\s?(?:\\?%)?\s+(?:to|and)\s+)?  # `from 70 to`
    (?:{_FIGURE}|{_PLAIN})  # the number
    (?:\s?(?:/|→|->|to|versus|vs\.?|against)\s?(?:{_FIGURE}|{_PLAIN}))?  # another that it is set against
    """,
    re.VERBOSE,
)
_CLAUSE = re.compile(r"[;:]\s|,\s(?=(?:while|whereas|but|which|although|and\s+(?:it|we|our|the|they))\b)|\s[—–]\s")
_AFTER = re.compile(r"[^\w()]{0,3}\(([^()]{1,60})\)")
_NEAR = 90  # characters between a name and a number
_MOST = 3


def near(sentence: str, start: int, end: int) -> tuple[str, ...]:
    """The numbers near the name at `sentence[start:end]`, in the order of the text."""
    if not any(map(str.isdigit, sentence[:start] + sentence[end:])):
        return ()
    bracket = _AFTER.match(sentence, end)
    own = tuple(found[0].strip() for found in _NUMBER.finditer(bracket[1])) if bracket else ()
    if own:
        return own[:_MOST]
    first, last = _clause(sentence, start, end)
    found = []
    for number in _NUMBER.finditer(sentence, first, last):
        gap = start - number.end() if number.end() <= start else number.start() - end
        if 0 <= gap <= _NEAR and not _is_anothers(sentence, number.start(), start, end):
            found.append(number[0].strip())
    return tuple(found[:_MOST])


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    first, last = 0, len(sentence)
    for cut in _CLAUSE.finditer(sentence):
        if cut.end() <= start:
            first = cut.end()
        elif cut.start() >= end:
            last = cut.start()
            break
    return first, last


def _is_anothers(sentence: str, number: int, start: int, end: int) -> bool:
    """Whether the number is in a bracket after another name: `SVAMP (+11.0%) and GSM8K`."""
    opened = sentence.rfind("(", 0, number)
    if opened < 0 or sentence.find(")", opened, number) >= 0 or start <= opened <= end + _SHORT_GAP:
        return False
    return not opened < start < sentence.find(")", number)  # if the name is in the same bracket, it is its own


_SHORT_GAP = 3  # characters between a name and its own bracket
