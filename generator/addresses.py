"""Addresses of the site: where a page stands, and the way from one to another."""

from __future__ import annotations

import re
from functools import lru_cache

_REMEMBERED = 30_000  # addresses: pages made one after the other share them, and more would only fill the memory


@lru_cache(maxsize=_REMEMBERED)
def between(folder: str, path: str) -> str:
    """The relative path between two folders or files below docs/ (`posixpath.relpath` would ask the disk)."""
    here, there = folder.split("/") if folder else [], path.split("/") if path else []
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."


def address(path: str) -> str:
    """The address of a page: `papers/x.md` is `papers/x/`, `themes/index.md` is `themes/`; other files keep their path.

    An anchor is kept (`themes/x.md#key` is `themes/x/#key`).
    """
    page, mark, anchor = path.partition("#")
    if not page.endswith(".md"):
        return path
    folder, _, name = page.rpartition("/")
    shown = folder if name in ("index.md", "README.md") else page.removesuffix(".md")
    return f"{shown}/{mark}{anchor}" if shown else f"{mark}{anchor}"


@lru_cache(maxsize=_REMEMBERED)
def href(page: str, target: str, flat: bool = False, from_source: bool = False) -> str:
    """The relative address of `target` as `page` needs it in raw HTML, which MkDocs leaves alone.

    Both are paths below docs/. `target` may end in a query or an anchor; without a path, it means the page itself.
    `flat`: the site has `papers/x.html` instead of `papers/x/` (`use_directory_urls: false` in mkdocs.yml).
    `from_source`: as it is written in the page's source, where the engine (Zensical) completes it for the built page.
    """
    path = target.partition("#")[0].partition("?")[0]
    rest = target[len(path) :]  # a query or an anchor
    if not path:
        return rest
    if flat:
        return between(page.rpartition("/")[0], re.sub(r"\.md$", ".html", path)) + rest
    way = between(page.rpartition("/")[0] if from_source else _folder(page), _folder(path))
    return f"{way}/{rest}" if path.endswith(".md") else f"{way}{rest}"


@lru_cache(maxsize=_REMEMBERED)
def _folder(path: str) -> str:
    """The folder at which a page is published, or the path of any other file."""
    return address(path).rstrip("/")
