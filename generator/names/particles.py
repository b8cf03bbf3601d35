"""The small words of family names: `van`, `de la`, `y`."""

from __future__ import annotations

_TWO = 2  # words
PARTICLES = {
    "al", "af", "av", "ap", "ben", "bin", "da", "das", "de", "del", "dela", "della", "den", "der", "des", "di", "do",
    "dos", "du", "e", "el", "la", "las", "le", "los", "ten", "ter", "van", "vande", "vanden", "vander", "vom", "von",
    "wa", "y", "zu",
    "zum", "zur",
}  # fmt: skip
JOINING = {"y", "e"}  # between the two family names of one person: `Ortega y Gasset`, `Costa e Silva`
CAPITAL_PARTICLES = (  # `Van den`, `Von Der`: capitalised, part of the family
    {"Van", "Von", "De"},
    {"den", "der", "de", "la", "las", "los", "het", "ter", "ten"},
)


def family_start(words: list[str], index: int) -> int:
    """Where in a name (words) the family name starts whose first particle stands at `index`.

    That is at the particle, but for one that joins two family names: at the first of these. With more than one word
    behind it, another person follows: `Juan Pérez y Luis García`.
    """
    joins = words[index] in JOINING and len(words) - index == _TWO
    if not joins or index < _TWO or words[index - 1].endswith("."):
        return index
    start = index - 1
    while start > 1 and words[start - 1] in CAPITAL_PARTICLES[0]:  # `Maria De Rosa e Bianchi`
        start -= 1
    return start
