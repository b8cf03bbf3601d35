"""What an item of a Markdown list contains: links, the title, and Markdown's marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.identifiers import identifiers_in
from generator.sources.draft import Draft

LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(https?://[^\s<>]{0,2000}?)>?(?:\s+\"[^\"]*\")?\s*\)(?!\()")
_LABEL = re.compile(
    r"""
    ^\W*(?:(?:    # signs between words belong to the word before, so that there is one way to read them
        paper|pdf|link|arxiv|abs|abstract|code|github|project|page|website|site|blog|post|demo|video|slides
        |data|dataset|model|models|weights|homepage|official|html|here|url|doi|poster|talk|openreview|acl|publication
        |repo|repository|preprint|huggingface|hf|twitter|x|star|stars|tutorial|colab    # in English
        |论文|代码|项目|主页|博客|链接|数据|解读|논문|論文    # Chinese, Korean, Japanese
    )[\W\d]*)+$    # and no other word
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REFERENCE = re.compile(r"^ {0,3}\[(?P<name>[^\[\]]{1,80})\]:\s*<?(?P<target>https?://[^\s<>]+)>?(?:\s+[\"'(].*)?\s*$")
_REFERRING = re.compile(r"\[(?P<text>[^\[\]]+)\](?:\s?\[(?P<name>[^\[\]]*)\])?(?![(\[:])")
_HTML_LINK = re.compile(r"<a\s[^<>]*?href=[\"'](https?://[^\"'\s<>]+)[\"'][^<>]*>(.*?)</a>", re.IGNORECASE)
_HTML_ITEM = re.compile(r"^\s*<li(?:\s[^<>]*)?>", re.IGNORECASE)
_END_OF_ITEM = re.compile(r"</li>$", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?<![\w(\[<\"'=/])<?(https?://[^\s<>()\[\]|\"']*[^\s<>()\[\]|\"'.,;:*_`])>?(?!\])")
_FIRST_EMPHASISED = re.compile(r"\W*(?<![*_\w])[*_]([^*_,\[\]()]{5,300})[*_](?![*_\w])")
_GLUED = re.compile(r"(?<=\S)\s*[-*+] (?=[*_]{0,2}\[)")
# Bounded, because what is never closed would be looked for anew from every place where it opens.
_PICTURE_OR_TAG = re.compile(r"!\[[^\]]{0,1000}\]\([^)]{0,2000}\)|<[^<>]{1,200}>")
_LINKED = re.compile(r"\[([^\[\]]*)\]\([^)]{0,2000}\)")
_MARKS = re.compile(r"[*_`~\[<\\]")
EMPHASISED = re.compile(r"(?<![*_\w])[*_]([^*_\[\]()]{5,400})[*_](?![*_\w])")
_PAPER = re.compile(
    r"""
    \.pdf(?:$|\?)                                                                  # a file
    |openreview\.net|aclanthology|proceedings|papers\.nips|semanticscholar         # where papers are
    |dl\.acm|ieeexplore|sciencedirect|springer|nature\.com|jmlr
    |/paper                                                                        # what an address may say of itself
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PARTLY_BOLD = re.compile(r"[^*_<>\[\]]*(\*\*|__)[^*_<>\[\]]{1,300}\1:? (?!(?:by|in|at) )[a-z][^*_<>\[\]]*")
_TITLE_LETTERS, _SURE_LETTERS = 3, 8  # words that a title has at least


def with_links(lines: Sequence[str], *, bare: bool = True) -> list[str]:
    """The lines with every link as `[text](address)`: HTML links, links by reference and, if wanted, `bare` ones."""
    references = {found["name"].lower(): found["target"] for found in map(_REFERENCE.match, lines) if found}
    return [_with_links(line, references, bare=bare) for line in lines]


def _with_links(line: str, references: Mapping[str, str], *, bare: bool) -> str:
    if "[" in line and references:
        if _REFERENCE.match(line):
            return ""
        line = _REFERRING.sub(lambda found: _referred(found, references), line)
    if item := _HTML_ITEM.match(line):
        line = f"- {_END_OF_ITEM.sub('', line[item.end() :].strip()).strip()}"
    if "://" in line:
        line = _HTML_LINK.sub(r"[\2](\1)", line)
        line = _BARE_ADDRESS.sub(r"[link](\1)", line) if bare else line
    return line


def _referred(found: re.Match[str], references: Mapping[str, str]) -> str:
    target = references.get((found["name"] or found["text"]).lower())
    return f"[{found['text']}]({target})" if target else found[0]


def apart(text: str) -> list[str]:
    """The items in a line that lost the line end before a bullet: `… 2020- [Title](address)`."""
    pieces = _GLUED.split(text)
    links = [LINK.search(piece) for piece in pieces]
    each = all(link is not None and is_title(link[1]) for link in links) and all(map(points_to_a_paper, pieces[1:]))
    return pieces if each else [text]


def is_title(label: str) -> bool:
    """Whether the text of a link is a title, and not `paper`, an image or a mark in brackets."""
    text = plain(label)
    if len(text) <= _TITLE_LETTERS or _LABEL.match(text) or text.startswith("!"):
        return False
    return not (label.startswith("[") and " " not in text)


def title_in(text: str) -> str:
    """The link's text unless it only says "paper"; else what is bold or quoted, else what is before the first link."""
    for label, _ in LINK.findall(text):
        if is_title(label):
            return plain(label)
    plain_text = LINK.sub("\n", re.sub(r"\[\s*(\[[^\[\]]*\]\([^()]*\))\s*\]", r"\1", text))
    bold = re.search(r"\*\*(.{4,300}?)\*\*|__(.{4,300}?)__|[\"“](.{8,300}?)[\"”]", plain_text)
    if not bold:
        bold = _FIRST_EMPHASISED.match(plain_text)
    if bold:
        return plain(next(group for group in bold.groups() if group))
    plain_text = EMPHASISED.sub(lambda run: "\n" if "," in run[1] else run[0], plain_text)  # a list of authors
    pieces = [trimmed(plain(piece)) for piece in re.split(r"\n|(?<!\\)\|", plain_text)]
    named = [piece for piece in pieces if len(piece) > _TITLE_LETTERS and not _LABEL.match(piece)]
    return next((piece for piece in named if len(piece) > _SURE_LETTERS), next(iter(named), ""))


def title_in_cell(cell: str) -> str:
    """The title in a table's cell, which may go on behind what is bold: `**Barn Nets** for Cows`."""
    return trimmed(plain(cell)) if _PARTLY_BOLD.fullmatch(cell) else title_in(cell)


def trimmed(piece: str) -> str:
    """A title without what lists put around it: emoji, a short name in brackets, a university, brackets of a link."""
    piece = re.sub(r"^[^\w\"'“(\[]+|(?<!\s)\s*+\(@[^()]*\)$", "", piece)
    piece = re.sub(r"^\[(?!Re\])[^\[\]]{2,30}\]\s+(?=\w)", "", piece)
    for opening, closing in ("()", "[]"):
        if piece.count(opening) != piece.count(closing):
            piece = piece.strip(f" -–—:.,{opening}{closing}")
    return piece.strip(" -–—:.,")


def plain(text: str) -> str:
    """The text without Markdown's marks."""
    if not _MARKS.search(text):
        return " ".join(text.split())
    text = _PICTURE_OR_TAG.sub(" ", text)
    text = _LINKED.sub(r"\1", text)
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!|-])", r"\1", text)
    return " ".join(re.sub(r"\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|`|~~", "", text).split())


def add_links(draft: Draft, text: str) -> None:
    """Note the links of a text: those of papers as its addresses, others beside them."""
    for _, target in LINK.findall(text):
        if _is_of_paper(target):
            draft.add("url", target)
        else:
            draft.add_other("link", target)


def mentions_a_paper(text: str) -> bool:
    """Whether a text contains the address of a paper, in a link or on its own."""
    return points_to_a_paper(text) or ("://" in text and bool(identifiers_in(text)))


def points_to_a_paper(text: str) -> bool:
    """Whether a link of a text leads to a paper."""
    return any(_is_of_paper(target) for _, target in LINK.findall(text))


def _is_of_paper(target: str) -> bool:
    return bool(identifiers_in(target) or _PAPER.search(target))
