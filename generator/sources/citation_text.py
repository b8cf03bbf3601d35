"""A publication's place in one line, as services write it: PubMed's `Citation`, Embase's `Source` and others."""

from __future__ import annotations

import re

from generator.sources.field_names import Field, is_field

# Lutra Med. 2020 Feb 3;114(1):12-9. doi: 10.1080/2047. Epub 2020 Jan 30.
_PUBMED = re.compile(
    r"\. (?P<date>(?:1[5-9]|20)\d\d(?:[ /-][\w /-]*)?);(?P<volume>[^;:()]*?)"
    r"\s*(?:\((?P<number>[^()]+)\))?:(?P<pages>[\w.,-]*\w)\.(?:\s|$)"
)
# Lutra and Fur (2014) 3:3 (152-160). Date of Publication: 25 Aug 2014
_EMBASE = re.compile(
    r"(?P<venue>.+?) \((?P<year>(?:1[5-9]|20)\d\d)\)(?: (?P<volume>[^\s:().]+))?"
    r"(?:(?::| (?=Suppl|SUPPL))(?P<number>[^():]+?))?"
    r"(?: \((?P<pages>[^()]+)\)| Article Number: (?P<article_number>[\w-]+)|(?=\. Date of Publication))"
    r"(?:\.(?: Date of Publication: (?P<date>.+))?)?"
)

_OVID = re.compile(  # Harbour Medicine. 41(1):12-19, 2019 Jan.
    r"(?P<venue>[^\d;:]+?)\.?\s+(?P<volume>[A-Za-z]?\d+)\s*(?:\((?P<number>[^()]+(?:\([^()]*\))?)\))?\s*:\s*(?P<pages>[\w.-]+)\s*,\s*(?P<date>(?:1[5-9]|20)\d\d.*)"
)
_WITH_VOL = re.compile(  # EBSCOhost, CNKI: Ward Arts. Mar 2019, Vol. 2 Issue 2, p3-14. 12p.
    r"(?P<venue>[^;]+?)[.,;]\s*(?P<date>[\w /-]*(?:1[5-9]|20)\d\d[^,;]*)[,;]\s*Vol\.?\s*(?P<volume>\w+)[\s,]*"
    r"(?:(?:Issue|No\.?)\s*(?P<number>[\w-]+))?[\s,]*(?:pp?\.?\s*(?P<pages>\w+(?:-\w+)?))?.*"
)
# EBSCOhost: Ward Arts (WARD), Mar2019; 2(3): 3-14. (12p)
_EBSCO = re.compile(
    r"(?P<venue>[^;()]+?)(?: \([^()]*\))?,\s*(?P<date>[\w /-]*(?:1[5-9]|20)\d\d);\s*(?P<volume>\w+)?\s*"
    r"(?:\((?P<number>[^()]+)\))?(?:\s*:\s*(?P<pages>\w+(?:-\w+)?))?\.?(?:\s*\(\d+p\b.*\))?"
)
# Ovid's PsycInfo: Ward Arts. Vol.2(3), 2019, pp. 3-14.
_PSYCINFO = re.compile(
    r"(?P<venue>[^;:]+?)\.\s+Vol\.?\s*(?P<volume>\w+)\s*(?:\((?P<number>[^()]+)\))?,\s*"
    r"(?P<date>[\w .]*(?:1[5-9]|20)\d\d),\s*(?:pp?\.|ArtID)\s*(?P<pages>\w+(?:-\w+)?)\.?"
)
# LILACS: Rev. enferm.;2(3): 3-14, mar. 2019
_LILACS = re.compile(
    r"[^;]+;\s*(?P<volume>\w+)\s*(?:\((?P<number>[^()]+)\))?\s*:\s*(?P<pages>\w+(?:-\w+)?),\s*"
    r"(?P<date>[\w. /-]*(?:1[5-9]|20)\d\d\w*)(?:\..*)?"
)


def parts_of(text: str) -> dict[Field, str]:
    """Our fields of such a line; none of any other. A venue only from Embase, which does not abbreviate it."""
    match = _EMBASE.fullmatch(text.strip()) or _LILACS.fullmatch(text.strip()) or _PUBMED.search(text)
    groups = match.groupdict() if match else {}
    return {name: value.strip() for name, value in groups.items() if value and value.strip() and is_field(name)}


def place_in(text: str) -> dict[Field, str]:
    """Our fields of the `Source` line of a database's text (Ovid, EBSCOhost), or nothing where it is only a name."""
    forms = (_OVID, _PSYCINFO, _EBSCO, _WITH_VOL)
    match = next((found for found in (form.fullmatch(text.strip()) for form in forms) if found), None)
    groups = match.groupdict() if match else {}
    return {name: value.strip(" .") for name, value in groups.items() if value and value.strip() and is_field(name)}
