"""Sentences of a structured abstract ("OBJECTIVE: … METHODS: …"): which part each belongs to, and its text without the
heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.text.sentences import sentences

_PARTS = {
    "background": "background introduction context importance rationale motivation",
    "aim": "aim aims objective objectives purpose purposes goal goals hypothesis hypotheses question questions",
    "method": (
        "method methods methodology materials patients subjects participants design setting settings approach sample"
        " intervention interventions procedure procedures measurements measures outcome outcomes data sources"
    ),
    "result": "result results finding findings",
    "conclusion": "conclusion conclusions interpretation discussion implications relevance significance",
    "": "summary abstract synopsis",
    "other": "limitations limitation registration funding keywords trial protocol originality value disclosure",
}
_PART_OF = {word: part for part, words in _PARTS.items() for word in words.split()}
_JOINING = frozenset(
    "and of the main key study research principal primary specific clinical practical eligibility statement systematic"
    " review".split()
)
_HEADING = re.compile(
    r"""
    (?P<words>[A-Z][A-Za-z]+(?:(?:\ |\ ?[/&]\ ?|,\ )[A-Za-z]+){0,4})   # "Materials and Methods"
    (?:\s?:\s*|\.(?:\s+|$))                                             # before a colon, or alone as a sentence
    """,
    re.VERBOSE,
)
_FIRST_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Headed:
    """A sentence of an abstract.

    Attributes:
        whole: as the abstract has it.
        text: without its heading; "" where it is only a heading.
        part: background, aim, method, result, conclusion or other; "" where no heading tells.
    """

    whole: str
    text: str
    part: str


@lru_cache(maxsize=4_000)  # a gist, a proposal and a result are looked for in the same abstract
def headed_sentences(abstract: str) -> tuple[Headed, ...]:
    """The sentences of an abstract in order. A part goes on until the next heading."""
    found, part = [], ""
    for whole in sentences(abstract):
        match = _HEADING.match(whole)
        begun = _part(match["words"]) if match else None
        if match and begun is not None:
            part = begun
            found.append(Headed(whole, whole[match.end() :] if _FIRST_LETTER.search(whole, match.end()) else "", part))
        else:
            found.append(Headed(whole, whole, part))
    return tuple(found)


def is_heading(words: str) -> bool:
    """Whether words are what a part of a structured abstract is headed by ("MATERIALS AND METHODS")."""
    return _part(words) is not None


def _part(heading: str) -> str | None:
    """The part that a heading opens: "" where it names several, None where it is no heading of an abstract."""
    words = [word for word in re.findall(r"[a-z]+", heading.lower()) if word not in _JOINING]
    parts = {_PART_OF.get(word) for word in words}
    if not parts or None in parts:
        return None
    return str(parts.pop()) if len(parts) == 1 else ""
