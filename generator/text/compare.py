"""The comparable form of a text: what is left when typography, markup and encoding differences are gone."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from difflib import SequenceMatcher
from functools import lru_cache

# Letters that NFKD does not decompose.
LETTERS = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "n",
    "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-",
})  # fmt: skip
_NAME = 200  # characters of a name that may be meant, or mean another
_LIKE = 0.55  # likeness, from 0 to 1, of a word that may be meant


class _WithoutAccents(dict[int, int | None]):
    """A translation table that drops combining marks and what is not seen, such as soft hyphens and turns of direction.

    It keeps the rest, and is filled as characters are met.
    """

    def __missing__(self, character: int) -> int | None:
        letter = chr(character)
        self[character] = None if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf" else character
        return self[character]


_WITHOUT_ACCENTS = _WithoutAccents()
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_COMMAND = re.compile(r"\\([a-zA-Z]+)\s*")
_ACCENT = re.compile(r"\\[`'^\"~=.]\s*\{?\\?([a-zA-Z])\}?")
_TYPOGRAPHIC = {
    "textbf",
    "textit",
    "texttt",
    "textsc",
    "textrm",
    "textsf",
    "emph",
    "mathrm",
    "mathbf",
    "mathcal",
    "mathbb",
    "mathit",
    "text",
    "rm",
    "it",
    "bf",
    "em",
    "ensuremath",
}
_WORD = re.compile(r"[^\W_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")  # a mark on a letter of ASCII is dropped, so that such runs stand alone
# For texts in ASCII: letters in lower case, digits, and a space for everything else.
_ASCII_WORDS = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128))
_ASCII_BYTES = _ASCII_WORDS.encode("ascii") + bytes(range(128, 256))


def ascii_letters(text: str) -> str:
    """`text` with accents removed and special letters spelt out; other scripts stay as they are."""
    if text.isascii():
        return text
    return _BEYOND_ASCII.sub(lambda run: _spelt_out(run[0]), text)


def _spelt_out(letters: str) -> str:
    return unicodedata.normalize("NFKD", letters.translate(LETTERS)).translate(_WITHOUT_ACCENTS)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower-case words of `text` joined by single spaces, without HTML, LaTeX, accents and punctuation."""
    if text.isascii() and text.isalnum():
        return text.lower()
    text = _plain(text)
    return " ".join(text.translate(_ASCII_WORDS).split() if text.isascii() else _WORD.findall(text.casefold()))


def folded_bytes(text: str) -> bytes:
    """The words of `fold` in UTF-8, with any number of spaces between them: sooner made of a long text."""
    text = _plain(text)
    if text.isascii():
        return text.encode("ascii").translate(_ASCII_BYTES)
    return " ".join(_WORD.findall(text.casefold())).encode("utf-8")


def _plain(text: str) -> str:
    """`text` without HTML, LaTeX and accents."""
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "\\" in text:
        text = _ACCENT.sub(r"\1", text)
        text = _COMMAND.sub(lambda m: "" if m[1] in _TYPOGRAPHIC else f"{m[1]} ", text)
    return ascii_letters(text.replace("{", "").replace("}", "").replace("$", ""))


def words(text: str) -> list[str]:
    """The folded words of `text`."""
    return fold(text).split()


SUGGESTED = 3  # names that a message suggests at most


def nearest(word: str, candidates: Iterable[str], count: int = SUGGESTED) -> list[str]:
    """The candidates most similar to `word`, best first, for "did you mean"; none that is entirely different, or for a
    text longer than a name.
    """
    if len(word) > _NAME:
        return []
    scored = [
        (SequenceMatcher(None, word.casefold(), candidate.casefold()).ratio(), candidate)
        for candidate in candidates
        if len(candidate) <= _NAME
    ]
    return [
        candidate for score, candidate in sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:count] if score >= _LIKE
    ]


def suggestion(close: Collection[str], otherwise: str = "", show: Callable[[str], str] = "`{}`".format) -> str:
    """The question whether one of `close` was meant, or `otherwise` if there are none."""
    return f"did you mean {' or '.join(map(show, close))}?" if close else otherwise


def did_you_mean(
    word: str,
    known: Collection[str],
    otherwise: str | None = None,
    count: int = 1,
    show: Callable[[str], str] = "`{}`".format,
) -> str:
    """What to say about an unknown word: the likeliest known ones, else `otherwise` (all of them, by default)."""
    if otherwise is None:
        otherwise = "known: " + ", ".join(known)
    return suggestion(nearest(word, known, count), otherwise, show)
