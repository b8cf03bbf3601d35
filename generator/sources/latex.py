r"""LaTeX of a BibTeX value to Unicode: accents, symbols and text commands; formulas become `$…$` and stay, braces go.

The words inside a command are kept, whatever the command does. An unknown command without an argument is kept as
written: it may be the name of a method (`\methodname`).
"""

from __future__ import annotations

import re
import unicodedata

from generator.sources.latex_chemistry import chemistry
from generator.sources.latex_commands import (
    ACCENTS,
    CASES,
    CITING,
    DROPPED,
    FIRST_DROPPED,
    HORIZONTAL,
    LENGTHS,
    QUOTES,
    SETTING,
    SILENT,
    SPACES,
    symbols,
)
from generator.sources.latex_lengths import parts_words
from generator.sources.latex_units import unit
from generator.text.plain_math import SUBSCRIPT, SUPERSCRIPT

_MATH = re.compile(
    r"""(?<!\\)\$\$(?P<double>(?:[^$\\]|\\.)+)\$\$
      | (?<!\\)\$(?P<single>(?:[^$\\]|\\.)+)\$
      | (?<!\\)\\\((?P<round>(?:\\\\(?=\()|(?!\\[()]).)*)\\\)    # another beginning ends the search for the end
      | (?<!\\)\\\[(?P<square>(?:\\\\(?=\[)|(?!\\[\[\]]).)*)\\\]  # `\\[2pt]` is the end of a line
      | \\ensuremath\s*\{(?P<ensured>(?:[^{}$\\]|\\.|\{[^{}$]*\})*)\}""",
    re.DOTALL | re.VERBOSE,
)
_MARKUP = re.compile(r"[\\{}~$`]|--|''")
# `word' in single quotation marks; no letter ʿayn before a plural possessive (`Arabi and the Sufis' path).
_SINGLE = re.compile(r"(?<![\w-])`(?=\w)([^`.!?]{1,120}?)(?:(?<!s)'(?!\w)|(?<=s)'(?!\w|\s\w))")
_CHEMISTRY = re.compile(r"\\(?:ce|cf)\s*\{(?P<formula>(?:[^{}\\]|\{[^{}\\]*\})*)\}")  # without commands in it
_CHEMICAL = 300  # characters of such a formula
_STYLES = re.compile(r"\\(?:scriptstyle|scriptscriptstyle|displaystyle|textstyle)(?![A-Za-z])\s*")
_TOKEN = re.compile(r"\\(?P<name>[A-Za-z]+)\*?(?P<space>\s*)|\\(?P<sign>.)|(?P<brace>[{}])", re.DOTALL)
_BRANCHES = re.compile(
    r"\\if(?P<test>[A-Za-z]*)(?P<then>(?:(?!\\if|\\fi(?![A-Za-z])).)*)\\fi(?![A-Za-z])\s*", re.DOTALL
)
_ELSE = re.compile(r"\\else(?![A-Za-z])\s*")
_LENGTH = re.compile(
    r"""
    \s*=?\s*[-+]?\d*[.,]?\d*\s*(?:true)?\s*                          # the number, which TeX may read an `=` before
    (?:ex|em|pt|cm|mm|in|mu|sp|bp|pc|dd|cc|\\[a-z]+)?                # its unit, or another length
    (?:\s*(?:plus|minus)\s*[\d.]+\w\w)*                              # how far it may stretch or shrink
    """,
    re.VERBOSE,
)
_OPTION = re.compile(r"(?:\s*\[[^\[\]{}]*\])+(?=\s*\{)")
_MARK = re.compile(r"\\footnotemark(?![A-Za-z])(?:\[[^\[\]{}]*\])?")
_GROUP = re.compile(r"\s*\{")
_VERB = re.compile(r"\\verb\*?([^\w\s])(.*?)\1", re.DOTALL)
_DEEPEST = 60  # nesting of braces; deeper ones are damage, and only the braces are dropped
_MASK = 0xE100  # private-use characters stand in for formulas while the text around them is read
_MASKED = re.compile("[\ue100-\uf8ff]")
_MOST = 0xF8FF - _MASK  # formulas in one text
_TILDE = "\ue0fe"  # a tilde that is meant as one, not as a space

# A footnote, which is not part of the word.
_NOTE = re.compile(r"(?<=[^\s{])\\(?:footnote|footnotetext|thanks)(?=\s*[{\[])")


def decode(text: str) -> str:
    r"""`text` as one line of Unicode: `Sch{\"o}lkopf` → `Schölkopf`, `{BERT}` → `BERT`, `\(n\)` → `$n$`."""
    if not _MARKUP.search(text):
        return " ".join(text.split())
    formulas: list[str] = []

    def mask(match: re.Match[str]) -> str:
        formulas.append(_formula(match))
        return chr(_MASK + len(formulas) - 1)

    crowded = text.count("$") + text.count("\\") > _MOST or _MASKED.search(text)
    prose = _MARK.sub("", _NOTE.sub(r" \g<0>", text if crowded else _MATH.sub(mask, text)))
    prose = _Reader(_one_branch(prose)).read() if "\\" in prose else prose.replace("{", "").replace("}", "")
    prose = (
        prose.replace("/~", f"/{_TILDE}")
        .replace("~", " ")
        .replace("---", "—")
        .replace("--", "–")
        .replace("``", "“")
        .replace("''", "”")
    )
    prose = _SINGLE.sub("‘\\1’", prose).replace(_TILDE, "~")
    if formulas:
        prose = _MASKED.sub(lambda mark: formulas[ord(mark[0]) - _MASK], prose)
    return " ".join(prose.split())


def _formula(match: re.Match[str]) -> str:
    inner = _STYLES.sub("", match[match.lastgroup or 0]).strip()
    if alone := _CHEMISTRY.fullmatch(inner):
        return chemistry(alone["formula"])
    return f"${inner}$" if inner else ""


def _one_branch(text: str) -> str:
    r"""The text with only one branch of every TeX conditional: `\ifmmode \check{Z}\else \v{Z}\fi` is `\v{Z}` in a
    text.
    """
    while "\\if" in text:
        chosen = _BRANCHES.sub(_branch, text)
        if chosen == text:
            break
        text = chosen
    return text


def _branch(match: re.Match[str]) -> str:
    yes, *no = _ELSE.split(match["then"], maxsplit=1)
    if match["test"] == "true":
        return yes
    if no:
        return no[0]
    return "" if match["test"] in ("mmode", "false", "") else yes


def _depth(text: str) -> int:
    """How many braces are open at once, at most."""
    depth = deepest = 0
    for character in text:
        depth += {"{": 1, "}": -1}.get(character, 0)
        deepest = max(deepest, depth)
    return deepest


class _Reader:
    """A text with commands, read from left to right."""

    def __init__(self, text: str) -> None:
        too_deep = text.count("{") > _DEEPEST and _depth(text) > _DEEPEST
        self._text = _VERB.sub(r"\2", text.replace("{", "").replace("}", "") if too_deep else text)
        self._at = 0
        self._accents = 0  # accents waiting for their letter

    def read(self, *, group: bool = False) -> str:
        """The rest of the text, or of the open group."""
        written: list[str] = []
        while (token := _TOKEN.search(self._text, self._at)) is not None:
            written.append(self._text[self._at : token.start()])
            self._at = token.end()
            if token["brace"] == "{":
                written.append(self.read(group=True))
            elif token["brace"]:
                if group:
                    return "".join(written)
            elif token["name"]:
                written.append(self._command(token["name"], token["space"]))
            else:
                written.append(self._sign(token["sign"]))
        written.append(self._text[self._at :])
        self._at = len(self._text)
        return "".join(written)

    def _sign(self, sign: str) -> str:
        if sign in ACCENTS:
            return self._accented(sign)
        if sign in SPACES:
            return " "
        return "" if sign in SILENT else sign

    def _command(self, name: str, space: str) -> str:
        if name in ACCENTS and (len(name) > 1 or self._argument_follows(space)):
            return self._accented(name)
        if name in SILENT or name in LENGTHS:
            if name in LENGTHS:
                self._length()
            return ""
        if name in SPACES or name in HORIZONTAL:
            return " " if name in SPACES or parts_words(self._width(name)) else ""
        if CITING.fullmatch(name):
            self._arguments(1)
            return "[…]"
        if name in DROPPED:
            self._arguments(DROPPED[name])
            return ""
        if name in FIRST_DROPPED:
            self._arguments(FIRST_DROPPED[name])
            return self._argument()
        return self._printing(name, space)

    def _width(self, name: str) -> str:
        """The width of a space, as it is written behind the command."""
        return self._verbatim() if name == "hspace" else self._length()

    def _length(self) -> str:
        """The length that follows, as it is written."""
        start, length = self._at, _LENGTH.match(self._text, self._at)
        self._at = length.end() if length else self._at
        return self._text[start : self._at]

    def _printing(self, name: str, space: str) -> str:
        """What a command prints that contains words or stands for a character."""
        if name in ("textsuperscript", "textsubscript", "up", "sp", "sb"):
            return _script(self._argument(), raised=name in ("textsuperscript", "up", "sp"))
        if name in _ADDRESSES:
            return self._argument().replace("~", _TILDE)
        if name in QUOTES or name in CASES:
            inner = self._argument()
            return CASES[name](inner) if name in CASES else inner.join(QUOTES[name])
        if name in ("ce", "cf") and self._has_group():
            is_plain = _CHEMISTRY.match(rf"\ce{self._text[self._at : self._at + _CHEMICAL]}")
            return chemistry(self._verbatim(braces=True) if is_plain else self._argument())
        if name in _QUANTITIES:
            number = f"{self._argument()} " if name in ("SI", "qty") else ""
            return number + unit(self._verbatim())
        if self._has_group():
            inner = self._argument()
            if inner:
                return inner if name in SETTING else symbols().get(name, "") + inner
            return symbols().get(name, f"\\{name}{space}")
        known = symbols().get(name)
        return known if known is not None else f"\\{name}{space}"

    def _verbatim(self, *, braces: bool = False) -> str:
        """The next group as it is written; `braces` within it are kept only if they are wanted."""
        if not self._has_group():
            return ""
        start, depth = self._at + 1, 0
        for at in range(self._at, len(self._text)):
            depth += {"{": 1, "}": -1}.get(self._text[at], 0)
            if not depth:
                self._at = at + 1
                break
        else:
            at = self._at = len(self._text)
        return self._text[start:at] if braces else re.sub("[{}]", "", self._text[start:at])

    def _accented(self, accent: str) -> str:
        if self._accents > _DEEPEST:
            return ""
        self._accents += 1
        base = self._argument(single=True)
        self._accents -= 1
        if not base and accent in _SIGNS:  # Mendeley: `{\~{}}50`
            return _SIGNS[accent]
        letter = {"ı": "i", "ȷ": "j"}.get(base[:1], base[:1])
        if not letter.isalpha():
            return base
        return unicodedata.normalize("NFC", letter + chr(ACCENTS[accent])) + base[1:]

    def _argument_follows(self, space: str) -> bool:
        r"""Whether `\c` precedes its letter: in braces, after a space or as another command."""
        following = self._text[self._at : self._at + 1]
        return following in ("{", "\\") or (bool(space) and following.isalpha())

    def _has_group(self) -> bool:
        option = _OPTION.match(self._text, self._at)
        at = option.end() if option else self._at
        following = _GROUP.match(self._text, at)
        if following:
            self._at = following.end() - 1
        return following is not None

    def _arguments(self, count: int) -> None:
        for _ in range(count):
            if self._has_group():
                self._argument()

    def _argument(self, *, single: bool = False) -> str:
        """The next group; without one, a single character or command for an accent, and nothing for other commands."""
        if self._has_group():
            self._at += 1
            return self.read(group=True)
        if not single:
            return ""
        while self._text[self._at : self._at + 1].isspace():
            self._at += 1
        token = _TOKEN.match(self._text, self._at)
        if token and token["name"]:
            self._at = token.end()
            return self._command(token["name"], token["space"])
        if token and token["sign"]:
            self._at = token.end()
            return self._sign(token["sign"])
        self._at += 1
        return self._text[self._at - 1 : self._at] if not token else ""


_SIGNS = {"~": _TILDE, "^": "^"}  # what an accent above nothing is meant to be
_QUANTITIES = ("SI", "qty", "si", "unit")
_ADDRESSES = ("url", "path", "nolinkurl")


def _script(text: str, *, raised: bool) -> str:
    """The digits of `10\textsuperscript{6}` as Unicode superscripts, because 106 is another number; words unchanged."""
    table = SUPERSCRIPT if raised else SUBSCRIPT
    small = any(character.isdigit() for character in text) and all(ord(character) in table for character in text)
    return text.translate(table) if small else text
