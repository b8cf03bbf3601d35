"""Reader of a paper-search page saved as text: page furniture, then title, blank line, abstract, blank line, …

Titles, abstracts and furniture are told apart by their shape (length, sentence ends, what stands next to them),
never by their words: the sequence of kinds that costs least is taken for the whole page at once (Viterbi's
algorithm), so that a missing abstract or a footer between two records does not turn the rest upside down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Place, Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content

NAME = "paper-search page dump"
_SENTENCE = re.compile(r"[.!?][\"”’)\]]*(?:\s|$)")
_END = re.compile(r"[.!?:|][\"”’)\]]*$")
_FURNITURE, _TITLE, _ABSTRACT = range(3)
# The cost of moving from one kind of paragraph to another; a title is always followed by its abstract.
_STEP = {
    (_FURNITURE, _FURNITURE): 0.0, (_FURNITURE, _TITLE): 0.0, (_TITLE, _ABSTRACT): 0.0,
    (_ABSTRACT, _TITLE): 0.0, (_ABSTRACT, _FURNITURE): 2.0, (_ABSTRACT, _ABSTRACT): 5.0,
}  # fmt: skip
_UNEXPLAINED = (
    0.3  # at most this share of a page's paragraphs (after the first title) may be no title-and-abstract pair
)
_WHOLE, _PART = 80, 0.6  # characters, and the share of the first paragraph, from which a second may also be an abstract
_TITLE_WORDS = 3
_TITLE_LINES = 30  # words of a title that has several lines
_FIELD = re.compile(r"\s*+[\w-]++\s*+=\s*+[{\"]\S")  # a field of an entry of BibTeX: `Title = {{Otters}},`
_FIELDS = 0.5  # share of a paragraph's lines that are fields, and of a page's text in such paragraphs
_WRAPPED = 3  # line ends in what is no title of one work, however long


def recognises(content: Content) -> bool:
    """Whether most of the text is titles alternating with abstracts."""
    if (
        content.encoding in ("", "windows-1252")
        or "\n\n" not in content.text
        or re.match(r"<(?:\?xml|!DOCTYPE|html)\b", content.start, re.IGNORECASE)
    ):
        return False
    paragraphs = _paragraphs(content)[:2000]
    kinds = _kinds([text for _, text in paragraphs])
    if _TITLE not in kinds or _are_entries([text for _, text in paragraphs]):
        return False
    titles = [text for kind, (_, text) in zip(kinds, paragraphs, strict=True) if kind == _TITLE]
    if 2 * sum(text.count("\n") >= _WRAPPED for text in titles) > len(titles):
        return False  # they are entries in some syntax
    body = kinds[kinds.index(_TITLE) :]
    unexplained = body.count(_FURNITURE) + body.count(_ABSTRACT) - body.count(_TITLE)
    return unexplained <= len(body) * _UNEXPLAINED


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The records of the page; anything between them that is neither title nor abstract is left out with a reason."""
    paragraphs = _paragraphs(content)
    kinds = _kinds([text for _, text in paragraphs])
    index = kinds.index(_TITLE) if _TITLE in kinds else len(kinds)
    while index < len(kinds):
        line, text = paragraphs[index]
        origin = Origin(content.source, line)
        index += 1
        if kinds[index - 1] == _FURNITURE:
            yield LeftOut(origin, "no abstract follows: neither a title nor part of a record", text[:200])
            continue
        abstract = []
        while index < len(kinds) and kinds[index] == _ABSTRACT:
            abstract.append(paragraphs[index][1])
            index += 1
        yield Record(origin, title=" ".join(text.split()), abstract="\n\n".join(abstract))
        if any(len(piece) > max(_WHOLE, len(abstract[0]) * _PART) for piece in abstract[1:]):
            message = f"the abstract of “{' '.join(text.split())[:60]}” goes on with a paragraph as long as an abstract"
            hint = "it may be another record's, whose title is missing or has no blank line below it"
            yield Problem(message, origin.place, hint, "note")
    if (
        kinds
        and kinds[-1] == _ABSTRACT
        and re.search(r"[\w,;-]$", paragraphs[-1][1])
        and not re.search(r"\b(?:at|in|on|here|via)$", paragraphs[-1][1])
    ):
        yield Problem(
            "ends in the middle of a sentence",
            Place(f"bib/{content.source}", len(content.lines)),
            "the file may be cut off; save the page again",
        )


def _are_entries(paragraphs: list[str]) -> bool:
    """Whether most of the text is fields of entries: what is left of a damaged bibliography."""
    entries = 0
    for text in paragraphs:
        lines = text.split("\n")
        entries += len(text) * (sum(bool(_FIELD.match(line)) for line in lines) > _FIELDS * len(lines))
    return entries > _FIELDS * sum(map(len, paragraphs))


def _paragraphs(content: Content) -> list[tuple[int, str]]:
    """(line it starts on, text) of each run of lines that are not blank."""
    found: list[tuple[int, list[str]]] = []
    open_ = False
    for number, line in enumerate(content.lines, 1):
        if not line.strip():
            open_ = False
        elif open_:
            found[-1][1].append(line.strip())
        else:
            found.append((number, [line.strip()]))
            open_ = True
    return [(number, "\n".join(lines)) for number, lines in found]


def _kinds(paragraphs: list[str]) -> list[int]:
    """The kind of each paragraph."""
    best = [0.0, 0.0, float("inf")]
    back: list[list[int]] = []
    for position, text in enumerate(paragraphs):
        costs = _costs(text)
        if position == 0:
            best = [costs[0], costs[1], float("inf")]
            pointers = [0, 0, 0]
        else:
            totals: list[float] = []
            pointers = []
            for kind in (_FURNITURE, _TITLE, _ABSTRACT):
                total, before = min(
                    (best[b] + _STEP[b, kind], b) for b in (_FURNITURE, _TITLE, _ABSTRACT) if (b, kind) in _STEP
                )
                totals.append(total + costs[kind])
                pointers.append(before)
            best = totals
        back.append(pointers)
    if not paragraphs:
        return []
    kind = _FURNITURE if best[_FURNITURE] <= best[_ABSTRACT] else _ABSTRACT  # a page never ends in a title
    kinds = [kind]
    for pointers in reversed(back[1:]):
        kind = pointers[kind]
        kinds.append(kind)
    return kinds[::-1]


def _costs(text: str) -> tuple[float, float, float]:
    """How badly a paragraph fits as furniture, title and abstract.

    Furniture is a few words, a title one line of up to about 200 characters that is not a sentence, an abstract several
    sentences. The numbers follow from that, and were fitted to no data.
    """
    head = text[:3000]
    length, words = len(head), len(head.split())
    prose = (
        min(6.0, (length - 160) / 60)
        + 1.5 * min(3, len(_SENTENCE.findall(head)))
        + (1.0 if _END.search(head) else -1.0)
    )
    furniture = 1.0 + max(0, words - 4) * 0.5
    title = (
        max(0.0, prose)
        + (0.5 if words < _TITLE_WORDS else 0.0)
        + (3.0 if "\n" in text and words > _TITLE_LINES else 0.0)
    )
    return min(furniture, 14.0), title, max(0.0, 1.0 - prose) + max(0.0, (150 - length) / 30)
