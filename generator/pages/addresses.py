"""Addresses of the site: where a page stands, and the way from one to another."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=100_000)
def between(folder: str, path: str) -> str:
    """The way from a folder to a file or folder, both below docs/ (`posixpath.relpath` asks the disk where it is)."""
    here, there = folder.split("/") if folder else [], path.split("/") if path else []
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."


def address(path: str) -> str:
    """The directory address of a page (`papers/x.md` is `papers/x/`, `themes/index.md` is `themes/`), or of a file itself."""
    if not path.endswith(".md"):
        return path
    return (
        path.removesuffix("index.md")
        if path == "index.md" or path.endswith("/index.md")
        else path.removesuffix(".md") + "/"
    )
