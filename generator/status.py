"""What has become of a work since it appeared, in the terms that records use."""

from __future__ import annotations

import re

RETRACTED, WITHDRAWN, SUPERSEDED, CORRECTED = "retracted", "withdrawn", "superseded", "corrected"
_TITLE = re.compile(
    r"^\W*(?P<word>retracted|withdrawn|removed|temporary removal)(?:\s+(?:article|paper|chapter))?\s*[:\]\-–—]\s*",
    re.IGNORECASE,
)
_ITSELF = (
    r"\b(?:this|the) (?:paper|submission|article|manuscript|work|version|preprint)"
    r" (?:has been|is|was|has now been|is now) (?:\w+ )?"
)
_TELLS = {  # what a comment, or an abstract in its place, tells of
    RETRACTED: re.compile(rf"{_ITSELF}retracted\b|^\W*(?:paper )?retracted\b", re.IGNORECASE),
    WITHDRAWN: re.compile(
        rf"{_ITSELF}(?:withdrawn|removed by arxiv)\b|^\W*(?:(?:paper|submission|article) )?withdrawn\b", re.IGNORECASE
    ),
    SUPERSEDED: re.compile(
        rf"{_ITSELF}(?:superseded|subsumed|replaced) by\b|^\W*(?:superseded|subsumed|replaced) by\b", re.IGNORECASE
    ),
}
_UPDATES = {
    "retraction": RETRACTED,
    "removal": RETRACTED,
    "withdrawal": WITHDRAWN,
    "correction": CORRECTED,
    "corrigendum": CORRECTED,
    "erratum": CORRECTED,
    "partial_retraction": CORRECTED,
    "new_version": SUPERSEDED,
    "new_edition": SUPERSEDED,
}
_GRAVEST = (RETRACTED, WITHDRAWN, SUPERSEDED, CORRECTED)


def of_update(kind: str) -> str:
    """The status that an update of Crossref's kind (`retraction`, `correction`) gives to what it updates, or ""."""
    return _UPDATES.get(kind.strip().lower().replace(" ", "_").replace("-", "_"), "")


def gravest(found: list[str]) -> str:
    """The most serious of several."""
    return next((one for one in _GRAVEST if one in found), "")


def said_by(status: str, title: str) -> str:
    """The status that a record gives, in its own field or in its title, or ""."""
    return gravest([status.strip().lower(), without_mark(title)[1]])


def without_mark(title: str) -> tuple[str, str]:
    """(title, status) of `RETRACTED: Order matters`, as publishers rename what they retract."""
    match = _TITLE.match(title)
    if match is None:
        return title, ""
    return title[match.end() :].lstrip(), WITHDRAWN if match["word"].lower() == "withdrawn" else RETRACTED


def status_in(text: str) -> str:
    """The most serious status that an author's comment on arXiv, or an abstract in its place, mentions, or ""."""
    return gravest([status for status, tells in _TELLS.items() if tells.search(text)])


def is_status(text: str) -> bool:
    """Whether a text is one of the four words, as our own table of works has them."""
    return text.strip().lower() in _GRAVEST
