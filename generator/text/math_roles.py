"""What a sign does in a formula, which decides the space around it (Knuth, "The TeXbook", chapter 18)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Literal

# `operation` has a space on both sides, as `relation`; `operator` is a function or a large sign.
Role = Literal["ordinary", "operator", "operation", "relation", "opening", "closing", "punctuation"]

_LARGE = "∑∏∐⋀⋁⋂⋃⨀⨁⨂⨄⨅⨆"
_INTEGRALS = "∫∬∭⨌∮∯∰"
# What has its limits below and above in a formula of its own.
LIMITED = frozenset(
    (*_LARGE, "lim sup", "lim inf", *"lim max min sup inf argmax argmin injlim projlim det gcd Pr".split())
)
_OPERATIONS = frozenset("+-−±∓×÷·∗*⋆∘•∙∩∪∧∨⊕⊖⊗⊘⊙†‡⊎⊔⊓∖≀⋄△▽◁▷⋅⋉⋊⨯")
_RELATIONS = frozenset("=<>∣∥∈∉∋∌∝⊥⊢⊣⊨⊩⊧⋈⌢⌣⟂≔")
_OF_COLONS = (":=", "::=", "=:")
_CLOSING = frozenset("!?")
_PUNCTUATION = frozenset(",;:")
_RANGES = ((0x2190, 0x21FF), (0x223C, 0x228B), (0x22D0, 0x22ED), (0x27F0, 0x27FF), (0x2900, 0x297F), (0x2A7D, 0x2ABF))
_DELIMITERS: dict[str, Role] = {"Ps": "opening", "Pe": "closing", "Pi": "opening", "Pf": "closing"}


def role_of(sign: str) -> Role:
    """What a sign does; of several, what the first one does."""
    if not sign:
        return "ordinary"
    if sign in _LARGE or sign in _INTEGRALS:
        return "operator"
    if sign in _OPERATIONS:
        return "operation"
    if sign in _RELATIONS or sign in _OF_COLONS or any(first <= ord(sign[0]) <= last for first, last in _RANGES):
        return "relation"
    if sign in _CLOSING:
        return "closing"
    if sign in _PUNCTUATION:
        return "punctuation"
    return _DELIMITERS.get(unicodedata.category(sign[0]), "ordinary")


def settled(roles: Sequence[Role]) -> list[Role]:
    """The roles of a row's parts: an operation with nothing on one side, the minus of −1, is an ordinary sign, and so
    is a relation with nothing before it, the ∼ of ∼10.
    """
    found: list[Role] = []
    for at, role in enumerate(roles):
        before = found[-1] if found else "opening"
        after = roles[at + 1] if at + 1 < len(roles) else "closing"
        has_nothing_before = before in ("operation", "operator", "relation", "opening", "punctuation")
        is_alone = has_nothing_before or after in ("relation", "closing", "punctuation")
        is_plain = (role == "operation" and is_alone) or (role == "relation" and not found)
        found.append("ordinary" if is_plain else role)
    return found


def gap(left: Role, right: Role) -> str:
    """The space between two neighbours: "", or that of an operator, of punctuation or around an operation."""
    if "relation" in (left, right):
        has_none = left in (right, "opening") or right in ("closing", "punctuation")
        return "" if has_none else "around"
    if "operation" in (left, right):
        return "around"
    if left == "punctuation":
        return "" if right == "closing" else "punctuation"
    if "operator" in (left, right):
        return "" if left == "opening" or right in ("opening", "closing", "punctuation") else "operator"
    return ""
