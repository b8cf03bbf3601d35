"""The text of `bib/survey.bib`, whose keys people cite, and whether the file is still what a build wrote.

Keys are read from it before works get theirs, so a file that was cut off, half merged or reformatted would silently
change keys. Its first line announces the last one, and a list at the end names each key on its own line, so that a
removed entry is noticed. To every reader of BibTeX these lines are comments, and git merges them as it merges the
entries.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.errors import Place, Problem
from generator.project.paths import BIBLIOGRAPHY
from generator.project.unmerged import unmerged
from generator.text.conflict import REMEDY

START = '% Complete only with its last line, "% end of the bibliography".'
END = "% end of the bibliography"
_LIST = "% The keys of the entries above; one whose entry is missing there was lost."
_TAIL = 3  # last lines searched for the final one: an editor may add an empty one
_ENTRY = re.compile(r"@(\w+)\{([^\s,{}\"]+),$")
_LISTED = re.compile(r"% key: (\S+)\s*$")
_FIELD = re.compile(r"  \w+ = (?:\{.*\}|\w+),?$")
_TOLD = 10  # missing entries named one by one before the rest is only counted
_BACK = f"put it back as it was (`git checkout {BIBLIOGRAPHY}`), or delete it to have all keys given anew"


def survey_bib(entries: str, reminders: str) -> str:
    """The text of the file: the entries as they are downloaded, and what keeps keys with their works."""
    keys = [entry[2] for entry in map(_ENTRY.match, entries.split("\n")) if entry]
    listed = "".join(f"{line}\n" for line in (_LIST, *(f"% key: {key}" for key in keys))) if keys else ""
    parts = [part for part in (reminders, listed) if part]
    return "\n".join([START, entries + "".join(f"\n{part}" for part in parts), f"{END}\n"])


def damage(text: str | None) -> tuple[Problem, ...]:
    """What is wrong with the file (None: there is no file), as errors: it must not be used for decisions then."""
    if text is None:
        return ()
    conflict = unmerged(text, BIBLIOGRAPHY, f"{REMEDY}; where both give one work another key, keep the older")
    if conflict:
        return (conflict,)
    if not text.strip():
        return (_fault("is empty, though keys were published in it", None, _BACK),)
    lines = text.split("\n")
    inside = 0  # the line where the entry that is still open began
    for number, line in enumerate(lines, 1):
        bare = line.rstrip()
        if _ENTRY.match(bare):
            if inside:
                break
            inside = number
        elif inside and not bare:
            break
        elif inside and bare == "}":
            inside = 0
        elif not (_FIELD.match(bare) if inside else not bare or bare.startswith("%")):
            return (_fault("is not a line that a build writes, so that keys would be lost", number, _BACK),)
    if inside:
        return (_fault("this entry is not closed: the file is cut off, or lines are missing", inside, _BACK),)
    begins_complete, ends_complete = lines[0].rstrip() == START, END in [line.rstrip() for line in lines[-_TAIL:]]
    if (begins_complete and not ends_complete) or not text.endswith("\n"):
        return (_fault("is cut off: its last line is missing", len(lines), _BACK),)
    return _missing(lines)


def _missing(lines: Sequence[str]) -> tuple[Problem, ...]:
    """The entries that the list at the end names but the file lacks."""
    present = {entry[2].casefold() for entry in map(_ENTRY.match, map(str.rstrip, lines)) if entry}
    listed = [(number, found[1]) for number, found in enumerate(map(_LISTED.match, lines), 1) if found]
    missing = [(number, key) for number, key in listed if key.casefold() not in present]
    hint = f"put it back (`git checkout {BIBLIOGRAPHY}`); to let the key go for good, remove this line of the list too"
    problems = [_fault(f"the entry of `{key}` is missing", number, hint) for number, key in missing[:_TOLD]]
    if len(missing) > _TOLD:
        problems.append(_fault(f"and {len(missing) - _TOLD} more entries are missing", None, _BACK))
    return tuple(problems)


def _fault(message: str, line: int | None, hint: str) -> Problem:
    return Problem(message, Place(BIBLIOGRAPHY, line), hint, "error")
