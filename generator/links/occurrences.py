"""Where a text contains a name as a whole token: `LoRA-based` contains `LoRA`; `QLoRA`, `LoRA-FA` and `LoRA+` do
not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.text.sentences import spans

_RUN = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_START = re.compile(rf"(?<![\w\\@#$+^_-])(?<![\w)]\.)(?<![a-z_]/){_RUN.pattern}")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\b[\w.-]+@[\w-]+\.\w+")
# `LoRA-based`, `Yi-34B` and `GPT-3's` contain the name; `LoRA-FA`, `PaLM 2`, `P-Tuning v2`, `CodeT5+` and `GPT-3.5` are
# other names.
_GOES_ON = re.compile(
    r"""
    [\w+^@]  # a letter, a digit, a plus
    | \.\d | \.[A-Za-z]{2,}\b(?!\s)  # a point before a number or a further part
    | -(?!-)(?!(?:  # a hyphen, unless one of these follows
      based|styled?|like|type|tuned|trained|pretrained|finetuned|augmented|generated|enhanced|guided|inspired|driven
      |adapted|compatible|equipped|powered|only|free|family|large|base|small|specific|initiali[sz]ed|derived|aware
      |\d+(?:\.\d+)?[BM]  # how large the model is
    )\b)
    | [ ~]v?\d+(?:\.\d+)*  # a version,
      (?![\w%×.,]|\s*(?:%|x\b|times|B\b|M\b|billion|million))  # but no quantity
    """,
    re.VERBOSE,
)
# What the previous sentence ends with; nothing if this is the first.
_ENDING = frozenset((*".!?…。！？\"”’'»)]}」』）", ""))
Index = Mapping[str, tuple[frozenset[str], tuple[int, ...]]]


def index(names: Iterable[str]) -> Index:
    """Names by the letters and digits that they begin with, and their lengths, longest first: thousands may begin
    alike.
    """
    first: dict[str, set[str]] = {}
    for name in names:
        match = re.match(r"[A-Za-z0-9]+", name)
        if match:
            first.setdefault(match[0], set()).add(name)
    return {
        begin: (frozenset(found), tuple(sorted({len(name) for name in found}, reverse=True)))
        for begin, found in first.items()
    }


def occurrences(text: str, names: Index) -> Iterator[tuple[str, int]]:
    """(name, start) wherever `text` contains one of the indexed names as a whole token, outside addresses, in order.

    If names overlap, only the longest counts. A capitalised word (`Quest`) does not count at the start of a sentence.
    """
    begun = names.keys() & set(_RUN.findall(text))
    if not begun:  # as in most texts
        return
    starts = sorted((start, begin) for begin in begun for start in _starts(text, begin))
    candidates = [(start, name) for start, begin in starts for name in _named(text, start, names[begin])]
    addresses = (
        [match.span() for match in _ADDRESS.finditer(text)] if "://" in text or "www." in text or "@" in text else ()
    )
    openings: set[int] | None = None
    end = 0
    for start, name in candidates:
        if start < end or _GOES_ON.match(text, start + len(name)) or any(a <= start < b for a, b in addresses):
            continue
        if is_word(name) and text[:start].rstrip()[-1:] in _ENDING:
            openings = {begin for begin, _ in spans(text)} if openings is None else openings
            if start in openings:
                continue
        end = start + len(name)
        yield name, start


def _starts(text: str, begin: str) -> Iterator[int]:
    """Where in `text` a name may begin with the letters `begin`."""
    start = text.find(begin)
    while start >= 0:
        match = _START.match(text, start)
        if match and match[0] == begin:
            yield start
        start = text.find(begin, start + len(begin))


def _named(text: str, start: int, names: tuple[frozenset[str], tuple[int, ...]]) -> Iterator[str]:
    """The names that stand at `start`, longest first."""
    known, lengths = names
    return (name for name in (text[start : start + length] for length in lengths) if name in known)


def is_word(name: str) -> bool:
    """Whether only a capital distinguishes `name` from an ordinary word."""
    return re.fullmatch(r"[A-Z][a-z]+", name) is not None
