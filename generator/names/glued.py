"""Names that lost their separators: `Adeli K.Lewis G. F.`, where a program removed line ends."""

from __future__ import annotations

import re

from generator.names.name import UPPER, family_first, is_suffix

AND = re.compile(r",?(?<!\s)\s++(?:and|&|und|et(?!\s+al))\s+", re.IGNORECASE)
_INITIAL = r"(?![a-zß-öø-ÿ])[^\W\d_]\.?"
INITIALS = re.compile(rf"^{_INITIAL}(?:[\s-]*{_INITIAL}){{0,3}}$")
_FAMILY = r"[^\W\d_](?:[^\W\d_]|['’])"  # the beginning of a family name, as opposed to an initial
_DOTTED = rf"(?<=[\s.,-][{UPPER}]\.)"
LONGEST = 100  # characters of one name
# Where two names meet that lost their separator.
_SEAMS = (
    # `Adeli K.Lewis G. F.`, `Adeli, K.Lewis, G. F.`, `Adeli K. and Lewis G. F.`
    re.compile(rf"{_DOTTED}(?:(?i:{AND.pattern})|\s*)(?={_FAMILY})"),
    # `K. AdeliG. F. Lewis`
    re.compile(rf"(?<=[a-zß-öø-ÿ])(?=[{UPPER}]\.)"),
    # `Adeli KLewis GF`
    re.compile(rf"(?:(?<=\s[{UPPER}])|(?<=\s[{UPPER}]{{2}})|(?<=\s[{UPPER}]{{3}}))(?=[{UPPER}][a-zß-öø-ÿ])"),
)
# `Gary F. LewisKhosrow Adeli` (SpringerLink's tables), but no `McDonald`, `DePinho`, `FitzGerald`
_CAMEL = re.compile(
    rf"""
    (?<=[a-zß-öø-ÿ])  # the end of one name
    (?<!\b(?:Mc|De|Di|Da|Du|La|Le|Lo|Al|El|St))(?<!\b(?:Mac|Van|Von|Del|San|Ten|Ter))  # but no prefix of a family name
    (?<!\bFitz)(?<!\bDella)(?<!\bVander)  # nor a longer one
    (?=[{UPPER}](?:[a-zß-öø-ÿ]|\.))  # the beginning of the next
    """,
    re.VERBOSE,
)
_GIVEN_FIRST = re.compile(rf"(?:[{UPPER}]\.[ -]?)+(?:{_FAMILY}[^\W\d_'’-]*[ -]?){{1,3}}")


def unglued(text: str) -> list[str]:
    """The names in a text without separators, as `Family, Given`; none unless every piece is clearly one name."""
    text = " ".join(text.split())
    if AND.search(text):
        return []
    pieces = _CAMEL.split(text) if "," not in text else []
    if len(pieces) > 1 and all(len(piece.split()) > 1 for piece in pieces):
        return pieces
    for seam, reads in zip(_SEAMS, (_inverted, _given_first, family_first), strict=True):
        pieces = seam.split(text)
        names = [name for name in (reads(piece.strip()) for piece in pieces) if name] if len(pieces) > 1 else []
        if names and len(pieces) == len(names) and not is_suffix(pieces[-1].split()[-1]):
            return names
    return []


def _inverted(piece: str) -> str | None:
    family, comma, given = piece.partition(",")
    return (
        f"{family}, {given.strip()}"
        if comma and INITIALS.match(given.strip()) and not INITIALS.match(family)
        else family_first(piece)
    )


def _given_first(piece: str) -> str | None:
    return piece if len(piece) < LONGEST and _GIVEN_FIRST.fullmatch(piece) else None
