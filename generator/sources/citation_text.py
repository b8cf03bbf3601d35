"""A publication's place in one line, as two services write it in their tables: PubMed's `Citation`, Embase's `Source`."""

from __future__ import annotations

import re

from generator.sources.field_names import Field, is_field

_PUBMED = re.compile(
    r"\. (?P<date>(?:1[5-9]|20)\d\d(?:[ /-][\w /-]*)?);(?P<volume>[^;:()]*?)\s*(?:\((?P<number>[^()]+)\))?:(?P<pages>[\w.,-]*\w)\.(?:\s|$)"
)  # Lutra Med. 2020 Feb 3;114(1):12-9. doi: 10.1080/2047. Epub 2020 Jan 30.
_EMBASE = re.compile(
    r"(?P<venue>.+?) \((?P<year>(?:1[5-9]|20)\d\d)\)(?: (?P<volume>[^\s:().]+))?(?:(?::| (?=Suppl|SUPPL))(?P<number>[^():]+?))?"
    r"(?: \((?P<pages>[^()]+)\)| Article Number: (?P<article_number>[\w-]+)|(?=\. Date of Publication))(?:\.(?: Date of Publication: (?P<date>.+))?)?"
)  # Lutra and Fur (2014) 3:3 (152-160). Date of Publication: 25 Aug 2014


def parts_of(text: str) -> dict[Field, str]:
    """Our fields of such a line, or nothing where it is none; a venue only from Embase, which does not abbreviate it."""
    match = _EMBASE.fullmatch(text.strip()) or _PUBMED.search(text)
    groups = match.groupdict() if match else {}
    return {name: value.strip() for name, value in groups.items() if value and value.strip() and is_field(name)}
