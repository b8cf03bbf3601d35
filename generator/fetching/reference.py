"""What a person may name a work by: an identifier, an address, a title, or the first page of a PDF.

What names no work is reported before anybody is asked: an address without an identifier is no title to look up.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from generator.errors import at_fault
from generator.identifiers import SCHEMES, Identifier, identifiers_in, parse_arxiv, parse_doi, parse_identifier
from generator.identifiers.schemes import ABOUT
from generator.project.given import read_given
from generator.text.compare import fold
from generator.text.escape import visible

_STAMP = re.compile(r"\barXiv:\s?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)")
_BARE = ("acl", "pmcid")  # schemes whose identifiers are recognised unnamed; a bare number is not a PubMed id
_SHORTEST, _LONGEST = 3, 300  # words and characters of a title
_FIRST_UNSPACED, _UNSPACED = "\u2e80", 6  # letters of Chinese, Japanese and Korean, and how many make a title
_QUOTED = 120  # characters of what a person typed that a message repeats
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+", re.IGNORECASE)
_DOI_BEGUN = re.compile(r"10\.\d{2,9}/?")
_SAME_SIZE = 0.5  # points by which the sizes of two pieces of one title may differ

# What the reading of a damaged PDF may raise.
_DAMAGE = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, ArithmeticError, AssertionError,
    NotImplementedError, EOFError, zlib.error, struct.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """What is known about a work that a person names."""

    identifiers: tuple[Identifier, ...] = ()
    title: str = ""


def named(text: str) -> Named:
    """The work that `text` names. Raises InputError for a PDF that cannot be read, or that names nothing."""
    if text.lower().endswith(".pdf") and "://" not in text:
        return _of_pdf(Path(text))
    text = " ".join(text.split())
    if text.isdecimal():
        hint = "say which: pmid:12345678, or pmcid:1234567"
        raise at_fault(f"`{_short(text)}` may be an identifier of several kinds", hint=hint)
    scheme, _, value = text.partition(":")
    known = next((one for one in SCHEMES if one == scheme.strip().lower()), None)
    one = parse_identifier(value, known) if known else None
    one = one or parse_arxiv(text) or (parse_doi(text) if " " not in text else None)
    one = one or next((found for found in (parse_identifier(text, name) for name in _BARE) if found), None)
    identifiers = (one,) if one else identifiers_in(text)
    if identifiers:
        return Named(identifiers)
    if known:
        raise at_fault(f"`{_short(value.strip())}` is no {ABOUT[known].noun}", hint="check how it is written")
    _check_title(text)
    return Named(title=text)


def is_telling(title: str) -> bool:
    """Whether a title can be looked up without an author.

    Three words are enough, or as many letters as say as much in a script that puts no spaces between words.
    """
    words = fold(title)
    return len(words.split()) >= _SHORTEST or sum(letter >= _FIRST_UNSPACED for letter in words) >= _UNSPACED


def _check_title(text: str) -> None:
    """Raises InputError for what cannot be a title: an address, the beginning of a DOI, a word or two."""
    if _ADDRESS.fullmatch(text):
        hint = "give the DOI that stands on its page, or the title in quotes"
        raise at_fault(f"the address `{_short(text)}` has no identifier of a work in it", hint=hint)
    if _DOI_BEGUN.fullmatch(text):
        raise at_fault(f"`{_short(text)}` is no whole DOI", hint="one reads 10.1000/xyz123")
    if not is_telling(text):
        hint = "give a DOI, an arXiv id, or a whole title in quotes"
        raise at_fault(f"`{_short(text)}` names no work: it is too short for a title", hint=hint)


def _short(text: str) -> str:
    """A text as a message quotes it."""
    shown = visible(text)
    return shown if len(shown) <= _QUOTED else f"{shown[:_QUOTED]}…"


def _of_pdf(file: Path) -> Named:
    """Identifiers and title on the first page; nothing else of the file is read."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pieces: list[tuple[float, str]] = []

    def note(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if text.strip():
            pieces.append((round(abs(size * (matrix[3] or 1.0)), 1), text))

    content = read_given(file)
    try:
        text = PdfReader(io.BytesIO(content)).pages[0].extract_text(visitor_text=note)
    except (FileNotDecryptedError, DependencyError) as error:
        hint = "give its DOI or its title instead"
        raise at_fault("is encrypted, so that nothing in it can be read", str(file), hint=hint) from error
    except (PyPdfError, *_DAMAGE) as error:
        raise at_fault("cannot be read as a PDF", str(file), hint="give its DOI or its title instead") from error
    stamp = _STAMP.search(text)
    arxiv = parse_arxiv(stamp[1]) if stamp else None
    found = (arxiv,) if arxiv else identifiers_in(text)[:1]
    result = Named(tuple(found), _title(pieces))
    if not result.identifiers and not result.title:
        raise at_fault(
            "has neither an identifier nor a title on its first page", str(file), hint="give its DOI or its title"
        )
    return result


def _title(pieces: list[tuple[float, str]]) -> str:
    """The text in the largest letters that reads like a title; arXiv's stamp in the margin is not one."""
    sizes = sorted({size for size, text in pieces if not _STAMP.search(text)}, reverse=True)
    for size in sizes:
        text = " ".join(" ".join(piece for its, piece in pieces if abs(its - size) < _SAME_SIZE).split())
        if is_telling(text) and len(text) <= _LONGEST:
            return text
    return ""
