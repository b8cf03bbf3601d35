"""Personal and corporate names, as BibTeX understands them: family, given, particle ("von part"), suffix ("Jr.")."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One author or editor.

    Attributes:
        family: the family name without particle, a single name (`Mausam`), or the whole corporate name.
        given: given names or initials, as written.
        particle: `van der`, `de la`; kept apart so that citation styles can drop or sort it.
        suffix: `Jr.`, `III`.
        corporate: the name of a group; never split or inverted (`{01.AI}` in BibTeX).
    """

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    corporate: bool = False

    @property
    def last(self) -> str:
        """Particle and family name, as one cites: `van der Berg`."""
        return f"{self.particle} {self.family}".strip()

    @property
    def as_first_last(self) -> str:
        """`Given van Family, Jr.`, for reading."""
        whole = f"{self.given} {self.last}".strip()
        return f"{whole}, {self.suffix}" if self.suffix else whole

    @property
    def as_last_first(self) -> str:
        """`van Family, Jr., Given`: BibTeX's form that loses nothing."""
        if self.corporate:
            return self.family
        return ", ".join(part for part in (self.last, self.suffix, self.given) if part)


_PARTICLES = {
    "al", "af", "av", "ap", "ben", "bin", "da", "das", "de", "del", "dela", "della", "der", "des", "di", "do", "dos", "du",
    "e", "el", "la", "las", "le", "los", "ten", "ter", "van", "vande", "vanden", "vander", "vom", "von", "y", "zu", "zum", "zur",
}  # fmt: skip
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|phd|md)\.?$", re.IGNORECASE)


def parse_name(text: str) -> Name:
    """Read one name: `First von Last`, `von Last, First`, `von Last, Jr, First`, or a braced corporate name.

    The rule is that of the BibTeX manual ("BibTeXing", section 4), with the difference that a particle counts
    by the list above when it is written in lower case, so that `bell hooks` stays whole.
    """
    text = " ".join(text.split())
    if text.startswith("{") and text.endswith("}") and text.count("{") == 1:
        return Name(text[1:-1], corporate=True)
    parts = [part.strip() for part in text.split(",")]
    if len(parts) >= 3 and _SUFFIX.match(parts[1]):
        particle, family = _split_particle(parts[0].split())
        return Name(family, " ".join(parts[2:]), particle, parts[1])
    if len(parts) == 2 and not _SUFFIX.match(parts[1]):
        particle, family = _split_particle(parts[0].split())
        return Name(family, parts[1], particle)
    suffix = parts[1] if len(parts) == 2 else ""
    words = (parts[0] if len(parts) <= 2 else " ".join(parts)).split()
    if words and _SUFFIX.match(words[-1]) and len(words) > 2:
        suffix, words = words[-1], words[:-1]
    if len(words) <= 1:
        return Name(" ".join(words), suffix=suffix)
    start = len(words) - 1
    for index in range(1, len(words) - 1):
        if words[index] in _PARTICLES:
            start = index
            break
    particle, family = _split_particle(words[start:])
    return Name(family, " ".join(words[:start]), particle, suffix)


def _split_particle(words: list[str]) -> tuple[str, str]:
    """(`van der`, `Berg`) of [`van`, `der`, `Berg`]; the last word is always family."""
    cut = 0
    while cut < len(words) - 1 and words[cut] in _PARTICLES:
        cut += 1
    return " ".join(words[:cut]), " ".join(words[cut:])
