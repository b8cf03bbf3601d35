"""The page that Markdown makes of contributors' prose, examined: it may contain only allowed HTML.

The text is rendered as the site's engine renders it, and read twice: as Python's parser sees it, and as a browser does
(nh3, which also takes out what is not allowed). Where the two see the same tags and words, nothing was taken out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache
from html.parser import HTMLParser

import nh3

from generator.errors import Place, Problem
from generator.prose.allowed import ATTRIBUTES, ELEMENTS, EVERYWHERE, MADE, MADE_ATTRIBUTES, SCHEMES, VOID, allowed

# What both engines load themselves, what a new project's mkdocs.yml adds, and footnotes and definitions.
EXTENSIONS = (
    "toc", "tables", "fenced_code", "admonition", "attr_list", "md_in_html", "footnotes", "def_list", "abbr",
    "pymdownx.arithmatex",
)  # fmt: skip
# Of these, what a new project's mkdocs.yml leaves to its author: without it, a text may be another page.
_MAY_LACK = frozenset({"footnotes", "def_list", "abbr"})
_MARKED = re.compile(r"\[\^|^[ ]{0,3}(?:\*\[|:[ ])", re.MULTILINE)
_HINT = "write it as Markdown, or set `prose: {html: trusted}` in bib/survey.yml if nobody else writes here"
_END = "EndOfThisText"
# Without any of these, Markdown makes no attribute that a person wrote.
_SOMETHING = re.compile(r"[<{&\\]|\]\(|\]:|__|///")
_ATTRIBUTES = {
    element: set(EVERYWHERE | ATTRIBUTES.get(element, frozenset()) | MADE_ATTRIBUTES.get(element, frozenset()))
    for element in ELEMENTS | MADE
}


def has_markup(text: str) -> bool:
    """Whether anything in a person's text could become an attribute, an element or an address."""
    return _SOMETHING.search(text) is not None


def faults(
    text: str, source: str, first_line: int = 1, extensions: Collection[str] = EXTENSIONS
) -> tuple[Problem, ...]:
    """An error for each thing that is not allowed in the page made of `text`, with its line as far as it is known."""
    if not has_markup(text):
        return ()
    ways = [tuple(extensions)]
    if _MARKED.search(text):
        ways.append(tuple(name for name in extensions if name not in _MAY_LACK))
    found = dict.fromkeys(fault for way in ways for fault in _faults(_made(text, way)))
    return tuple(
        Problem(message, Place(source, _line_of(text, sign) + first_line), _HINT, "error") for message, sign in found
    )


def _made(text: str, extensions: tuple[str, ...]) -> _Page:
    page = _Page()
    page.feed(_rendered(f"{text}\n\n{_END}\n", extensions))
    page.close()
    return page


def _faults(page: _Page) -> Iterator[tuple[str, str]]:
    """(what is wrong, what to look for in the text)."""
    for kind, content in page.other:
        yield f"the page made of this text would hold {kind}", content[:20]
    if not page.ends:
        yield "an element or comment of HTML is opened and never closed", "<"
    left = _Page()
    left.feed(
        nh3.clean(
            page.html,
            tags=set(ELEMENTS | MADE),
            attributes=_ATTRIBUTES,
            attribute_filter=lambda element, name, value: value if allowed(element, name, value) else None,
            url_schemes=set(SCHEMES),
            link_rel=None,
        )
    )
    left.close()
    missing = Counter(page.tags) - Counter(left.tags)
    for element, attributes in missing:
        lost = [(name, value) for name, value in attributes if not allowed(element, name, value)]
        for name, value in lost:
            yield f"the page made of this text would hold <{element} {name}=…> with `{value[:60]}`", name
        if not lost:
            yield f"the page made of this text would hold <{element}>", f"<{element}"
    if not missing and page.words != left.words:
        yield "HTML in this text is read by browsers in another way than it is written", "<"


def _line_of(text: str, sign: str) -> int:
    found = text.casefold().find(sign.casefold()) if sign else -1
    return text.count("\n", 0, found) if found >= 0 else 0


class _Page(HTMLParser):
    """The tags and words of a page, and whether its last paragraph stands by itself.

    Attributes:
        tags: every opening tag with its attributes, as (name, value), by name.
        other: comments, declarations and instructions, as (what it is, its content).
        ends: whether the paragraph that was put at the end is a paragraph of its own.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.html = ""
        self.tags: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self.pieces: list[str] = []
        self.other: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.ends = False

    def feed(self, data: str) -> None:
        self.html += data
        super().feed(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(sorted({name: value or "" for name, value in reversed(attrs)}.items()))))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # browsers ignore the slash: the element stays open

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
        if data.strip() == _END:
            self.ends = self.open == ["p"]

    def handle_comment(self, data: str) -> None:
        self.other.append(("a comment", data))

    def handle_decl(self, decl: str) -> None:
        self.other.append(("a declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.other.append(("a declaration", data))

    def handle_pi(self, data: str) -> None:
        self.other.append(("an instruction", data))

    @property
    def words(self) -> str:
        """All text, without its spaces."""
        return "".join("".join(self.pieces).split())


def _rendered(text: str, extensions: tuple[str, ...]) -> str:
    reader = _reader(extensions)
    reader.reset()
    return str(reader.convert(text))


@lru_cache(maxsize=8)
def _reader(extensions: tuple[str, ...]):  # type: ignore[no-untyped-def]  # Markdown is loaded only where it is needed
    from markdown import Markdown

    return Markdown(
        extensions=list(extensions),
        extension_configs={"pymdownx.arithmatex": {"generic": True}, "toc": {"permalink": True}},
    )
