"""Citations as links: the author's Markdown with each citation replaced, and a reference list after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.addresses import href
from generator.errors import Place, Problem
from generator.prose.citations import Citation, Item, read_markup
from generator.prose.library import Library
from generator.text import escape, math
from generator.text.compare import fold, suggestion

SUGGESTED = 20  # unknown keys for which the nearest are suggested; with more, the file belongs to another survey
_UNREAD = "a citation stands in raw HTML, where Markdown is not read"
_READ = 'add markdown="1" to the element, or write \\@ for an at-sign that is not a citation'
_PUNCTUATION = re.compile(r"[,.:)!?]")
_LOCATOR = re.compile(
    r"(?:\d|(?:pp?|chaps?|secs?|figs?|eqs?|tabs?|vols?|nos?|apps?|alg|ll?|nn?|paras?|parts?|§§?)[.\s§]|§|¶)"
)
_BRACED = re.compile(r"(,?\s*)\{([^{}]*)\}")
_LONGEST_KEY = 200  # characters up to which similar keys are looked up


@dataclass(frozen=True, slots=True)
class Cited:
    """A text with its citations rendered.

    Attributes:
        text: the Markdown.
        keys: the works cited, in order of their first citation.
        problems: unknown keys and the like, each with its line.
    """

    text: str
    keys: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def cite(
    text: str, page: str, library: Library, *, source: str = "", first_line: int = 1, references: bool = True
) -> Cited:
    """`text` with its citations linked to the works' pages, as it stands on `page` (a path below `docs/`).

    Each link carries `class="cite"`, `data-cite` with the key, an id `cite-N` (N counts the citations of the text) and
    the work's title. The reference list comes where a line says `[bibliography]`, else at the end if `references`.
    `source` and `first_line` say where the text stands, for messages. An unknown key is an error and stays as written;
    so does what stands in raw HTML, with a warning.
    """
    markup = read_markup(text, first_line)
    unread = tuple(Problem(_UNREAD, Place(source, line) if source else None, _READ) for line in markup.unread)
    if not (markup.citations or markup.escapes or markup.bibliographies):
        return Cited(text, problems=unread)
    writer = _Writer(page, library, source)
    edits = [(citation.start, citation.end, writer.citation(citation)) for citation in markup.citations]
    edits += [
        (start, start + 2, "&#64;")
        for start in markup.escapes
        if not any(c.start <= start < c.end for c in markup.citations)
    ]
    for nth, (start, end) in enumerate(markup.bibliographies):
        gap = "" if text[:start].endswith("\n\n") else "\n"
        edits.append((start, end, gap + writer.references(_under_heading(text[:start])) if nth == 0 else ""))
    parts, position = [], 0
    for start, end, new in sorted(edits):
        parts += [text[position:start], new]
        position = end
    parts.append(text[position:])
    if references and not markup.bibliographies and writer.numbers:
        parts = ["".join(parts).rstrip("\n"), "\n\n", writer.references(False), "\n"]
    return Cited("".join(parts), tuple(writer.numbers), (*writer.problems, *unread))


class _Writer:
    """Writes the citations of one text, in order, and remembers which works have been cited."""

    def __init__(self, page: str, library: Library, source: str) -> None:
        self.page, self.library, self.source = page, library, source
        self.numbers: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.unknown: dict[str, str] = {}
        self.links = 0

    def citation(self, citation: Citation) -> str:
        """The Markdown of one citation."""
        opening, closing = ("&#91;", "&#93;") if self.library.numbered else ("(", ")")  # `\[` would start mathematics
        if not citation.narrative:
            return f"{opening}{self._items(citation.items)}{closing}"
        first, *others = citation.items
        key = self._known(first)
        if key is None:
            inside = suffixed(first.suffix).strip() + _further(self._items(tuple(others)))
            return self._as_written(first) + (f" {opening}{inside}{closing}" if inside else "")
        at = self.links
        author, year = (
            self.library.author(key),
            str(self.numbers[key]) if self.library.numbered else self.library.year(key),
        )
        if not first.suffix and not first.year_only:
            return self._link(key, at, f"{author} [{year}]" if self.library.numbered else f"{author} ({year})")
        inside = suffixed(
            first.suffix if not first.suffix or _PUNCTUATION.match(first.suffix) else f", {first.suffix}"
        ) + _further(self._items(tuple(others)))
        if first.year_only:
            return f"{opening}{self._link(key, at, year)}{inside}{closing}"
        return f"{self._link(key, at, author)} {opening}{escape.markdown(year)}{inside}{closing}"

    def _items(self, items: tuple[Item, ...]) -> str:
        plain = all(not item.prefix and not item.suffix for item in items)
        parts: list[str] = []
        for item in items:
            if parts:
                separator = ", " if plain and self.library.numbered else "; "
                parts.append(" " if item.joined else separator)
            key = self._known(item)
            if key is None:
                shown = self._as_written(item)
            elif self.library.numbered:
                shown = self._link(key, self.links, str(self.numbers[key]))
            else:
                shown = self._link(
                    key, self.links, self.library.year(key) if item.year_only else self.library.labels[key]
                )
            parts.append((f"{_own(item.prefix)} " if item.prefix else "") + shown + suffixed(item.suffix))
        return "".join(parts)

    def _known(self, item: Item) -> str | None:
        """The key of a work, now counted as cited; None, and a problem, if there is no such work."""
        self.links += 1
        key = self.library.resolve(item.key)
        if key is not None:
            self.numbers.setdefault(key, len(self.numbers) + 1)
            return key
        if item.key not in self.unknown:
            close = (
                self.library.like(item.key) if len(self.unknown) < SUGGESTED and len(item.key) < _LONGEST_KEY else []
            )
            meant = suggestion(close, "the keys are in bib/survey.bib.", "@{}".format)
            self.unknown[item.key] = f"{meant} Write \\@ for an at-sign that is not a citation"
        place = Place(self.source, item.line) if self.source else None
        shown = escape.visible(item.key)
        self.problems.append(Problem(f"no work has the key `{shown[:80]}`", place, self.unknown[item.key], "error"))
        return None

    def _as_written(self, item: Item) -> str:
        return escape.markdown(f"{'-' if item.year_only else ''}@{item.key}")

    def _link(self, key: str, nth: int, label: str) -> str:
        title = math.plain(self.library.titles[key])
        values = {"data-cite": key, "href": self._address(key), "title": title}
        attributes = " ".join(f'{name}="{escape.inert_html(value)}"' for name, value in values.items())
        return f'<a class="cite" id="cite-{nth}" {attributes}>{escape.inert_html(label)}</a>'

    def _address(self, key: str) -> str:
        return href(self.page, self.library.pages[key], self.library.flat, self.library.from_source)

    def references(self, has_heading: bool) -> str:
        """The reference list of the cited works: by number, or by author and year."""
        if not self.numbers:
            return ""
        numbered = self.library.numbered
        keys = (
            list(self.numbers)
            if numbered
            else sorted(self.numbers, key=lambda key: (fold(self.library.labels[key]), key))
        )
        lines = [] if has_heading else ['## References { id="references" }', ""]
        lines += ['<div class="references">', "<ul>"]  # a block of HTML, which Markdown leaves alone
        for key in keys:
            label = f"[{self.numbers[key]}]" if numbered else self.library.labels[key]
            link = f'<a href="{escape.html(self._address(key))}">{escape.html(label)}</a>'
            anchor = f'<span class="reference-label" id="{escape.html(f"ref-{key}")}">{link}</span>'
            lines.append(f"<li>{anchor} {self.library.reference(key)}</li>")
        return "\n".join([*lines, "</ul>", "</div>"])


def suffixed(suffix: str) -> str:
    """A citation's suffix behind a label: ` and passim`, `, p. 3`. A locator gets a comma and loses pandoc's braces."""
    if not suffix:
        return ""
    suffix = _own(suffix)
    suffix = _BRACED.sub(r"\1\2", suffix, count=1) if _BRACED.match(suffix) else suffix
    if _PUNCTUATION.match(suffix):
        return suffix
    return f", {suffix}" if _LOCATOR.match(suffix) else f" {suffix}"


def _own(text: str) -> str:
    """The author's Markdown in a citation, without the backslash that only this program understands."""
    return text.replace("\\@", "&#64;")


def _further(items: str) -> str:
    return f"; {items}" if items else ""


def _under_heading(before: str) -> bool:
    """Whether the last line with text is a heading."""
    lines = before.rstrip().splitlines()
    return bool(lines) and bool(re.match(r"#{1,6}|(?:=+|-+)[ \t]*$", lines[-1]))
