"""Reader of plain lists of titles, one a line, as people keep them in text files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Place, Problem
from generator.identifiers import identifiers_in
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.finishing import finished
from generator.sources.plain_lines import plain_lines
from generator.sources.table import unknown_columns

NAME = "list of titles"
_WORDS, _CHARACTERS = (2, 45), (8, 320)  # of one title, at least and at most
_ALIKE = 0.9  # of the lines must look like titles
_SENTENCE = re.compile(r"[.!?][\"”’)\]]*\s+(?=[A-ZÀ-Þ])")
# A line that continues in lower case is a wrapped line of a text.
_START = re.compile(r"[A-ZÀ-ÖØ-Þ0-9\"“'‘«(\[{$¿¡]|[^\x00-\u024f]")
_OPEN_END = re.compile(r"(?:[,;(\-–]|\b(?:and|or|of|the|a|an|in|on|for|with|to|by|und|der|die|das|et|de|la|le|y|el))$")
_PLAIN = re.compile(r"[^\t|{}<>=\\]+")  # signs of a format, or of a table
_LABEL = re.compile(r"[A-Z][A-Za-z ]{1,20}:\s|[A-Z][A-Z0-9]{1,3} ?- ")  # `Title: …`; `TI - …` of a tagged format
# A reference in plain text: a year beside volume and pages, or authors with initials.
_REFERENCE = re.compile(
    r"""
    \b(?:19|20)\d\d\b.*\d+\s*[:(,]\s*\d+    # `2019;8(2)`
    |\bet\ al\b                             # more authors than are named
    |(?:[A-Z]\.\s*){1,3},\s                 # `A. B., `
    |\b[A-Z][a-z]+,?\ [A-Z]{1,2}[,.]        # `Roe, A.`
    |\[[JMDCN](?:/OL)?\]                    # the Chinese standard: `题名[J]`
    """,
    re.DOTALL | re.VERBOSE,
)
_ADDRESS = re.compile(r"\(?(?:https?://|doi:\s?|arxiv:\s?|pmid:\s?|10\.\d{4,9}/)\S+\)?", re.IGNORECASE)
_YEAR = re.compile(r"\s*[(\[,]\s*((?:19|20)\d\d)\s*[)\]]?$")


def recognises(content: Content) -> bool:
    """Whether nearly every line looks like a title, and none like a sentence in a text."""
    if content.encoding in ("", "windows-1252") or content.is_binary:
        return False
    texts = [text for _, text in plain_lines(content)]
    if len(texts) <= 1 or _labelled(texts) or unknown_columns(content):
        return False
    titles = sum(_is_title(text) for text in texts)
    return titles >= len(texts) * _ALIKE


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a line. A reference in plain text gives its identifier or is left out, because its fields are
    uncertain.
    """
    first = next((number for number, _ in plain_lines(content)), 1)
    message = "is read as a list of titles, one a line"
    hint = "is it something else? Export it as BibTeX, RIS or CSV"
    yield Problem(message, Place(f"bib/{content.source}", first), hint, "note")
    for number, text in plain_lines(content):
        origin = Origin(content.source, number)
        identifiers = identifiers_in(text)
        title = _ADDRESS.sub(" ", text).strip(" ,;–-") if identifiers else text
        if len(title) > _CHARACTERS[1]:
            yield LeftOut(origin, "a line that is too long for a title", text[:200])
            continue
        if _REFERENCE.search(title):
            yield _of_reference(origin, text)
            continue
        draft = Draft()
        year = _YEAR.search(title)
        draft.add("year", year[1] if year else "")
        draft.add("title", title[: year.start()] if year else title)
        draft.identifiers.extend(identifiers)
        yield finished(draft, origin, "a line")


def _of_reference(origin: Origin, text: str) -> Record | LeftOut:
    draft = Draft()
    draft.identifiers.extend(identifiers_in(text)[:1])
    draft.add_other("reference", text)
    record = finished(draft, origin, "a line")
    if isinstance(record, LeftOut):
        return LeftOut(
            origin, "a reference in plain text, without an identifier; export it as BibTeX or RIS", text[:200]
        )
    return record


def _is_title(text: str) -> bool:
    """Whether a line may be a title: of a title's length, starting with a capital, neither sentence nor line of a
    format.
    """
    if len(text) > _CHARACTERS[1]:
        return False
    words = len(text.split()) if text.isascii() or " " in text else len(text)
    in_length = _WORDS[0] <= words <= max(_WORDS[1], len(text) // 4)
    long_enough = len(text) >= _CHARACTERS[0] or not text.isascii()
    if not (in_length and long_enough and _START.match(text) and _PLAIN.fullmatch(text)):
        return False
    return _OPEN_END.search(text) is None and len(_SENTENCE.findall(text)) <= 1


def _labelled(texts: list[str]) -> bool:
    """Whether the same label precedes several lines (`Title: …`), as in a database's own text."""
    labels = [found[0] for found in map(_LABEL.match, texts) if found]
    return len(labels) > len(texts) // 4 and len(set(labels)) * 2 <= len(labels)
