"""A journal reference in one line, as authors write it for arXiv: `Nature 521, 436-444 (2015)`."""

from __future__ import annotations

import re

from generator.sources.field_names import Field, is_field

_LONGEST = 500  # characters of a reference to one paper
_JOURNAL = r"^(?P<venue>[^\d,:;]*[^\d,:;\s])[\s,]*(?:[Vv]ol(?:ume|\.)?\s*)?(?P<volume>\d{1,4})\s*"
_PAGES = r"(?:(?:pp?\.?|pages|Article)\s*)?(?P<pages>[A-Za-z]?\d+(?:\s*[-–—]+\s*[A-Za-z]?\d+)?)"
_ISSUE = r"(?:(?:\((?=\d{1,3}\b(?!\d))|,?\s*(?:[Nn]o\.?|[Ii]ssue)\s*)(?P<number>\d{1,3}(?:[-–]\d{1,3})?)\)?)?"
_REFERENCES = (
    re.compile(rf"{_JOURNAL}\((?P<year>(?:19|20)\d\d)\)[\s,:]*{_PAGES}\.?$"),  # JHEP 05 (2011) 12-40
    # Nature 521, 436-444 (2015)
    re.compile(rf"{_JOURNAL}{_ISSUE}\s*[,:]?\s*{_PAGES}[\s,]*\(?(?P<year>(?:19|20)\d\d)\)?\.?$"),
    re.compile(  # Proceedings of the 12th Conference on Roots, pages 84-91, 2018
        r"""
        ^(?:[Ii]n:?\s+)?
        (?P<venue>(?:Proceedings|Proc\.|Advances\ in)[^,:;]*?          # a name that opens as a meeting's does,
          |[^,:;]*(?:Conference|Workshop|Symposium)[^,:;]*?            # that says what it is,
          |(?=[A-Z][A-Za-z]*?[A-Z]{2})[A-Z][A-Za-z]++)                 # or an acronym: `NeurIPS`
        (?:[\s,]+(?:pp?\.?|pages)\s*(?P<pages>\d+\s*[-–—]+\s*\d+))?    # `, pages 84-91`
        [\s,]*\(?(?P<year>(?:19|20)\d\d)\)?\.?$                        # `, 2018`
        """,
        re.VERBOSE,
    ),
)
_MEETING = re.compile(r"Proceedings|Proc\.|Advances in|Conference|Workshop|Symposium")


def reference_parts(reference: str) -> dict[Field, str]:
    """Kind, venue, volume, number, pages and year of a journal reference as authors write it; else nothing."""
    reference = " ".join(reference.split())
    forms = _REFERENCES if len(reference) <= _LONGEST else ()
    match = next((match for match in (form.match(reference) for form in forms) if match), None)
    if match is None:
        return {}
    parts: dict[Field, str] = {
        name: value.strip(" ,.") for name, value in match.groupdict().items() if value and is_field(name)
    }
    in_journal = "volume" in parts and not _MEETING.search(parts["venue"])
    return {"kind": "article" if in_journal else "inproceedings", **parts}
