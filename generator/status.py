"""What has become of a work since it appeared, in the words that records carry."""

from __future__ import annotations

import re

RETRACTED, WITHDRAWN, SUPERSEDED, CORRECTED = "retracted", "withdrawn", "superseded", "corrected"
_TITLE = re.compile(
    r"^\W*(?P<word>retracted|withdrawn|removed|temporary removal)(?:\s+(?:article|paper|chapter))?\s*[:\]\-–—]\s*",
    re.IGNORECASE,
)
_TELLS_WITHDRAWAL = re.compile(
    r"\b(?:this|the) (?:paper|submission|article|manuscript|work|version|preprint)"
    r" (?:has been|is|was) (?:\w+ )?withdrawn\b"
    r"|^\W*(?:withdrawn|paper withdrawn)\b",
    re.IGNORECASE,
)
_UPDATES = {
    "retraction": RETRACTED,
    "removal": RETRACTED,
    "withdrawal": WITHDRAWN,
    "correction": CORRECTED,
    "corrigendum": CORRECTED,
    "erratum": CORRECTED,
    "new_version": SUPERSEDED,
    "new_edition": SUPERSEDED,
}
_GRAVEST = (RETRACTED, WITHDRAWN, SUPERSEDED, CORRECTED)


def of_update(kind: str) -> str:
    """The status that an update of Crossref's kind (`retraction`, `correction`) gives to what it updates, or ""."""
    return _UPDATES.get(kind.strip().lower().replace(" ", "_").replace("-", "_"), "")


def gravest(found: list[str]) -> str:
    """The one to tell of several."""
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


def withdrawn_by(comment: str) -> str:
    """The status that an author's comment on arXiv gives, or ""."""
    return WITHDRAWN if _TELLS_WITHDRAWAL.search(comment) else ""
