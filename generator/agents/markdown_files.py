"""The Markdown of pages beside their HTML in a built website: `papers/x/index.md` beside `papers/x/index.html`.

The engines take every `.md` file for a page of their own, so these files are added after the engine has run, from its
copy of `llms-full.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from generator.addresses import address
from generator.agents.markdown import LLMS_FULL, unbound

COMPRESSED = "data/survey.json.gz"  # a file that only the website of a large survey has
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n\s*", re.DOTALL)


def add_markdown(site: Path, sources: Iterable[tuple[str, str]] = ()) -> None:
    """Put the Markdown of each page beside it in the built website `site`, where that page exists.

    `sources`: (page, its text) of the pages from which the website was built. Lists and figures have only these; works,
    themes and the front page have plainer Markdown. Of a large survey, whose files are compressed, lists and figures
    have none: it would be a fifth of the website, and says nothing that `llms-full.txt` does not.
    """
    lists = () if (site / COMPRESSED).is_file() else sources
    everything = site / LLMS_FULL
    plain = unbound(everything.read_text("utf-8")) if everything.is_file() else ()
    for page, text in (*plain, *((page, _FRONT_MATTER.sub("", text, count=1)) for page, text in lists)):
        if ".." in page.split("/"):
            continue
        place = _place(site, page)
        if place is not None and not place.exists():
            place.write_text(text, "utf-8", newline="\n")


def _place(site: Path, page: str) -> Path | None:
    """Where the Markdown of a page (`papers/x.md`) goes: into its folder, or beside its file where pages have none."""
    if (site / address(page) / "index.html").is_file():
        return site / address(page) / "index.md"
    flat = site / page
    return flat if flat.with_suffix(".html").is_file() else None
