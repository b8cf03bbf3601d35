"""Every link and anchor of a built website, followed without a browser."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADED = {
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("use", "href"),
    ("image", "href"),
    ("embed", "src"),
    ("object", "data"),
}
LOADING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
OUTWARD = {"http", "https", "ftp", "mailto", "data"}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given[name] for name in ("id", "name") if given.get(name)}
        for name in ("href", "xlink:href", "src", "action", "data"):
            if name in given:
                relation = given.get("rel", "").split()
                loads = (tag, name) in LOADED or (tag == "link" and not LOADING_RELATIONS.isdisjoint(relation))
                if "canonical" not in relation:
                    (self.loads if loads else self.links).append(given[name])


@cache
def page_of(file: Path) -> _Page:
    parsed = _Page()
    parsed.feed(file.read_text(encoding="utf-8"))
    return parsed


def faults(site: Path, from_disk: bool = False) -> list[str]:
    """Broken links, broken anchors and everything loaded from another host; read as a server shows the site, or `from_disk`."""
    found = []
    for file in sorted(site.rglob("*.html")):
        page = page_of(file)
        where = file.relative_to(site).as_posix()
        found += [
            f"{where}: loads {address}"
            for address in page.loads
            if urlsplit(address).scheme in ("http", "https") or address.startswith("//")
        ]
        for address in dict.fromkeys([*page.links, *page.loads]):
            fault = _fault(site, file, address, from_disk)
            if fault:
                found.append(f"{where}: {address}: {fault}")
    return found


def _fault(site: Path, file: Path, address: str, from_disk: bool) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return (
            ""
            if parts.scheme.lower() in OUTWARD or (address == "javascript:void(0)" and not from_disk)
            else "unknown kind of address"
        )
    path = unquote(parts.path)
    target = file if not path else (site / path.lstrip("/") if path.startswith("/") else file.parent / path).resolve()
    if path.startswith("/") and from_disk:
        return "absolute address"
    if not target.is_relative_to(site.resolve()) and target != file:
        return "leaves the site"
    if target.is_dir():
        if from_disk:
            return "leads to a folder"
        if not path.endswith(("/", ".")):
            return "a folder without its slash"
        target /= "index.html"
    if not target.is_file():
        return "leads nowhere"
    anchor = unquote(parts.fragment)
    state = target.name == "index.html" and target.parent.name in ("explore", "basket")  # their anchors hold a view
    if anchor and target.suffix == ".html" and not state and anchor not in page_of(target).ids:
        return "no such anchor"
    return ""
