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
    "al", "af", "av", "ap", "ben", "bin", "da", "das", "de", "del", "dela", "della", "den", "der", "des", "di", "do", "dos", "du",
    "e", "el", "la", "las", "le", "los", "ten", "ter", "van", "vande", "vanden", "vander", "vom", "von", "y", "zu", "zum", "zur",
}  # fmt: skip
_GROUP = re.compile(
    r"\b(?:Groups?|Team|Consortium|Collaborations?|Collaborators|Collaborative|Investigators|Organi[sz]ation|Institute|University|Committee|Network|Society|"
    r"Association|Initiative|Ministry|Agency|Federation|Foundation|Force|Council|Commission|Inc|Ltd|GmbH)\b\.?"
)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|2nd|3rd|4th|phd|md)\.?$", re.IGNORECASE)
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"  # for character classes: the capitals that start names in Latin script
_DOTTED = re.compile(rf"(?:[{UPPER}]\.-?){{1,4}}")  # `G.`, `G.F.`, `J.-P.`
_PLAIN = re.compile(rf"[{UPPER}]{{1,4}}|[{UPPER}](?:-[{UPPER}]){{1,2}}")  # `G`, `GF`, `J-P`
_SAINT = ("St.", "Ste.", "Sta.")
GLUED_INITIAL = re.compile(rf"(?<![^\W\d_][{UPPER}]\.)(?<=[{UPPER}]\.)(?=[{UPPER}][^\W\d_.])")  # `J.A.Smith`
_HOMONYM = re.compile(r"(?<=[^\W\d]) 0\d{3}(?=,|$)")  # DBLP's number for one of several persons of a name
_CAPITAL_PARTICLES = (
    {"Van", "Von", "De"},
    {"den", "der", "de", "la", "las", "los", "het", "ter", "ten"},
)  # `Van den`, `Von Der`: capitalised, part of the family


def parse_name(text: str) -> Name:
    """Read one name: `First von Last`, `von Last, First`, `von Last, Jr, First`, or a braced corporate name.

    The rule is that of the BibTeX manual ("BibTeXing", section 4), with the difference that a particle counts
    by the list above when it is written in lower case, so that `bell hooks` stays whole. Also read, where it is
    certain: `Family G` and `FAMILY Given` (PubMed, French and Chinese usage), and groups (`World Health Organization`).
    """
    text = " ".join(text.split())
    if text.startswith("{") and text.endswith("}") and text.count("{") == 1:
        return Name(text[1:-1], corporate=True)
    if "," not in text and _GROUP.search(text) and " " in text:
        return Name(text, corporate=True)
    parts = [part.strip() for part in _HOMONYM.sub("", text).split(",")]
    if len(parts) >= 3 and _SUFFIX.match(parts[1]):
        particle, family = _split_particle(parts[0].split())
        return Name(family, " ".join(parts[2:]), particle, parts[1])
    if len(parts) == 2 and not _SUFFIX.match(parts[1]):
        particle, family = _split_particle(parts[0].split())
        given, _, last = parts[1].rpartition(" ")
        if (
            given and _SUFFIX.match(last) and not (len(last) <= 2 and last.isupper() and last.endswith("V"))
        ):  # MEDLINE: `Smith, John Q Jr`
            return Name(family, given, particle, last)
        return Name(family, parts[1], particle)
    suffix = parts[1] if len(parts) == 2 else ""
    words = GLUED_INITIAL.sub(" ", parts[0] if len(parts) <= 2 else " ".join(parts)).split()
    if words and _SUFFIX.match(words[-1]) and len(words) > 2:
        suffix, words = words[-1], words[:-1]
    if len(words) <= 1:
        return Name(" ".join(words), suffix=suffix)
    inverted = _family_before_given(words)
    if inverted:
        particle, family = _split_particle(inverted[0].split())
        return Name(family, inverted[1], particle, suffix)
    start = len(words) - 1
    for index in range(1, len(words) - 1):
        capital = (
            index + 2 < len(words)
            and words[index] in _CAPITAL_PARTICLES[0]
            and words[index + 1].lower() in _CAPITAL_PARTICLES[1]
        )
        if words[index] in _PARTICLES or capital or words[index] in _SAINT:
            start = index
            break
    particle, family = _split_particle(words[start:])
    return Name(family, " ".join(words[:start]), particle, suffix)


def family_first(text: str) -> str | None:
    """`García-López MJ`, `Lewis G. F.` or `Smith JQ Jr`, as PubMed and Embase write names, in the form `Family, Given`; None for anything else."""
    words = text.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.match(words[-1]) and not _DOTTED.fullmatch(words[-1]) else ""
    cut = _initials_from(words)
    if cut == len(words) and _PLAIN.fullmatch(words[-1] if words else ""):
        cut -= 1
    family = " ".join(words[:cut])
    is_word = any(word[-1:].islower() or not word.isascii() for word in words[:cut]) or (cut == 1 and len(family) > 1)
    if (
        not is_word
        or cut == len(words)
        or not family[0].isalpha()
        or re.search(r"[,;\d]", family)
        or not _undotted(words[:cut])
    ):
        return None
    return ", ".join(part for part in (family, suffix, " ".join(words[cut:])) if part)


def is_suffix(word: str) -> bool:
    """Whether a word is `Jr.`, `III` or a degree rather than a name."""
    return bool(_SUFFIX.match(word))


def _initials_from(words: list[str]) -> int:
    """Where the initials at the end start: `García López M. A.`, `Smith J A`; the number of words where there are none."""
    cut = len(words)
    while cut and (
        _DOTTED.fullmatch(words[cut - 1]) or (len(words[cut - 1]) == 1 and _PLAIN.fullmatch(words[cut - 1]))
    ):
        cut -= 1
    return cut


def _undotted(words: list[str]) -> bool:
    """Whether none of the words of a family name is an initial or an abbreviation, a saint's aside."""
    return not any(word.endswith(".") and word not in _SAINT for word in words)


def _family_before_given(words: list[str]) -> tuple[str, str] | None:
    first, last = words[0], words[-1]
    cut = _initials_from(words)
    if (
        0 < cut < len(words) and _undotted(words[:cut]) and not (cut == 1 and re.fullmatch(r"[A-Z]{1,2}", first))
    ):  # Embase: `van der Berg J. A.`
        return " ".join(words[:cut]), " ".join(words[cut:])
    if first in _PARTICLES and len(words) > 2 and re.fullmatch(rf"[{UPPER}]{{1,3}}|[{UPPER}]-[{UPPER}]", last):
        return " ".join(words[:-1]), last
    if (
        re.fullmatch(r"[B-DF-HJ-NP-TV-XZ]{2,3}|[A-Z]-[A-Z]", last)
        and len(words) == 2
        and not re.fullmatch(r"[A-Z]{1,2}|.*\.|.", first)
    ):
        return first, last
    if (
        len(first) >= 4
        and first.isupper()
        and first.isalpha()
        and re.search("[AEIOUYÄÖÜÉ]", first)
        and len(words) <= 3
        and not any(w.isupper() for w in words[1:])
    ):
        return first, " ".join(words[1:])
    return None


def _split_particle(words: list[str]) -> tuple[str, str]:
    """(`van der`, `Berg`) of [`van`, `der`, `Berg`]; the last word is always family."""
    cut = 0
    while cut < len(words) - 1 and words[cut] in _PARTICLES:
        cut += 1
    return " ".join(words[:cut]), " ".join(words[cut:])
