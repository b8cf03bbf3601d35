from __future__ import annotations

from dataclasses import replace

import pytest

from generator.bibliography.coins import coins
from generator.bibliography.entry import entry_of
from generator.bibliography.reference import labels, reference
from generator.bibliography.ris import ris
from generator.names import Name
from tests.bibliography.publications import a_work


def test_a_reference_reads_authors_year_title_venue_and_link() -> None:
    work = a_work(
        kind="article", venue="Journal of Sets", volume="3", number="2", pages="1-9", doi="10.1/x", arxiv="1511.06391"
    )
    assert reference(work).text == (
        "Oriol Vinyals and Samy Bengio (2016). Order Matters: Sequence to sequence for sets. Journal of Sets, 3(2):1–9. arXiv:1511.06391 https://doi.org/10.1/x"
    )
    assert [part.href for part in reference(work).parts if part.role == "link"] == [
        "https://arxiv.org/abs/1511.06391",
        "https://doi.org/10.1/x",
    ]


def test_a_preprint_and_a_thesis() -> None:
    assert reference(a_work("Is it?", "A B", kind="preprint")).text == "A B (2016). Is it?"
    assert (
        reference(a_work("T", "A B", kind="phdthesis", school="MIT", year=None)).text
        == "A B (n.d.). T. PhD thesis, MIT."
    )


def test_a_reference_begins_with_the_title_where_nobody_is_named() -> None:
    work = a_work("Otters at sea", kind="report", year=2020)
    assert reference(replace(work, authors=())).text == "Otters at sea. (2020)."
    journal = a_work("Are otters well?", kind="article", venue="Sea", volume="3", status="retracted")
    assert reference(replace(journal, authors=())).text == "Are otters well? [Retracted] (2016). Sea, 3."


@pytest.mark.parametrize(
    "fields", [{"publisher": "Otter Books, Inc."}, {"publisher": "", "venue": "Proc. Otters Inc."}]
)
def test_a_name_that_ends_with_a_full_stop_gets_no_second_one(fields: dict[str, str]) -> None:
    written = reference(a_work("T", "A B", kind="inproceedings", doi="10.1/x", **fields)).text
    assert "Inc. https://doi.org/10.1/x" in written


@pytest.mark.parametrize("field", ["school", "publisher", "venue"])
def test_a_thesis_names_its_university_once_whatever_field_a_source_has_it_in(field: str) -> None:
    values = {"school": "", "publisher": "", "venue": "", field: "Sea University"}
    thesis = a_work("Masters of the sea", "Bo One", kind="phdthesis", key="k", **values)
    assert reference(thesis).text == "Bo One (2016). Masters of the sea. PhD thesis, Sea University."
    assert dict(entry_of(thesis).fields)["school"] == "Sea University"
    if field != "venue":
        assert "PB  - Sea University" in ris([thesis])
        assert "rft.inst=Sea%20University" in coins(thesis)


@pytest.mark.parametrize(("status", "shown"), [("retracted", " [Retracted]"), ("withdrawn", " [Withdrawn]"), ("", "")])
def test_a_work_that_no_longer_counts_is_marked_behind_its_title(status: str, shown: str) -> None:
    work = a_work("Tea cures all", "A B", kind="article", venue="Journal of Tea", status=status)
    assert reference(work).text == f"A B (2016). Tea cures all.{shown} Journal of Tea."


def test_up_to_twenty_authors_are_named_and_of_more_the_first_nineteen_and_the_last() -> None:
    many = tuple(Name(f"F{n}", "A") for n in range(70))
    assert "A F18 and A F19 (2016)" in reference(a_work(authors=many[:20])).text
    assert "…" not in reference(a_work(authors=many[:20])).text
    assert "A F17, A F18, …, A F69 (2016)" in reference(a_work(authors=many)).text
    assert "A F0 et al. (2016)" in reference(a_work(authors=many[:1], authors_truncated=True)).text


@pytest.mark.parametrize(
    ("authors", "label"),
    [
        ("Oriol Vinyals; Samy Bengio; M K", "Vinyals et al., 2016"),
        ("Jack Rae; Ali Razavi", "Rae & Razavi, 2016"),
        ("Jan van der Berg", "van der Berg, 2016"),
        ((Name("01.AI", corporate=True),), "01.AI, 2016"),
        ("", "Order Matters: Sequence to…, 2016"),
    ],
)
def test_a_label_names_authors_and_year(authors: str, label: str) -> None:
    assert labels([a_work(authors=authors, key="k")]) == {"k": label}


def test_works_of_one_label_get_letters_by_title() -> None:
    works = [a_work("B", key="x"), a_work("A", key="y"), a_work("C", key="z", year=2017)]
    expected = {"x": "Vinyals & Bengio, 2016b", "y": "Vinyals & Bengio, 2016a", "z": "Vinyals & Bengio, 2017"}
    assert labels(works) == expected == labels(works[::-1])
    assert set(labels([a_work("B", key="x", year=None), a_work("A", key="y", year=None)]).values()) == {
        "Vinyals & Bengio, n.d.-a",
        "Vinyals & Bengio, n.d.-b",
    }
