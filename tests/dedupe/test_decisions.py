"""A person's decisions win over the evidence, and one that matches nothing is an error."""

from __future__ import annotations

import pytest

from generator.config.decisions import Correction, Decisions, LeaveOut, Pairing
from generator.dedupe import find_works


@pytest.fixture
def records(record):
    return [
        record("sources/a.bib", 10, title="Learning to Rank Trials", authors="Osei B", year=2014, doi="10.1000/rank"),
        record("sources/b.ris", 5, title="Learning to rank trials", authors="Osei B", year=2014),
        record(
            "sources/b.ris",
            9,
            title="Something Else Entirely in Chemistry",
            authors="Ruiz M",
            year=2016,
            arxiv="2001.00001",
        ),
    ]


def test_not_same_keeps_apart_what_looks_the_same(records):
    assert len(find_works(records, [], Decisions()).works) == 2
    decided = Decisions(pairings=(Pairing(("doi:10.1000/rank", "sources/b.ris:5"), False, "two talks", 3),))
    assert len(find_works(records, [], decided).works) == 3


def test_same_joins_what_looks_different(records):
    decided = Decisions(pairings=(Pairing(("sources/b.ris:5", "arXiv:2001.00001v2"), True, "translated", 3),))
    found = find_works(records, [], decided)
    assert len(found.works) == 1
    assert any(one.decided_by == "decision" for one in found.works[0].evidence)


def test_not_same_separates_even_identical_records(record):
    copies = [record("sources/a.csv", 1, title="Editorial"), record("sources/b.csv", 1, title="Editorial")]
    decided = Decisions(pairings=(Pairing(("sources/a.csv:1", "bib/sources/b.csv:1"), False, "", 1),))
    assert len(find_works(copies, [], decided).works) == 2


def test_leave_out_takes_the_whole_work_and_says_why(records):
    decided = Decisions(leave_out=(LeaveOut("10.1000/RANK", "off topic", 7),))
    found = find_works(records, [], decided)
    assert len(found.works) == 1
    assert [(str(piece.origin), piece.reason) for piece in found.left_out] == [
        ("sources/a.bib:10", "off topic"),
        ("sources/b.ris:5", "off topic"),
    ]


def test_a_correction_wins_and_the_old_value_is_kept(records):
    decided = Decisions(
        corrections=(
            Correction(
                "key:osei2014",
                {"year": 2015, "authors": ["Bea Osei", "Max Ruiz"], "doi": "10.1000/other"},
                "erratum",
                4,
            ),
        )
    )
    found = find_works(records, [], decided, {"osei2014": "doi:10.1000/rank"})
    work = found.works[0]
    assert work.year == 2015
    assert [name.family for name in work.authors] == ["Osei", "Ruiz"]
    assert work.identifier("doi") == "10.1000/other"
    assert work.choices["year"].rule == "decided: erratum"
    assert 2014 in [value for value, _ in work.choices["year"].others]


def test_a_decision_that_matches_nothing_is_an_error_with_a_suggestion(records):
    decided = Decisions(leave_out=(LeaveOut("sources/b.ris:6", "off topic", 7),))
    (problem,) = find_works(records, [], decided).problems
    assert problem.level == "error"
    assert str(problem.place) == "bib/decisions.yml:7"
    assert "`sources/b.ris:5`" in problem.hint


def test_a_decision_against_itself_is_an_error(records):
    refs = ("doi:10.1000/rank", "sources/b.ris:5")
    found = find_works(records, [], Decisions(pairings=(Pairing(refs, True, "", 1), Pairing(refs, False, "", 2))))
    (problem,) = found.problems
    assert str(problem) == (
        "bib/decisions.yml:1: sources/a.bib:10 and sources/b.ris:5 are decided to be the same here and not the same in line 2 (keep one of the two)"
    )


def test_decisions_that_contradict_each_other_through_a_chain_are_one_error_with_their_lines(records):
    a, b, c = "doi:10.1000/rank", "sources/b.ris:5", "arXiv:2001.00001"
    found = find_works(
        records,
        [],
        Decisions((Pairing((a, b), True, "", 3), Pairing((c, b), True, "", 4), Pairing((a, c), False, "", 6))),
    )
    (problem,) = found.problems
    assert (str(problem.place), problem.level) == ("bib/decisions.yml:4", "error")
    assert "the same here with line 3 and not the same in line 6" in problem.message


def test_one_contradiction_is_reported_once_however_many_records_it_names(record):
    records = [
        record(f"{name}.csv", line, title="Soil carbon", doi=f"10.1000/{line}") for name in "abc" for line in (2, 3)
    ]
    refs = ("doi:10.1000/2", "doi:10.1000/3")
    assert (
        len(find_works(records, [], Decisions((Pairing(refs, True, "", 1), Pairing(refs, False, "", 2)))).problems) == 1
    )


def test_a_field_decided_twice_is_an_error(records):
    first, again = (
        Correction("doi:10.1000/rank", {"year": 2015, "venue": "Trials"}, "", 4),
        Correction("sources/b.ris:5", {"year": 2016}, "", 6),
    )
    (problem,) = find_works(records, [], Decisions(corrections=(first, again))).problems
    assert (
        str(problem)
        == "bib/decisions.yml:6: `year` of `sources/b.ris:5` is decided twice (first in line 4) (keep one of the two)"
    )
    assert not find_works(
        records, [], Decisions(corrections=(first, Correction("sources/b.ris:5", {"year": "2015"}, "", 6)))
    ).problems


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Kalsbeek, A. and Fliers, E.", ["Kalsbeek", "Fliers"]),
        ("Kalsbeek, A. and la Fleur, S. E. and Fliers, E.", ["Kalsbeek", "Fleur", "Fliers"]),
        ("{Health and Safety Executive} and Fliers, E.", ["Health and Safety Executive", "Fliers"]),
        ("Andries Kalsbeek and Eric Fliers", ["Kalsbeek", "Fliers"]),
    ],
)
def test_authors_may_be_written_as_bibtex_does(records, text, families):
    found = find_works(records, [], Decisions(corrections=(Correction("doi:10.1000/rank", {"authors": text}, "", 4),)))
    assert [name.family for name in found.works[0].authors] == families


def test_authors_that_leave_names_out_are_an_error(records):
    found = find_works(
        records,
        [],
        Decisions(corrections=(Correction("doi:10.1000/rank", {"authors": "Fliers, E. and others"}, "", 4),)),
    )
    assert [problem.level for problem in found.problems] == ["error"]


def test_a_corrected_value_of_the_wrong_type_is_an_error(records):
    decided = Decisions(corrections=(Correction("doi:10.1000/rank", {"year": "soon", "kind": "poem"}, "", 4),))
    messages = [problem.message for problem in find_works(records, [], decided).problems]
    assert len(messages) == 2


@pytest.mark.parametrize(
    ("scheme", "said"),
    [
        ("pmid", "is not a valid PubMed id"),
        ("pmcid", "is not a valid PubMed Central id"),
        ("acl", "is not a valid ACL Anthology id"),
    ],
)
def test_an_identifier_of_any_service_can_be_decided_and_a_wrong_one_is_an_error(records, scheme, said):
    right = {"pmid": "33000007", "pmcid": "PMC700001", "acl": "2023.acl-long.12"}[scheme]
    one, two = (Correction("doi:10.1000/rank", {scheme: value}, "", 4) for value in (right, "not an id"))
    work = find_works(records, [], Decisions(corrections=(one,))).works[0]
    assert work.identifier(scheme) == right
    (problem,) = find_works(records, [], Decisions(corrections=(two,))).problems
    assert said in problem.message and problem.place and problem.place.line == 4


def test_two_works_of_many_records_are_one_question_and_one_answer_settles_it(record):
    common = {"authors": "Lewis, Gary; Adeli, Khosrow", "year": 2020}
    records = [
        record(f"{name}.csv", 2, **common, title="Soil carbon under till", venue="Geoderma", publisher=name)
        for name in "abcd"
    ]
    records.append(record("e.csv", 2, **common, title="Soil carbon", venue="Soil Conference"))
    found = find_works(records, [], Decisions())
    assert (len(found.works), len(found.uncertain)) == (2, 1)
    (question,) = found.uncertain
    refs = (str(question.left), str(question.right))
    apart = find_works(records, [], Decisions((Pairing(refs, False, "", 1),)))
    assert (len(apart.works), apart.uncertain) == (2, ())
    one = find_works(records, [], Decisions((Pairing(refs, True, "", 1),)))
    assert (len(one.works), one.uncertain) == (1, ())
