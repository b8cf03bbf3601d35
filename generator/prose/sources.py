"""`bib/pages/**/*.md`: pages that authors write. Each becomes the page of the same path below `docs/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from generator.errors import InputError, Place, Problem
from generator.file_names import is_reserved
from generator.project.box import files_below, folder_problems, leads_out_of, read_text
from generator.project.paths import PAGES
from generator.prose import front_matter
from generator.prose.library import Library
from generator.prose.render import Cited, cite
from generator.text import escape
from generator.text.headings import heading_text

FOLDER = PAGES
_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]++\S.*", re.MULTILINE)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of prose as its author wrote it.

    Attributes:
        source: its file, relative to the project.
        page: the page that it stands on, as a path below `docs/`.
        title: the page's title, as data.
        text: its Markdown, without front matter.
        line: the line of the file that `text` starts on.
        front: the front matter as written, without its `---` lines; "" if there is none.
        meta: what the front matter says.
    """

    source: str
    page: str
    title: str
    text: str
    line: int = 1
    front: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)


def read_pages(project: Path) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """The authors' pages in the order of their paths, and what is wrong with the files. Never raises for a bad file."""
    pages: list[Written] = []
    problems: list[Problem] = []
    found = files_below(project, FOLDER)
    problems += folder_problems(found, FOLDER, ".md")
    for name, path in sorted((one.name, one.path) for one in found.files):
        source, fault = f"{FOLDER}/{name}", _bad_path(name)
        if not fault and leads_out_of(project, FOLDER, path):
            fault = "leads out of bib/pages", "put the file itself there instead of a link to it"
        if fault:
            problems.append(Problem(fault[0], Place(escape.visible(source)), fault[1], "error"))
            continue
        if not name.lower().endswith(".md"):
            problems.append(
                Problem(
                    "is not Markdown and is not carried over to the site",
                    Place(source),
                    "put pictures and files into docs/",
                )
            )
            continue
        page = _read(project, path, name, problems)
        if page is not None:
            pages.append(page)
    return tuple(pages), tuple(problems)


def clashes(pages: Iterable[Written], taken: Iterable[str]) -> tuple[Problem, ...]:
    """An error for each page with the address of a generated page (`taken`: paths below `docs/`) or an earlier one."""
    addresses = {address(page): f"the generated page {page}" for page in taken}
    problems = []
    for page in pages:
        other = addresses.get(address(page.page))
        if other is None:
            addresses[address(page.page)] = page.source
            continue
        message = "stands there twice, its name encoded in two ways" if other == page.source else ""
        message = message or f"would have the same address as {other}"
        problems.append(Problem(message, Place(page.source), "rename it", "error"))
    return tuple(problems)


def address(page: str) -> str:
    """What two pages must not share: `a/index.md`, `a/README.md` and `a.md` are one folder of the site, in any case."""
    return re.sub(r"(?:^|/)(?:index|readme)$", "", re.sub(r"\.md$", "", page.casefold()))


def page_text(written: Written, library: Library, mark: str) -> Cited:
    """The file of an author's page: its front matter with `mark` as `generated`, its text with citations linked."""
    cited = cite(written.text, written.page, library, source=written.source, first_line=written.line)
    own = "" if "generated" in written.meta else f"generated: {escape.yaml(mark)}\n"
    front = f"---\n{own}{written.front}---\n"
    return Cited(f"{front}\n{cited.text.lstrip(chr(10))}", cited.keys, cited.problems)


def _bad_path(name: str) -> tuple[str, str] | None:
    for part in PurePosixPath(name).parts:
        if (
            part in ("..", ".")
            or _FORBIDDEN.search(part)
            or part != part.strip()
            or part.endswith(".")
            or not part.isprintable()
        ):
            return "cannot be the address of a page", "use letters, digits, hyphens and underscores"
        if is_reserved(part) and part.casefold() != "index":
            return "has a name that Windows cannot store", "rename it"
    return None


def _read(project: Path, path: str, name: str, problems: list[Problem]) -> Written | None:
    source = f"{FOLDER}/{name}"
    try:
        text = read_text(project, path) or ""
    except InputError as error:
        problems += error.problems
        return None
    front, line = "", 1
    meta: dict[str, Any] = {}
    match = _FRONT.match(text)
    if match:
        try:
            meta = front_matter.read(match[1], source)
        except InputError as error:
            problems += error.problems
            return None
        front, line = match[1], text.count("\n", 0, match.end()) + 1
        text = text[match.end() :]
    return Written(source, name, _title(text, meta, name), text.rstrip() + "\n", line, front, meta)


def _title(text: str, meta: Mapping[str, Any], name: str) -> str:
    """The title as MkDocs finds it: the front matter's, the first heading's, else the file's name."""
    title, heading = meta.get("title"), _HEADING.search(text)
    if isinstance(title, (str, int, float)) and str(title).strip():
        return escape.visible(str(title))
    if heading:
        return escape.visible(re.sub(r"[*_`]", "", heading_text(heading[0])))
    stem = PurePosixPath(name).stem
    return (PurePosixPath(name).parent.name if stem.casefold() in ("index", "readme") else stem).replace(
        "-", " "
    ).replace("_", " ").capitalize() or "Home"
