"""Escaping for LaTeX and BibTeX: text from a record is data, and this is the only place where it becomes LaTeX.

What counts is how BibTeX reads a field ("BibTeXing" and "Designing BibTeX Styles", O. Patashnik): braces are
counted without regard to backslashes, so a literal brace is never written as one; a group that opens with a
backslash (`{\\'e}`) is one letter that styles can re-case; letters in any other group keep their case.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from generator.bibliography.latex_characters import SPECIAL, Charset, command_for, in_mathematics, plain_text
from generator.bibliography.latex_math import harmless
from generator.bibliography.transliteration import in_latin
from generator.text.escape import visible
from generator.text.math import segments

_MEANING = {
    written: character
    for character, plain in SPECIAL.items()
    for written in (plain, re.sub(r"\{(.*)\}", r"\1{}", plain))
}
_ESCAPED = re.compile("|".join(re.escape(written) for written in _MEANING))
_FEW = 3  # a title with more words than this in capitals or braces has them on purpose
# A run of such characters shares one pair of angle brackets.
_CODE = re.compile(r"(?:\{\\textless\}|(?<=[\dA-F]) )U\+([\dA-F]{4,6})")
_SENTENCE = 4  # words from which on their case shows that of a title; it has so many times more in small letters
_NAME_LETTERS = 4  # of a capitalised word that counts
_BETWEEN = frozenset('-/–—:()[],;"“” ')  # what stands between the words of a title


def latex(text: str, charset: Charset = "utf-8", mathematics: bool = True) -> str:
    """`text` as LaTeX that prints exactly that, on one line, with balanced braces; `$…$` that is mathematics stays.

    Without `mathematics` every dollar is a plain dollar sign, as in code. With `ascii`, accents become LaTeX accents
    (`{\\'e}`), a letter that classic LaTeX cannot name is transliterated (`Lin`), and any other such character becomes
    its code (`<U+1F600>`), because leaving it out would silently change the text.
    """
    if not mathematics:
        return plain_text(unicodedata.normalize("NFC", visible(text)), charset)
    return _written(unicodedata.normalize("NFC", visible(text)), charset)


def _written(text: str, charset: Charset) -> str:
    """Visible text as LaTeX, its spaces as they are."""
    if "$" not in text:
        return plain_text(text, charset)
    pieces = []
    for is_math, piece in _pieces(text):
        if is_math:
            pieces.append(f"${in_mathematics(piece) if charset == 'ascii' else piece}$")
        else:
            pieces.append(plain_text(piece, charset))
    return "".join(pieces)


def latex_title(text: str, charset: Charset = "utf-8", protected: Sequence[str] = ()) -> str:
    """`text` as LaTeX with the words in braces that no style may re-case, but never the whole text.

    These are words with an inner capital (`LLaMA`), acronyms, names with a digit (`T5`) or a sign (`C++`, `F#`),
    mathematics with capitals, in a title in sentence case every capitalised word that does not start a sentence (it is
    a name there), and what the source itself protects: `protected` holds such words with their braces (`{Gibbs}`,
    `{B}ayesian`). In a title wholly in capitals nothing is protected, because its capitals mean nothing.
    """
    return _title(text, charset, tuple(protected))


@lru_cache(maxsize=100_000)  # an entry is written with and without its abstract
def _title(text: str, charset: Charset, protected: tuple[str, ...]) -> str:
    text = unicodedata.normalize("NFC", visible(text))
    words = [word for word in text.split() if sum(map(str.isalpha, word)) > 1]
    if len(words) >= _FEW and not any(character.islower() for word in words for character in word):
        return latex(text, charset)
    written, reached = [], 0
    for start, end in _joined((*_of_the_source(text, protected), *_words_to_keep(text, charset))):
        before = _written(text[reached:start], charset) if start > reached else ""
        written.append(f"{before}{{{_written(text[start:end], charset)}}}")
        reached = end
    return "".join([*written, _written(text[reached:], charset) if reached < len(text) else ""])


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans (start, end) in order, those that meet or overlap as one."""
    begun, reached = -1, -1
    for start, end in sorted(spans):
        if start > reached:
            if begun >= 0:
                yield begun, reached
            begun, reached = start, end
        reached = max(reached, end)
    if begun >= 0:
        yield begun, reached


def _words_to_keep(text: str, charset: Charset) -> Iterator[tuple[int, int]]:
    """Where the words stand, start and end, whose own capitals show that they must be kept."""
    sentence_case = _in_sentence_case(text)
    start, opening = 0, True  # `opening`: at the start of the title or of what follows a colon
    for part, at in _parts(text):
        if part not in _BETWEEN:
            continue
        word = text[start:at]
        if word and _is_kept(word, sentence_case and not opening, charset):
            yield start, at
        opening = (opening and not word) or part == ":" or word.endswith((".", "?", "!"))
        start = at + 1
    if start < len(text) and _is_kept(text[start:], sentence_case and not opening, charset):
        yield start, len(text)


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """The characters of `text` with their places; a formula counts as one."""
    at = 0
    for mathematics, piece in _pieces(text):
        parts = (f"${piece}$",) if mathematics else piece
        for part in parts:
            yield part, at
            at += len(part)


def _of_the_source(text: str, protected: Sequence[str]) -> list[tuple[int, int]]:
    """Where the protected words stand in the title; nowhere if together they would cover all of it."""
    found: list[tuple[int, int]] = []
    for word in protected:
        pieces = re.split(r"([{}])", word)
        plain = "".join(piece for piece in pieces if piece not in ("{", "}"))
        for match in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text) if plain else ():
            at, depth = match.start(), 0
            for piece in pieces:
                depth += {"{": 1, "}": -1}.get(piece, 0)
                if piece not in ("{", "}"):
                    found.extend([(at, at + len(piece))] if depth and piece else [])
                    at += len(piece)
    covered = {index for start, end in found for index in range(start, end)}
    words = [match.start() for match in re.finditer(r"\w+", text)]
    return [] if len(words) > _FEW and all(start in covered for start in words) else found


def unescape(written: str) -> str:
    """The text from which `latex` or `latex_title` wrote this in UTF-8 (protecting braces dropped)."""
    parts = re.split(r"(?<!\\)(\$[^$]*[^$\\]\$)", written)
    for index in range(0, len(parts), 2):
        found: list[str] = []
        end = 0
        for match in _ESCAPED.finditer(parts[index]):
            found += [parts[index][end : match.start()].replace("{", "").replace("}", ""), _MEANING[match[0]]]
            end = match.end()
        parts[index] = "".join(found) + parts[index][end:].replace("{", "").replace("}", "")
    return "".join(parts)


def letters_as_codes(written: str) -> list[str]:
    """The characters that our LaTeX writes as codes (`<U+1F600>`), for want of a command."""
    return [chr(int(code, 16)) for code in _CODE.findall(written) if int(code, 16) <= sys.maxunicode]


def letters_in_latin(text: str) -> list[str]:
    """The letters of a text that `ascii` transliterates, because classic LaTeX has no command for them."""
    others = [one for one in unicodedata.normalize("NFC", visible(text)) if not one.isascii()]
    return [one for one in others if command_for(one) is None and in_latin(one) is not None]


def _pieces(text: str) -> list[tuple[bool, str]]:
    """Visible text split into (is mathematics, piece), where only harmless mathematics counts."""
    found = segments(text)
    safe = [(mathematics and harmless(piece), mathematics, piece) for mathematics, piece in found]
    return [(keep, f"${piece}$" if mathematics and not keep else piece) for keep, mathematics, piece in safe]


def _is_kept(word: str, names: bool, charset: Charset) -> bool:
    letters = [character for character in word if character.isalpha()]
    return any(character.isupper() for character in letters) and (
        any(character.isupper() for character in letters[1:])
        or any(character.isdigit() or character in "+#" for character in word)
        or (names and word[0].isupper() and len(letters) > 1)
        or _has_mathematics(word, charset)
    )


def _has_mathematics(word: str, charset: Charset) -> bool:
    """Whether LaTeX would set part of the word as mathematics, as it does with symbols in ASCII."""
    if "$" not in word and (charset == "utf-8" or word.isascii()):
        return False
    return "$" in latex(word, charset).replace(r"\$", "")


def _in_sentence_case(text: str) -> bool:
    """Whether nearly all longer words are lower-case, not counting the first of each part."""
    lower = upper = 0
    for part in re.split(r"[:?!.]\s", text):
        for word in part.split()[1:]:
            if len(word) >= _NAME_LETTERS and word.isalpha() and not any(character.isupper() for character in word[1:]):
                upper, lower = upper + word[0].isupper(), lower + word[0].islower()
    return lower >= _SENTENCE * upper and lower >= _SENTENCE
