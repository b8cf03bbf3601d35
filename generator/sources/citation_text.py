"""A publication's place in one line, as services write it: PubMed's `Citation`, Embase's `Source` and others."""

from __future__ import annotations

import re

from generator.sources.cited_place import cited_place
from generator.sources.field_names import Field, is_field

# Lutra Med. 2020 Feb 3;114(1):12-9. doi: 10.1080/2047. Epub 2020 Jan 30.
_PUBMED = re.compile(
    r"""
    \.[ ](?P<date>(?:1[5-9]|20)\d\d(?:[ /-][\w /-]*)?);    # `. 2020 Feb 3;`
    (?P<volume>[^;:()]*?)\s*(?:\((?P<number>[^()]+)\))?    # `114(1)`
    :(?P<pages>[\w.,-]*\w)\.(?:\s|$)                       # `:12-9.`
    """,
    re.VERBOSE,
)
# Lutra and Fur (2014) 3:3 (152-160). Date of Publication: 25 Aug 2014
_EMBASE = re.compile(
    r"""
    (?P<venue>.+?)[ ]\((?P<year>(?:1[5-9]|20)\d\d)\)              # `Lutra and Fur (2014)`
    (?:[ ](?P<volume>[^\s:().]+))?                                # ` 3`
    (?:(?::|[ ](?=Suppl|SUPPL))(?P<number>[^():]+?))?             # `:3` or ` SUPPL. 1`
    (?:[ ]\((?P<pages>[^()]+)\)                                   # ` (152-160)`, or
      |[ ]Article[ ]Number:[ ](?P<article_number>[\w-]+)          # the number of an article without pages, or
      |(?=\.[ ]Date[ ]of[ ]Publication))                          # neither of them
    (?:\.(?:[ ]Date[ ]of[ ]Publication:[ ](?P<date>.+))?)?        # `. Date of Publication: 25 Aug 2014`
    """,
    re.VERBOSE,
)

_LONGEST = 500  # characters of such a line
_OVID = re.compile(  # Harbour Medicine. 41(1):12-19, 2019 Jan.
    r"""
    (?P<venue>[^\d;:]+?)\.?\s+(?P<volume>[A-Za-z]?\d+)\s*    # `Harbour Medicine. 41`
    (?:\((?P<number>[^()]+(?:\([^()]*\))?)\))?\s*            # `(1)`, which may hold brackets itself
    :\s*(?P<pages>[\w.-]+)\s*                                # `:12-19`
    ,\s*(?P<date>(?:1[5-9]|20)\d\d.*)                        # `, 2019 Jan.`
    """,
    re.VERBOSE,
)
_WITH_VOL = re.compile(  # EBSCOhost, CNKI: Ward Arts. Mar 2019, Vol. 2 Issue 2, p3-14. 12p.
    r"""
    (?P<venue>[^;]+?)[.,;]\s*                              # `Ward Arts.`
    (?P<date>[\w /-]*(?:1[5-9]|20)\d\d[^,;]*)[,;]\s*       # `Mar 2019,`
    Vol\.?\s*(?P<volume>\w+)[\s,]*                         # `Vol. 2`
    (?:(?:Issue|No\.?)\s*(?P<number>[\w-]+))?[\s,]*        # `Issue 2,`
    (?:pp?\.?\s*(?P<pages>\w+(?:-\w+)?))?.*                # `p3-14`, and how many they are
    """,
    re.VERBOSE,
)
# EBSCOhost: Ward Arts (WARD), Mar2019; 2(3): 3-14. (12p)
_EBSCO = re.compile(
    r"""
    (?P<venue>[^;()]+?)(?:[ ]\([^()]*\))?,\s*                     # `Ward Arts (WARD),`
    (?P<date>[\w /-]*(?:1[5-9]|20)\d\d);\s*                       # `Mar2019;`
    (?P<volume>\w+)?\s*(?:\((?P<number>[^()]+)\))?                # `2(3)`
    (?:\s*:\s*(?P<pages>\w+(?:-\w+)?))?\.?                        # `: 3-14.`
    (?:\s*\(\d+p\b.*\))?                                          # `(12p)`
    """,
    re.VERBOSE,
)
# Ovid's PsycInfo: Ward Arts. Vol.2(3), 2019, pp. 3-14.
_PSYCINFO = re.compile(
    r"""
    (?P<venue>[^;:]+?)\.\s+                                             # `Ward Arts.`
    Vol\.?\s*(?P<volume>\w+)\s*(?:\((?P<number>[^()]+)\))?,\s*          # `Vol.2(3),`
    (?P<date>[\w .]*(?:1[5-9]|20)\d\d),\s*                              # `2019,`
    (?:pp?\.|ArtID)\s*(?P<pages>\w+(?:-\w+)?)\.?                        # `pp. 3-14.`
    """,
    re.VERBOSE,
)
# LILACS: Rev. enferm.;2(3): 3-14, mar. 2019
_LILACS = re.compile(
    r"""
    [^;]+;\s*                                                 # `Rev. enferm.;`
    (?P<volume>\w+)\s*(?:\((?P<number>[^()]+)\))?\s*          # `2(3)`
    :\s*(?P<pages>\w+(?:-\w+)?),\s*                           # `: 3-14,`
    (?P<date>[\w. /-]*(?:1[5-9]|20)\d\d\w*)(?:\..*)?          # `mar. 2019`
    """,
    re.VERBOSE,
)


def parts_of(text: str) -> dict[Field, str]:
    """Our fields of such a line; none of any other. A venue only from Embase, which does not abbreviate it."""
    match = _EMBASE.fullmatch(text.strip()) or _LILACS.fullmatch(text.strip()) or _PUBMED.search(text)
    groups = match.groupdict() if match else {}
    return {name: value.strip() for name, value in groups.items() if value and value.strip() and is_field(name)}


def place_in(text: str) -> dict[Field, str]:
    """Our fields of the `Source` line of a database's text (Ovid, EBSCOhost), or nothing where it is only a name."""
    forms = (_OVID, _PSYCINFO, _EBSCO, _WITH_VOL)
    text = text.strip()
    if len(text) > _LONGEST:
        return {}
    match = next((found for found in (form.fullmatch(text) for form in forms) if found), None)
    if match is None:
        return cited_place(text)
    groups = match.groupdict()
    return {name: value.strip(" .") for name, value in groups.items() if value and value.strip() and is_field(name)}
