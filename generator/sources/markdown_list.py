"""Reader of Markdown lists of papers ("awesome lists"): one list item or table row a work, under headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.beside_title import beside, cited_title
from generator.sources.column_names import field_of
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.finishing import finished
from generator.sources.listed_venue import venue_at_end, venue_in, whole_venue, with_whole_years
from generator.sources.markdown_text import (
    EMPHASISED,
    LINK,
    add_links,
    apart,
    is_title,
    mentions_a_paper,
    plain,
    points_to_a_paper,
    title_in,
    title_in_cell,
    trimmed,
    with_links,
)
from generator.text.counting import counted

NAME = "Markdown list"
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)(.*)$")
_ROW = re.compile(r"^\s*\|(?=.*\]\()(.*)\|\s*$")
_EMPTY_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s*()$")
_HEADING = re.compile(r"^#{1,6}\s+(.*)$")
_HEAD_PARTS = re.compile(r"\s*(?:[&/+,]|\band\b|\bwith\b)\s*")  # between the names in a column's head
_LEAD = re.compile(  # `(ICLR 2023) `, `**[2023/05]** `, `` `arXiv 2023` `` before the title
    r"""^[\s*_]*[\[(`][\s*_]*(?P<tag>
        (?:[A-Z][A-Za-z&'’\ -]{1,40}?[\s,-]*)?(?:19|20)\d\d(?:[/.-]\d{1,2}){0,2} | [A-Z][A-Za-z&-]{1,20}\s?['’]\d\d
        | (?:19|20)\d\d[\s-][A-Z][A-Za-z&-]{1,15} | (?<=[\[`])[A-Z]{3,10}          # `2023 ICLR`, `[ICLR]`
    )[\s*_]*[\])`](?!\()[*_]{0,3}[\s:.]*(?=\S)""",
    re.VERBOSE,
)
_YEAR_FIRST = re.compile(r"^(\d{4})[\s-]([A-Z].*)$")
_YEAR_OF_MONTH = re.compile(r"(?<![\d.])((?:19|20)\d\d)\.(?:0?[1-9]|1[0-2])(?![\d.])")  # a cell `2024.03`
# `Ann Bo, Cy Dee. "Title."`
_BEFORE_QUOTE = re.compile(r"\s*((?:[A-Z][\w.'’-]*(?:,? and |[ ,]+|(?=\W))){2,60})[.,:]*\s*[\"“]")
_YEAR = re.compile(r"(?<![\d/])(?<!\d\.)(?:19|20)\d\d(?!\d|\.\w)")
_ET_AL = re.compile(r"(?:^|[-–—.,(|]\s+)((?:[A-Z][\w'’.-]*\s+){0,3}[A-Z][\w'’-]+),?\s+et\.? al\b")
_RULE = re.compile(r"^\s*+\|?(?:\s*+(?::?-{2,}:?|:-:?|-:)\s*+\|)+\s*+:?-*+:?\s*+\|?\s*+$")  # under a table's heads
_CELL = re.compile(r"(?<!\\)\|")
_CUT_LINK = re.compile(
    r"""\]\(\s*(?:<?h|$) | ://                               # an address without the rest of its link
      | \b(?:arxiv\.org|doi\.org|openreview\.net)\b
      | \[[^\[\]]{0,300}$                                   # a bracket that is not closed
    """,
    re.IGNORECASE | re.VERBOSE,
)
_EACH_ROW = "see that each row has a line of its own, and `\\|` where a bar is meant"
_CITE_IT = "if it is a work, give it a link, or its title in bold with people or a year beside it"
_NOTE = 300  # characters of an item without a link up to which it may be a remark


def recognises(content: Content) -> bool:
    """Whether list items or table rows link to papers, or half of the items cite one by a title in bold or quotes."""
    lines = with_links(content.start.split("\n"), bare=False)
    linked = [line for line in lines if (_ITEM.match(line) or _ROW.match(line)) and LINK.search(line)]
    if any(points_to_a_paper(line) for line in linked):
        return True
    items = [item[1] for item in map(_ITEM.match, lines) if item]
    return 0 < len(items) <= 2 * sum(bool(cited_title(item)) for item in items)


def share(content: Content) -> float:
    """The share of the text in headings, list items with the lines indented under them, table rows, fences and HTML."""
    ours = total = 0
    inside = fenced = False  # of an item, of a fence
    for line in content.lines:
        text = line.strip()
        is_fence = text.startswith(("```", "~~~"))
        fenced ^= is_fence
        inside = bool(_ITEM.match(line)) or (inside and (not text or line[0] in " \t"))
        is_own = inside or fenced or is_fence or text.startswith(("#", "|", "<", "[![", "![")) or _RULE.match(line)
        total += len(text)
        ours += len(text) if is_own else 0
    return ours / max(1, total)


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The items that link to a paper; those with other links are left out with a reason, others are not entries."""
    lines = with_links(content.lines)
    open_list = _List(content, lines)
    noted: list[Origin] = []
    for number, line in enumerate([*lines, "# end"], 1):
        for piece in open_list.next_line(number, line):
            if isinstance(piece, Record) and any(name == "note" for name, _ in piece.extra):
                noted.append(piece.origin)
            yield piece
    if noted:
        message = f"{counted(len(noted), 'item')} with text beside the title that names no people, venue or year"
        yield Problem(message, noted[0].place, "it is kept with the work as a note; this is the first", "note")


class _List:
    """A file being read: the headings above the line, and the table and the item that it may belong to."""

    def __init__(self, content: Content, lines: list[str]) -> None:
        self._content = content
        self._lines = lines
        self._cites = not any(map(points_to_a_paper, lines))  # works by their titles alone
        self._tops = sum(line.startswith("# ") for line in lines)
        self._headings: list[tuple[int, str]] = []  # level and text
        self._heading = ""
        self._item: tuple[int, list[str]] | None = None
        self._columns: list[Field | None] = []  # our fields of the columns of the table
        self._width = 0  # columns of the last table under this heading, which a stray line may have ended
        self._fenced = False
        self._blank = True  # whether the line above is

    def next_line(self, number: int, line: str) -> Iterator[Record | LeftOut | Problem]:
        """Note the end of whatever ends with this line."""
        if _RULE.match(line) and number > 1:
            self._columns = [_column(plain(cell)) for cell in _cells(self._lines[number - 2])]
            self._width = len(self._columns)
            return
        self._columns = self._columns if "|" in line else []
        self._fenced ^= line.lstrip().startswith("```")
        start = None if self._fenced else _ITEM.match(line) or _ROW.match(line) or _EMPTY_ITEM.match(line)
        title = None if self._fenced else _HEADING.match(line)
        if self._item and not title and (not line.strip() or self._is_nested(start, line)):
            self._item[1].extend([start[1]] if start and line.strip() else [])
        elif "title" in self._columns and not self._fenced and not title:
            yield from self._close()
            yield from _table_row(Origin(self._content.source, number), self._columns, line, self._heading)
        elif title:
            yield from self._close()
            self._enter(title, line)
        elif start:
            yield from self._close()
            yield from self._glued(number, line)
            *others, last = apart(start[1])
            for other in others:
                yield from _record(self._content, (number, [other]), self._heading, cites=self._cites)
            self._item = (number, [last])
        elif not self._fenced and line.strip():
            yield from self._other(number, line)
        self._blank = not line.strip()

    def _glued(self, number: int, line: str) -> Iterator[Problem]:
        """What is wrong with a row after its table was ended by another line, if it has more cells than the table."""
        cells = len(_cells(line)) if _ROW.match(line) else 0
        if 0 < self._width < cells:
            message = (
                f"the row has {cells} cells where the table above has {self._width} columns: it is read as one work"
            )
            yield Problem(message, Origin(self._content.source, number).place, _EACH_ROW)

    def _is_nested(self, start: re.Match[str] | None, line: str) -> bool:
        return start is not None and line.startswith("  ") and not points_to_a_paper(line)

    def _enter(self, title: re.Match[str], line: str) -> None:
        self._width = 0
        level = len(line) - len(line.lstrip("#"))
        if level > 1 or self._tops > 1:  # a single top heading is the document's title
            self._headings = [*(one for one in self._headings if one[0] < level), (level, plain(title[1].rstrip("#")))]
        self._heading = " > ".join(text for _, text in self._headings)

    def _other(self, number: int, line: str) -> Iterator[Record | LeftOut | Problem]:
        """A line that starts nothing: it continues the item above, or has an address of a paper of its own."""
        indented = line.startswith((" ", "\t"))
        has_paper = self._item is not None and points_to_a_paper(" ".join(self._item[1]))
        another = has_paper and not indented and mentions_a_paper(line)
        if self._item and not another and (indented or not self._blank):
            self._item[1].append(line.strip())
        elif another and (link := LINK.match(line.lstrip("*_"))) and is_title(link[1]):
            yield from self._close()
            self._item = (number, [line.strip()])
        elif mentions_a_paper(line):
            reason = "a line with the address of a paper that is not an item of a list"
            yield LeftOut(Origin(self._content.source, number), reason, plain(line)[:200])

    def _close(self) -> Iterator[Record | LeftOut | Problem]:
        if self._item:
            yield from _record(self._content, self._item, self._heading, cites=self._cites)
        self._item = None


def _table_row(
    origin: Origin, columns: list[Field | None], line: str, heading: str
) -> Iterator[Record | LeftOut | Problem]:
    """The work in a row; missing cells are empty, as in GitHub's Markdown, and excess cells are reported."""
    cells = _cells(line)
    if len(cells) > len(columns):
        message = f"the row has {len(cells)} cells where the table has {len(columns)} columns: what follows is not read"
        yield Problem(message, origin.place, _EACH_ROW)
    if any(cells):
        padded = [*cells, *[""] * len(columns)][: len(columns)]
        yield from _row(origin, list(zip(columns, padded, strict=True)), line, heading)


def _record(
    content: Content, item: tuple[int, list[str]], heading: str, *, cites: bool
) -> Iterator[Record | LeftOut | Problem]:
    number, lines = item
    text = " ".join(lines)
    lead = _LEAD.match(text)
    tag = _YEAR_FIRST.sub(r"\2 \1", with_whole_years(lead["tag"])) if lead else ""
    text = text[lead.end() :] if lead else text
    origin = Origin(content.source, number)
    links = LINK.findall(text)
    cited = cited_title(text)
    if not links and not cited and _CUT_LINK.search(text):
        yield LeftOut(origin, "an item whose link cannot be read", plain(text)[:200])
    elif not links and not cited and (cites or (_YEAR.search(text) and "," in text)):
        yield LeftOut(
            origin, "an item without a title in bold or quotation marks beside people or a year", plain(text)[:200]
        )
    elif not links and not cited and "](" not in text:
        yield Problem("an item without a link to a paper is passed over", origin.place, _CITE_IT, "note")
    if not cited and (not links or (len(text) < _NOTE and all(target.startswith("#") for _, target in links))):
        return
    title = cited or title_in(text)
    if not cited and not points_to_a_paper(text):
        yield LeftOut(origin, "an item that links to no paper", title[:200])
        return
    draft = Draft()
    add_links(draft, text)
    venue = venue_at_end(title)
    if venue:
        title = title[: venue.start()].rstrip(" .,(")
    title = re.sub(r"(?<=\w{3})\.$", "", title)
    draft.add("title", title)
    rest = with_whole_years(plain(LINK.sub(" ", text)).replace(title, " ", 1))
    years = (
        [found[0] for found in map(_YEAR.search, (venue["year"] if venue else "", tag)) if found]
        or _YEAR.findall(rest)[-1:]
        or _YEAR_OF_MONTH.findall(rest)
    )
    draft.add("year", years[0] if years else "")
    where = venue or venue_in(tag) or venue_in(rest)
    draft.add("venue", where["venue"] if where else "")
    text = title.join(map(with_whole_years, text.split(title or "\n")))
    around = beside(text.replace(where[0].strip(), " | ", 1) if where and not venue else text, title)
    authors = EMPHASISED.search(LINK.sub(" ", text)) or _BEFORE_QUOTE.match(text)
    if authors and re.search(",| and ", authors[1]) and plain(authors[1]) != title and not re.search(r"\d", authors[1]):
        draft.add("authors", authors[1].rstrip(". "))
    elif people := around.people:
        for person in people:
            draft.add("author", person)
    elif first := _ET_AL.search(rest.strip()):
        draft.add("authors", f"{first[1]} et al.")
    if not tag:
        draft.add("venue", around.venue)
    draft.add_other("note", "" if _ROW.match(content.lines[number - 1]) else around.note)
    draft.add_other("label", tag)
    draft.add_other("section", heading)
    yield _finished(draft, origin, text)


def _row(origin: Origin, cells: list[tuple[Field | None, str]], line: str, heading: str) -> Iterator[Record | LeftOut]:
    """The work in a row of a table whose columns have names."""
    # `Title` and `Paper`: one may hold only a link, or a method's name, which is shorter than the title.
    titles = [cell for name, cell in cells if name == "title"]
    named = list(filter(None, map(title_in_cell, titles)))
    title = max(named, key=lambda said: len(said.split()), default=trimmed(plain(titles[0])))
    given = {name for name, cell in cells if cell}
    if not points_to_a_paper(line) and not ("authors" in given and given & {"year", "date", "venue"}):
        yield LeftOut(origin, "an item that links to no paper", title[:200])
        return
    draft = Draft()
    add_links(draft, line)
    draft.add("title", title)
    for name, cell in cells:
        text = with_whole_years(plain(cell))
        dated = whole_venue(text)  # `EMNLP 2021`
        if dated and (name == "venue" or ("venue" not in given and name in (None, "title"))):
            draft.add("venue", dated["venue"])
            draft.add("date", dated["year"])
        elif name in ("year", "date") and (month := _YEAR_OF_MONTH.fullmatch(text)):
            draft.add("year", month[1])
        elif name in ("authors", "year", "date", "venue", "abstract"):
            draft.add(name, text)
    draft.add_other("section", heading)
    yield _finished(draft, origin, line)


def _finished(draft: Draft, origin: Origin, text: str) -> Record | LeftOut:
    record = finished(draft, origin, "an item")
    return LeftOut(origin, "an item without a title", text[:200]) if isinstance(record, LeftOut) else record


def _column(head: str) -> Field | None:
    """The field that a column's head names; of `Title & Link` the first that does."""
    return next(filter(None, map(field_of, (head, *_HEAD_PARTS.split(head)))), None)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]
