"""Who is named in a MODS record and is no author, and identifiers that are none."""

from __future__ import annotations

import pytest

from generator.records import Record
from tests.sources.conftest import Read

AUTHOR = "<name type='personal'><namePart>Hughes, Anwen</namePart><role><roleTerm>aut</roleTerm></role></name>"


def mods(read: Read, inner: str) -> Record:
    text = f"<mods xmlns='http://www.loc.gov/mods/v3'><titleInfo><title>Bees of Wales</title></titleInfo>{inner}</mods>"
    (record,) = read(text, "a.xml").records
    return record


def named(name: str, *roles: str) -> str:
    terms = "".join(f"<roleTerm>{role}</roleTerm>" for role in roles)
    role = f"<role>{terms}</role>" if roles else ""
    return f"<name type='personal'><namePart>{name}</namePart>{role}</name>"


@pytest.mark.parametrize(
    "role",
    ["dgs", "ths", "Thesis advisor", "opn", "opponent", "ill", "oth", "rev", "reviewer", "mon", "spn", "trl", "fnd"],
)
def test_whoever_did_something_else_is_no_author_and_is_kept(read: Read, role: str) -> None:
    record = mods(read, AUTHOR + named("Patel, Rohan", role))
    assert [name.as_last_first for name in record.authors] == ["Hughes, Anwen"]
    assert dict(record.extra)[role.casefold()] == "Patel, Rohan"


@pytest.mark.parametrize(
    "roles",
    [
        (),
        ("aut",),
        ("Author",),
        ("cre",),
        ("dis",),
        ("ctb",),
        ("Verfasser",),
        ("auteur",),
        ("ill", "aut"),
        ("aut", "edt"),
    ],
)
def test_authors_are_those_without_a_role_or_with_one_of_authors(read: Read, roles: tuple[str, ...]) -> None:
    record = mods(read, named("Patel, Rohan", *roles))
    assert ([name.as_last_first for name in record.authors], record.editors) == (["Patel, Rohan"], ())


@pytest.mark.parametrize("roles", [("edt",), ("Editor",), ("Herausgeber",), ("edt", "ctb")])
def test_editors_are_no_authors(read: Read, roles: tuple[str, ...]) -> None:
    record = mods(read, named("Patel, Rohan", *roles))
    assert (record.authors, [name.as_last_first for name in record.editors]) == ((), ["Patel, Rohan"])


def test_the_publisher_among_the_names_is_the_publisher(read: Read) -> None:
    record = mods(
        read,
        AUTHOR + "<name type='corporate'><namePart>Quay Press</namePart><role><roleTerm>pbl</roleTerm></role></name>",
    )
    assert ([name.last for name in record.authors], record.publisher) == (["Hughes"], "Quay Press")


@pytest.mark.parametrize("role", ["", "<role><roleTerm>cre</roleTerm></role>", "<role><roleTerm>ctb</roleTerm></role>"])
def test_a_conference_is_the_venue_unless_another_is_told(read: Read, role: str) -> None:
    meeting = f"<name type='conference'><namePart>Congress of Beekeepers</namePart>{role}</name>"
    record = mods(read, AUTHOR + meeting)
    assert ([name.last for name in record.authors], record.venue) == (["Hughes"], "Congress of Beekeepers")
    host = "<relatedItem type='host'><titleInfo><title>Proceedings of Hives</title></titleInfo></relatedItem>"
    within = mods(read, AUTHOR + meeting + host)
    assert (within.venue, dict(within.extra)["conference"]) == ("Proceedings of Hives", "Congress of Beekeepers")


def test_an_invalid_identifier_is_none(read: Read) -> None:
    record = mods(
        read,
        "<identifier type='doi' invalid='yes'>10.5555/wrong</identifier><identifier type='doi'>10.5555/right</identifier>",
    )
    assert record.identifier("doi") == "10.5555/right"
    alone = mods(read, AUTHOR + "<identifier type='doi' invalid='yes'>10.5555/wrong</identifier>")
    assert (alone.identifier("doi"), dict(alone.extra)["invalid doi"]) == (None, "10.5555/wrong")
