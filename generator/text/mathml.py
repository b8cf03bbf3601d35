r"""A formula as MathML: `\frac{a}{b}` is an `mfrac`. The elements and attributes are those of W3C's "MathML Core".

Letters in one alphabet are kept together where they stand upright (`\mathrm{rank}`), and one by one in italics.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.text.formula_parts import LETTER, PIECE, Command, Group, Part, Script, Text, end_of, split
from generator.text.math_commands import ARROWS, BINOMIALS, ENCLOSED, FONTS, FUNCTIONS, WORDS, Kind, kind_of
from generator.text.math_roles import LIMITED, Role, role_of
from generator.text.math_rows import GROWS, THIN, WIDTHS, Node, fenced, row, sign_of, space, spaced
from generator.text.plain_math import in_alphabet, negated, symbol, written

ITALIC = "italic"
_GROWING = {"overbrace": "⏞", "underbrace": "⏟", "overline": "¯", "underline": "_", "widehat": "^", "widetilde": "~",
            "overrightarrow": "→", "overleftarrow": "←"}  # fmt: skip
_MARKS = {"hat": "^", "tilde": "~", "bar": "¯", "vec": "→", "dot": "˙", "ddot": "¨", "check": "ˇ", "breve": "˘",
          "acute": "´", "grave": "`", "mathring": "˚"}  # fmt: skip
_JOINED = {"msub": "msubsup", "msup": "msubsup", "munder": "munderover", "mover": "munderover"}
_WITH_SCRIPTS = frozenset({*_JOINED, *_JOINED.values()})
_ABOVE = ("msup", "mover")
_PRIME = "′"
_SIGNS = {"-": "−", "*": "∗"}
_ROLES: dict[str, Role] = {"mathop": "operator", "mathbin": "operation", "mathrel": "relation"}
_LAST_IN_ITALICS = "\u052f"  # Latin, Greek and Cyrillic; other scripts have none, and letters of alphabets follow
_MOST_SCRIPTS = 6  # of one base, each outside of the one before; further ones stand beside them
_DEEPEST = 40  # rows within rows; in deeper ones nothing grows or stands in a table
_FENCES = {"pmatrix": "()", "bmatrix": "[]", "Bmatrix": "{}", "vmatrix": "||", "Vmatrix": "‖‖", "cases": "{ "}


def mathml(formula: Group, *, is_display: bool = False) -> Node:
    """The element `math` of a formula."""
    attributes = {"display": "block"} if is_display else {}
    return Node("math", children=spaced(_Row(ITALIC, is_display).nodes(formula.parts)), attributes=attributes)


@dataclass
class _Row:
    """A row being written in one style; a command such as `\\rm` changes it for the rest of the row."""

    style: str
    is_display: bool = False
    alphabet: str = ""
    is_script: bool = False
    depth: int = 0

    def nodes(self, parts: Sequence[Part]) -> list[Node]:
        """The elements of the parts, without the space between them."""
        found: list[Node] = []
        at = 0
        while at < len(parts):
            part = parts[at]
            at += 1
            if isinstance(part, Command) and part.name in ("left", "begin") and self.depth < _DEEPEST:
                end = end_of(parts, at, part.name)
                found += self._enclosed(part, parts[at:end], parts[end] if end < len(parts) else None)
                at = end + 1
            elif isinstance(part, Script):
                self._attach(found, self._script(part), is_lowered=part.is_lowered)
            else:
                self._add(found, part)
        return found

    def _add(self, found: list[Node], part: Part) -> None:
        if isinstance(part, Text):
            for piece in PIECE.findall(part.text):
                if piece[0] == "'":
                    primes = Node("mo", _PRIME * len(piece))
                    self._attach(found, primes, is_lowered=False)
                elif piece.strip() and piece not in "&~":
                    found += self._signs(piece)
                elif piece == "~":
                    found.append(space(THIN))
        elif isinstance(part, Group):
            inner = replace(self, depth=self.depth + 1).nodes(part.parts)
            # in braces, a sign is an ordinary one: the comma of `1{,}000` has no space behind it
            found += [replace(row(spaced(inner, is_script=self.is_script)), role="ordinary")] if inner else []
        elif isinstance(part, Command):
            found += self._command(part)

    def _group(self, group: Group, **changes: object) -> Node:
        """The group as one element; `changes` are to the style in it."""
        inner = replace(self, depth=self.depth + 1, **changes)  # type: ignore[arg-type]  # the names are those of fields
        return row(spaced(inner.nodes(group.parts), is_script=inner.is_script))

    def _inner(self, group: Group) -> Node:
        return self._group(group, is_script=True, is_display=False)

    def _signs(self, text: str) -> list[Node]:
        """Letters, a number or a sign."""
        if self.alphabet and text.isascii() and text.isalnum():
            return [Node("mi", in_alphabet(self.alphabet, letter)) for letter in text]
        if text[0].isdigit():
            return [Node("mn", text, style=self.style.replace(ITALIC, "").strip())]
        if not text[0].isalpha():
            sign = _SIGNS.get(text, text)
            return [Node("mo", sign, role=role_of(sign))]
        is_upright = ITALIC not in self.style or "Α" <= text[0] <= "Ω" or text[0] > _LAST_IN_ITALICS
        style = self.style.replace(ITALIC, "").strip() if is_upright else self.style
        return [Node("mi", piece, style=style) for piece in ([text] if is_upright else LETTER.findall(text))]

    def _script(self, script: Script) -> Node:
        """What stands in a script; primes are written as such, since they are raised by themselves."""
        text = "".join(written(script.inner).split())
        is_primes = not script.is_lowered and text and not text.strip(_PRIME)
        return Node("mo", text) if is_primes else self._inner(script.inner)

    def _attach(self, found: list[Node], script: Node, *, is_lowered: bool) -> None:
        """Add a script to the last node."""
        base = found.pop() if found and _scripts_of(found[-1]) < _MOST_SCRIPTS else None
        found.append(self._scripted(base, script, is_lowered))

    def _scripted(self, base: Node | None, script: Node, is_lowered: bool) -> Node:
        """The base with a script; a second one of the other kind joins the first."""
        base = base or Node("mrow")
        if base.tag in _JOINED and (base.tag in _ABOVE) == is_lowered and not base.attributes:
            inner, other = base.children
            pair = (script, other) if is_lowered else (other, script)
            return Node(_JOINED[base.tag], children=(inner, *pair), role=base.role)
        if not is_lowered and base.tag == "msup" and base.children[1].text.startswith(_PRIME):
            joined = Node("mrow", children=(base.children[1], script))
            return Node("msup", children=(base.children[0], joined), role=base.role)
        has_limits = _is_brace(base) or (self.is_display and base.text in LIMITED)
        under, over = ("munder", "mover") if has_limits else ("msub", "msup")
        return Node(under if is_lowered else over, children=(base, script), role=base.role)

    def _command(self, command: Command) -> list[Node]:
        if not command.name.isalpha():
            return sign_of(command.name)
        match kind_of(command.name):
            case "fraction" | "binomial":
                return [self._fraction(command)]
            case "root":
                return [self._root(command)]
            case "accent" | "brace":
                return [self._accented(command.name, command.arguments[0])]
            case "stack":
                return [self._stacked(command.name, *command.arguments)]
            case "enclosed" | "arrow" | "script" as kind:
                return self._around(kind, command)
            case "negation" | "function" | "symbol" as kind:
                return self._named(kind, command)
            case kind:
                return self._in_style(kind, command)

    def _fraction(self, command: Command) -> Node:
        inner = tuple(self._group(one, is_display=False) for one in command.arguments)
        if command.name in BINOMIALS:
            return fenced([Node("mfrac", children=inner, attributes={"linethickness": "0"})], "(", ")")
        is_large = {"displaystyle": "true"} if command.name in ("dfrac", "cfrac") else {}
        return Node("mfrac", children=inner, attributes=is_large)

    def _stacked(self, name: str, above: Group, base: Group) -> Node:
        stacked = self._group(base)
        pair = (stacked, self._inner(above))
        return Node("munder" if name == "underset" else "mover", children=pair, role=stacked.role)

    def _around(self, kind: Kind, command: Command) -> list[Node]:
        """A group between brackets, above an arrow, or as a script of nothing."""
        name, group = command.name, command.arguments[0]
        if kind == "enclosed":
            before, after = ENCLOSED[name]
            return [Node("mtext", before), self._group(group), Node("mtext", after)]
        if kind == "arrow":
            stacked = (Node("mo", ARROWS[name], attributes=GROWS), self._inner(group))
            if command.option.parts:
                below = self._inner(command.option)
                return [Node("munderover", children=(stacked[0], below, stacked[1]), role="relation")]
            return [Node("mover", children=stacked, role="relation")]
        return [self._scripted(None, self._inner(group), is_lowered=name == "textsubscript")]

    def _root(self, command: Command) -> Node:
        inner = self._group(command.arguments[0], is_display=False)
        if command.option.parts:
            return Node("mroot", children=(inner, self._inner(command.option)))
        return Node("msqrt", children=(inner,))

    def _accented(self, name: str, group: Group) -> Node:
        mark = Node("mo", _GROWING.get(name) or _MARKS[name], attributes=GROWS if name in _GROWING else {})
        is_below = name in ("underline", "underbrace")
        kind = {"accentunder" if is_below else "accent": "true"}
        return Node("munder" if is_below else "mover", children=(self._group(group), mark), attributes=kind)

    def _in_style(self, kind: Kind, command: Command) -> list[Node]:
        """A command that sets letters or words, or prints at most a space or a delimiter."""
        name = command.name
        if kind == "words":
            return self._words(command.arguments[0], WORDS[name])
        if kind == "alphabet":
            return [self._group(command.arguments[0], alphabet=name)]
        if kind == "operator":
            return [Node("mi", written(command.arguments[0]).strip(), role="operator")]
        if kind == "phantom":
            return [Node("mphantom", children=(self._group(command.arguments[0]),))]
        if kind == "argument":
            inner = self._group(command.arguments[0], style=FONTS.get(name, self.style))
            return [replace(inner, role=_ROLES.get(name, inner.role))]
        self.style = FONTS.get(name, self.style)
        if kind == "space":
            return [space(WIDTHS.get(name, THIN))]
        sign = written(command.arguments[0]).strip(".") if kind == "delimiter" else ""
        return [Node("mo", sign, role=role_of(sign), attributes=GROWS)] if sign else []

    def _words(self, words: Group, style: str) -> list[Node]:
        """Words, and the formulas between them."""
        found: list[Node] = []
        for is_formula, parts in groupby(
            words.parts, lambda part: isinstance(part, Command) and bool(part.arguments) and part.name == "ensuremath"
        ):
            run = Group(tuple(parts))
            if is_formula:
                found.append(self._group(run, style=ITALIC))
            elif written(run):
                found.append(Node("mtext", written(run), style=style))
        return found

    def _named(self, kind: Kind, command: Command) -> list[Node]:
        """A command that prints a sign or a name, or strikes a sign through."""
        name = command.name
        if kind == "negation":
            inner = self._group(command.arguments[0])
            return [replace(inner, text=negated(inner.text)) if inner.text else inner]
        if kind == "function":
            return [Node("mi", FUNCTIONS[name], role="operation" if name == "bmod" else "operator")]
        if name == "mid":
            return [Node("mo", "|", role="relation")]
        shown = symbol(command).strip()
        if shown.startswith("\\"):
            return [Node("mtext", shown)]
        if len(shown) == 1:
            return self._signs(shown)
        return [Node("mo", shown, role=role_of(shown))] if shown else []

    def _enclosed(self, opening: Command, parts: Sequence[Part], closing: Part | None) -> list[Node]:
        """What stands between `\\left` and `\\right`, or is an environment."""
        if opening.name == "left":
            end = written(closing.arguments[0]) if isinstance(closing, Command) else "."
            inner = spaced(replace(self, depth=self.depth + 1).nodes(parts), is_script=self.is_script)
            return [fenced(inner, written(opening.arguments[0]), end)]
        name = written(opening.arguments[0]).strip().rstrip("*")
        lines = [list(split(line, "&")) for line in split(parts, "\\")]
        rows = [
            Node("mtr", children=tuple(self._cell(cell, name, at) for at, cell in enumerate(line)))
            for line in lines
            if any(line)
        ]
        table = Node("mtable", children=tuple(rows))
        ends = _FENCES.get(name)
        return [fenced([table], ends[0], ends[1]) if ends else table]

    def _cell(self, parts: Sequence[Part], environment: str, at: int) -> Node:
        """A cell of a table; in the second one of a line, `= b` stands behind something."""
        inner = replace(self, depth=self.depth + 1).nodes(parts)
        before = [Node("mrow")] if at else []
        side = {"cases": "left", "align": "left" if at % 2 else "right"}.get(environment.replace("aligned", "align"))
        attributes = {"class": side} if side else {}
        return Node("mtd", children=spaced([*before, *inner]), attributes=attributes)


def _scripts_of(node: Node) -> int:
    """How many scripts a node has, each outside of the one before."""
    count = 0
    while node.tag in _WITH_SCRIPTS:
        node = node.children[0]
        count += 1
    return count


def _is_brace(node: Node) -> bool:
    return len(node.children) > 1 and node.children[1].text in (_GROWING["overbrace"], _GROWING["underbrace"])
