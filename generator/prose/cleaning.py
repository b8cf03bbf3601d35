"""Contributors' prose reduced to Markdown with a safe subset of HTML, with a note of what was removed and where.

This is the lenient half of the rule: it knows what people write, removes what `allowed` forbids, and leaves the rest
byte for byte. `result` is the strict half: it examines the page that Markdown makes of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.errors import Place, Problem
from generator.prose.allowed import ELEMENTS, WHOLE, is_local, is_safe, may_write
from generator.prose.attribute_lists import attributes_of, reduced
from generator.prose.blocks import blocks, folded
from generator.prose.depth import Depth
from generator.prose.edits import PICTURE_HINT, Edit, applied, inert, listed, picture_elsewhere, shortened
from generator.prose.paragraphs import LONGEST, parted

MOST_LOOSE = 100  # unpaired brackets; ordinary texts have a handful
DEEPEST = 20  # brackets within brackets
LONGEST_TAG = 4000  # characters; what is longer is not a tag but text
LONGEST_ADDRESS = 2000  # of a definition; what is longer is judged by `result`

_TOKEN = re.compile(
    rf"""
      (?P<math> \\\( (?:[^\\`]|\\(?!\))){{0,500}}+ \\\)
              | \\\[ (?:[^\\`]|\\(?!\])){{0,500}}+ \\\]
              | \$\$[^$`]{{1,4000}}\$\$
              | \$(?![\s$]) [^$`\n]{{1,300}}? (?<!\s) \$(?![\d$]) )
    | (?P<escape> \\. )
    | (?P<ticks> `+ )
    | (?P<comment> <!-- )
    | <(?P<autolink> [A-Za-z][A-Za-z0-9+.-]*://[^<>\s]* | [^<>\s!@"'=]+@[^<>\s@"'=]+ )>
    | (?P<tag> <(?P<close>/?)(?P<name>[A-Za-z][^\s"'<>/=]*+)
               (?P<attributes>(?:[^<>"']|"[^"]*+"|'[^']*+'){{0,{LONGEST_TAG}}}+)> )
    | (?P<opens> <(?=[A-Za-z/!?]) )
    | (?P<definition> \[(?P<defined>[^\[\]\n]+)\]:[ \t]*\n?[ \t]*<?(?P<address>[^\s<>]{{1,{LONGEST_ADDRESS}}}+)>?
          (?:[ \t]+(?:"[^\n]{{0,500}}"|'[^\n]{{0,500}}'|\([^\n]{{0,500}}\)))?[ \t]*(?=\n|\Z) )
    | (?P<list> \{{:?[ ]*(?:"[^"\n]*"|'[^'\n]*'|[^{{}}"'\n])*+\}} )
    | (?P<open> !?\[ ) | (?P<shut> \] )
    """,
    re.VERBOSE | re.DOTALL,
)
# What follows a link's text: an address (in angle brackets, or with balanced parentheses) and perhaps a title.
_TARGET = re.compile(
    r"""\(\s*+(?:<(?P<angled>[^<>]*)>|(?P<bare>(?:[^()\s"']|\((?:[^()]|\([^()]*\))*\)|["'](?!\s*\))|\s++(?!["'(]))*+))
        (?P<title>\s*(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)""",
    re.VERBOSE,
)
_NAME = re.compile(r"[ ]?\[([^\[\]]*)\]")
_NO_DEFINITION = " &#8203;"  # of a link: behind its address there may only be a title
_MOST_PASSES = 8  # what then still changes is judged by `result`
_LONGEST_TARGET = 2000  # characters of what follows a link's text
_LONGEST_GAP = 80  # spaces between an attribute list and the end of its line


@dataclass(frozen=True, slots=True)
class _Bracket:
    """An opening bracket, and where its text ends."""

    start: int
    inside: int
    shut: int
    depth: int


def cleaned(text: str, source: str, first_line: int = 1) -> tuple[str, tuple[Problem, ...]]:
    """`text` without what contributors may not write, and a warning with file and line for each thing removed.

    Lines keep their numbers, as far as no paragraph is so long that it has to be parted. `first_line` is the line of
    `source` on which the text starts. Never raises.
    """
    kept, problems = _stable(text, source, first_line)
    shown, too_long = parted(kept)
    message = f"a paragraph of more than {LONGEST:,} characters is shown as several"
    return shown, problems + tuple(
        Problem(message, Place(source, kept.count("\n", 0, start) + first_line), "put blank lines between its parts")
        for start in too_long
    )


def _stable(text: str, source: str, first_line: int) -> tuple[str, tuple[Problem, ...]]:
    """The text of which nothing more has to be removed: what stood apart may be markup once what parted it is gone."""
    problems: tuple[Problem, ...] = ()
    for _ in range(_MOST_PASSES):
        kept, removed = applied(_Cleaner(text).edits(), text, source, first_line)
        problems += removed
        if kept == text:
            break
        text = kept
    return text, problems


@dataclass
class _Cleaner:
    """Reads one text from its beginning to its end."""

    text: str
    found: list[Edit] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    links_open: int = 0
    depth: Depth = field(default_factory=Depth)
    is_deep: bool = False
    unclosed: set[str] = field(default_factory=set)
    comments_end: bool = True
    loose: list[int] = field(default_factory=list)

    def edits(self) -> list[Edit]:
        """Everything that has to change."""
        if not re.search(r"[<\[{]|\\\(", self.text):
            return []
        for start, end in self._prose():
            self._read(start, end)
        self.found += [edit for bracket in self.brackets for edit in self._link(bracket)]
        return [*self.found, *self._loose_marks()]

    def _loose_marks(self) -> Iterator[Edit]:
        """Very many marks that open nothing become text: Markdown would look for the end of each, for hours."""
        if len(self.loose) > MOST_LOOSE:
            first, *others = sorted(self.loose)
            message = f"{len(self.loose):,} brackets that open nothing are shown as text"
            yield self._as_text(first, message, "close them, or write \\[ for a bracket")
            yield from map(self._as_text, others)

    def _as_text(self, place: int, message: str = "", hint: str = "") -> Edit:
        """A bracket as the reader sees it; one with a backslash, as before a formula, is shown without it."""
        end = place + 2 if self.text[place] == "\\" else place + 1
        return Edit(place, end, inert(self.text[end - 1]), message, hint)

    def _prose(self) -> Iterator[tuple[int, int]]:
        """The prose between the blocks of code."""
        position = 0
        for code in (block for block in blocks(self.text)[0] if block.kind == "code"):
            yield position, code.start
            position = code.end
        yield position, len(self.text)

    def _read(self, position: int, end: int) -> None:
        waiting: list[tuple[int, int]] = []
        self.comments_end = True
        runs = _runs_of_ticks(self.text, position, end)
        while match := _TOKEN.search(self.text, position, end):
            position = match.end()
            if match["ticks"]:
                position = _closing(runs, match.start(), match["ticks"]) or position
            elif match["comment"]:
                closing = self.text.find("-->", position, end) if self.comments_end else -1
                self.comments_end = closing >= 0
                gone = closing + 3 if closing >= 0 else 0
                self.found.append(Edit(match.start(), gone or position, "" if gone else "&lt;!--"))
                position = gone or position
            elif match["escape"] == "\\(":
                self.loose.append(match.start())
            elif match["autolink"]:
                self._autolink(match)
            elif match["tag"]:
                position = self._tag(match, end)
            elif match["opens"]:
                self.found.append(Edit(match.start(), position, "&lt;"))
            elif match["definition"]:
                self._definition(match)
            elif match["list"]:
                self._attribute_list(match)
            elif match["open"]:
                waiting.append((match.start(), position))
            elif match["shut"] and waiting:
                start, inside = waiting.pop()
                self.brackets.append(_Bracket(start, inside, match.start(), len(waiting)))
        self.loose += [inside - 1 for _, inside in waiting]

    def _autolink(self, match: re.Match[str]) -> None:
        address = match["autolink"]
        if not is_safe(address):
            message = f"the address {shortened(address)} is not a link"
            self.found.append(Edit(match.start(), match.end(), inert(address), message))

    def _definition(self, match: re.Match[str]) -> None:
        name, address = folded(match["defined"]), match["address"]
        if name.startswith("^"):  # a footnote, or a definition where a site has no footnotes
            if not is_safe(address):
                self.found.append(Edit(match.end(), match.end(), _NO_DEFINITION))
            return
        self.definitions.setdefault(name, address)
        if not is_safe(address):
            message = f"the address {shortened(address)} of [{shortened(match['defined'])}] is removed"
            self.found.append(Edit(match.start(), match.end(), "", message))

    def _attribute_list(self, match: re.Match[str]) -> None:
        """Markdown reads one after a link, picture or marked words, and at the end of a line or table cell."""
        follows = match.start() and self.text[match.start() - 1] in ")]*_`~>^=+"
        after = self.text[match.end() : match.end() + _LONGEST_GAP].lstrip(" ")[:1]
        if not follows and after not in ("", "\n", "|"):
            return
        kept, dropped = reduced(match[0])
        if dropped:
            message = f"{listed('attribute', dropped)} removed: only #id and .class stay"
            self.found.append(Edit(match.start(), match.end(), kept, message))

    def _tag(self, match: re.Match[str], end: int) -> int:
        """Judge a tag; returns where to continue reading."""
        name = match["name"].lower()
        if name in WHOLE:
            return self._without_content(match, name, end)
        if name not in ELEMENTS:
            message = "" if match["close"] else f"the tag <{shortened(name)}> is removed"
            self.found.append(Edit(match.start(), match.end(), "", message))
            return match.end()
        too_deep, missing = (self.depth.end(name), "") if match["close"] else self.depth.begin(name)
        if missing:
            self.found.append(Edit(match.start(), match.start(), missing))
        if too_deep:
            what = "very many end tags that end nothing" if match["close"] else "elements within very many elements"
            self.found.append(Edit(match.start(), match.end(), "", "" if self.is_deep else f"{what} are removed"))
            self.is_deep = True
            return match.end()
        if name == "a":
            self.links_open += -1 if match["close"] else 1
        values, is_plain = attributes_of(match["attributes"])
        if name == "img" and any(key == "src" and is_safe(value) and not is_local(value) for key, value in values):
            self._picture(match, dict(values))
            return match.end()
        dropped = [key for key, value in values if not may_write(name, key, value)]
        if dropped or not is_plain:
            kept = "".join(f' {key}="{inert(value)}"' for key, value in values if key not in dropped)
            message = listed("attribute", dropped, f" of <{name}>") + " removed" if dropped else ""
            self.found.append(Edit(match.start(), match.end(), f"<{match['close']}{name}{kept}>", message))
        return match.end()

    def _without_content(self, match: re.Match[str], name: str, end: int) -> int:
        closing = None
        if not match["close"] and name not in self.unclosed:
            closing = re.compile(rf"</{name}[^<>]{{0,200}}>", re.IGNORECASE).search(self.text, match.end(), end)
            if not closing:
                self.unclosed.add(name)
        stop = closing.end() if closing else match.end()
        what = "is removed with what it holds" if closing else "is removed"
        self.found.append(Edit(match.start(), stop, "", f"<{match['close']}{name}> {what}"))
        return stop

    def _picture(self, match: re.Match[str], values: dict[str, str]) -> None:
        shown = inert(values.get("alt", "") or "picture")
        link = shown if self.links_open > 0 else f'<a href="{inert(values["src"])}">{shown}</a>'
        self.found.append(Edit(match.start(), match.end(), link, picture_elsewhere(values["src"]), PICTURE_HINT))

    def _link(self, bracket: _Bracket) -> Iterator[Edit]:
        """What changes about a link or picture whose text stands in these brackets."""
        picture = self.text[bracket.start] == "!"
        if bracket.depth > DEEPEST:
            self.loose.append(bracket.inside - 1)
        after = bracket.shut + 1
        target = _TARGET.match(self.text, after, after + _LONGEST_TARGET)
        name = None if target else _NAME.match(self.text, after, after + _LONGEST_TARGET)
        if target:
            stop, address = target.end(), (target["angled"] or target["bare"] or "").strip()
        else:
            written = (name[1] if name else "") or self.text[bracket.inside : bracket.shut]
            known = self.definitions.get(folded(written)) if len(written) < _LONGEST_TARGET else None
            if self.text[after : after + 1] == "(":
                self.loose.append(after)
            if known is None:
                return
            stop, address = name.end() if name else after, known
        if not is_safe(address):
            what = "a picture" if picture else "a link"
            yield Edit(bracket.start, bracket.inside, "", f"the address {shortened(address)} of {what} is removed")
            yield Edit(bracket.shut, stop, "")
        elif picture and not is_local(address):
            if bracket.depth:  # a picture inside a link: its words are those of the link
                yield Edit(bracket.start, bracket.inside, "", picture_elsewhere(address), PICTURE_HINT)
                yield Edit(bracket.shut, stop, "")
            else:
                label = "[" if self.text[bracket.inside : bracket.shut].strip() else "[picture"
                yield Edit(bracket.start, bracket.inside, label, picture_elsewhere(address), PICTURE_HINT)


def _runs_of_ticks(text: str, start: int, end: int) -> dict[int, list[int]]:
    runs: dict[int, list[int]] = {}
    for run in re.compile("`+").finditer(text, start, end):
        runs.setdefault(run.end() - run.start(), []).append(run.start())
    return runs


def _closing(runs: dict[int, list[int]], start: int, ticks: str) -> int:
    """Where the code that these ticks open ends; 0 if nothing closes it."""
    same = runs.get(len(ticks), [])
    nth = bisect_left(same, start + 1)
    return same[nth] + len(ticks) if nth < len(same) else 0
