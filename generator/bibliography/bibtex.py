"""BibTeX: the one function behind every entry that is shown, copied or downloaded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.bibliography.entry import VERBATIM, Entry, Names, Value
from generator.bibliography.latex import latex, latex_title
from generator.bibliography.latex_characters import Charset
from generator.bibliography.transliteration import in_ascii
from generator.names import Name
from generator.text.escape import visible

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(entries: Iterable[Entry], charset: Charset = "utf-8", header: str = "") -> str:
    """The entries as a BibTeX file, by key, one field a line.

    Args:
        entries: in any order.
        charset: `utf-8` for biber and BibLaTeX, `ascii` (LaTeX accents) for classic BibTeX.
        header: comment lines for the top of the file.
    """
    return joined(
        [
            bibtex_entry(entry, charset)
            for entry in sorted(entries, key=lambda entry: (entry.key.casefold(), entry.key))
        ],
        header,
    )


def joined(entries: Sequence[str], header: str = "") -> str:
    """Written entries as one file, in the given order, under a comment."""
    # BibTeX skips what stands between entries, and an entry starts at any `@`.
    head = "".join(f"% {visible(line).replace('@', ' at ')}".rstrip() + "\n" for line in header.splitlines())
    return "\n".join([head, *entries] if head else entries)


def joined_ascii(entries: Sequence[str], header: str = "") -> str:
    """The same for entries in ASCII: the comment is in ASCII too, and says how other scripts were written."""
    note = "Letters that classic LaTeX cannot write are in Latin ones; the UTF-8 file, for biber, has them as they are."
    return joined(entries, in_ascii(f"{header}\n{note}" if header else note))


def bibtex_names(names: Names, charset: Charset = "utf-8") -> str:
    """A list of people in BibTeX's form, joined by `and`, with `and others` where the list was cut."""
    people = [written for written in (_name(person, charset) for person in names.people) if written]
    return " and ".join([*people, "others"] if names.truncated else people)


def bibtex_entry(entry: Entry, charset: Charset = "utf-8") -> str:
    """One entry, one field a line, with a final line end."""
    lines = [f"  {name} = {_value(name, value, charset, entry.protected)},\n" for name, value in entry.fields]
    return f"@{entry.type}{{{entry.key},\n{''.join(lines)}}}\n"


def _value(name: str, value: Value, charset: Charset, protected: Sequence[str] = ()) -> str:
    if isinstance(value, Names):
        return f"{{{bibtex_names(value, charset)}}}"
    if name == "month" and isinstance(value, int):
        return MONTHS[value - 1]
    text = visible(str(value))
    if name in VERBATIM:
        return f"{{{_balanced(text)}}}"
    if name == "key":
        return f"{{{_label(text, charset)}}}"
    if name == "pages":
        return f"{{{latex(text, charset).replace('–', '--')}}}"
    if name == "title":
        return f"{{{latex_title(text, charset, protected)}}}"
    return f"{{{latex_title(text, charset) if name == 'booktitle' else latex(text, charset)}}}"


def _label(text: str, charset: Charset) -> str:
    """Text that may end up in the label of a reference, `\bibitem[…]`, where a bracket must be in braces."""
    return re.sub(r"[\[\]]", r"{\g<0>}", latex(text, charset))


def _balanced(text: str) -> str:
    """An identifier or address without the characters that could end the field; none of them belongs in one."""
    return "".join(character for character in text if character not in '{}\\"' and character.isascii())


@lru_cache(maxsize=100_000)  # people have several works, and works several entries: names are asked for again and again
def _name(name: Name, charset: Charset) -> str:
    """`von Family, Jr., Given`, with braces around any part that BibTeX would split elsewhere."""
    parts = [visible(part) for part in (name.particle, name.family, name.suffix, name.given)]
    particle, family, suffix, given = parts
    if name.corporate or (not given and (suffix or particle or " " in family or family.casefold() == "others")):
        whole = _named(
            " ".join(part for part in (given, particle, family) if part) + (f", {suffix}" if suffix else ""), charset
        )
        return f"{{{whole}}}" if whole else ""
    if not family:
        return _part(f"{particle} {given}".strip(), charset, alone=True)
    # Some old programs take a small word for a particle, and all of them take one of several for it.
    words = family.split()
    mistakable = (len(words) > 1 or charset == "ascii") and any(word[:1].islower() for word in words)
    family = f"{{{_named(family, charset)}}}" if mistakable else _part(family, charset, alone=not given)
    last = f"{_part(particle, charset)} {family}" if particle else family
    return ", ".join(part for part in (last, _part(suffix, charset), _part(given, charset)) if part)


def _part(text: str, charset: Charset, alone: bool = False) -> str:
    written = _named(text, charset)
    cut = "," in written or re.search(r"(?:^|\s)and(?:\s|$)", written, re.IGNORECASE) or (alone and " " in text)
    return f"{{{written}}}" if cut or "{}" in written else written


def _named(text: str, charset: Charset) -> str:
    """Part of a name. Biber finds the initial after `\textbraceleft{}`, but `{\textbraceleft}` loses its closing
    brace.
    """
    return re.sub(r"\{(\\text[a-z]+)\}", r"\1{}", _label(text, charset))
