"""The Markdown of an overview as LaTeX: paragraphs, lists, headings, quotations, code, emphasis, links and citations.

Citations are Pandoc's (`[see @a, p. 3; @b]`, `[-@a]`, `@a`) and become natbib's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.bibliography.latex import latex
from generator.text.escape import safe_url
from generator.text.headings import heading_text

KEY = r"[A-Za-z0-9_](?:[A-Za-z0-9_:./+-]*[A-Za-z0-9_])?"
_INLINE = re.compile(
    rf"""
    (?<!(?<!\\)`)(?P<ticks>`++)(?P<code>.+?)(?P=ticks)(?!`)  # code, between as many ticks
    | \\(?P<escaped>[\\`*_{{}}\[\]()#+.!@$|~<>-])  # a mark that a backslash makes an ordinary character
    | \[(?=[^\[\]]*+\](?!\())(?P<group>[^\[\]]*-?@{KEY}[^\[\]]*)\]  # citations in square brackets
    | \[(?P<label>[^\[\]]+)\]\((?P<target>[^()\s]+)(?:\s+"[^"]*")?\)  # a link, with or without a title
    | \*\*(?P<strong>\S(?:[^*\n]|\*(?!\*))*+(?<!\s))\*\*  # strong text
    | (?<!\w)__(?P<strong_>\S(?:[^_\n]|_(?!_))*+(?<!\s))__(?!\w)  # the same in underscores, never inside a word
    | \*(?P<em>\S(?:[^*]*?\S)?)\*  # emphasis
    | (?<!\w)_(?P<em_>\S(?:[^_]*?\S)?)_(?!\w)  # the same in underscores
    | (?<![\w@])@(?P<key>{KEY})  # a citation in the text
    """,
    re.VERBOSE,
)
_CITED = re.compile(rf"^(?P<before>.*?)(?P<bare>-?)@(?P<key>{KEY})(?:\s*,\s*|\s*)(?P<after>.*)$")
_ITEM = re.compile(r"^(\s*)([-*+]|\d+[.)])\s+(.*)$")
_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6}\s")
_QUOTED = re.compile(r"\s*+>[ ]?")
_QUOTED_DEEP = re.compile(r"(?:\s*+>)++[ ]?")
DEEPEST = 4  # depth of nested quotations: LaTeX takes six levels, and one may hold a list


def latex_markdown(text: str, keys: Collection[str]) -> str:
    r"""`text` as LaTeX in ASCII; only `keys` are cited, an unknown one stays as written.

    Citations are natbib's `\citep`, `\citet` (authors in the sentence) and `\citeyearpar`.
    """
    return "\n\n".join(_blocks(text.replace("\r\n", "\n").split("\n"), keys))


def _blocks(lines: Sequence[str], keys: Collection[str], depth: int = 1) -> Iterator[str]:
    place = 0
    while place < len(lines):
        kind = _kind(lines[place])
        end = _end(lines, place, kind)
        block = lines[place:end]
        place = end
        if kind == "code":
            code = [line for line in block[1:] if not _FENCE.match(line)]
            yield "\n".join([r"\begin{quote}", *(f"{_code(line)}\\mbox{{}}\\\\" for line in code), r"\end{quote}"])
        elif kind == "heading":
            yield f"\\paragraph{{{_inline(heading_text(block[0]), keys)}}}"
        elif kind == "quotation":
            mark = _QUOTED if depth < DEEPEST else _QUOTED_DEEP
            inside = [mark.sub("", line, count=1) if mark.match(line) else line for line in block]
            yield "\n".join([r"\begin{quote}", *_blocks(inside, keys, depth + 1), r"\end{quote}"])
        elif kind in ("bullets", "numbers"):
            yield _list(block, "itemize" if kind == "bullets" else "enumerate", keys)
        elif kind == "text":
            yield _inline(" ".join(line.strip() for line in block), keys)


def _kind(line: str) -> str:
    item = _ITEM.match(line)
    if item:
        return "numbers" if item[2][0].isdigit() else "bullets"
    if not line.strip():
        return "blank"
    if _FENCE.match(line):
        return "code"
    if _HEADING.match(line):
        return "heading"
    return "quotation" if line.lstrip().startswith(">") else "text"


def _end(lines: Sequence[str], start: int, kind: str) -> int:
    """The line after the block of `kind` that starts at this line."""
    for at in range(start + 1, len(lines)):
        following = _kind(lines[at])
        if kind == "code":
            if following == "code":
                return at + 1
        elif kind in ("bullets", "numbers"):
            if following not in (kind, "blank") and not lines[at].startswith(" "):
                return at
        elif kind == "text":
            if following not in ("text", "bullets", "numbers"):  # without a blank line before it, it is not a list
                return at
        elif following != kind or kind != "quotation":
            return at
    return len(lines)


def _list(lines: Sequence[str], environment: str, keys: Collection[str]) -> str:
    items: list[str] = []
    for line in lines:
        item = _ITEM.match(line)
        if item:
            items.append(item[3])
        elif line.strip():
            items[-1] += f" {line.strip()}"
    return "\n".join(
        [
            f"\\begin{{{environment}}}",
            *(f"\\item {{}}{_inline(item, keys)}" for item in items),
            f"\\end{{{environment}}}",
        ]
    )


def _inline(text: str, keys: Collection[str]) -> str:
    written: list[str] = []
    end = 0
    for match in _INLINE.finditer(text):
        written += [_text(text[end : match.start()]), _span(match, keys)]
        end = match.end()
    return "".join([*written, _text(text[end:])]).strip()


def _text(text: str) -> str:
    """Plain text; `latex` trims, but the spaces between spans are part of the sentence."""
    if not text.strip():
        return " " if text else ""
    return " " * text[0].isspace() + latex(text, "ascii") + " " * text[-1].isspace()


def _span(match: re.Match[str], keys: Collection[str]) -> str:
    if match["code"]:
        return _code(match["code"].strip())
    if match["escaped"]:
        return latex(match["escaped"], "ascii")
    if match["group"]:
        return _group(match["group"], keys) or latex(match[0], "ascii")
    if match["label"]:
        target = safe_url(match["target"]).replace("%", r"\%").replace("#", r"\#").replace("&", r"\&")
        label = _inline(match["label"], keys)
        return f"\\href{{{target}}}{{{label}}}" if target else label
    if match["key"]:
        return f"\\citet{{{match['key']}}}" if match["key"] in keys else latex(match[0], "ascii")
    strong, emphasis = match["strong"] or match["strong_"], match["em"] or match["em_"]
    return f"\\textbf{{{_inline(strong, keys)}}}" if strong else f"\\emph{{{_inline(emphasis, keys)}}}"


def _code(text: str) -> str:
    return f"\\texttt{{{latex(text, 'ascii', mathematics=False)}}}"


def _group(text: str, keys: Collection[str]) -> str:
    """`see @a, p. 3; @b` as natbib writes it; "" if one of its keys is unknown."""
    cited = [match for match in (_CITED.match(part.strip()) for part in text.split(";")) if match]
    if len(cited) != len(text.split(";")) or any(match["key"] not in keys for match in cited):
        return ""
    if all(not match["before"] and not match["after"] and not match["bare"] for match in cited):
        return f"\\citep{{{','.join(match['key'] for match in cited)}}}"
    written = []
    for match in cited:
        before, after = (latex(match[part].strip(), "ascii") for part in ("before", "after"))
        options = f"[{{{before}}}][{{{after}}}]" if before or after else ""
        written.append(f"\\cite{'yearpar' if match['bare'] else 'p'}{options}{{{match['key']}}}")
    return "; ".join(written)
