"""arXiv is not a venue: `arXiv preprint arXiv:1409.4842` (Google Scholar) and `CoRR` (DBLP) are preprints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.identifiers import Identifier, parse_identifier
from generator.sources.field_names import Field
from generator.sources.kinds import kind_of

_ARXIV_ID = r"""(?P<id>
    (?:arxiv\s*[:.]\s*|abs/)?
    (?:\d{4}\.\d{4,5}|[a-z][a-z-]+(?:\.[a-z]{2})?/\d{7})    # of 2007 and later, of before
    (?:v\d+)?
)(?:\s*\[[^\]]*\])?"""
_ARXIV_VENUE = re.compile(
    rf"""^(?:arxiv:\ [A-Z][A-Za-z\ ,&-]+|arxiv(?:\.org)?|corr|computing\ research\ repository)
    (?:\s+\(?(?:cornell\ university|e-?prints?|preprints?|corr)\)?)*
    [\s,:]*(?:{_ARXIV_ID})?
    [\s,.]*(?:\(?(?:19|20)\d\d\)?)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_ARXIV_NUMBER = re.compile(rf"^(?=arxiv|abs/){_ARXIV_ID}$", re.IGNORECASE | re.VERBOSE)
_LONGEST = 200  # characters of a text that says no more than that
_PLACES: tuple[Field, ...] = ("volume", "number", "pages", "venue", "publisher")


@dataclass(frozen=True, slots=True)
class Preprint:
    """The texts of a record without those that only say that it is a preprint, and what these gave."""

    texts: dict[Field, str]
    identifiers: tuple[Identifier, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()


def without_arxiv_as_venue(texts: Mapping[Field, str]) -> Preprint:
    """The texts of a record with arXiv removed from volume, number, pages, venue and publisher."""
    left = dict(texts)
    found: list[Identifier] = []
    kept: list[tuple[str, str]] = []
    for name in _PLACES:
        pattern = _ARXIV_VENUE if name in ("venue", "publisher") else _ARXIV_NUMBER
        written = left.get(name, "")
        match = pattern.match(written) if len(written) <= _LONGEST else None
        if not match:
            continue
        one = parse_identifier(match["id"], "arxiv") if match["id"] else None
        if one is None and (match["id"] or name == "publisher"):
            continue
        found.extend([one] if one else [])
        text = left.pop(name)
        if name != "venue":
            continue
        if kind_of(left.get("kind", "")) in (None, "article", "misc", "techreport"):
            left["kind"] = "preprint"
        if one is None:
            kept.append((name, text))
    return Preprint(left, tuple(found), tuple(kept))
