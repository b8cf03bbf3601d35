r"""Lengths of TeX: whether a space of that width parts two words, or only moves letters closer or further apart."""

from __future__ import annotations

import re

_POINTS = {"pt": 1.0, "em": 10.0, "ex": 4.3, "mm": 2.85, "cm": 28.5, "in": 72.3, "pc": 12.0, "mu": 0.56, "bp": 1.0}
_LENGTH = re.compile(r"\s*=?\s*(?P<number>[-+]?\d*[.,]?\d+)\s*(?:true\s*)?(?P<unit>[a-z]{2})?")
_NEGATIVE = re.compile(r"\s*-")
_LONGEST = 100  # characters of a length
_NARROWEST = 1.5  # points: TeX's thin space between words has 1.7


def parts_words(length: str) -> bool:
    r"""Whether a space so wide (`2mm`, `0.2em`, `\fill`) parts words; negative and very narrow ones do not."""
    length = " ".join(length[:_LONGEST].split())
    found = _LENGTH.match(length)
    if found is None:  # a named length
        return not _NEGATIVE.match(length)
    return float(found["number"].replace(",", ".")) * _POINTS.get(found["unit"] or "pt", 1.0) >= _NARROWEST
