"""The Markdown of pages beside their HTML in a built website: `papers/x/index.md` beside `papers/x/index.html`.

The engines take every `.md` file for a page of their own, so these files are put there after them, from what they
carried over in `llms-full.txt`.
"""

from __future__ import annotations

from pathlib import Path

from generator.addresses import address
from generator.agents.markdown import LLMS_FULL, unbound
from generator.project.box import read
from generator.project.paths import GENERATED_LIMIT
from generator.project.placing import fill


def add_markdown(site: Path) -> None:
    """Put the Markdown of each page beside it, in the built website `site`; where there is no page, nothing."""
    everything = read(site, LLMS_FULL, GENERATED_LIMIT)
    if everything is None:
        return
    files = {}
    for page, text in unbound(everything.decode("utf-8")):
        if ".." in page.split("/"):
            continue
        place = _place(site, page)
        if place is not None and not place.exists():
            files[place.relative_to(site).as_posix()] = text.encode("utf-8")
    fill(str(site), files)


def _place(site: Path, page: str) -> Path | None:
    """Where the Markdown of a page (`papers/x.md`) belongs: in its folder, or beside its file where pages have none."""
    if (site / address(page) / "index.html").is_file():
        return site / address(page) / "index.md"
    flat = site / page
    return flat if flat.with_suffix(".html").is_file() else None
