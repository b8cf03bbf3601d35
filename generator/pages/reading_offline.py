"""The website as an app that can be read without a network: its manifest, its worker, and its page.

The worker keeps pages under a version made from the content of all that the website is built from, so that it never
mixes those of two builds. Its script and that of the page are in `scripts/offline/`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import shorten

from generator.addresses import href
from generator.language import later, spoken
from generator.pages.making import digest_of, size_of
from generator.pages.page import UNSEARCHED, Page
from generator.pages.site import Site
from generator.project.box import files_below, read
from generator.project.journal import digest
from generator.project.paths import DOCS, GENERATED_LIMIT, MKDOCS
from generator.text import escape
from generator.writer import MARK, Content, generated_before

PATH = "offline.md"
FRONT = {
    "title": later("Read offline"),
    "description": later("Keep this survey on your device, and read it without a network"),
    "hide": ["toc"],
    "search": UNSEARCHED,
}
WORKER, MANIFEST, LIST = "sw.js", "manifest.webmanifest", "assets/offline/files.json"
_INK, _GROUND = "#1d3557", "#ffffff"  # colours of the header and of the page, as in the style sheet
_ICONS = ((192, "192", "any"), (512, "512", "any"), (512, "512-maskable", "maskable"))
_SHORT = 15  # characters under an app's icon
_VERSION = 16  # digits
# What is below docs/assets/ but not for reading: preview pictures for other websites, and the list itself.
_UNREAD = ("assets/social-card.png", LIST)


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page and of the manifest."""
    page = Page(site, PATH)
    yield PATH, page.render("offline.md.j2", FRONT)
    yield MANIFEST, manifest(site)


def manifest(site: Site) -> str:
    """The web app manifest; its addresses are relative, so that it is right wherever the website stands."""
    settings = site.survey.settings
    title = escape.visible(settings.title)
    values = {
        "name": title,
        "short_name": shorten(title, _SHORT, placeholder="") or title[:_SHORT],
        "description": escape.visible(settings.description or settings.subtitle or settings.title),
        "lang": spoken(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": _INK,
        "background_color": _GROUND,
        "icons": [
            {"src": f"assets/icons/{name}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for size, name, purpose in _ICONS
        ],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def versioned(site: Site, project: Path, files: Mapping[str, Content]) -> Iterator[tuple[str, str]]:
    """(path, text) of the worker and of the list of files to keep.

    `files` are all others that the build writes, by path relative to the project. What people wrote below docs/ is read
    too.
    """
    contents = {path: digest_of(content) for path, content in files.items()}
    sizes = {path: size_of(content) for path, content in files.items() if _is_read(path)}
    before = generated_before(project)
    others = [found.path for found in files_below(project, DOCS).files if found.path not in before]
    for path in (*others, MKDOCS):
        if path not in files:
            content = read(project, path, GENERATED_LIMIT) or b""
            contents[path] = digest(content)
            if path.endswith(".md"):
                sizes[path] = len(content)
    lines = "".join(f"{path} {contents[path]}\n" for path in sorted(contents))
    version = hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:_VERSION]
    below = sorted((path.removeprefix(f"{DOCS}/"), size) for path, size in sizes.items())
    listed = [[_address(path, site.places.flat), size] for path, size in below]
    yield LIST, json.dumps({"about": MARK, "version": version, "files": listed}, separators=(",", ":")) + "\n"
    yield WORKER, worker(version, _address(PATH, site.places.flat))


def worker(version: str, fallback: str) -> str:
    """The script that browsers compare at every visit: another version is another worker."""
    lines = [
        f"/* {MARK} */",
        f"self.surveyVersion = {escape.script(version)};",
        f"self.surveyFallback = {escape.script(fallback)};",
        'importScripts("assets/offline/worker.js");',
    ]
    return "\n".join(lines) + "\n"


def _address(path: str, flat: bool) -> str:
    """The address of a page or file below docs/, relative to the website's root."""
    return href("index.md", path, flat).removeprefix("./")


def _is_read(path: str) -> bool:
    below = path.removeprefix(f"{DOCS}/")
    return path != below and (below.endswith(".md") or (below.startswith("assets/") and below not in _UNREAD))
