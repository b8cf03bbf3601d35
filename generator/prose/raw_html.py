"""Raw HTML blocks: the parts of a text that Python-Markdown passes on unchanged, so that no Markdown may be put
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

_MAY_OPEN = re.compile(r"^ {0,3}<", re.MULTILINE)
_OPEN, _CLOSE = "\ue002", "\ue003"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


def in_raw_html(text: str, offsets: Sequence[int]) -> frozenset[int]:
    """Those of `offsets` (ascending) that stand in raw HTML of `text`, outside elements with a `markdown` attribute.

    Python-Markdown itself decides, so that its rule (which tags are blocks, where one ends, what `markdown="1"` opens)
    is not written twice: its first stage takes raw HTML out of the text, with a mark at each offset. The extensions are
    those that both engines load and that change this stage.
    """
    if not offsets or not _MAY_OPEN.search(text):
        return frozenset()
    from markdown import Markdown

    parts, position = [], 0
    for offset in offsets:
        parts += [text[position:offset], f"{_OPEN}{offset}{_CLOSE}"]
        position = offset
    reader = Markdown(extensions=["fenced_code", "md_in_html"])
    lines = _without_loose_marks("".join([*parts, text[position:]])).split("\n")
    for stage in reader.preprocessors:
        lines = stage.run(lines)
    found = {
        int(mark) for piece in reader.htmlStash.rawHtmlBlocks for raw in _raw(piece) for mark in _MARK.findall(raw)
    }
    return frozenset(found.intersection(offsets))


def _without_loose_marks(text: str) -> str:
    """`text` without the `<` after its last `>`: none opens a tag, and Markdown would look for the end of each."""
    end = text.rfind(">") + 1
    return text[:end] + text[end:].replace("<", " ")


def _raw(piece: str | Element) -> Iterator[str]:
    """The raw text that was taken out: a string, or an element with a `markdown` attribute and raw elements inside."""
    if isinstance(piece, str):
        yield piece
        return
    raw = piece.get("markdown") not in ("block", "span")
    if raw and piece.text:
        yield piece.text
    for child in piece:
        yield from _raw(child)
        if raw and child.tail:
            yield child.tail
