"""Personal and corporate names, as BibTeX understands them: family, given, particle ("von part"), suffix ("Jr.")."""

from __future__ import annotations

import html
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
_VANCOUVER = re.compile(
    r"^(?P<family>[^\W\d_][^,;\d]*[^\W\d_A-Z][^,;\d]*?|[A-Z][^,;\d\s]+) (?P<given>[A-Z]{1,4})\.?(?: (?P<suffix>Jr|Sr|II|III|IV|2nd|3rd|4th))?$"
)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|2nd|3rd|4th|phd|md)\.?$", re.IGNORECASE)
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
        if given and _SUFFIX.match(last) and not (len(last) <= 2 and last.isupper() and last.endswith("V")):  # MEDLINE: `Smith, John Q Jr`
            return Name(family, given, particle, last)
        return Name(family, parts[1], particle)
    suffix = parts[1] if len(parts) == 2 else ""
    words = (parts[0] if len(parts) <= 2 else " ".join(parts)).split()
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
        capital = index + 2 < len(words) and words[index] in _CAPITAL_PARTICLES[0] and words[index + 1].lower() in _CAPITAL_PARTICLES[1]
        if words[index] in _PARTICLES or capital:
            start = index
            break
    particle, family = _split_particle(words[start:])
    return Name(family, " ".join(words[:start]), particle, suffix)


def family_first(text: str) -> str | None:
    """`García-López MJ` or `Smith JQ Jr`, as PubMed writes names, in the form `Family, Given`; None for anything else."""
    match = _VANCOUVER.match(text.strip())
    if not match:
        return None
    return ", ".join(part for part in (match["family"], match["suffix"], match["given"]) if part)


def _family_before_given(words: list[str]) -> tuple[str, str] | None:
    first, last = words[0], words[-1]
    if re.fullmatch(r"(?:[A-Z]\.-?){2,}", last) and not any(word.endswith(".") for word in words[:-1]):  # Embase: `van der Berg J.A.`
        return " ".join(words[:-1]), last
    if re.fullmatch(r"[A-Z]\.?|[B-DF-HJ-NP-TV-XZ]{2,3}", last) and len(words) == 2 and not re.fullmatch(r"[A-Z]{1,2}|.*\.|.", first):
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


_SEPARATOR = re.compile(r"\s*;\s*|\s*\|\s*")
_ENTITY = re.compile(r"&#?\w{2,8};")  # its semicolon ends no name
_OTHERS = re.compile(r"[\s,;]+(?:et\.?\s+al|(?:and|&)\s+others)\.?$", re.IGNORECASE)
_AND = re.compile(r",?\s+(?:and|&|und|et(?!\s+al))\s+", re.IGNORECASE)
_INITIAL = r"(?![a-zß-öø-ÿ])[^\W\d_]\.?"
_INITIALS = re.compile(rf"^{_INITIAL}(?:[\s-]*{_INITIAL}){{0,3}}$")


def split_names(text: str) -> list[str]:
    """The names in an author string as spreadsheets and exports write it, each in a form that `parse_name` reads.

    Names are separated by `;` or `|`, else by ` and ` or `&`, else by commas. A comma separates names
    (`Ashish Vaswani, Noam Shazeer`) unless what follows it can only be given names (`Vaswani, A.`, `Vaswani, Ashish`
    alone): then it stands between family and given name, and the names come in pairs (`Vaswani, A., Shazeer, N.`).
    A list that ends in `et al.` or `and others` gives `et al.` as its last item.
    """
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), " ".join(text.split())).strip(" ;,|")
    others = _OTHERS.search(text)
    if others:
        return [*split_names(text[: others.start()]), "et al."]
    if not text:
        return []
    if _SEPARATOR.search(text):
        return [part.strip(" ,") for part in _SEPARATOR.split(text) if part.strip(" ,")]
    vancouver = [family_first(part) for part in re.split(r"\s*,\s*", text.rstrip("."))]
    if len(vancouver) > 1 and all(vancouver):
        return [name for name in vancouver if name]
    names: list[str] = []
    pieces = [piece for piece in _AND.split(text) if piece.strip()]
    inverted = len(pieces) > 1 and all(piece.count(",") == 1 and not _is_whole(piece.split(",")[0]) for piece in pieces[:-1])
    for piece in pieces:
        names.extend([piece.strip()] if inverted else _split_at_commas(piece))
    return names


def _split_at_commas(text: str) -> list[str]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) == 1 or all(_is_whole(part) for part in parts):
        return parts
    if len(parts) == 2 and not (_is_whole(parts[0]) and _is_whole(parts[1])):
        return [", ".join(parts)]
    names: list[str] = []
    for part in parts:
        if names and names[-1].count(",") == 1 and _SUFFIX.match(part):
            names[-1] = names[-1].replace(",", f", {part},")
        elif names and "," not in names[-1] and _INITIALS.match(part):
            names[-1] = f"{names[-1]}, {part}"
        else:
            names.append(part)
    return names


def _is_whole(part: str) -> bool:
    """Whether a piece between commas is a whole name: two words of which at least one is no initial."""
    words = part.split()
    return len(words) > 1 and not _INITIALS.match(part)
