"""What becomes of a set of records: nothing lost, nothing glued, the same in any order."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.made.records import damaged, survey_works
from generator.config.decisions import Decisions, read_decisions
from generator.dedupe import find_works
from generator.records import Origin, Record
from tests.shipped import FROZEN

NOTHING = Decisions()
LONG = (
    "We study how readers of long documents find their way and show that headings matter more than length. In four experiments with "
    "two hundred readers, headings halve the time to an answer, while a table of contents does not. We release texts and recordings."
)


def groups(found):
    return {frozenset(str(one.origin) for one in work.records) for work in found.works}


@pytest.fixture(scope="module")
def made() -> list[Record]:
    return [one for one, _ in damaged(survey_works(), 700)]


def test_the_frozen_survey_has_345_works_each_completed_by_its_verified_entry(frozen_records):
    records, facts = frozen_records
    found = find_works(records, facts, read_decisions(FROZEN))
    assert len(records) == 386
    assert len(found.works) == 345
    assert all(len(work.enriched_by) == 1 and work.title and work.authors for work in found.works)
    assert found.unmatched == ()


def test_every_record_is_in_one_work(made):
    found = find_works(made, [], NOTHING)
    placed = [one.origin for work in found.works for one in work.records]
    assert sorted(placed, key=lambda origin: origin.order) == sorted(
        (one.origin for one in made), key=lambda origin: origin.order
    )


def test_the_order_of_the_records_does_not_matter(made, frozen_records):
    for records, facts in ((made, []), frozen_records):
        shuffled, shuffled_facts = list(records), list(facts)
        random.Random(3).shuffle(shuffled)
        random.Random(4).shuffle(shuffled_facts)
        assert find_works(records, facts, NOTHING) == find_works(shuffled, shuffled_facts, NOTHING)


def test_a_source_read_twice_makes_no_further_work(made):
    twice = made + [replace(one, origin=Origin("sources/again.csv", one.origin.line)) for one in made]
    once, again = find_works(made, [], NOTHING), find_works(twice, [], NOTHING)
    assert {frozenset(o for o in group if "again" not in o) for group in groups(again)} == groups(once)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(
            Record,
            origin=st.just(Origin("x")),
            title=st.one_of(
                st.just(""),
                st.text(max_size=40),
                st.sampled_from(["Editorial", "Deep learning", "Part I", "[Brief] ...", "$", "\\alpha"]),
            ),
            abstract=st.one_of(st.just(""), st.text(max_size=200), st.just(LONG)),
            year=st.one_of(st.none(), st.integers(1000, 2999)),
            venue=st.one_of(st.just(""), st.text(max_size=20)),
            pages=st.text(max_size=8),
            volume=st.text(max_size=4),
        ),
        max_size=12,
    )
)
def test_any_records_whatever_end_in_exactly_one_work(records):
    placed = [replace(one, origin=Origin("wild.csv", line)) for line, one in enumerate(records, 1)]
    found = find_works(placed, [], NOTHING)
    assert sorted(one.origin.line or 0 for work in found.works for one in work.records) == [
        one.origin.line for one in placed
    ]


def test_no_chain_glues_a_meeting_paper_to_its_journal_version(record):
    preprint = record(
        "a",
        1,
        title="Scalable Clustering of Categorical Streams",
        authors="Popescu D; Holm E",
        year=1999,
        venue="arXiv",
        arxiv="9901.00001",
    )
    meeting = record(
        "b",
        1,
        title="Scalable Clustering of Categorical Streams",
        authors="Popescu D; Holm E",
        year=1999,
        venue="SIGMOD Conference",
    )
    journal = record(
        "c",
        1,
        title="Scalable Clustering of Categorical Streams",
        authors="Popescu D; Holm E",
        year=2001,
        venue="The VLDB Journal",
        volume="10",
    )
    found = find_works([preprint, meeting, journal], [], NOTHING)
    assert len(found.works) == 2
    assert not any({"b:1", "c:1"} <= group for group in groups(found))


def test_a_translated_title_is_found_by_its_range_of_pages(record):
    place = {
        "authors": "Kern H; Adler W",
        "year": 1987,
        "venue": "Zentralbl Gynakol",
        "volume": "109",
        "pages": "481-490",
    }
    records = [
        record("a.ris", 1, title="Zytologische Kontrolle nach Konisation", **place),
        record("b.ris", 1, title="Smear follow-up after cone biopsy", **place),
    ]
    assert len(find_works(records, [], NOTHING).works) == 1


def test_a_meeting_abstract_and_the_paper_of_one_title_are_two_works(record):
    both = {
        "title": "Cytology triage of borderline smears",
        "authors": "Okoye TA; Lind M; Baum RK",
        "venue": "Acta Cytologica",
    }
    abstract = record("a.ris", 1, **both, year=1998, volume="42", number="Suppl 1", pages="312")
    paper = record("a.ris", 9, **both, year=1998, volume="42", number="5", pages="1123-9")
    again = record("b.ris", 1, **both, year=1998, volume="42", pages="1123-1129")
    assert groups(find_works([abstract, paper, again], [], NOTHING)) == {
        frozenset({"a.ris:1"}),
        frozenset({"a.ris:9", "b.ris:1"}),
    }


def test_an_enriching_record_shows_that_a_title_and_an_identifier_are_one_work(record):
    titled = record("a.txt", 1, title="Headings in Long Documents", abstract=LONG)
    numbered = record("b.txt", 1, arxiv="2101.00001")
    fact = record("metadata.bib", 1, title="Headings in Long Documents", arxiv="2101.00001", authors="Ito F")
    assert len(find_works([titled, numbered], [], NOTHING).works) == 2
    (work,) = find_works([titled, numbered], [fact], NOTHING).works
    assert work.identifier("arxiv") == "2101.00001"
    assert work.enriched_by == (fact,)


def test_an_enriching_record_joins_no_works_that_contradict_each_other(record):
    one = record("a.txt", 1, title="Headings in Long Documents", abstract=LONG)
    other = record(
        "b.txt",
        1,
        arxiv="2101.00001",
        abstract="Proteins fold in many ways. " * 3
        + "We measure the folding of twelve proteins under heat and describe what was seen in detail.",
    )
    fact = record("metadata.bib", 1, title="Headings in Long Documents", arxiv="2101.00001")
    assert len(find_works([one, other], [fact], NOTHING).works) == 2


def test_an_enriching_record_that_fits_nothing_makes_no_work(record):
    one = record("a.txt", 1, title="Headings in Long Documents")
    fact = record("metadata.bib", 1, title="Tables in Short Documents", arxiv="2101.00001")
    found = find_works([one], [fact], NOTHING)
    assert len(found.works) == 1
    assert found.unmatched == (fact,)


def test_a_retitled_work_is_completed_through_its_coined_name_and_shown_as_unsure(record):
    one = record("a.txt", 1, title="R-Walk: Instructing Robots to Say No", abstract=LONG)
    fact = record("metadata.bib", 1, title="R-Walk: Teaching Robots to Refuse", arxiv="2101.00001")
    found = find_works([one], [fact], NOTHING)
    assert found.works[0].enriched_by == (fact,)
    assert [str(pair.left) for pair in found.uncertain] == ["a.txt:1"]


def test_copies_with_nothing_but_a_short_title_are_one_work(record):
    found = find_works([record("a.csv", 1, title="Attention"), record("b.csv", 9, title="Attention")], [], NOTHING)
    assert len(found.works) == 1
    assert found.works[0].evidence[0].reasons[0][1] == "identical in every field"


def test_ten_thousand_records_of_one_title_do_not_make_a_giant_block(record):
    from generator.dedupe.block import candidate_pairs
    from generator.dedupe.profile import profile

    profiles = [
        profile(record("a.csv", n, title="Guest editorial", year=1900 + n % 100, pages=str(n))) for n in range(1, 3000)
    ]
    assert len(candidate_pairs(profiles)) < 12 * 3000 * 2


@pytest.mark.parametrize(
    ("first", "second"), [("Danny", "Daniel"), ("Kathy", "Catherine"), ("Thi Hoa", "Thanh Hoa"), ("Yelena", "Lena")]
)
def test_a_short_form_of_the_author_parts_no_preprint_from_its_article(record, first, second):
    title = "Returns of Small Funds after a Change of Manager"
    preprint = record(
        "a", 1, title=title, authors=f"Ortega, {first}", year=2015, venue="SSRN", doi="10.2139/ssrn.2600001"
    )
    article = record(
        "b", 1, title=title, authors=f"Ortega, {second}", year=2016, venue="Journal of Finance", volume="71"
    )
    assert groups(find_works([preprint, article], [], NOTHING)) == {frozenset(("a:1", "b:1"))}
