"""Authors' names that are incomplete, or contain what is not part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.finding import Found
from generator.checks.material import Material, place_of
from generator.names import Name
from generator.text.compare import fold
from generator.works import Work

_AFFILIATION = re.compile(
    r"""
    \b(?:
      Universit\w+ | Dept | Department | Faculty | Laborator(?:y|ies) | School[ ]of | College[ ]of  # of a university
      | Hospital | Institute[ ]of[ ]Technology  # other institutions
      | Inc | GmbH | Corporation  # companies
    )\b
    """,
    re.VERBOSE,
)
_MARKS = re.compile(r"[\d*†‡§¶⁰¹²³⁴-⁹]")
_LETTER, _INITIAL = re.compile(r"[^\W\d_]"), re.compile(r"[^\W\d_]\.")
_HOMONYMS = 30  # authors beyond which one list may well hold two people of the same name
_CORRECT = "correct the name in a completing source or in bib/decisions.yml"


def author_email(material: Material) -> Iterator[Found]:
    """E-mail and web addresses among the authors."""
    for work, name in _people(material):
        if "@" in name.as_first_last or "://" in name.as_first_last:
            yield _found(work, f"the author “{name.as_first_last}” holds an address")


def author_affiliation(material: Material) -> Iterator[Found]:
    """Universities and departments in a person's name, or as a group among persons. A group that is the only author may
    be genuine.
    """
    for work in material.works:
        among_persons = any(not name.corporate for name in work.authors)
        for name in work.authors:
            if (among_persons or not name.corporate) and _AFFILIATION.search(name.as_first_last):
                yield _found(work, f"the author “{name.as_first_last}” seems to be an affiliation")


def author_marks(material: Material) -> Iterator[Found]:
    """Footnote marks and digits in a person's name."""
    for work, name in _people(material):
        if not name.corporate and "@" not in name.as_first_last and _MARKS.search(name.as_first_last):
            yield _found(work, f"the author “{name.as_first_last}” holds a digit or a footnote mark")


def authors_truncated(material: Material) -> Iterator[Found]:
    """Author lists that end in “and others”."""
    for work in material.works:
        if work.authors_truncated:
            yield _found(work, f"the list of authors breaks off after {len(work.authors)}")


def author_initial(material: Material) -> Iterator[Found]:
    """Initials in the place of family names: with a full stop, or a single letter in half of a list.

    A lone `Weinan E` or `Vignesh P` is a real name: some Chinese and Korean family names have one letter, and names in
    southern India are written so.
    """
    for work in material.works:
        persons = [name for name in work.authors if not name.corporate]
        letters = [name for name in persons if _LETTER.fullmatch(name.family)]
        habit = len(letters) > 1 and 2 * len(letters) >= len(persons)
        for name in persons:
            if _INITIAL.fullmatch(name.family) or (habit and name in letters):
                yield _found(work, f"the author “{name.as_first_last}” has the family name “{name.family}”")


def author_twice(material: Material) -> Iterator[Found]:
    """One author twice in a list (lists of more than 30 may hold people of the same name)."""
    for work in material.works:
        seen: set[str] = set()
        for name in work.authors if len(work.authors) <= _HOMONYMS else ():
            form = fold(name.as_first_last)
            if form and form in seen:
                yield _found(work, f"the author “{name.as_first_last}” is named twice")
            seen.add(form)


def _people(material: Material) -> Iterator[tuple[Work, Name]]:
    return ((work, name) for work in material.works for name in work.authors)


def _found(work: Work, message: str) -> Found:
    return Found(message, place_of(work, "authors"), work.key, _CORRECT)
