"""One page of every kind that the shipped survey has."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

FIXED = {
    "home": "",
    "themes": "themes/",
    "explorer": "explore/",
    "years": "years/",
    "venues": "venues/",
    "authors": "authors/",
    "map": "map/",
    "timeline": "timeline/",
    "theme-links": "theme-links/",
    "method": "method/",
    "records": "records/",
    "questions": "questions/",
    "downloads": "downloads/",
    "data": "data/",
    "basket": "basket/",
    "offline": "offline/",
    "quality": "quality/",
    "contribute": "contribute/",
    "new": "new/",
    "cite": "cite/",
    "names": "names/",
    "guide": "guide/",
}
KINDS = [*FIXED, "theme", "links", "paper", "author", "name"]


def address(kind: str, website: Path, survey: Any) -> str:
    """The address of the page of that kind: of the largest theme, of its first work, of the first author or name with a page."""
    if kind == "theme":
        return f"themes/{largest_theme(survey)}/"
    if kind == "links":
        return f"theme-links/{largest_theme(survey)}/"
    if kind == "paper":
        return f"papers/{a_work(survey)['key']}/"
    if kind == "author":
        return f"authors/{min(path.name for path in (website / 'authors').iterdir() if path.is_dir())}/"
    if kind == "name":
        return f"names/{min(path.name for path in (website / 'names').iterdir() if path.is_dir())}/"
    return FIXED[kind]


def works_of(survey: Any, theme: str) -> list[Any]:
    """The works whose first theme it is."""
    return [work for work in survey["works"] if work["themes"]["primary"] == theme]


def largest_theme(survey: Any) -> str:
    """The theme with the most works."""
    return str(max(survey["themes"], key=lambda theme: len(works_of(survey, theme["id"])))["id"])


def a_work(survey: Any) -> Any:
    """A work with an abstract and related works."""
    return next(work for work in works_of(survey, largest_theme(survey)) if work["abstract"] and work["related"])


def kind_of(path: str) -> str:
    """`themes/*/` of `themes/otters/index.html`: what is the survey's own in an address is a star."""
    parts = path.removesuffix("index.html").split("/")
    if len(parts) > 2:
        fixed = {"v", "compare", "themes", "1"}
        parts = [parts[0], *(part if part in fixed or not part else "*" for part in parts[1:])]
    return re.sub(r"^own-\d+", "own-*", "/".join(parts))
