"""How programs write that they have no value for a field."""

from __future__ import annotations

import re

# How R, pandas, spreadsheets and databases write a value that is missing.
MISSING = frozenset(
    {
        "NA", "N/A", "n/a", "#N/A", "#NA", "<NA>", "NaN", "nan", "NAN", "NaT", "NULL", "null", "Null", "None", "none",
        "NONE", "nil",
        "\\N", "-", "--", "–", "—", "?", "<Blank>",
    }
)  # fmt: skip
_NO_ABSTRACT = re.compile(
    r"""[\[(<]?\s*(?:
        no[ _](?:abstract|text)(?:\s+(?:is\ |was\ )?(?:available|provided|found|listed))?
        | (?:an\ )?abstract\s+(?:is\ |was\ )?(?:not\ available|unavailable)
        | not\ available | n/?a | none | null | nan | [-–—.]+
    )\s*[\])>]?\.?""",
    re.IGNORECASE | re.VERBOSE,
)
_NOBODY = re.compile(r"[\[(]?no authors?(?: (?:names?|listed|available))*[\])]?|\[anonymous\]", re.IGNORECASE)
_NO_RANGE = re.compile(  # pages pasted of a first and a last one
    r"(?:NA|NaN|nan|None|NULL|null)\s*[-–]+\s*(?:NA|NaN|nan|None|NULL|null)"
)


def is_missing(name: str, text: str) -> bool:
    """Whether the value of the field `name` means that there is none. A title may be `None`."""
    return name != "title" and (text in MISSING or (name == "pages" and _NO_RANGE.fullmatch(text) is not None))


def is_no_abstract(text: str) -> bool:
    """Whether an abstract only says that there is none (`[No abstract available]`)."""
    return _NO_ABSTRACT.fullmatch(text) is not None


def is_nobody(text: str) -> bool:
    """Whether a name only says that there is none (`[No authors listed]`)."""
    return _NOBODY.fullmatch(text) is not None
