r"""A formula of LaTeX read into its parts: `x_i` is a text and a script, `\frac{a}{b}` a command with two arguments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.text.math_commands import (
    ACCENTS,
    ALPHABETS,
    ARROWS,
    BINOMIALS,
    DELIMITED,
    DROPS_FIRST,
    ENCLOSED,
    ENVIRONMENTS,
    FRACTIONS,
    SCRIPTS,
    SETS_ARGUMENT,
    STACKS,
)

_TOKEN = re.compile(r"\\(?P<name>[A-Za-z]+)\*?|\\(?P<sign>.)|(?P<other>[{}_^~&]|\s+|[^\\{}_^~&\s]+)", re.DOTALL)
_OPTION = re.compile(r"\[([^\[\]]*)\]")
_DEEPEST = 40  # groups and arguments within each other; in deeper ones only the signs of grouping go
_OF_ONE = (
    *ACCENTS, *ALPHABETS, *ARROWS, *ENCLOSED, *SCRIPTS, *SETS_ARGUMENT, *ENVIRONMENTS, *DROPS_FIRST, *DELIMITED,
)  # fmt: skip
_ARITY = dict.fromkeys((*FRACTIONS, *BINOMIALS, *STACKS), 2) | dict.fromkeys(_OF_ONE, 1) | {"sqrt": 1, "not": 1}


@dataclass(frozen=True, slots=True)
class Text:
    """Signs that stand for themselves, spaces, `~` and `&` included."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between braces, or is an argument without them."""

    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A script of what stands before it."""

    inner: Group
    is_lowered: bool


@dataclass(frozen=True, slots=True)
class Command:
    r"""A command.

    Attributes:
        name: without its backslash.
        arguments: as many as the command takes.
        option: what stands in brackets behind it, the 3 of `\sqrt[3]{x}`.
        is_before_group: whether braces follow that are no argument of it.
    """

    name: str
    arguments: tuple[Group, ...] = ()
    option: str = ""
    is_before_group: bool = False


Part = Text | Group | Script | Command


def tree(formula: str) -> Group:
    """The parts of a formula, without its dollar signs."""
    return Group(_Reader(formula).read())


class _Reader:
    """A formula read from left to right."""

    def __init__(self, text: str) -> None:
        self._tokens = [match for match in _TOKEN.finditer(text) if match[0]]
        self._at = 0
        self._depth = 0

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
        return tuple(parts)

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
        if token[0] in ("_", "^"):
            return Script(self._argument(), token[0] == "_")
        return Text(token[0])

    def _group(self) -> Group:
        self._depth += 1
        inner = self.read(group=True) if self._depth <= _DEEPEST else ()
        self._depth -= 1
        return Group(inner)

    def _argument(self) -> Group:
        """The next group, command or single character; nothing at the end."""
        while self._at < len(self._tokens) and self._tokens[self._at][0].isspace():
            self._at += 1
        if self._at >= len(self._tokens) or self._tokens[self._at][0] == "}":
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
        option = self._option() if name == "sqrt" else ""
        arguments = tuple(self._argument() for _ in range(_ARITY.get(name, 0)))
        is_before_group = self._at < len(self._tokens) and self._tokens[self._at][0] == "{"
        return Command(name, arguments, option, is_before_group)

    def _option(self) -> str:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        found = _OPTION.match(token[0]) if token and token["other"] else None
        if token is None or found is None:
            return ""
        left = _TOKEN.match(token[0][found.end() :])
        if left:
            self._tokens[self._at] = left
        else:
            self._at += 1
        return found[1]
