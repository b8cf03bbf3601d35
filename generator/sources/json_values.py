"""Values of a JSON object of any shape: a list of one, a bare text, a number, a null, or an object too many.

Services change their formats, and programs differ in what they write; no person, date or record is lost because of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.sources.draft import Draft

Object = Mapping[str, Any]
_WHOLE = ("literal", "name", "fullName", "full_name", "display_name", "text")  # keys of a name in one piece
GIVEN = ("given", "given-names", "first", "firstName", "firstname", "first_name", "given_name", "givenName", "forename")
FAMILY = ("family", "family-names", "last", "lastName", "lastname", "last_name", "surname", "family_name", "familyName")
_IN_WORDS = ("raw", "literal", "date-time", "date", "value")  # keys of a date that is not given in parts


def as_object(value: object) -> Object:
    """The value if it is an object, else one without keys."""
    return value if isinstance(value, Mapping) else {}


def as_list(value: object) -> list[Any]:
    """The value if it is a list; a lone value is a list of one, null and an empty text an empty list."""
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def as_text(value: object) -> str:
    """A text or number, or the first of a list of them, else ""."""
    if isinstance(value, list):
        return next((text for text in map(as_text, value) if text), "")
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def add_persons(draft: Draft, value: Object, roles: tuple[str, ...] = ("author", "editor")) -> None:
    """Add the persons of each role: objects with family and given names, whole names, texts, or one text of all."""
    for role in roles:
        persons = value.get(role)
        if isinstance(persons, str):
            draft.add("editors" if role == "editor" else "authors", persons)
            continue
        for person in as_list(persons):
            for name in _names_of(person):
                draft.person(role, name)


def add_date(draft: Draft, date: object) -> bool:
    """Add year and month of a CSL or Crossref date, in parts or in words; returns whether it has a year."""
    if not isinstance(date, Mapping):
        text = as_text(date)
        draft.add("date", text)
        return bool(text)
    parts = date.get("date-parts")
    while isinstance(parts, list) and parts and isinstance(parts[0], list):
        parts = parts[0]
    numbers = [as_text(part) for part in as_list(parts)]
    if not (numbers and numbers[0].strip("0")):
        text = next((found for found in (as_text(date.get(key)) for key in _IN_WORDS) if found), "") or as_text(
            date.get("year")
        )
        draft.add("year", text)
        draft.add("date", text)
        return bool(text)
    draft.add("year", numbers[0])
    draft.add("month", numbers[1] if len(numbers) > 1 else None)
    return True


def _names_of(person: object) -> Iterator[str]:
    """A person's name in a form that `parse_name` reads."""
    if not isinstance(person, Mapping):
        yield from filter(None, [" ".join(as_text(person).split())])
        return
    family, given = (_first_of(person, keys) for keys in (FAMILY, GIVEN))
    particle = as_text(person.get("non-dropping-particle")) or as_text(person.get("dropping-particle"))
    if family:
        last = f"{particle} {family}".strip()
        yield ", ".join(part for part in (last, as_text(person.get("suffix")), given) if part)
    elif whole := _first_of(person, _WHOLE):
        yield f"{{{whole}}}" if "literal" in person or "name" in person else whole
    elif given:  # people with one name may have it in either place
        yield given


def _first_of(person: Object, keys: tuple[str, ...]) -> str:
    return next((text for text in (" ".join(as_text(person.get(key)).split()) for key in keys) if text), "")
