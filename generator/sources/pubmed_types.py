"""PubMed's types of publication, which its two formats share, and ERIC's; and what we call them."""

from __future__ import annotations

from collections.abc import Sequence

_KINDS = {
    "Journal Article": "article",
    "Preprint": "preprint",
    "Books": "book",
    "Book": "book",
    "Book Chapter": "incollection",
    "Review": "article",
    "Editorial": "article",
    "Letter": "article",
    "Journal Articles": "article",
    "Speeches/Meeting Papers": "inproceedings",
    "Dissertations/Theses - Doctoral Dissertations": "phdthesis",
    "Dissertations/Theses - Masters Theses": "mastersthesis",
}


def status_in(types: Sequence[str]) -> str:
    """`retracted` for a citation with that type of publication, or ""."""
    return "retracted" if "Retracted Publication" in types else ""


def kind_in(types: Sequence[str]) -> str:
    """Our kind of a citation with these publication types, or "": a preprint is a journal article, too."""
    kinds = [_KINDS[kind] for kind in types if kind in _KINDS]
    return "preprint" if "preprint" in kinds else next(iter(kinds), "")
