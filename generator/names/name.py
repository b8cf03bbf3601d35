"""Personal and corporate names, as BibTeX understands them: family, given, particle ("von part"), suffix ("Jr.")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.names.east_asian import is_east_asian
from generator.names.families import BEFORE_SYLLABLES, SHORT_FAMILIES
from generator.names.marks import is_degree, is_only_degree, without_degrees, without_marks, without_titles
from generator.names.particles import CAPITAL_PARTICLES, JOINING, PARTICLES, family_start

_GIVEN_AND_FAMILY = 2  # words or parts of the most common names
_INITIALS = 2  # letters
_CAPITALS = 4  # letters of a family name in capitals; with fewer it could be initials
_LONGEST_FAMILY_FIRST = 3  # words


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
        """Particle and family name, as cited: `van der Berg`."""
        return f"{self.particle} {self.family}".strip()

    @property
    def as_first_last(self) -> str:
        """`Given van Family, Jr.`, for reading."""
        whole = f"{self.given} {self.last}".strip()
        return f"{whole}, {self.suffix}" if self.suffix else whole

    @property
    def as_last_first(self) -> str:
        """`van Family, Jr., Given`: the form of BibTeX that loses nothing."""
        if self.corporate:
            return self.family
        return ", ".join(part for part in (self.last, self.suffix, self.given) if part)


# Words that show a name of several words to be that of a group, not of a person.
_GROUP = re.compile(
    r"""\b(?:
        Groups? | Team | Consortium | Collaborations? | Collaborators | Collaborative | Investigators | Organi[sz]ation
        | Institute | University | Committee | Network | Society | Association | Initiative | Ministry
        | Agency | Federation | Foundation | Force | Council | Commission | Inc | Ltd | LLC | GmbH
        | Trialists | Nations | Gesellschaft | Universität | Université | Universidad | Universidade | Società | Société
        | Sociedad | Institut | Instituto | Ministère | Ministerio | Bundesamt | Bundesministerium | Arbeitsgruppe
        | Arbeitsgemeinschaft | Stiftung
    )\b\.?""",
    re.VERBOSE,
)
# Words that do so only with `of`, `for` or the like: a person may be called Bank or College.
_OFFICE = re.compile(
    r"""\b(?:
        Department | Cent(?:re|er)s? | Bureau | Office | Laborator(?:y|ies) | College | Academy | Hospital | Bank
        | Union | Authority | Board | Panel | Programme? | Registry | Alliance | Coalition | Partnership
        | Administration | Service | Services | Secretariat | Division | Members
    )\b.*\b(?:of|for|on|and|in|de|für|pour|per)\b
    | \b(?:World|National|European|Royal|Federal|American|International)\s\S+.*\b(?:
        Bank | Union | College | Academy | Cent(?:re|er) | Hospital | Board | Authority | Laborator(?:y|ies) | Service
        | Administration | Alliance
    )\b""",
    re.VERBOSE,
)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|2nd|3rd|4th)\.?$", re.IGNORECASE)
# For character classes: the capitals that start names in Latin and Cyrillic script.
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚЀ-ЯҐ"
_DOTTED = re.compile(rf"(?:[{UPPER}]\.-?){{1,4}}")  # `G.`, `G.F.`, `J.-P.`
_PLAIN = re.compile(rf"[{UPPER}]{{1,4}}|[{UPPER}](?:-[{UPPER}]){{1,2}}")  # `G`, `GF`, `J-P`
_PARTED_INITIALS = re.compile(rf"(?<=[{UPPER}]\.) (?=-[{UPPER}]\.)")  # IEEE Xplore: `J. -P. Roe`
_SAINT = ("St.", "Ste.", "Sta.")
GLUED_INITIAL = re.compile(rf"(?<![^\W\d_][{UPPER}]\.)(?<=[{UPPER}]\.)(?=[{UPPER}][^\W\d_.])")  # `J.A.Smith`
_HOMONYM = re.compile(r"(?<=[^\W\d]) 0\d{3}(?=,|$)")  # DBLP's number for one of several persons of a name
# `Dm`: two initials in title case.
_TITLED_INITIALS = re.compile(r"(?!Ng$|St$|Mr$|Ms$|Jr$|Sr$)[BCDFGHJ-NP-TV-XZ][bcdfghj-np-tv-xz]")
# Two syllables of Korean or Chinese in Latin letters: `Min-su`, `Ying-jeou`, `Sang-Hoon`; no `Smith-Jones`, `Mary-Ann`.
_SYLLABLE = r"""
    (?:zh|ch|sh|ts|tz|hs|kk|tt|pp|ss|jj|[bcdfghjklmnpqrstwxyz])?['’]? w?
    (?:y?(?:ae?|eou?|eui?|ee?|i|oo?|u) | ya?[io] | iao?|i[eu]|a[iou]|e[aei]|o[eiu]|u[aeio]|uai|ü)
    (?:ng|[nmlkgptbhr])?
"""
_SYLLABLES = re.compile(rf"(?=[A-Z]){_SYLLABLE}-{_SYLLABLE}", re.IGNORECASE | re.VERBOSE)


@lru_cache(maxsize=2**16)
def parse_name(text: str) -> Name:
    """Read one name: `First von Last`, `von Last, First`, `von Last, Jr, First`, or a braced corporate name.

    The rule is that of the BibTeX manual ("BibTeXing", section 4), except that only the listed particles count when
    written in lower case, so that `bell hooks` stays whole. Also read, where unambiguous: `Last, First, Jr` (RIS,
    spreadsheets), `Family G` and `FAMILY Given` (PubMed, French and Chinese usage) and groups (`World Health
    Organization`). Marks of affiliation, degrees and forms of address are taken off.
    """
    text = _PARTED_INITIALS.sub("", " ".join(text.split()))
    if text.startswith("{") and text.endswith("}") and text.count("{") == 1:
        return Name(text[1:-1], corporate=True)
    text = without_titles(without_marks(text))
    if text.endswith(",") and " " in text and "," not in text[:-1]:  # EndNote and RIS mark a group so
        return Name(text[:-1].strip(), corporate=True)
    if is_group(text):
        return Name(text.rstrip(" ,"), corporate=True)
    written = [part.strip() for part in _HOMONYM.sub("", text).split(",")]
    parts = [part for part in without_degrees(written) if part] or [""]
    if len(parts) == 1:
        return _in_reading_order(parts[0], has_degree=any(is_degree(part) for part in written[1:]))
    if len(parts) == _GIVEN_AND_FAMILY:
        return _in_reading_order(parts[0], parts[1]) if is_suffix(parts[1]) else _inverted(parts[0], parts[1])
    family, second, *others = parts
    if is_suffix(second):
        return _inverted(family, " ".join(others), second)
    suffix = others.pop() if is_suffix(others[-1]) else ""
    return _inverted(family, " ".join((second, *others)), suffix)


def is_group(text: str) -> bool:
    """Whether a name is clearly that of a group: `World Health Organization`, `Department of Health, Care Division`."""
    before, comma, _ = text.partition(",")
    if " " not in before.strip():
        return False
    return bool(_OFFICE.search(before)) or (
        bool(_GROUP.search(before)) and (not comma or len(before.split()) > _GIVEN_AND_FAMILY)
    )


def family_first(text: str) -> str | None:
    """PubMed's and Embase's `García-López MJ`, `Lewis G. F.` or `Smith JQ Jr` as `Family, Given`; None for the rest."""
    words = text.split()
    suffix = (
        words.pop()
        if len(words) > _GIVEN_AND_FAMILY and _SUFFIX.match(words[-1]) and not _DOTTED.fullmatch(words[-1])
        else ""
    )
    cut = _initials_from(words)
    if cut == len(words) and _PLAIN.fullmatch(words[-1] if words else ""):
        cut -= 1
    family = " ".join(words[:cut])
    is_word = any(word[-1:].islower() or not word.isascii() for word in words[:cut]) or (cut == 1 and len(family) > 1)
    if not is_word or cut == len(words) or not family[0].isalpha():
        return None
    if re.search(r"[,;\d]", family) or not _undotted(words[:cut]):
        return None
    return ", ".join(part for part in (family, suffix, " ".join(words[cut:])) if part)


def is_suffix(word: str) -> bool:
    """Whether a word is `Jr.` or `III` rather than a name."""
    return bool(_SUFFIX.match(word))


def initials_in_title_case(word: str) -> bool:
    """Whether a word can only be two initials that a program set in title case: `Dm` of `Brandvold DM`."""
    return _TITLED_INITIALS.fullmatch(word) is not None


def _inverted(family: str, given: str, suffix: str = "") -> Name:
    """The name `family, given`. A suffix, degree or particle may follow the given names."""
    particle, family = _split_particle(family.split())
    words = given.split()
    while len(words) > 1 and _is_degree_at_end(words):
        words.pop()
    last = words[-1] if words else ""
    initials = len(last) <= _INITIALS and last.isupper() and last.endswith("V")
    if len(words) > 1 and is_suffix(last) and not suffix and not initials:  # MEDLINE: `Smith, John Q Jr`
        suffix = words.pop()
    cut = len(words)
    while cut > 1 and not particle and words[cut - 1] in PARTICLES - JOINING:
        cut -= 1
    if cut < len(words):  # Dutch: `Berg, Jan van der`
        particle, words = " ".join(words[cut:]), words[:cut]
    words = [word.upper() if len(words) == 1 and initials_in_title_case(word) else word for word in words]
    return Name(family, " ".join(words), particle, suffix)


def _in_reading_order(text: str, suffix: str = "", has_degree: bool = False) -> Name:
    """The name `Given von Family`, or `Family G` where that is unambiguous; a degree may have followed the name."""
    words = GLUED_INITIAL.sub(" ", text).split()
    while len(words) > _GIVEN_AND_FAMILY and words[0] not in PARTICLES and _is_degree_at_end(words):
        words.pop()
        has_degree = True
    if len(words) > _GIVEN_AND_FAMILY and is_suffix(words[-1]):
        suffix = words.pop()
    if len(words) <= 1:
        return Name(" ".join(words), suffix=suffix)
    inverted = _family_before_given(words) or (_family_before_initials(words) if has_degree else None)
    if inverted:
        particle, family = _split_particle(inverted[0].split())
        return Name(family, inverted[1], particle, suffix)
    start = len(words) - 1
    for index in range(1, len(words) - 1):
        capital = index + 2 < len(words) and words[index] in CAPITAL_PARTICLES[0]
        if capital and words[index + 1].lower() not in CAPITAL_PARTICLES[1]:
            capital = False
        if words[index] in PARTICLES or capital or words[index] in _SAINT:
            start = family_start(words, index)
            break
    particle, family = _split_particle(words[start:])
    return Name(family, " ".join(words[:start]), particle, suffix)


def _is_degree_at_end(words: list[str]) -> bool:
    """Whether the last of these words is a degree and not the initials of PubMed's `García López MD`."""
    last = words[-1]
    others_written_out = any(len(word.strip(".")) > 1 and word[1:2].islower() for word in words[:-1])
    return is_degree(last) and is_only_degree(last) and others_written_out and len(last) > 1


def _initials_from(words: list[str]) -> int:
    """Where the initials at the end start (`García López M. A.`, `Smith J A`); the number of words if there are
    none.
    """
    cut = len(words)
    while cut and _is_initial(words[cut - 1]):
        cut -= 1
    return cut


def _is_initial(word: str) -> bool:
    return bool(_DOTTED.fullmatch(word)) or (len(word) == 1 and bool(_PLAIN.fullmatch(word)))


def _undotted(words: list[str]) -> bool:
    """Whether none of the words of a family name, except a saint's, is an initial or an abbreviation."""
    return not any(word.endswith(".") and word not in _SAINT for word in words)


def _family_before_given(words: list[str]) -> tuple[str, str] | None:
    """(family, given) of a name that clearly starts with the family name, else None."""
    first, last = words[0], words[-1]
    if len(words) == _GIVEN_AND_FAMILY and is_east_asian(first) and is_east_asian(last):
        return first, last
    if len(words) == _GIVEN_AND_FAMILY and first.capitalize() in BEFORE_SYLLABLES and _SYLLABLES.fullmatch(last):
        return first, last
    cut = _initials_from(words)
    short = cut == 1 and re.fullmatch(r"[A-Z]{1,2}", first)
    if 0 < cut < len(words) and _undotted(words[:cut]) and not short:  # Embase: `van der Berg J. A.`
        return " ".join(words[:cut]), " ".join(words[cut:])
    if (
        first in PARTICLES
        and len(words) > _GIVEN_AND_FAMILY
        and re.fullmatch(rf"[{UPPER}]{{1,3}}|[{UPPER}]-[{UPPER}]", last)
    ):
        return " ".join(words[:-1]), last
    if len(words) == _GIVEN_AND_FAMILY and not re.fullmatch(r"[A-Z]{1,2}|.*\.|.", first):
        if re.fullmatch(r"[B-DF-HJ-NP-TV-XZ]{2,3}|[A-Z]-[A-Z]", last):
            return first, last
        # Web of Science's `BRANDVOLD DM`, set in title case.
        if len(first) > _INITIALS and initials_in_title_case(last):
            return first, last.upper()
    return (first, " ".join(words[1:])) if _is_family_in_capitals(words) else None


def _family_before_initials(words: list[str]) -> tuple[str, str] | None:
    """(family, given) of the `Jones AB` of `Jones AB, PhD`; without a degree it could be a company (`Volvo AB`)."""
    *family, last = words
    if not re.fullmatch(rf"[{UPPER}]{{{_INITIALS}}}", last) or last in SHORT_FAMILIES:
        return None
    if len(family) > 1 and is_degree(last):
        return None
    written_out = all(len(word) > _INITIALS or word in PARTICLES or word.istitle() for word in family)
    return (" ".join(family), last) if written_out and _undotted(family) else None


def _is_family_in_capitals(words: list[str]) -> bool:
    """Whether only the first word is in capitals, as French and Chinese usage writes family names."""
    first = words[0]
    is_name = len(first) >= _CAPITALS and first.isupper() and first.isalpha() and re.search("[AEIOUYÄÖÜÉ]", first)
    return bool(is_name) and len(words) <= _LONGEST_FAMILY_FIRST and not any(word.isupper() for word in words[1:])


def _split_particle(words: list[str]) -> tuple[str, str]:
    """(`van der`, `Berg`) of [`van`, `der`, `Berg`]; the last word is always family."""
    cut = 0
    while cut < len(words) - 1 and words[cut] in PARTICLES:
        cut += 1
    return " ".join(words[:cut]), " ".join(words[cut:])
