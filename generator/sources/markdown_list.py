"""Reader of Markdown lists of papers ("awesome lists"): one list item or table row a work, under headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.identifiers import identifiers_in
from generator.name_lists import split_names
from generator.records import LeftOut, Origin, Record
from generator.sources.column_names import field_of
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.finishing import finished

NAME = "Markdown list"
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)(.*)$")
_ROW = re.compile(r"^\s*\|(.*\]\(.*)\|\s*$")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(https?://[^\s<>]*?)>?(?:\s+\"[^\"]*\")?\s*\)(?!\()")
_LABEL = re.compile(
    r"^(?:\W*(?:paper|pdf|link|arxiv|abs|abstract|code|github|project|page|website|site|blog|post|demo|video|slides|data|dataset|model|models|weights|homepage|official|"
    r"html|here|url|doi|poster|talk|openreview|acl|publication|repo|repository|preprint|huggingface|hf|twitter|x|star|stars|tutorial|colab|"
    r"论文|代码|项目|主页|博客|链接|数据|解读|논문|論文)[\W\d]*)+$",
    re.IGNORECASE,
)
_VENUE = (
    r"(?:^|[.,;|(\s-])\s*(?P<venue>[A-Z][A-Za-z&-]*[A-Z][A-Za-z&-]*)(?<!arXiv)(?<!ArXiv)"
    r"[ ,'’(]*(?P<year>(?:19|20)\d\d)[.)\s]*"
)
_LEAD = re.compile(  # `(ICLR 2023) `, `**[2023/05]** `, `` `arXiv 2023` `` before the title
    r"""^[\s*_]*[\[(`]\s*(?P<tag>
        (?:[A-Z][A-Za-z&'’\ -]{1,40}?[\s,-]*)?(?:19|20)\d\d(?:[/.-]\d{1,2}){0,2}   # `ICLR 2023`, `2023/05`
        | (?:19|20)\d\d[\s-][A-Z][A-Za-z&-]{1,15}                                   # `2023 ICLR`
        | (?<=[\[`])[A-Z]{3,10}                                                     # `[ICLR]`
    )\s*[\])`](?!\()[*_]{0,3}[\s:.]*(?=\S)""",
    re.VERBOSE,
)
_MARKS = re.compile(r"[*_`~\[<\\]")
_YEAR_FIRST = re.compile(r"^(\d{4})[\s-]([A-Z].*)$")
_YEAR_OF_MONTH = re.compile(r"(?<![\d.])((?:19|20)\d\d)\.(?:0?[1-9]|1[0-2])(?![\d.])")  # a cell `2024.03`
_SHORT_YEAR = re.compile(r"(?<=[A-Z]{2})['’](\d\d)\b")  # `ICML'24`
_EMPHASISED = re.compile(r"(?<![*_\w])[*_]([^*_\[\]()]{5,400})[*_](?![*_\w])")
_BEFORE_QUOTE = re.compile(
    r"\s*((?:[A-Z][\w.'’-]*(?:,? and |[ ,]+|(?=\W))){2,60})[.,:]*\s*[\"“]"
)  # `Ann Bo, Cy Dee. "Title."`
_YEAR = re.compile(r"(?<![\d/])(?<!\d\.)(?:19|20)\d\d(?!\d|\.\w)")
_ET_AL = re.compile(r"(?:^|[-–—.,(|]\s+)((?:[A-Z][\w'’.-]*\s+){0,3}[A-Z][\w'’-]+),?\s+et\.? al\b")
_RULE = re.compile(r"^\s*\|?(?:\s*(?::?-{2,}:?|:-:?|-:)\s*\|)+\s*:?-*:?\s*\|?\s*$")  # under the column names of a table
_CELL = re.compile(r"(?<!\\)\|")
_END_OF_NAMES = re.compile(r"(?<=[^\W\d_]{3})\.(?:\s|$)|\s[-–—|]\s|[\[(:]|,?\s*(?:19|20)\d\d")
_PERSON = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w'’-]+|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?,\s(?:[A-Z]\.[\s-]?){1,3}"
)
_NO_NAMES = {
    "A", "An", "And", "At", "By", "Deep", "For", "From", "In", "Large", "Learning", "Model", "Models", "New", "Of",
    "On", "Our", "Paper", "Survey", "The",
    "This", "To", "Using", "Via", "We", "With",
}  # fmt: skip
_PAPER = re.compile(
    r"\.pdf(?:$|\?)|openreview\.net|aclanthology|proceedings|papers\.nips|semanticscholar|dl\.acm|ieeexplore|sciencedirect|springer|nature\.com|jmlr|/paper",
    re.IGNORECASE,
)
_NOTE = 300  # characters of an item without a link that may still be a remark
_TITLE_LETTERS, _SURE_LETTERS = 3, 8  # that a title has more than


def recognises(content: Content) -> bool:
    """Whether list items or table rows link to papers."""
    lines = content.start.split("\n")
    linked = [line for line in lines if (_ITEM.match(line) or _ROW.match(line)) and _LINK.search(line)]
    return any(_points_to_a_paper(line) for line in linked)


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
    """The items that link to a paper; those with other links are left out with a reason, others are no entries."""
    headings: list[tuple[int, str]] = []  # level and text of the headings that we stand under
    tops = sum(line.startswith("# ") for line in content.lines)
    heading = ""
    item: tuple[int, list[str]] | None = None
    fenced = False
    columns: list[Field | None] = []  # our fields of the columns of the table that we are in
    for number, line in enumerate([*content.lines, "# end"], 1):
        if _RULE.match(line) and number > 1:
            columns = [field_of(_plain(cell)) for cell in _cells(content.lines[number - 2])]
            continue
        columns = columns if line.lstrip().startswith("|") or "|" in line else []
        if line.lstrip().startswith("```"):
            fenced = not fenced
        start = None if fenced else _ITEM.match(line) or _ROW.match(line)
        title = None if fenced else _HEADING.match(line)
        if item and (start or title or not line.strip()):
            nested = start and re.match(r"\s{2,}", line) and not _points_to_a_paper(line)
            if nested or (not line.strip() and not title):
                if nested and start:
                    item[1].append(start[1])
                continue
            yield from _record(content, item, heading)
            item = None
        cells = _cells(line) if "title" in columns and not fenced else []
        if start and "title" in columns and len(cells) == len(columns):
            yield from _row(Origin(content.source, number), list(zip(columns, cells, strict=True)), line, heading)
            continue
        if title:
            level = len(line) - len(line.lstrip("#"))
            if level > 1 or tops > 1:  # a single top heading is the document's title
                headings = [*(one for one in headings if one[0] < level), (level, _plain(title[1]))]
            heading = " > ".join(text for _, text in headings)
        elif start:
            item = (number, [start[1]])
        elif item and line.startswith((" ", "\t")) and not fenced:
            item[1].append(line.strip())


def _record(content: Content, item: tuple[int, list[str]], heading: str) -> Iterator[Record | LeftOut]:
    number, lines = item
    text = " ".join(lines)
    lead = _LEAD.match(text)
    tag = _YEAR_FIRST.sub(r"\2 \1", lead["tag"]) if lead else ""
    text = text[lead.end() :] if lead else text
    origin = Origin(content.source, number)
    links = _LINK.findall(text)
    if not links or (len(text) < _NOTE and all(target.startswith("#") for _, target in links)):
        return
    title = _title(text)
    if not _points_to_a_paper(text):
        yield LeftOut(origin, "an item that links to no paper", title[:200])
        return
    draft = Draft()
    _add_links(draft, text)
    venue = re.search(rf"{_VENUE}$", title)
    if venue:
        title = title[: venue.start()].rstrip(" .,(")
    title = re.sub(r"(?<=\w{3})\.$", "", title)
    draft.add("title", title)
    rest = _SHORT_YEAR.sub(r" 20\1", _plain(_LINK.sub(" ", text)).replace(title, " ", 1))
    years = (
        [found[0] for said in (venue["year"] if venue else "", tag) if (found := _YEAR.search(said))]
        or _YEAR.findall(rest)[-1:]
        or _YEAR_OF_MONTH.findall(rest)
    )
    draft.add("year", years[0] if years else "")
    where = venue or re.search(_VENUE, tag) or re.search(_VENUE, rest)
    draft.add("venue", where["venue"] if where else "")
    authors = _EMPHASISED.search(_LINK.sub(" ", text)) or _BEFORE_QUOTE.match(text)
    if (
        authors
        and re.search(",| and ", authors[1])
        and _plain(authors[1]) != title
        and not re.search(r"\d", authors[1])
    ):
        draft.add("authors", authors[1].rstrip(". "))
    elif people := _people(rest):
        for person in people:
            draft.add("author", person)
    elif first := _ET_AL.search(rest.strip()):
        draft.add("authors", f"{first[1]} et al.")
    draft.add_other("label", tag)
    draft.add_other("section", heading)
    yield _finished(draft, origin, text)


def _row(origin: Origin, cells: list[tuple[Field | None, str]], line: str, heading: str) -> Iterator[Record | LeftOut]:
    """The work in a row of a table whose columns have names."""
    titles = [
        cell for name, cell in cells if name == "title"
    ]  # `Title` and `Paper`: one of them may hold nothing but a link
    named = [
        said for said in map(_title, titles) if said
    ]  # of a method's name and a paper's title the latter is longer
    title = max(named, key=lambda said: len(said.split()), default=_trimmed(_plain(titles[0])))
    if not _points_to_a_paper(line):
        yield LeftOut(origin, "an item that links to no paper", title[:200])
        return
    draft = Draft()
    _add_links(draft, line)
    draft.add("title", title)
    venues = any(name == "venue" and cell for name, cell in cells)
    for name, cell in cells:
        text = _SHORT_YEAR.sub(r" 20\1", _plain(cell))
        dated = re.fullmatch(_VENUE, text)  # `EMNLP 2021`
        if dated and (name == "venue" or (not venues and name in (None, "title"))):
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


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]


def _people(rest: str) -> list[str]:
    """The authors that stand beside a title, if what stands there is surely a list of names."""
    text = _END_OF_NAMES.split(rest.strip(" .,;:-–—|*_"), maxsplit=1)[0].strip(" ,")
    names = split_names(text) if "," in text or " and " in text else []
    persons = [name for name in names if name != "et al."]
    sure = all(_PERSON.fullmatch(name) and _NO_NAMES.isdisjoint(name.split()) for name in persons)
    return names if len(names) > 1 and persons and sure else []


def _title(text: str) -> str:
    """The link's text unless it only says "paper"; else what is bold or quoted, else what is before the first link."""
    for label, _ in _LINK.findall(text):
        plain = _plain(label)
        if (
            len(plain) > _TITLE_LETTERS
            and not _LABEL.match(plain)
            and not plain.startswith("!")
            and not (label.startswith("[") and " " not in plain)
        ):
            return plain
    plain_text = _LINK.sub("\n", re.sub(r"\[\s*(\[[^\]]*\]\([^)]*\))\s*\]", r"\1", text))
    bold = re.search(r"\*\*(.{4,300}?)\*\*|__(.{4,300}?)__|[\"“](.{8,300}?)[\"”]", plain_text)
    if bold:
        return _plain(next(group for group in bold.groups() if group))
    plain_text = _EMPHASISED.sub(lambda run: "\n" if "," in run[1] else run[0], plain_text)  # a list of authors
    pieces = [_trimmed(_plain(piece)) for piece in re.split(r"[\n|]", plain_text)]
    return next((piece for piece in pieces if len(piece) > _SURE_LETTERS and not _LABEL.match(piece)), "")


def _trimmed(piece: str) -> str:
    """A title without what lists put around it: emoji, a short name in brackets, a university, brackets of a link."""
    piece = re.sub(r"^[^\w\"'“(\[]+|\s*\(@[^()]*\)$", "", piece)
    piece = re.sub(r"^\[(?!Re\])[^\[\]]{2,30}\]\s+(?=\w)", "", piece)
    for opening, closing in ("()", "[]"):
        if piece.count(opening) != piece.count(closing):
            piece = piece.strip(f" -–—:.,{opening}{closing}")
    return piece.strip(" -–—:.,")


def _plain(text: str) -> str:
    """Markdown's marks taken off."""
    if not _MARKS.search(text):
        return " ".join(text.split())
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|<[^<>]{1,200}>", " ", text)
    text = re.sub(r"\[([^\[\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!|-])", r"\1", text)
    return " ".join(re.sub(r"\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|`|~~", "", text).split())


def _add_links(draft: Draft, text: str) -> None:
    for _, target in _LINK.findall(text):
        if _is_of_paper(target):
            draft.add("url", target)
        else:
            draft.add_other("link", target)


def _points_to_a_paper(text: str) -> bool:
    return any(_is_of_paper(target) for _, target in _LINK.findall(text))


def _is_of_paper(target: str) -> bool:
    return bool(identifiers_in(target) or _PAPER.search(target))
