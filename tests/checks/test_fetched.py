from __future__ import annotations

from dataclasses import replace

from generator.config.settings import Settings
from generator.names import parse_name
from generator.records import Origin, Record
from tests.checks.conftest import Seek, a_work

SOURCE = Record(
    Origin("sources/a.bib", 3), "Order matters for sets", authors=(parse_name("Smith, Ann"), parse_name("Lee, Bo"))
)
FETCHED = replace(
    SOURCE, origin=Origin("fetched.bib", 9, "doi:10.1234/sets.2022.7"), venue="Journal of Sets", kind="article"
)


def test_a_retracted_work_is_found_where_it_is_said(seek: Seek) -> None:
    (found,) = seek("status-retracted", a_work(status="retracted"))
    assert found.message == "is retracted"
    assert not seek("status-retracted", a_work())


def test_facts_are_stale_by_the_survey_s_own_date(seek: Seek) -> None:
    fetched = replace(FETCHED, extra=(("title-from", "crossref 2026-01-01"), ("year-from", "openalex 2026-03-01")))
    work = a_work(enriched_by=(fetched,))
    (found,) = seek("facts-stale", work, settings=Settings(date="2026-11-21"))
    assert "2026-03-01" in found.message
    assert not seek("facts-stale", work, settings=Settings(date="2026-03-09"))
    assert not seek("facts-stale", work)


def test_a_work_of_which_only_an_identifier_is_known_says_fetch(seek: Seek) -> None:
    (found,) = seek("facts-missing", a_work(title=""))
    assert "fetch" in found.hint


def test_a_venue_that_a_service_knows_is_reported(seek: Seek) -> None:
    (found,) = seek("facts-venue", a_work(venue="", kind="preprint", enriched_by=(FETCHED,)))
    assert "Journal of Sets" in found.message
    assert not seek("facts-venue", a_work(enriched_by=(FETCHED,)))


def test_another_title_and_other_authors_at_a_service_are_reported(seek: Seek) -> None:
    other = replace(
        FETCHED, title="On the cultivation of apple trees", authors=(parse_name("Smith, Ann"), parse_name("Young, Cy"))
    )
    work = a_work(records=(SOURCE,), enriched_by=(other,))
    assert len(seek("facts-title", work)) == 1
    (found,) = seek("facts-authors", work)
    assert "young" in found.message
    same = a_work(records=(SOURCE,), enriched_by=(FETCHED,))
    assert not seek("facts-title", same) and not seek("facts-authors", same)


def test_a_list_that_breaks_off_is_not_another_list(seek: Seek) -> None:
    cut = replace(SOURCE, authors=SOURCE.authors[:1], authors_truncated=True)
    assert not seek("facts-authors", a_work(records=(cut,), enriched_by=(FETCHED,)))


def test_an_abstract_that_lost_words_is_reported_with_the_place(seek: Seek) -> None:
    (found,) = seek(
        "text-lost", a_work(abstract="Our method is better, which reduces latency bywhile it costs nothing.")
    )
    assert "bywhile" in found.message
    assert not seek("text-lost", a_work())
