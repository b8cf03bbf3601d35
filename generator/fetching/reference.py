"""What a person may name a work by: an identifier, an address, a title, or the first page of a PDF."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass
from pathlib import Path

from generator.errors import at_fault
from generator.identifiers import SCHEMES, Identifier, identifiers_in, parse_arxiv, parse_doi, parse_identifier
from generator.project.given import read_given
from generator.text.compare import fold

_STAMP = re.compile(r"\barXiv:\s?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)")
_BARE = ("acl", "pmcid")  # schemes whose identifiers are recognised unnamed; a bare number is not a PubMed id
_SHORTEST, _LONGEST = 3, 300  # words and characters of a title
_SAME_SIZE = 0.5  # points by which the sizes of two pieces of one title may differ


@dataclass(frozen=True, slots=True)
class Named:
    """What is known about a work that a person names."""

    identifiers: tuple[Identifier, ...] = ()
    title: str = ""


def named(text: str) -> Named:
    """The work that `text` names. Raises InputError for a PDF that cannot be read, or that names nothing."""
    if text.lower().endswith(".pdf") and "://" not in text:
        return _of_pdf(Path(text))
    scheme, _, value = text.strip().partition(":")
    known = next((one for one in SCHEMES if one == scheme.strip().lower()), None)
    one = parse_identifier(value, known) if known else None
    one = one or parse_arxiv(text) or (parse_doi(text) if " " not in text.strip() else None)
    one = one or next((found for found in (parse_identifier(text, name) for name in _BARE) if found), None)
    identifiers = (one,) if one else identifiers_in(text)
    return Named(identifiers) if identifiers else Named(title=" ".join(text.split()))


def _of_pdf(file: Path) -> Named:
    """Identifiers and title on the first page; nothing else of the file is read."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pieces: list[tuple[float, str]] = []

    def note(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if text.strip():
            pieces.append((round(abs(size * (matrix[3] or 1.0)), 1), text))

    content = read_given(file)
    try:
        text = PdfReader(io.BytesIO(content)).pages[0].extract_text(visitor_text=note)
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
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
        if len(fold(text).split()) >= _SHORTEST and len(text) <= _LONGEST:
            return text
    return ""
