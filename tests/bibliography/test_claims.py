"""A published key stays with its work, and only with it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.bibliography.bibtex import bibtex
from generator.bibliography.entry import entry_of
from generator.bibliography.keys import assign_keys
from generator.bibliography.published import Published, read_published, reminders
from generator.works import Work
from tests.bibliography.publications import a_work


def build(published: Published, *works: Work) -> tuple[dict[str, tuple[str, ...]], Published]:
    """Aliases by key, and what the next build reads."""
    keyed, _ = assign_keys(works, published)
    return {work.key: work.aliases for work in keyed}, read_published(written(keyed, published))


def written(keyed: tuple[Work, ...], published: Published) -> str:
    return bibtex(entry_of(work) for work in keyed) + "\n" + reminders(keyed, published)


def joined(chosen: Work, other: Work) -> Work:
    """The work that two become: one's fields, both's records and identifiers."""
    return replace(
        chosen, records=(*chosen.records, *other.records), identifiers=(*chosen.identifiers, *other.identifiers)
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (a_work("Sets without order", ""), a_work("Sets without order", "Ann Smith")),
        (a_work("Sets without order", "Ann Smith"), a_work("Sets without order", "Ann Schmidt")),
        (a_work("Sets without order", "J Smith"), a_work("Sets without order: a study of graphs", "John Smith")),
        (a_work("Sets without ordre in graphs", "J Smith"), a_work("Sets without order in graphs", "John Smith")),
        (a_work("Sets", "Ann Smith"), a_work("Sets", "Ann Smithe")),
        (
            a_work("Sets without order", "Ann Smith", year=None),
            a_work("Sets without order: a study", "Ann Smith", year=2020),
        ),
        (
            a_work("Sets without order", "Ann Smith", year=2019),
            a_work("Sets without order", "Ann Smith", year=2020, doi="10.1000/x"),
        ),
    ],
    ids=[
        "authors added",
        "author corrected",
        "subtitle added",
        "title corrected",
        "name corrected",
        "year and subtitle added",
        "year and DOI",
    ],
)
def test_a_key_stays_when_the_metadata_of_a_work_without_identifiers_improves(before: Work, after: Work) -> None:
    others = (a_work("Quite another thing", "Ann Smith"), a_work("Graphs as they are", "Bo Lee"))
    found, published = build(Published(), before, *others)
    assert build(published, after, *others)[0] == found


@pytest.mark.parametrize(
    ("gone", "came"),
    [
        (a_work("Sets without order, part 1", "Ann Smith"), a_work("Sets without order, part 2", "Ann Smith")),
        (a_work("Sets without order", "Ann Smith"), a_work("Comment on: Sets without order", "Bo Lee")),
        (a_work("Sets without order", "Ann Smith"), a_work("Sets without order: a reply", "Ann Smith")),
        (a_work("Editorial", "Ann Smith"), a_work("Editorial", "Bo Lee")),
        (a_work("Editorial", "Ann Smith", year=2010), a_work("Editorial", "", year=2011)),
        (
            a_work("Editorial", "Ann Smith", doi="10.1000/e201605"),
            a_work("Editorial", "Ann Smith", doi="10.1000/e201606"),
        ),
        (a_work("Sets", "Ann Smith"), a_work("Sets and graphs of the north", "Ann Smith")),
        (a_work("Graphs of the northern seas", "Ann Smith"), a_work("Graphs of the southern lakes", "Ann Smith")),
        (
            a_work("Sets without order", "Ann Smith", arxiv="2001.00001"),
            a_work("Sets without order", "Ann Smith", arxiv="2001.00002", year=2019),
        ),
    ],
)
def test_a_key_is_not_given_to_another_work_that_only_looks_alike(gone: Work, came: Work) -> None:
    found, published = build(Published(), gone)
    assert not build(published, came)[0].keys() & found.keys()


def test_a_key_is_not_given_where_two_works_would_do() -> None:
    found, published = build(Published(), a_work("Sets without order", ""))
    after = build(published, a_work("Sets without order", "Ann Smith"), a_work("Sets without order", "Bo Lee"))[0]
    assert not after.keys() & found.keys()


def test_a_new_work_does_not_take_the_key_of_one_that_is_there() -> None:
    old = a_work("Sets without order", "Ann Smith")
    found, published = build(Published(), old)
    after = build(published, a_work("Sets without order: a study", "Ann Smith"), old)[0]
    assert after.keys() - found.keys() == {"smith2016setsb"}
    assert {
        work.title: work.key
        for work in assign_keys([a_work("Sets without order: a study", "Ann Smith"), old], published)[0]
    }[old.title] == "smith2016sets"


def test_works_that_look_the_same_keep_their_keys_one_to_one() -> None:
    works = [a_work("Editorial", "Ann Smith", line=line) for line in (1, 2, 3)]
    found, published = build(Published(), *works)
    assert list(found) == ["smith2016editoriala", "smith2016editorialb", "smith2016editorialc"]
    assert build(published, *reversed(works))[0] == found


@pytest.mark.parametrize("identified", [True, False])
@pytest.mark.parametrize("chosen", [0, 1])
def test_a_merger_undone_gives_both_works_their_keys_back(identified: bool, chosen: int) -> None:
    one = a_work("Sets without order", "Ann Smith", **({"arxiv": "2001.00001"} if identified else {}))
    other = a_work("Unordered collections", "Bo Lee", line=9, **({"doi": "10.1000/sets"} if identified else {}))
    found, published = build(Published(), one, other)
    assert found == {"lee2016unordered": (), "smith2016sets": ()}
    merged = joined(one, other) if chosen == 0 else joined(other, one)
    for _ in range(3):
        after, published = build(published, merged)
        assert after == {"lee2016unordered": ("smith2016sets",)}
    keyed, _ = assign_keys([other, one], published)
    assert {work.key: (work.title, work.aliases) for work in keyed} == {
        "lee2016unordered": ("Unordered collections", ()),
        "smith2016sets": ("Sets without order", ()),
    }


def test_the_key_of_a_work_that_is_gone_is_kept_for_it_through_many_builds() -> None:
    one, other = a_work("Sets without order", "Ann Smith"), a_work("Sets of numbers in a row", "Ann Smith", line=9)
    _, published = build(Published(), one)
    for _ in range(3):
        found, published = build(published, other)
        assert found == {"smith2016setsb": ()}
    assert build(published, one, other)[0] == {"smith2016sets": (), "smith2016setsb": ()}


def test_a_former_key_from_a_file_that_does_not_say_what_it_was_stays_where_it_leads() -> None:
    _, published = build(Published(), a_work("Sets without order", aliases=("old2015sets",)))
    keyed, _ = assign_keys([a_work("Sets without order")], published)
    assert keyed[0].aliases == ("old2015sets",)


@pytest.mark.skipif(not (shutil.which("bibtex") and shutil.which("biber")), reason="needs a TeX installation")
def test_no_program_minds_what_the_bibliography_says_besides_its_entries(tmp_path: Path) -> None:
    one, other = a_work("Sets without order", doi="10.1000/a@b{c}%"), a_work("Unordered collections", "Bo Lee", line=9)
    _, published = build(Published(), one, other)
    keyed, _ = assign_keys([joined(one, other)], published)
    text = written(keyed, published)
    assert " was " in text
    (tmp_path / "survey.bib").write_text(text, encoding="utf-8")
    (tmp_path / "x.aux").write_text("\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{survey}\n")
    process = subprocess.run(["bibtex", "x"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stdout
    assert "Warning--I" not in process.stdout
    process = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "survey.bib"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "WARN" not in process.stdout, process.stdout
    import bibtexparser
    from pybtex.database import parse_string

    assert len(bibtexparser.parse_string(text).entries) == len(parse_string(text, "bibtex").entries) == 1
