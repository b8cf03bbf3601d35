"""The built website changed to work from a folder on disk: `file://` has no directory pages and lets no script fetch.

Addresses keep their form (`papers/x/`), so that no text or script depends on where a page is read; in the copy, links
to directories get their `index.html`. The search and the explorer load their data as scripts everywhere. Nothing comes
from another host.
"""

from __future__ import annotations

import html
import io
import posixpath
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from generator.errors import Problem, at_fault
from generator.project.box import files_below, read
from generator.project.paths import GENERATED_LIMIT
from generator.website.portable import portable_names, told

_TAG = re.compile(r"""<(?:a|area|link|form)\b(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s"'<>=]+)=(?P<quote>["'])(?P<value>.*?)(?P=quote)""", re.DOTALL)
_ACCENT = re.compile(r"%C[CD]%|[\u0300-\u036f]", re.IGNORECASE)  # by itself, as macOS writes it in names of files
_ANY_TAG = re.compile(r"""<[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ADDRESSES = ("href", "action", "xlink:href")
_LOADING = (*_ADDRESSES, "src", "poster", "data")
NO_NAMES: Mapping[str, str] = MappingProxyType({})
COPY = "downloads/survey-offline.zip"  # of the website, among its own downloads
# Files that are of no use on disk.
_LEAVE = (
    "404.html",
    "robots.txt",
    "sitemap.xml",
    "sitemap.xml.gz",
    "search/search_index.json",
    COPY,
    "manifest.webmanifest",
    "sw.js",
    "assets/offline/files.json",
    "assets/offline/worker.js",
)
_APP = re.compile(r"""<link rel="?manifest"?(?:[^<>"']|"[^"]*"|'[^']*')*>\s*""")  # on disk a website is no app
_TO_COPY = re.compile(r"""<p class="?offline-copy"?>.*?</p>""", re.DOTALL)  # and holds no copy of itself
# The earliest moment that a zip file can hold: its files have no date, so that the same site gives the same bytes.
_EARLIEST = 1980, 1, 1, 0, 0, 0


def make_offline(site: Path) -> dict[str, bytes]:
    """The website in `site` changed to work from disk: files by path.

    Raises InputError if `site` holds no website, or a file whose name leads elsewhere on another system.
    """
    if not (site / "index.html").is_file():
        raise at_fault("holds no website", str(site), hint="build it first: `python -m generator build --site`")
    found = files_below(site.parent, site.name)
    for one in found.files:
        if "\\" in one.name:  # where it would lead outside of the folder in which Windows unpacks the copy
            raise at_fault("has a backslash in its name, which Windows takes for a folder", one.path, hint="rename it")
    files = {file.name: read(site.parent, file.path, GENERATED_LIMIT) or b"" for file in found.files}
    pages = frozenset(path for path in files if path.endswith("/index.html") or path == "index.html")
    names = portable_names(path for path in files if path not in _LEAVE)
    for path in [path for path in files if path.endswith(".html")]:
        text = files[path].decode("utf-8", "surrogateescape")  # a page that people put into docs/ may be anything
        files[path] = offline_page(path, text, pages, names).encode("utf-8", "surrogateescape")
    return {names.get(path, path): content for path, content in files.items() if path not in _LEAVE}


def renamed_in_copy(site: Path) -> tuple[Problem, ...]:
    """A warning for each file of the website in `site` that has another name in the copy."""
    found = (file.name for file in files_below(site.parent, site.name).files)
    return told(portable_names(path for path in found if path not in _LEAVE))


def offline_page(path: str, text: str, pages: frozenset[str], names: Mapping[str, str] = NO_NAMES) -> str:
    """One page, its links to directories leading to their pages, and all addresses to files as they are called in the
    copy: `names` has the new paths.
    """

    def renamed(attribute: re.Match[str]) -> str:
        value = attribute["value"]
        new = value if attribute["name"].lower() not in _LOADING else called(path, value, names)
        return f"{attribute['name']}={attribute['quote']}{new}{attribute['quote']}"

    def rewritten(attribute: re.Match[str]) -> str:
        if attribute["name"].lower() not in _ADDRESSES:
            return attribute[0]
        return f"{attribute['name']}={attribute['quote']}{flat(path, attribute['value'], pages)}{attribute['quote']}"

    shown = _TAG.sub(lambda tag: _ATTRIBUTE.sub(rewritten, tag[0]), _TO_COPY.sub("", _APP.sub("", text)))
    return _ANY_TAG.sub(lambda tag: _ATTRIBUTE.sub(renamed, tag[0]), shown) if names or _ACCENT.search(shown) else shown


def called(path: str, address: str, names: Mapping[str, str]) -> str:
    """`address`, as it stands in the page at `path`, between files as they are called in the copy.

    `path` is of before. Accents in the paths of files are composed there, however they are in the address.
    """
    try:
        parts = urlsplit(html.unescape(address))
    except ValueError:
        return address
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return address
    written = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    target = unicodedata.normalize("NFC", written)
    if target == written and target not in names and path not in names:
        return address
    folder = posixpath.dirname(names.get(path, path)) or "."
    way = posixpath.relpath(names.get(target, target), folder)
    return html.escape(parts._replace(path=quote(way, errors="surrogateescape")).geturl())


def flat(path: str, address: str, pages: frozenset[str]) -> str:
    """`address`, as it stands in the page at `path`, with `index.html` added if it leads to a directory of the site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return address
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
    directory = "index.html" if target == "." else f"{target}/index.html"
    if directory not in pages:
        return address
    return f"{parts.path.rstrip('/')}/index.html{address[len(parts.path) :]}"


def zipped(files: dict[str, bytes], name: str) -> bytes:
    """All files below one folder `name`, as a zip archive; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{name}/{path}", _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()
