r"""A formula of LaTeX read into its parts: `x_i` is a text and a script, `\frac{a}{b}` a command with two arguments."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.text.formula_parts import Command, Group, Part, Script, Text, with_fractions
from generator.text.math_commands import ARITY, ARROWS, DELIMITED, WORDS

_UNIT = r"(?:(?:pt|pc|in|bp|cm|mm|dd|cc|sp|ex|em|mu)|\\[a-z]+(?:skip|height|width|depth))"
_LENGTH = rf"\s*[+-]?\s*(?:\d+(?:[.,]\d*)?|[.,]\d+)?\s*{_UNIT}"
# A star belongs to some commands only; in `\alpha*\beta` it is a sign. Lengths behind `\\` or `\hskip` are not printed.
_TOKEN = re.compile(
    rf"""
    \\(?P<name>[A-Za-z]+)
        (?: (?<=operatorname)\* | (?<=hspace)\* | (?<=vspace)\* | (?<=tag)\*
          | (?<=hskip|vskip|mskip|mkern|\\kern){_LENGTH} )?
    | \\(?P<sign>.)(?:(?<=\\\\)\[{_LENGTH}\s*\])?
    | (?P<other>[{{}}\[\]_^~&] | \s+ | [^\\{{}}\[\]_^~&\s]+)
    """,
    re.DOTALL | re.VERBOSE,
)
_LONGEST_OPTION = 100  # tokens; without an end in these, a bracket is a sign
_TAKES_OPTION = frozenset({"sqrt", "color", "textcolor", "rule", *ARROWS})
# Their letters say how columns are set, `{lcr}`, or how many there are.
_COLUMNS = frozenset({"array", "darray", "tabular", "subarray", "alignat", "alignedat", "xalignat"})
_PLACED = _COLUMNS | {"aligned", "gathered", "split"}  # at the height that [t], [c] or [b] gives
_PLACES = [["[", place, "]"] for place in "tcb"]
_ANGLES = {"<": "⟨", ">": "⟩"}
_DEEPEST = 40  # groups and arguments within each other; in deeper ones only the signs of grouping go


def tree(formula: str) -> Group:
    """The parts of a formula, without its dollar signs."""
    return Group(_Reader(_TOKEN.finditer(formula)).read())


class _Reader:
    """A formula read from left to right."""

    def __init__(self, tokens: Iterable[re.Match[str]], depth: int = 0) -> None:
        self._tokens = list(tokens)
        self._at = 0
        self._depth = depth

    def read(self, *, group: bool = False) -> tuple[Part, ...]:
        """The rest of the formula, or of the group that is open."""
        parts: list[Part] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token[0] == "}":
                self._at += 1
                if group:
                    break
                continue
            parts.append(self._one())
        return tuple(with_fractions(parts) if self._depth < _DEEPEST else parts)

    def _one(self) -> Part:
        """The next token, with its arguments."""
        token = self._tokens[self._at]
        self._at += 1
        if token["name"]:
            return self._command(token["name"])
        if token["sign"]:
            return Command(token["sign"])
        if token[0] == "{":
            return self._group()
        if token[0] in ("_", "^") and self._next() not in ("", "}"):
            return Script(self._argument(), token[0] == "_")
        return Text(token[0])

    def _group(self) -> Group:
        self._depth += 1
        inner = self.read(group=True) if self._depth <= _DEEPEST else ()
        self._depth -= 1
        return Group(inner)

    def _next(self) -> str:
        """The next token that is no space; nothing at the end."""
        while self._at < len(self._tokens) and self._tokens[self._at][0].isspace():
            self._at += 1
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _argument(self) -> Group:
        """The next group, command or single character; nothing at the end."""
        if self._next() in ("", "}"):
            return Group()
        token = self._tokens[self._at]
        if token["other"] and len(token[0]) > 1:  # only the first character of `ab` is an argument
            first, rest = token[0][0], token[0][1:]
            left = _TOKEN.match(rest)
            if left:
                self._tokens[self._at] = left
            return Group((Text(first),))
        if self._depth > _DEEPEST:
            return Group()
        self._depth += 1
        part = self._one()
        self._depth -= 1
        return part if isinstance(part, Group) else Group((part,))

    def _command(self, name: str) -> Command:
        option = self._option() if name in _TAKES_OPTION else Group()
        arguments = tuple(self._argument() for _ in range(ARITY.get(name, 0)))
        if name in WORDS:
            arguments = (_with_formulas(arguments[0]),)
        elif name in DELIMITED:
            arguments = tuple(
                Group((Text(_ANGLES[one]),)) if one in _ANGLES else group for group, one in _plain(arguments)
            )
        elif name == "begin":
            self._skip_columns("".join(one for _, one in _plain(arguments)))
        is_before_group = self._at < len(self._tokens) and self._tokens[self._at][0] == "{"
        return Command(name, arguments, option, is_before_group)

    def _skip_columns(self, environment: str) -> None:
        """Leave out what says how an environment is set."""
        environment = environment.strip().rstrip("*")
        if environment in _PLACED and [token[0] for token in self._tokens[self._at : self._at + 3]] in _PLACES:
            self._at += 3
        if environment in _COLUMNS and self._next() == "{":
            self._argument()

    def _option(self) -> Group:
        """What stands in brackets, which do not hold others."""
        ahead = [token[0] for token in self._tokens[self._at : self._at + _LONGEST_OPTION]]
        if ahead[:1] != ["["] or "]" not in ahead:
            return Group()
        start, end = self._at + 1, self._at + ahead.index("]")
        self._at = end + 1
        return Group(_Reader(self._tokens[start:end], self._depth + 1).read())


def _plain(groups: Iterable[Group]) -> list[tuple[Group, str]]:
    """Each group with the text that stands in it."""
    return [(group, "".join(part.text for part in group.parts if isinstance(part, Text))) for group in groups]


def _with_formulas(words: Group) -> Group:
    r"""Words, in which what stands between dollar signs is set as a formula: `\text{if $x$}`."""
    runs: list[list[Part]] = [[]]
    for part in words.parts:
        pieces = part.text.split("$") if isinstance(part, Text) else [""]
        if isinstance(part, Text):
            runs[-1] += [Text(pieces[0])] if pieces[0] else []
            runs += [[Text(piece)] if piece else [] for piece in pieces[1:]]
        else:
            runs[-1].append(part)
    if len(runs) % 2 == 0:  # a dollar sign without another
        return words
    parts: list[Part] = []
    for at, run in enumerate(runs):
        parts += [Command("ensuremath", (Group(tuple(run)),))] if at % 2 else run
    return Group(tuple(parts))
