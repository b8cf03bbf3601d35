"""The fields of a work: the best value by a stated rule, the others beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config.decisions import Decisions, Pairing
from generator.dedupe import find_works


def work_of(records, facts=()):
    (work,) = find_works(records, facts, Decisions()).works
    return work


def test_the_published_version_is_cited_and_keeps_the_eprint(record):
    preprint = record(
        "a.bib",
        1,
        title="Attention Pruning",
        authors="Iris Chan; Paul Meier",
        year=2020,
        arxiv="2004.01234",
        venue="arXiv",
        kind="preprint",
    )
    paper = record(
        "b.bib",
        1,
        title="Attention Pruning",
        authors="I. Chan; P. Meier",
        year=2021,
        venue="Proceedings of ACL",
        pages="1-12",
        arxiv="2004.01234",
        kind="inproceedings",
    )
    work = work_of([preprint, paper])
    assert (work.kind, work.year, work.venue, work.pages) == ("inproceedings", 2021, "Proceedings of ACL", "1-12")
    assert work.identifier("arxiv") == "2004.01234"
    assert work.choices["year"].others == ((2020, preprint.origin),)
    assert work.choices["venue"].rule == "published over preprint"
    assert work.first_year == 2020


def test_a_preprint_with_a_verified_venue_becomes_a_conference_paper(record):
    preprint = record("a.txt", 1, title="Attention Pruning for Documents", arxiv="2004.01234")
    fact = replace(
        record(
            "metadata.bib",
            1,
            title="Attention Pruning for Documents",
            year=2021,
            venue="ACL",
            arxiv="2004.01234",
            kind="inproceedings",
        ),
        verified=True,
    )
    work = work_of([preprint], [fact])
    assert (work.kind, work.venue, work.year, work.verified) == ("inproceedings", "ACL", 2021, True)
    assert work.choices["kind"].rule == "verified source"


def test_the_longer_author_list_with_fuller_names_is_shown(record):
    first = record(
        "a.bib", 1, title="Robust Calibration of Deep Classifiers", authors="Nunez A; Orr B; others", year=2018
    )
    second = record(
        "b.bib", 1, title="Robust Calibration of Deep Classifiers", authors="Ada Nunez; Ben Orr; Chi Pham", year=2018
    )
    work = work_of([first, second])
    assert [name.as_first_last for name in work.authors] == ["Ada Nunez", "Ben Orr", "Chi Pham"]
    assert not work.authors_truncated
    assert len(work.choices["authors"].others) == 1


def test_volume_and_pages_come_from_one_version(record):
    one = record(
        "a.bib",
        1,
        title="Telehealth for Heart Failure Patients",
        authors="Ngo T",
        year=2016,
        venue="Eur J Heart Fail",
        volume="18",
        doi="10.1000/e",
    )
    other = record(
        "b.bib",
        1,
        title="Telehealth for Heart Failure Patients",
        authors="Ngo T",
        year=2015,
        venue="medRxiv",
        pages="1-30",
        doi="10.1000/e",
    )
    work = work_of([one, other])
    assert (work.volume, work.pages, work.year) == ("18", "", 2016)


def test_a_verified_source_beats_the_others_and_they_stay_visible(record):
    one = record("a.bib", 1, title="ATTENTION PRUNING FOR LONG DOCUMENTS", year=2019, arxiv="2004.01234")
    fact = replace(
        record("metadata.bib", 1, title="Attention Pruning for Long Texts", arxiv="2004.01234", year=2020),
        verified=True,
    )
    work = work_of([one], [fact])
    assert work.title == "Attention Pruning for Long Texts"
    assert work.choices["title"].others == (("ATTENTION PRUNING FOR LONG DOCUMENTS", one.origin),)


def test_all_identifiers_of_all_versions_are_kept(record):
    one = record(
        "a.bib",
        1,
        title="Viral load dynamics in outpatients",
        authors="Kissler S",
        year=2020,
        venue="medRxiv",
        doi="10.1101/2020.10.21.20217042",
    )
    two = record(
        "b.bib",
        1,
        title="Viral load dynamics in outpatients",
        authors="Kissler SM",
        year=2021,
        venue="PLoS Biology",
        doi="10.1371/journal.pbio.1",
        pmid="34252080",
    )
    assert [str(identifier.value) for identifier in work_of([one, two]).identifiers] == [
        "10.1101/2020.10.21.20217042",
        "10.1371/journal.pbio.1",
        "34252080",
    ]


def test_text_is_clean_and_the_original_is_kept_where_cleaning_changed_it(record):
    work = work_of([record("a.bib", 1, title='Na\\"{\\i}ve  Bayes for H$_2$O', abstract="A plain text.")])
    assert work.title == "Naïve Bayes for H$_2$O"
    assert work.choices["title"].original == 'Na\\"{\\i}ve  Bayes for H$_2$O'
    assert work.choices["abstract"].original is None


def test_short_last_pages_are_written_out_and_are_no_difference(record):
    common = {
        "title": "Intestinal lipoprotein overproduction",
        "authors": "Lewis GF",
        "year": 2008,
        "venue": "Curr Opin Lipidol",
        "volume": "19",
    }
    (work,) = find_works(
        [record("a.csv", 1, **common, pages="221-8"), record("b.csv", 1, **common, pages="221-228")], [], Decisions()
    ).works
    assert (work.pages, work.choices["pages"].others) == ("221-228", ())


def test_a_work_of_one_record_says_that_it_has_no_other(record):
    (work,) = find_works([record("a.csv", 1, title="Alone", venue="J. Soil", year=2008)], [], Decisions()).works
    assert work.choices["venue"].rule == "the only record"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"venue": "Diabetologe", "volume": "3"}, "article"),
        ({"venue": "Diabetologe", "number": "3"}, "article"),
        ({"venue": "IEEE Transactions on Sleep"}, "article"),
        ({"venue": "Annual Review of Sleep"}, "article"),
        ({"venue": "Physical Review Letters"}, "article"),
        ({"venue": "Conference on Sleep", "volume": "3"}, "inproceedings"),
        ({"venue": "Diabetologe"}, "misc"),
        ({}, "misc"),
    ],
)
def test_a_record_without_a_kind_has_the_one_that_its_place_shows(record, fields, kind):
    assert work_of([record("a.csv", 2, title="Sleep and food", authors="Doe, Jane", year=2010, **fields)]).kind == kind


def test_an_issn_shows_a_journal(record):
    one = replace(
        record("a.csv", 2, title="Sleep and food", year=2010, venue="Diabetologe"), extra=(("ISSN", "0028-0836"),)
    )
    assert work_of([one]).kind == "article"


def test_the_title_that_most_records_have_comes_before_a_lone_records_garbage(record):
    fields = {"authors": "Trevail, Morwenna J; Asare, Kwabena", "year": 2018, "doi": "10.55555/aas.2018.17.44"}
    good = "Community choirs and loneliness in later life"
    names = "Morwenna J. Trevail, Kwabena Asare, the Village Choir Study Group"
    records = [
        record("a.ris", 1, title=good, venue="Ageing and Song", **fields),
        record("b.ris", 1, title=good, venue="Ageing and Song", **fields),
        record("c.ris", 1, title=names, venue="Ageing and Song", volume="17", number="2", pages="44", **fields),
    ]
    (work,) = find_works(records, [], Decisions()).works
    assert work.title == good
    assert names in [value for value, _ in work.choices["title"].others]


def test_a_title_of_two_words_more_with_the_citation_around_it_is_not_chosen(record):
    clean = record(
        "a.csv", 1, title="Incremental Repair of Join Indexes", authors="Wendt, Paula", year=1997, venue="VLDB"
    )
    cited = record("b.csv", 1, title="P. Wendt 1997 Incremental repair of join indexes", authors="Wendt, P")
    (work,) = find_works([clean, cited], [], Decisions()).works
    assert work.title == "Incremental Repair of Join Indexes"


def test_a_subtitle_that_one_record_has_is_kept(record):
    fields = {
        "authors": "Wendt, Paula; Brandt, Ilka",
        "year": 1997,
        "venue": "Tide Letters",
        "volume": "3",
        "pages": "1-9",
    }
    short = [record(f"{name}.csv", 1, title="Tides of the northern fjords", **fields) for name in "ab"]
    full = record("c.csv", 1, title="Tides of the northern fjords: a study of harbours", **fields)
    (work,) = find_works([*short, full], [], Decisions()).works
    assert work.title == "Tides of the northern fjords: a study of harbours"


def test_a_range_of_pages_comes_before_its_first_page(record):
    fields = {
        "title": "Looking times of bilingual infants",
        "authors": "Hallgrim, Asta",
        "year": 2015,
        "venue": "Infants",
    }
    one = record("a.ris", 1, pages="126", volume="39", number="2", publisher="Press", address="Bristol", **fields)
    other = record("b.ris", 1, pages="126-35", volume="39", **fields)
    (work,) = find_works([one, other], [], Decisions()).works
    assert work.pages == "126-135"


def test_no_field_of_one_work_stands_beside_a_field_of_another_that_was_joined_wrongly(record):
    first = record(
        "a.bib", 1, title="Staged voting alarms", authors="Phromsak, Narin", year=2016, venue="Sensor Forum", pages="149-154",
        abstract="We describe a frost watch.",
    )  # fmt: skip
    second = record(
        "a.bib", 9, title="Sunlight fed orchard watches with a genetic search", authors="Lertpanya, S; Aroonsuk, K", year=2017,
        venue="Smart Fields", abstract="Growers lose blossom to late frost, and remote slopes have no mains at all.",
    )  # fmt: skip
    same = Decisions(pairings=(Pairing(("a.bib:1", "a.bib:9"), True, "wrongly", 1),))
    (work,) = find_works([first, second], [], same).works
    origins = {work.choices[name].origin for name in ("title", "authors", "year", "venue", "abstract")}
    assert len(origins) == 1


def test_a_journal_in_capitals_is_shown_in_title_case(record):
    (work,) = find_works([record("a.bib", 1, title="Tides", venue="JOURNAL OF HARBOUR SCIENCE")], [], Decisions()).works
    assert work.venue == "Journal of Harbour Science"
    assert work.choices["venue"].original == "JOURNAL OF HARBOUR SCIENCE"


@pytest.mark.parametrize("kind", ["article", "preprint"])
@pytest.mark.parametrize("stray", ["Sleep In flies of the north", "sleep in flies of The north."])
def test_the_capitals_of_most_records_win_over_a_stray_one(record, kind, stray):
    usual = {"title": "Sleep in flies of the north", "authors": "Ann Bell", "year": 2020, "doi": "10.1000/flies"}
    lone = record("a.bib", 1, **{**usual, "title": stray}, kind="article", venue="Flies", pages="1-9")
    others = [record(name, 1, **usual, kind=kind) for name in ("b.bib", "c.ris", "d.csv")]
    assert work_of([lone, *others]).title == "Sleep in flies of the north"


def test_the_reason_of_a_value_that_several_records_give_is_not_that_it_is_the_only_one(record):
    usual = {"title": "Sleep in flies", "authors": "Ann Bell", "year": 2020, "doi": "10.1000/flies"}
    first, second = record("a.bib", 1, **usual), record("b.bib", 1, **usual)
    work = work_of([first, second])
    assert work.choices["title"].rule == "the same in all records that give it"
    assert work_of([first]).choices["title"].rule == "the only one"
