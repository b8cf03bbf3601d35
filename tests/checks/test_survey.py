"""Checks that look at works together, and at the survey's keys, themes and sources."""

from __future__ import annotations

from generator.coding import Coding
from generator.config.decisions import Decisions, Pairing
from generator.config.searches import Search
from generator.config.settings import Settings
from generator.config.taxonomy import Section, Taxonomy, Theme
from generator.errors import Place, Problem
from generator.identifiers import Identifier
from generator.project.paths import CODES
from generator.records import LeftOut, Origin, Record, SourceReading
from generator.themes.values import Placement
from generator.works import Evidence
from tests.checks.conftest import SETS, Seek, a_work

OTHER = {"title": "A different matter", "identifiers": ()}


def test_one_identifier_on_two_works_is_found_and_a_books_isbn_is_not(seek: Seek) -> None:
    book = Identifier("isbn", "9780306406157")
    assert [one.key for one in seek("identifier-shared", a_work("a"), a_work("b"))] == ["a"]
    assert seek("identifier-shared", a_work("a", identifiers=(book,)), a_work("b", identifiers=(book,))) == []


def test_two_works_of_one_title_are_found_unless_a_person_told_them_apart(seek: Seek) -> None:
    works = (a_work("a", title="Order matters for Sets"), a_work("b", title="Order Matters for {S}ets", identifiers=()))
    [found] = seek("duplicate-title", *works)
    assert "same title as b" in found.message
    decided = Decisions(pairings=(Pairing(("key:a", "key:b"), False, "a comment and its paper", 2),))
    assert seek("duplicate-title", *works, decisions=decided) == []


def test_many_works_of_one_title_have_one_finding_each(seek: Seek) -> None:
    keys = [f"w{number:02}" for number in range(30)]
    works = [a_work(key, title="Introduction to the issue", identifiers=()) for key in keys]
    apart = (Pairing(("key:w00", "key:w01"), False, "two issues", 2), Pairing(("key:w28", "key:w29"), False, "two", 3))
    found = seek("duplicate-title", *works, decisions=Decisions(pairings=apart))
    assert [one.key for one in found] == keys[:28]
    assert found[0].message == "has the same title as w02 and 27 more"
    assert found[26].message == "has the same title as w27 and 2 more"
    assert found[27].message == "has the same title as w28 and 1 more"


def test_editorials_may_share_their_title(seek: Seek) -> None:
    assert seek("duplicate-title", a_work("a", title="Editorial"), a_work("b", title="Editorial")) == []


def test_pairs_that_the_program_is_unsure_of_are_listed(seek: Seek) -> None:
    left, right = (Record(Origin("sources/a.bib", line), "Sets") for line in (3, 9))
    pair = Evidence(left.origin, right.origin, 0.61, same=None)
    [found] = seek(
        "duplicate-uncertain", a_work("a", records=(left,)), a_work("b", records=(right,)), uncertain=(pair,)
    )
    assert found.key == "a"
    assert "bib/sources/a.bib:9 (probability 0.61); kept as two works" in found.message
    assert seek("duplicate-uncertain", a_work("a")) == []


def test_a_published_key_that_leads_nowhere_is_found_with_the_nearest(seek: Seek) -> None:
    [found] = seek(
        "key-lost",
        a_work("smith2022order"),
        lost=("smith2021order",),
    )
    assert str(found.place) == "bib/survey.bib"
    assert "smith2022order" in found.hint
    assert seek("key-lost", a_work("smith2022order", aliases=("old",)), previous=frozenset({"old"})) == []


def test_a_published_key_that_became_an_alias_is_reported(seek: Seek) -> None:
    [found] = seek("key-changed", a_work("smith2022order", aliases=("old",)), changed={"old": "smith2022order"})
    assert "`old` leads to `smith2022order`" in found.message
    assert seek("key-changed", a_work("smith2022order"), previous=frozenset({"smith2022order"})) == []


def test_one_entry_key_for_two_works_of_a_file_is_found(seek: Seek) -> None:
    first, second, again = (
        Record(Origin("sources/a.bib", line, key), "Sets") for line, key in ((1, "sets"), (8, "Sets"), (20, "sets"))
    )
    reading = SourceReading("sources/a.bib", "BibTeX", (first, second, again))
    found = seek(
        "key-duplicate", a_work("a", records=(first, again)), a_work("b", records=(second,)), readings=(reading,)
    )
    assert [(one.place.line, one.key) for one in found] == [(8, "b")]


def test_works_without_a_theme_and_unsure_ones_are_told_apart(seek: Seek) -> None:
    placements = {
        "a": Placement(None, unsure=True),
        "b": Placement("sets", scores=(("sets", 0.4), ("graphs", 0.3)), runner_up="graphs", unsure=True),
        "c": Placement("sets"),
        "d": Placement("sets", unsure=True, decided_by="decision"),
    }
    works = [a_work(key) for key in placements]
    assert [one.key for one in seek("theme-none", *works, placements=placements)] == ["a"]
    [unsure] = seek("theme-unsure", *works, placements=placements)
    assert (unsure.key, unsure.message) == (
        "b",
        "may not belong in sets (certainty 0.40 of 1, runner-up graphs with 0.30)",
    )


def test_a_theme_without_works_is_found_in_the_taxonomys_line(seek: Seek) -> None:
    two = Taxonomy((Section("All", (SETS, Theme("graphs", "Graphs", "Graphs.", line=9))),))
    [found] = seek("theme-empty", a_work(), taxonomy=two)
    assert str(found.place) == "bib/themes.yml:9"


def test_a_given_theme_with_works_needs_an_overview_and_a_found_one_does_not(seek: Seek) -> None:
    [found] = seek("overview-missing", a_work())
    assert found.hint == "write bib/overviews/sets.md"
    assert seek("overview-missing", a_work(), overviews={"sets": "Sets."}) == []
    assert seek("overview-missing", a_work(), taxonomy=Taxonomy((Section("All", (SETS,)),), given=False)) == []


def test_the_length_of_an_overview_counts_what_is_read(seek: Seek) -> None:
    cited = "Order matters [@smith2022order] in all sets. "
    assert (
        "short, with 10 words"
        in seek("overview-length", a_work(), overviews={"sets": f"{cited}{cited}\n\n## Open questions\n"})[0].message
    )
    assert "long" in seek("overview-length", a_work(), overviews={"sets": cited * 150})[0].message
    assert seek("overview-length", a_work(), overviews={"sets": cited * 50}) == []
    assert seek("overview-length", a_work(), overviews={"index": "Short."}) == []


def test_what_could_not_be_read_or_used_is_reported_with_its_line(seek: Seek) -> None:
    problem = Problem("the entry x gives year more than once", Place("bib/sources/a.bib", 30))
    reading = SourceReading(
        "sources/a.bib", "BibTeX", (), (LeftOut(Origin("sources/a.bib", 17), "the entry cannot be parsed"),), (problem,)
    )
    assert [str(one.place) for one in seek("source-unreadable", readings=(reading,))] == ["bib/sources/a.bib:17"]
    assert [str(one.place) for one in seek("source-damaged", readings=(reading,))] == ["bib/sources/a.bib:30"]
    assert seek("source-unreadable", readings=(SourceReading("sources/a.bib", "BibTeX"),)) == []
    assert seek("source-damaged", readings=(SourceReading("sources/a.bib", "BibTeX"),)) == []


def test_completing_records_that_describe_no_work_are_found(seek: Seek) -> None:
    [found] = seek("source-unmatched", a_work(), unmatched=(Record(Origin("metadata.bib", 7), "Lost and not found"),))
    assert "Lost and not found" in found.message
    assert seek("source-unmatched", a_work()) == []


def test_an_overview_of_no_theme_is_found_and_other_problems_are_left_to_their_checks(seek: Seek) -> None:
    stray = Problem("belongs to no theme", Place("bib/overviews/sest.md"), "did you mean sets.md?")
    other = Problem("cannot be parsed", Place("bib/sources/a.bib", 4))
    assert [one.hint for one in seek("input-unused", a_work(), problems=(stray, other))] == ["did you mean sets.md?"]


def test_a_survey_that_states_no_scope_is_reported(seek: Seek) -> None:
    assert "states no scope" in seek("scope-missing", a_work())[0].message
    assert seek("scope-missing", a_work(), settings=Settings(scope="Sets and their order.")) == []
    assert seek("scope-missing") == []


def test_a_survey_with_works_has_a_date(seek: Seek) -> None:
    (found,) = seek("date-missing", a_work())
    assert found.message.startswith("the survey has no date: its citation has no year")
    assert found.place.path == "bib/survey.yml"
    assert seek("date-missing", a_work(), settings=Settings(date="2026-01-31")) == []
    assert seek("date-missing") == []


def test_a_search_and_its_file_that_do_not_agree_are_found(seek: Seek) -> None:
    reading = SourceReading("sources/a.bib", "BibTeX", (Record(Origin("sources/a.bib", 1), "Sets"),))
    place = Place("bib/searches.yml", 3)

    def of(*searches: Search) -> list[str]:
        return [one.message for one in seek("search-hits", readings=(reading,), searches=searches)]

    assert of(Search(("sources/a.bib",), hits=1)) == of(Search(("sources/a.bib",))) == of(Search(hits=0)) == []
    assert of(Search(("sources/a.bib",), hits=214, place=place)) == [
        "the search states 214 hits, but a.bib holds 1 record"
    ]
    assert of(Search(("sources",), hits=1)) == []
    assert of(Search(("sources/a.bib",), hits=1), Search(("sources/a.bib",), hits=3)) == [
        "the search states 4 hits, but a.bib holds 1 record"
    ]
    assert of(Search(("sources/b.bib",), hits=1)) == ["the search names `sources/b.bib`, which is not a source"]
    assert of(Search(hits=7)) == ["the search states 7 hits, but names no file that holds them"]


def test_a_code_that_the_codebook_does_not_know_is_found_in_the_file_and_in_a_column(seek: Seek) -> None:
    in_file = Problem("`method` has no code `survay`", Place(CODES, 3), "did you mean survey?")
    in_column = Problem("`method` has no code `labb`", Place("bib/sources/a.csv", 4), "did you mean lab?")
    other = Problem("cannot be parsed", Place("bib/sources/a.bib", 4))
    coding = Coding(problems=(in_column,))
    hints = [one.hint for one in seek("code-wrong", a_work(), problems=(in_file, other), coding=coding)]
    assert hints == ["did you mean survey?", "did you mean lab?"]
    assert seek("code-wrong", a_work()) == []
