"""Names in a BibTeX field: lists joined by `and`, braces around what is one name, BibLaTeX's named parts."""

from __future__ import annotations

import re

from generator.names import is_suffix
from generator.names.lists import split_at_and, split_names
from generator.names.marks import without_marks
from generator.sources.latex import decode

_BRACED_FAMILY = re.compile(r"(?P<given>[^,{}]*[^,{}\s])\s+\{(?P<family>[^{}\\,]+)\}")  # `Natalia {Van Doren}`
_PART = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*(\"[^\"]*\"|[^,=]*)(?=,|$)", re.IGNORECASE)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_PAIR = 2


def people(text: str) -> list[str]:
    """The names of an `author` or `editor` field, each as `parse_name` reads it; a corporate one in braces."""
    return [_readable(one) for one in _listed(text) if one.strip()]


def _readable(person: str) -> str:
    person = without_marks(person)
    whole = _BRACED_FAMILY.fullmatch(person.strip())
    person = f"{whole['family']}, {whole['given']}" if whole else person
    return "{" + decode(person) + "}" if _is_corporate(person) else _by_parts(decode(person))


def _by_parts(person: str) -> str:
    """`van der Berg, Jan` of BibLaTeX's `family=Berg, given=Jan, prefix=van der`; any other name as it is."""
    parts = {key.lower(): value.strip(' "') for key, value in _PART.findall(person)}
    if "family" not in parts:
        return person
    last = f"{parts.get('prefix', '')} {parts['family']}".strip()
    return ", ".join(part for part in (last, parts.get("suffix", ""), parts.get("given", "")) if part)


def _listed(text: str) -> list[str]:
    """The names of a list joined by ` and ` outside braces; without one, by semicolons or commas, as many write it."""
    text = re.sub(r"\s+and$", "", " ".join(text.split()), flags=re.IGNORECASE)
    if "{" in text:
        return split_at_and(text)
    if _AND.search(text):
        return _AND.split(text)
    commas = text.split(",")
    listed = ";" in text or (len(commas) > _PAIR and not is_suffix(commas[1].strip()) and "=" not in text)
    return split_names(text) if listed and "\\" not in text else [text]


def _is_corporate(person: str) -> bool:
    """Whether one pair of braces holds the whole name: `{World Health Organization}`."""
    person = person.strip()
    if not person.startswith("{") or person.startswith("{\\"):
        return False
    depth = 0
    for mark in _BRACE.finditer(person):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return mark.end() == len(person)
    return False
