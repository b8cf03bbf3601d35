"""How programs write that they have no value for a field."""

from __future__ import annotations

import re

from generator.printed_place import names_no_page

# How R, pandas, spreadsheets and databases write a value that is missing.
MISSING = frozenset(
    {
        "NA", "N/A", "n/a", "#N/A", "#NA", "<NA>", "NaN", "nan", "NAN", "NaT", "NULL", "null", "Null", "None", "none",
        "NONE", "nil", "n.a.", "N.A.", "n. a.", "k.A.", "k. A.",
        "\\N", "-", "--", "–", "—", "?", "<Blank>",
    }
)  # fmt: skip
_NO_ABSTRACT = re.compile(
    r"""[\[(<]?\s*(?:
        no[ _](?:abstract|text)(?:\s+(?:is\ |was\ )?(?:available|provided|found|listed)
            (?:\s+(?:for|in)\ this\ (?:item|article|paper|record|document|publication|work))?)?
        | (?:an\ )?abstract\s+(?:is\ |was\ )?(?:not\ available|unavailable)
        | not\ available | n/?a | none | null | nan | [-–—.]+
    )\s*[\])>]?\.?""",
    re.IGNORECASE | re.VERBOSE,
)
_NOBODY = re.compile(r"[\[(]?no authors?(?: (?:names?|listed|available))*[\])]?|\[anonymous\]", re.IGNORECASE)
_UNDATED = re.compile(r"\[?(?:[ns]\.\s?[dafe]\.?|o\.\s?j\.|undated|no date)\]?", re.IGNORECASE)
_PAGES = ("pages", "start_page", "end_page")


def is_missing(name: str, text: str) -> bool:
    """Whether the value of the field `name` means that there is none. A title may be `None`."""
    return name != "title" and (
        text in MISSING
        or (name in _PAGES and names_no_page(text))
        or (name in ("year", "date") and _UNDATED.fullmatch(text) is not None)
    )


def is_no_abstract(text: str) -> bool:
    """Whether an abstract only says that there is none (`[No abstract available]`)."""
    return _NO_ABSTRACT.fullmatch(text) is not None


def is_nobody(text: str) -> bool:
    """Whether a name only says that there is none (`[No authors listed]`)."""
    return _NOBODY.fullmatch(text) is not None
