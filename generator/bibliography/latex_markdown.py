"""The Markdown of an overview as LaTeX: paragraphs, lists, headings, quotations, code, emphasis, links and citations.

Citations are Pandoc's (`[see @a, p. 3; @b]`, `[-@a]`, `@a`) and become natbib's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.bibliography.latex import latex
from generator.text.escape import safe_url

KEY = r"[A-Za-z0-9_](?:[A-Za-z0-9_:./+-]*[A-Za-z0-9_])?"
_INLINE = re.compile(
    r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)(?!`)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!@$|~<>-])"
    rf"|\[(?P<group>[^\[\]]*-?@{KEY}[^\[\]]*)\](?!\()"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<target>[^()\s]+)(?:\s+\"[^\"]*\")?\)"
    r"|\*\*(?P<strong>\S(?:.*?\S)?)\*\*|(?<!\w)__(?P<strong_>\S(?:.*?\S)?)__(?!\w)"
    r"|\*(?P<em>\S(?:[^*]*?\S)?)\*|(?<!\w)_(?P<em_>\S(?:[^_]*?\S)?)_(?!\w)"
    rf"|(?<![\w@])@(?P<key>{KEY})"
)
_CITED = re.compile(rf"^(?P<before>.*?)(?P<bare>-?)@(?P<key>{KEY})(?:\s*,\s*|\s*)(?P<after>.*)$")
_ITEM = re.compile(r"^(\s*)([-*+]|\d+[.)])\s+(.*)$")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*(?:\{[^{}]*\})?$")


def latex_markdown(text: str, keys: Collection[str]) -> str:
    """`text` as LaTeX in ASCII; only `keys` are cited, an unknown one stays as it was written."""
    return "\n\n".join(_blocks(text.replace("\r\n", "\n").split("\n"), keys))


def _blocks(lines: list[str], keys: Collection[str]) -> Iterator[str]:
    paragraph: list[str] = []
    place = 0

    def finished() -> Iterator[str]:
        if paragraph:
            yield _inline(" ".join(paragraph), keys)
            paragraph.clear()

    while place < len(lines):
        line = lines[place]
        fence = re.match(r"^\s*(`{3,}|~{3,})", line)
        heading = _HEADING.match(line)
        if fence:
            yield from finished()
            end = next((at for at in range(place + 1, len(lines)) if lines[at].strip().startswith(fence[1])), len(lines))
            yield "\n".join(
                [r"\begin{quote}\ttfamily", *(f"{_code(code)}\\\\" if code.strip() else r"\mbox{}\\" for code in lines[place + 1 : end]), r"\end{quote}"]
            )
            place = end + 1
            continue
        if not line.strip():
            yield from finished()
        elif heading:
            yield from finished()
            yield f"\\paragraph{{{_inline(heading[2], keys)}}}"
        elif line.lstrip().startswith(">"):
            yield from finished()
            end = next((at for at in range(place, len(lines)) if not lines[at].lstrip().startswith(">")), len(lines))
            quoted = [re.sub(r"^\s*> ?", "", quote) for quote in lines[place:end]]
            yield "\n".join([r"\begin{quote}", *_blocks([quote.lstrip("> ") for quote in quoted], keys), r"\end{quote}"])
            place = end
            continue
        elif _ITEM.match(line) and not paragraph:
            end = next(
                (at for at in range(place + 1, len(lines)) if lines[at].strip() and not _ITEM.match(lines[at]) and not lines[at].startswith(" ")), len(lines)
            )
            yield _list(lines[place:end], keys)
            place = end
            continue
        else:
            paragraph.append(line.strip())
        place += 1
    yield from finished()


def _list(lines: list[str], keys: Collection[str]) -> str:
    items: list[str] = []
    numbered = False
    for line in lines:
        item = _ITEM.match(line)
        if item:
            numbered = numbered or (not items and item[2][0].isdigit())
            items.append(item[3])
        elif line.strip():
            items[-1] += f" {line.strip()}"
    kind = "enumerate" if numbered else "itemize"
    return "\n".join([f"\\begin{{{kind}}}", *(f"\\item {{}}{_inline(item, keys)}" for item in items), f"\\end{{{kind}}}"])


def _inline(text: str, keys: Collection[str]) -> str:
    written: list[str] = []
    end = 0
    for match in _INLINE.finditer(text):
        written += [latex(text[end : match.start()], "ascii") if match.start() > end else "", _span(match, keys)]
        end = match.end()
        _keep_space(written, text, match)
    return "".join([*written, _spaced(text[end:])]) if written else _spaced(text)


def _keep_space(written: list[str], text: str, match: re.Match[str]) -> None:
    """`latex` trims its text; the spaces around a span are part of the sentence."""
    if match.start() and text[match.start() - 1].isspace():
        written[-1] = " " + written[-1]


def _spaced(text: str) -> str:
    return (" " if text[:1].isspace() else "") + latex(text, "ascii")


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
    return f"\\texttt{{{latex(text.replace('$', chr(0xE000)), 'ascii').replace('[U+E000]', chr(92) + '$')}}}"


def _group(text: str, keys: Collection[str]) -> str:
    """`see @a, p. 3; @b` as natbib writes it; "" if a key in it is unknown."""
    cited = [match for part in text.split(";") if (match := _CITED.match(part.strip()))]
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
