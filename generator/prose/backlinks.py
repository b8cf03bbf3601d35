"""Backlinks: for each work, every sentence of the site's prose that cites it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from generator.prose.citations import Item, read_markup
from generator.prose.library import Library
from generator.prose.render import suffixed
from generator.prose.sources import Written
from generator.text.sentences import sentences

LONGEST = 240  # characters of a sentence that are shown
_MARK = re.compile("\ue000(\\d+)\ue001")
_BLOCKS = {
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "dt",
    "dd",
    "div",
    "blockquote",
    "pre",
    "table",
    "tr",
    "ul",
    "ol",
    "br",
    "hr",
    "summary",
}
_SILENT = {"script", "style"}


@dataclass(frozen=True, slots=True)
class Backlink:
    """One sentence that cites a work.

    Attributes:
        page: the page, as a path below `docs/`.
        title: the page's title, as data.
        sentence: plain text (data, not Markdown) of at most about 240 characters around the citation.
        anchor: id of the citation on the page.
    """

    page: str
    title: str
    sentence: str
    anchor: str


Sentences = Sequence[tuple[str, int, str]]  # key of a cited work, number of the citation as `cite` counts, sentence


def backlinks(
    prose: Iterable[Written], library: Library, known: Mapping[str, Sentences] | None = None
) -> dict[str, tuple[Backlink, ...]]:
    """The backlinks of each cited work, by key, in the order of `prose` and of the text; one for each sentence.

    `known`: what `cited_sentences` gave for some of the texts, if it did already.
    """
    found: dict[str, dict[tuple[str, str], Backlink]] = {}
    for written in prose:
        given = (known or {}).get(written.text)
        for key, nth, sentence in cited_sentences(written.text, library) if given is None else given:
            link = Backlink(written.page, written.title, sentence, f"cite-{nth}")
            found.setdefault(key, {}).setdefault((written.page, sentence), link)
    return {key: tuple(found[key].values()) for key in sorted(found)}


def cited_sentences(text: str, library: Library) -> Iterator[tuple[str, int, str]]:
    """What `Sentences` hold, of a text, in its order."""
    citations = read_markup(text).citations
    if not citations:
        return
    items: list[Item] = []
    parts: list[str] = []
    position = 0
    for citation in citations:
        shown = []
        for item in citation.items:
            items.append(item)
            key = library.resolve(item.key)
            narrative = citation.narrative and item is citation.items[0] and not item.year_only
            label = item.key
            if key is not None:
                label = f"{library.author(key)} ({library.year(key)})" if narrative else library.labels[key]
            before = f"{item.prefix} " if item.prefix else ""
            shown.append(
                f"{_unmarked(before)}{_plain(label)}\ue000{len(items)}\ue001{_unmarked(suffixed(item.suffix))}"
            )
        inside = "; ".join(shown)
        parts += [
            _unmarked(text[position : citation.start]),
            inside if citation.narrative and len(shown) == 1 else f"({inside})",
        ]
        position = citation.end
    parts.append(_unmarked(text[position:]))
    for block in _text_blocks("".join(parts)):
        for sentence in sentences(block):
            pieces = _MARK.split(sentence)  # text, number, text, number, …, text
            said, around = "".join(pieces[::2]), 0
            for before, number in zip(pieces[::2], pieces[1::2], strict=False):
                nth, around = int(number), around + len(before)
                key = library.resolve(items[nth - 1].key) if 0 < nth <= len(items) else None
                if key is not None:
                    yield key, nth, _shortened(said, around)


def _text_blocks(markdown: str) -> list[str]:
    """The text of each paragraph, list item, heading and table cell, without its markup."""
    from markdown import Markdown

    reader = _Text()
    reader.feed(
        Markdown(extensions=["admonition", "attr_list", "fenced_code", "footnotes", "md_in_html", "tables"]).convert(
            markdown
        )
    )
    reader.close()
    reader.end_block()
    return reader.blocks


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.current: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BLOCKS:
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT and self.silent > 0
        if tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.current.append(data)

    def end_block(self) -> None:
        text = " ".join("".join(self.current).split())
        if text:
            self.blocks.append(text)
        self.current = []


def _plain(label: str) -> str:
    """A label inside Markdown: letters, digits and harmless marks stay, everything else becomes an entity."""
    return re.sub(r"[^\w\s.,;()-]|_", lambda mark: f"&#{ord(mark[0])};", _unmarked(label))


def _unmarked(text: str) -> str:
    return text.replace("\ue000", "").replace("\ue001", "").replace("\\@", "@")


def _shortened(sentence: str, around: int) -> str:
    """At most LONGEST characters of `sentence`, cut between words, with the place `around` inside."""
    if len(sentence) <= LONGEST:
        return sentence
    end = min(len(sentence), max(around + LONGEST // 3, LONGEST))
    start = max(0, end - LONGEST)
    piece = sentence[start:end]
    if start:
        piece = "… " + (piece.partition(" ")[2] or piece)
    if end < len(sentence):
        piece = (piece.rpartition(" ")[0] or piece).rstrip(",;: ") + " …"
    return piece
