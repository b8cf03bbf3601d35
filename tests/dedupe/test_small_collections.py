"""Small collections with known works are taken apart as a person would, and what titles write in several ways is one."""

from __future__ import annotations

from itertools import combinations

import pytest

from benchmarks.made.labelled import read_collections
from generator.config.decisions import Decisions
from generator.dedupe import find_works
from generator.dedupe.title_spelling import in_one_spelling, without_cited

NOTHING = Decisions()
COLLECTIONS = read_collections()


@pytest.mark.parametrize("name", COLLECTIONS)
def test_the_works_of_a_small_collection_are_found(name) -> None:
    numbers = {record.origin: number for record, number in COLLECTIONS[name]}
    works = find_works([record for record, _ in COLLECTIONS[name]], [], NOTHING).works
    home = {record.origin: at for at, work in enumerate(works) for record in work.records}
    pairs = list(combinations(numbers, 2))
    true = {pair for pair in pairs if numbers[pair[0]] == numbers[pair[1]]}
    joined = {pair for pair in pairs if home[pair[0]] == home[pair[1]]}
    assert not joined - true
    assert len(joined) >= 0.95 * len(true), true - joined


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Hepatitis A uptake among prison officers", "Hepatitis B uptake among prison officers"),
        ("Overview of the dialect tagging task 2019", "Overview of the dialect tagging task 2020"),
        ("Findings of the shared task on dialects 2011", "Findings of the shared task on dialects 2012"),
        ("Bone healing in mice with chronic caffeine", "Bone healing in rats with chronic caffeine"),
        ("Stroke outcome with aphasia after thrombolysis", "Stroke outcome without aphasia after thrombolysis"),
    ],
)
@pytest.mark.parametrize("venue", ["Proceedings of VarDial", "Cerebrovascular Diseases"])
def test_titles_a_word_apart_by_one_group_in_one_place_are_asked_about_also_where_they_recur(
    record, title, other, venue
) -> None:
    rest = {"authors": "Gill, H; Ross, P", "year": 2020, "venue": venue}
    found = find_works([record("a.bib", 1, title=title, **rest), record("b.ris", 1, title=other, **rest)], [], NOTHING)
    assert (len(found.works), len(found.uncertain)) == (2, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Corrigendum: Early feeding of lambs", "Erratum to: Early feeding of lambs"),
        ("Erratum. Early feeding of lambs", "Corrections to Early feeding of lambs"),
        ("Early feeding of lambs (vol 63, pg 80, 2014)", "Erratum: Early feeding of lambs"),
        ("Early feeding of lambs (vol 63, pg 80, 2014) Erratum", "Corrigendum to: Early feeding of lambs"),
        ("Re: Early feeding of lambs", "Comment on: Early feeding of lambs"),
        ("Authors' reply: Early feeding of lambs", "Response to: Early feeding of lambs"),
        ("Feeding of lambs. II. Early weeks", "Feeding of lambs: Part 2, Early weeks"),
        ("Feeding of lambs - Teil 1: Early weeks", "Feeding of lambs: I. Early weeks"),
    ],
)
def test_notices_and_parts_have_one_spelling(one, other) -> None:
    assert in_one_spelling(one) == in_one_spelling(other)


@pytest.mark.parametrize(
    "title",
    [
        "Correction for multiple testing in trials",
        "Response to treatment in lambs",
        "Re-use of code in lambs",
        "Vitamin B, 12 and folate",
        "Publisher Correction: Early feeding of lambs",
    ],
)
def test_titles_that_announce_nothing_stay(title) -> None:
    assert in_one_spelling(title) == title


def test_a_letter_cites_the_place_of_the_paper_and_its_database_notes_do_not() -> None:
    place = "Br J Surg 2008; 95(4): 441-448"
    assert without_cited("Early feeding of lambs [Update of: Lancet. 2001;1(1):1]") == ("Early feeding of lambs", "")
    assert without_cited(f"Early feeding of lambs ({place})") == ("Early feeding of lambs", place)
    assert without_cited("Early feeding of lambs (2008)") == ("Early feeding of lambs (2008)", "")


def test_a_letter_under_the_title_of_its_paper_is_no_such_paper_and_a_paper_that_cites_itself_is(record) -> None:
    rest = {"authors": "Lobo, D", "year": 2008, "venue": "Br J Surg", "volume": "95"}
    title = "Early feeding after surgery of the colon"
    paper = record("a.bib", 1, title=title, pages="441-448", **rest)
    cited = f"{title} (Br J Surg 2008; 95: 441-448)"
    assert len(find_works([paper, record("b.ris", 1, title=cited, pages="1060", **rest)], [], NOTHING).works) == 2
    assert len(find_works([paper, record("b.ris", 1, title=cited, pages="441-8", **rest)], [], NOTHING).works) == 1


@pytest.mark.parametrize(
    ("title", "cited", "rest", "works"),
    [
        ("Nets in noisy tides", "D. Ha, Nets in noisy tides, Quay Press, 2004", {"publisher": "Quay Press"}, 1),
        ("Nets in noisy tides", "Ha, D. Nets in noisy tides. University of Cork", {"school": "University of Cork"}, 1),
        ("Nets in noisy tides", "Nets in noisy tides. PhD thesis, 2004", {}, 1),
        ("Nets in noisy tides", "Nets in noisy tides of law", {"publisher": "Quay Press"}, 2),
        ("Nets in noisy tides", "D. Ha. Nets in noisy streams. Quay Press", {"publisher": "Quay Press"}, 2),
        ("Colour of noisy harbours", "D. Ha. Color of noisy harbours. Quay Press", {"publisher": "Quay Press"}, 1),
        ("Colour of noisy harbours", "D. Ha. Colour of noisy harpers. Quay Press", {"publisher": "Quay Press"}, 2),
        ("Nets in noisy tides", "D. Ha. Nets in noisy tides. 12th Conf. SHORE", {"venue": "SHORE"}, 1),
        ("Nets in noisy tides", "D. Ha. Nets in noisy tides 12", {"venue": "SHORE"}, 2),
    ],
)
def test_publisher_school_and_spelling_beside_a_title_are_the_rest_of_a_citation(
    record, title, cited, rest, works
) -> None:
    by = {"authors": "Ha, Di", "year": 2004}
    records = [record("a.bib", 1, title=title, **by, **rest), record("b.ris", 1, title=cited, **by)]
    assert len(find_works(records, [], NOTHING).works) == works
