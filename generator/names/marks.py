"""What accompanies a name without being part of it: marks of affiliation, academic degrees, forms of address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_FULL_WIDTH = str.maketrans({"；": ";", "﹔": ";", "؛": ";", "、": ";", "，": ",", "﹐": ",", "،": ",", "　": " "})
_SIGNS = re.compile("[*†‡§¶‖∥⁎∗⁑✉✝☨]")
_HIGH_OR_LOW = r"[²³¹\u02d2\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u2070-\u209c]"  # letters and digits
_RAISED = re.compile(rf"{_HIGH_OR_LOW}(?:[\s,]*{_HIGH_OR_LOW})*")  # and the commas between them
# A mark in LaTeX, possibly with a text: `\thanks{Equal work.}`, `\inst{1,2}`, `$^{\dagger}$`.
_COMMAND = re.compile(
    r"""\\(?:thanks|footnote|footnotemark|footnotetext|textsuperscript|textsubscript|inst|fnref|corref|tnoteref|orcid(?:ID|link)?|affil
        |authormark|IEEEauthorrefmark)(?![A-Za-z])\s*(?:\[[^\]]*\])?""",
    re.VERBOSE,
)
_NOTE = 500  # characters of a note beside a name
_FORMULA = re.compile(r"\$[^$]{0,60}\$")
_BARE_COMMAND = re.compile(r"\\(?:dagger|ddagger|dag|ddag|ast|star|textdagger|textasteriskcentered)\b\s?(?:\{\})?")
_HIGH = re.compile(r"(?<!\\)\^(?:\{[^{}]*\}|[\w*])|<sup>[^<>]*</sup>", re.IGNORECASE)
# Signs of which a mark may consist.
_SUSPECT = re.compile(r"[^\w\s,.;:'’&|-]|[^\x00-\u02af\u0300-\u1cff\u3040-\ufaff]|[\d²³¹]|\s[,;]")
# `Smith1,2`: numbers glued to a word, up to the end of the name.
_NUMBERS = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:\s*,\s*\d{1,2})*(?=\s*(?:[,;]|$|and\b|&))")
_IN_BRACKETS = re.compile(  # an author's id, ORCID or part in the work
    r"""(?<!\s)\s*+[(\[](?:\d[\d\s-]{5,}[\dX]|orcid[^()\[\]]*|corresponding\ author|\d{1,2}(?:\s*,\s*\d{1,2})*)[)\]]
      | (?<!\s)\s{1,9}[(\[]?(?:https?://)?orcid\.org/[\dX-]{10,19}[)\]]?""",
    re.IGNORECASE | re.VERBOSE,
)
_TITLES = re.compile(
    r"^(?:(?:Prof|Dr|PD|Priv\.?-Doz|Doc|Ing|Mag|Dipl\.?-Ing)\.\s*|(?:Professor|Prof|Dr)\s+(?=\S+\s+\S))+"
)
_POST_NOMINALS = """
    PhD DPhil DSc ScD MD MBBS MBChB MBBCh BM BSc MSc MScPH BSN MSN DNP PharmD BPharm MPharm EdD PsyD DrPH MPH MHS MHA
    MHSc MSPH MLS MLIS MBA MPA MPP MPhil MRes MEd BEd MFA MSW LCSW DVM VMD DDS DMD BDS MDS DPT DO JD LLB LLM LLD EngD
    MEng BEng RN RGN NP FNP APRN CRNA PA-C RD RDN LD CCRN CNM OTR FRCS FRCP FRCPC FRCSC FRCPCH FRCOG FRCA FRCPath MRCP
    MRCS MRCGP FACP FACS
    FACC FAHA FAAN FAAP
    FACEP FACOG FRACP
    FRACS FASN FIDSA BA MA BS MS PT DrMed Drmed habil Esq PE CPA MACP
"""
# Given names and additions that are written short, with a full stop of their own.
_SHORTENED = frozenset(
    """aleks alfr anth archd aug benj bernh cath chas chr clem const corn dipl edm edv edw eliz esq ferd franc fredk
    fredr friedr geo gottfr gust heinr herm hon ign inc isab jac jas joh jos laur lawr llc ltd ludw marg matth mich nath
    nikl phr prof rev robt saml sev steph theod thos vict vinc wilh wilm""".split()
)
_LONGEST_SHORTENED = 20  # characters in which such a word with its full stop stands, and no other begins like it
_STOPPED = re.compile(r",[^,]*?[^\W\d_]{3}\.$")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?$")
_OFTEN_INITIALS = "BA MA BS MS DO PT LD JD PE NP RD BM"  # those degrees that are just as often a person's initials
_DEGREES = frozenset(_POST_NOMINALS.split())
_INITIALS_TOO = frozenset(_OFTEN_INITIALS.split())
_UPPER_DEGREES = frozenset(degree.upper() for degree in _DEGREES)
_BETWEEN_DEGREES = re.compile(r"[\s/]+(?!\()")
_DOTS = re.compile(r"\([^()]*\)|[.,]")
_FAMILY_AND_GIVEN = 2  # parts


def without_full_stop(name: str) -> str:
    """`Bello, Ada` for `Bello, Ada.`, as Ovid ends each name; that of an initial or of a shortened name stays."""
    return name[:-1] if _STOPPED.search(name) and not ends_shortened(name) else name


def ends_shortened(text: str) -> bool:
    """Whether the last word is a name or an addition written short: `Roe, Thos.`, `Rivers Ltd.`"""
    last = _LAST_WORD.search(text, max(0, len(text) - _LONGEST_SHORTENED))
    return last is not None and last[1].casefold() in _SHORTENED


def without_marks(text: str) -> str:
    """Names without marks of affiliation: `Hale*, June¹` is `Hale, June`. LaTeX is read; separators become ASCII."""
    if not _SUSPECT.search(text):  # nearly all names
        return text.strip()
    text = text.translate(_FULL_WIDTH)
    if "\\" in text or "$" in text or "^" in text or "<" in text:
        text = _BARE_COMMAND.sub("", _FORMULA.sub("", _without_commands(text)))
        text = _HIGH.sub("", text)
    text = _RAISED.sub("", _SIGNS.sub("", text))
    if any(character.isdigit() for character in text) and re.search(r"[,;\s]", text.strip()):
        text = _NUMBERS.sub("", _IN_BRACKETS.sub("", text))
    return re.sub(r"(?<!\s)\s+(?=[,;])", "", text).strip()


def without_titles(text: str) -> str:
    """A name without forms of address: `Prof. Dr. Jane Roe`."""
    return _TITLES.sub("", text)


@lru_cache(maxsize=2**16)
def is_degree(text: str) -> bool:
    """Whether a text is nothing but academic degrees (`PhD`, `M.D., F.R.C.S.`), as they stand after a comma."""
    words = _degree_words(text)
    return bool(words) and all(word in _DEGREES or word in _UPPER_DEGREES for word in words)


def is_only_degree(text: str) -> bool:
    """Whether a text can only be a degree, and not initials: `PhD`, `RN`, `MPH`, but not `MA`."""
    return is_degree(text) and not any(word in _INITIALS_TOO for word in _degree_words(text))


def without_degrees(parts: Sequence[str]) -> list[str]:
    """The parts of a name between its commas, without degrees: `Family, Given, PhD` or `Given Family, MD`."""
    if len(parts) <= 1 or not any(is_degree(part) for part in parts[1:]):
        return list(parts)
    kept = [part for index, part in enumerate(parts) if index <= 1 or not is_degree(part)]
    whole = " " in kept[0] or any(character.islower() for character in _undotted(kept[1]))
    return kept[:1] if len(kept) == _FAMILY_AND_GIVEN and is_only_degree(kept[1]) and whole else kept


def _without_commands(text: str) -> str:
    """The text without LaTeX's commands for notes and marks and what stands in their braces."""
    kept: list[str] = []
    position = 0
    for found in _COMMAND.finditer(text):
        if found.start() >= position:
            kept.append(text[position : found.start()])
            position = _end_of_braces(text, found.end())
    return "".join((*kept, text[position:]))


def _end_of_braces(text: str, start: int) -> int:
    """Where the braces that open at `start` end; `start` if none open or they never end."""
    depth = 0
    for index in range(start, min(len(text), start + _NOTE)):
        depth += {"{": 1, "}": -1}.get(text[index], 0)
        if depth == 0:
            return index + 1 if text[index] == "}" else start
    return start


def _degree_words(text: str) -> list[str]:
    return list(filter(None, map(_undotted, _BETWEEN_DEGREES.split(text.strip()))))


def _undotted(word: str) -> str:
    return _DOTS.sub("", word)
