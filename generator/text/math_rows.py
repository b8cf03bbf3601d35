"""Rows of MathML: elements side by side, with the space between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.text.math_roles import Role, gap, role_of, settled

GROWS = {"stretchy": "true"}
_SPACES = {"around": "0.25em", "punctuation": "0.17em", "operator": "0.17em"}
WIDTHS = {"quad": "1em", "qquad": "2em", "enspace": "0.5em", "!": ""}
THIN = "0.17em"
_NONE = ("", " ", ".")


@dataclass(frozen=True, slots=True)
class Node:
    """An element of MathML.

    Attributes:
        tag: its name.
        text: of a letter, number, operator or words.
        children: what stands in it.
        attributes: by name.
        role: what it does in its row.
        style: of letters and words: "italic", "", "bold", "bold italic", "sans" or "mono".
    """

    tag: str
    text: str = ""
    children: tuple[Node, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)
    role: Role = "ordinary"
    style: str = ""


def row(nodes: Sequence[Node]) -> Node:
    """One element for several."""
    return nodes[0] if len(nodes) == 1 else Node("mrow", children=tuple(nodes))


def spaced(nodes: Sequence[Node], *, is_script: bool = False) -> tuple[Node, ...]:
    """The nodes of a row with the space between them; in scripts, only that of operators."""
    found: list[Node] = []
    roles = settled([_role(nodes, at) for at in range(len(nodes))])
    for at, node in enumerate(nodes):
        space = gap(roles[at - 1], roles[at]) if at else ""
        if space and (space == "operator" or not is_script):
            found.append(Node("mspace", space, attributes={"width": _SPACES[space]}))
        found.append(node)
    return tuple(found)


def _role(nodes: Sequence[Node], at: int) -> Role:
    """What a node does; a colon between numbers, 1:10, is no punctuation."""
    node = nodes[at]
    if node.text == ":" and 0 < at < len(nodes) - 1 and nodes[at - 1].tag == nodes[at + 1].tag == "mn":
        return "ordinary"
    return node.role


def fenced(inner: Sequence[Node], opening: str, closing: str) -> Node:
    """A row between delimiters that grow with it; a space or a full stop is none."""
    first = Node("mo", opening, attributes=GROWS, role="opening")
    last = Node("mo", closing, attributes=GROWS, role="closing")
    return Node(
        "mrow",
        children=(*(first,) * (opening not in _NONE), *inner, *(last,) * (closing not in _NONE)),
        role="ordinary",
    )


def sign_of(sign: str) -> list[Node]:
    """What a backslash and a sign print."""
    if sign in ",:;> \n!\\":
        return [space(WIDTHS.get(sign, THIN))] if sign not in "!\\" else []
    if sign == "|":
        return [Node("mo", "‖")]
    if sign in "%&#$_":
        return [Node("mtext", sign)]
    return [Node("mo", sign, role=role_of(sign))]


def space(width: str) -> Node:
    """A space that the formula asks for."""
    return Node("mspace", "given", attributes={"width": width})
