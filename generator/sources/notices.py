"""What indexers add to a title or write in place of a series: `[Erratum appears in …]`, `[16 refs]`, `[Comment in: …]`.

MEDLINE's comments and corrections: https://www.nlm.nih.gov/bsd/mms/medlineelements.html#cc
"""

from __future__ import annotations

import re

_RELATION = r"""(?:
    (?:published\ )?errat(?:um|a) | correct(?:ed|ion) | comments? | retract(?:ed|ion) | partial\ retraction
    | republished | reprint(?:ed)?
    | update[ds]? | summary\ for\ patients | original\ report | expression\ of\ concern | cites | dataset
    | note | translated
    | previous\ version | discussion
)(?:\s+and\s+republished)?
\s+(?:in|on|of|from|for|by|appears\ in|available\ from|described\ in|published\ in|version\ of)\b"""
_NOTICE = re.compile(rf"\[?\s*{_RELATION}\s*:?\s*\S.*", re.IGNORECASE | re.VERBOSE | re.DOTALL)
# In brackets at the end of a title.
_AT_END = re.compile(
    rf"""\s*\[\s*(?:
        {_RELATION}(?:[^\[\]]|\[[^\[\]]*\])* | see\ comments? | \d+\ ref(?:erence)?s?\.?
        | review | review,\ [a-z]+ | letter | editorial
        | in\ process\ citation | record\ supplied\ by\ publisher
    )\s*\]\s*\.?$""",
    re.IGNORECASE | re.VERBOSE,
)


def is_notice(text: str) -> bool:
    """Whether a text says how the work is related to another: `[Comment on: Cold Med. 2011 Jan;3(1):4-6]`."""
    return _NOTICE.fullmatch(text.strip()) is not None


def without_notices(title: str) -> tuple[str, tuple[str, ...]]:
    """A title without the notices at its end, and these in their order."""
    found: list[str] = []
    while title.rstrip(" .").endswith("]") and (notice := _AT_END.search(title)) and notice.start() > 0:
        found.insert(0, notice[0].strip(" ."))
        title = title[: notice.start()].rstrip()
    return title, tuple(found)
