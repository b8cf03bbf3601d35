"""What changed between two states of a survey: every kind of change, alone."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator import pipeline
from generator.editions.differences import differences
from generator.editions.edition import Edition, EditionTheme, EditionWork, is_edition_name
from generator.editions.file import path_of, read_editions, written
from generator.editions.today import edition_of
from generator.editions.wording import chapters, in_markdown, in_plain_text
from generator.errors import InputError
from generator.names import Name
from tests.conftest import MakeProject
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES

A = EditionWork("a2020", "Frogs at night", authors=(Name("Bell", "A."),), year=2020, theme="calls", text="1")
B = EditionWork("b2021", "Toads by day", year=2021, theme="ponds", text="2")
CALLS, PONDS = EditionTheme("calls", "Calls", "Sound", "Old text."), EditionTheme("ponds", "Ponds", "Place")


def edition(*works: EditionWork, name: str = "", themes: tuple[EditionTheme, ...] = (CALLS, PONDS)) -> Edition:
    return Edition(name, "Frogs", "2026-01-01", works={work.key: work for work in works}, themes=themes)


OLD = edition(A, B)


def kinds(new: Edition, old: Edition = OLD) -> list[str]:
    return [chapter.name for chapter in chapters(differences(old, new))]


def test_nothing_changed_between_a_survey_and_itself() -> None:
    assert differences(OLD, edition(B, A)).is_empty
    assert kinds(OLD) == []


@pytest.mark.parametrize(
    ("new", "kind", "line"),
    [
        (edition(A, B, EditionWork("c2022", "Newts")), "came", "c2022 Newts: in no theme"),
        (edition(A), "went", "b2021 Toads by day"),
        (edition(replace(A, aliases=("b2021",))), "merged", "b2021 Toads by day: is one with a2020"),
        (edition(A, replace(B, key="b2022", aliases=("b2021",))), "renamed", "b2022 Toads by day: was b2021"),
        (edition(A, replace(B, theme="calls")), "moved", "b2021 Toads by day: from Ponds to Calls"),
        (edition(A, replace(B, theme="")), "moved", "b2021 Toads by day: from Ponds to no theme"),
        (edition(A, replace(B, title="Toads")), "retitled", "b2021 Toads: was “Toads by day”"),
        (edition(A, replace(B, year=2022, venue="Pond")), "corrected", "b2021 Toads by day: year, venue"),
        (edition(A, replace(B, text="3")), "rewritten", "b2021 Toads by day"),
        (edition(A, B, themes=(CALLS, PONDS, EditionTheme("x", "Skin"))), "themes", "Skin: new"),
        (edition(A, B, themes=(CALLS, replace(PONDS, title="Waters"))), "themes", "Ponds: now Waters"),
        (edition(A, B, themes=(replace(CALLS, overview="New."), PONDS)), "overviews", "Calls"),
        (replace(OLD, introduction="Hello."), "overviews", "Frogs"),
    ],
)
def test_a_change_is_reported_by_its_kind_and_in_words(new: Edition, kind: str, line: str) -> None:
    assert kinds(new) == [kind]
    assert f"  {line}" in in_plain_text(differences(OLD, new), 20).splitlines()


def test_two_works_that_become_one_under_a_third_key_are_one_merger_and_one_new_key() -> None:
    joined = replace(A, key="ab2021", aliases=("a2020", "b2021"))
    assert kinds(edition(joined)) == ["merged", "renamed"]


def test_a_former_key_of_the_old_edition_still_finds_its_work() -> None:
    old = edition(replace(A, key="a2020a", aliases=("a2020",)))
    assert kinds(edition(A), old) == ["renamed"]


def test_numbers_agree_with_their_words() -> None:
    more = [EditionWork(f"n{number}", "Newts") for number in range(3)]
    text = in_plain_text(differences(OLD, edition(A, B, *more)), 2)
    assert text.splitlines() == ["3 works came", "  n0 Newts: in no theme", "  n1 Newts: in no theme", "  and 1 more"]
    moved = edition(replace(A, theme="ponds"), replace(B, theme="calls"))
    assert "2 works moved to another theme" in in_plain_text(differences(OLD, moved), 20)
    titles = edition(replace(A, text="x"), replace(B, text="y"))
    assert "2 works have another abstract" in in_plain_text(differences(OLD, titles), 20)


def test_text_of_records_is_no_markup_in_a_comment() -> None:
    hostile = EditionWork("x`y", "<img src=x> [a](b) @team #1 **bold**")
    text = in_markdown(differences(OLD, edition(A, B, hostile)), 20)
    for mark in ("<img", "[a](b)", "@team", "#1", "**"):
        assert mark not in text
    assert "`xy`" in text


@pytest.mark.parametrize("name", ["2026.1", "v1", "1", "first-edition", "2026_beta"])
def test_names_of_editions(name: str) -> None:
    assert is_edition_name(name)


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a.", "con", "index", "compare", "now", "ä", "x" * 41])
def test_names_that_no_address_or_file_can_have(name: str) -> None:
    assert not is_edition_name(name)


def test_an_edition_is_read_as_it_was_written(project: MakeProject) -> None:
    folder = project({"bib/sources/a.bib": ATTENTION + BERT + CHAIN, "bib/themes.yml": THEMES})
    kept = edition_of(pipeline.survey_of(folder), "2026.1", "10.5281/zenodo.1")
    project({path_of("2026.1"): written(kept)})
    assert read_editions(folder) == (kept,)
    assert len(json.loads(written(kept))["works"]) == 3
    assert differences(kept, edition_of(pipeline.survey_of(folder))).is_empty


def test_editions_come_by_date_then_by_the_numbers_in_their_names(project: MakeProject) -> None:
    names = ("2026.10", "2026.9", "2025.1")
    dates = {"2025.1": "2025-01-01"}
    files = {path_of(n): written(replace(OLD, name=n, date=dates.get(n, "2026-01-01"))) for n in names}
    assert [one.name for one in read_editions(project(files))] == ["2025.1", "2026.9", "2026.10"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"edition": {}, "works": [], "themes": []}',
        b'{"edition": {"name": "other"}, "works": [], "themes": []}',
        b'{"edition": {"name": "x"}, "works": [{"key": 1, "title": "t"}], "themes": []}',
        b'{"edition": {"name": "x"}, "works": [{"key": "k", "title": ["t"]}], "themes": []}',
        b'{"edition": {"name": "x", "date": "<script>"}, "works": [], "themes": []}',
        b'{"edition": {"name": "x"}, "works": {"a": 1}, "themes": []}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_edition_is_named(project: MakeProject, content: bytes) -> None:
    with pytest.raises(InputError, match=r"bib/editions/x\.json: is not an edition"):
        read_editions(project({path_of("x"): content}))
