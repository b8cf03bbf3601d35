"""Author names and venue names in the forms that sources give them."""

from __future__ import annotations

import pytest

from generator.dedupe import explain_pair
from generator.dedupe.people import compare_authors, likeness, person
from generator.dedupe.venues import VenueNames, learn_names, same_name, venue_form
from generator.names import parse_name


def like(left: str, right: str) -> float:
    ours, theirs = person(parse_name(left)), person(parse_name(right))
    assert ours and theirs
    return likeness(ours, theirs)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Smith JA", "Smith, John A."),
        ("Wei Zhang", "Zhang Wei"),
        ("van den Berg, L.", "Ludwig van den Berg"),
        ("Müller, K.", "Mueller, Käthe"),
        ("Garcia-Marquez, M.", "Maria García Márquez"),
        ("MCMILLAN K", "Kenneth McMillan"),
        ("McMillen, Kenneth", "Kenneth McMillan"),
        ("van den Broek J.A.", "van den Broek, Jan A"),
        ("Prasan Ikm", "Prasan Kim"),
    ],
)
def test_forms_of_one_name(left, right):
    assert like(left, right) >= 0.6


@pytest.mark.parametrize(
    ("left", "right"), [("Li Wang", "Hong Wang"), ("Smith, A.", "Smyth, B."), ("John Smith", "John Jones")]
)
def test_other_people(left, right):
    assert like(left, right) < 0.5


def test_lists_without_a_common_name_speak_against():
    ours, theirs = (
        tuple(one for one in (person(parse_name(name)) for name in names) if one)
        for names in (("Ann Fox", "Bo Lee"), ("Ed Orr", "Mia Pham"))
    )
    assert compare_authors(ours, theirs, cut=False)[1] < -5


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("VLDB J.", "The VLDB Journal — The International Journal on Very Large Data Bases", True),
        ("VLDB", "Very Large Data Bases", True),
        ("NeurIPS", "Neural Information Processing Systems", True),
        ("ACM Trans. Database Syst.", "ACM Transactions on Database Systems (TODS)", True),
        (
            "J Clin Oncol",
            "Journal of clinical oncology : official journal of the American Society of Clinical Oncology",
            True,
        ),
        ("Lancet", "The Lancet (London, England)", True),
        ("Lancet", "Gut", None),
        ("SIGMOD Record", "ACM SIGMOD Record", True),
        ("Bmj", "BMJ (Clinical research ed.)", True),
        ("BMJ", "BMJ Online", True),
        (
            "J Vet Cardiol",
            "Journal of veterinary cardiology : the official journal of the European Society of Veterinary Cardiology",
            True,
        ),
        ("Sleep", "Sleep the official journal of the Sleep Research Society", True),
        ("Proc Natl Acad Sci", "Proceedings of the National Academy of Sciences of the United States of America", True),
        ("Symposium on Principles of Database Systems", "ACM Transactions on Database Systems", False),
        ("Int J Gynaecol Obstet", "International Journal of Gynecology & Obstetrics", True),
        ("Int. J. Cancer", "Acta Cytol.", False),
        ("British Journal of Surgery", "American Journal of Nursing", False),
    ],
)
def test_names_of_venues(left, right, same):
    ours, theirs = venue_form(left), venue_form(right)
    assert ours and theirs
    assert same_name(ours, theirs) is same
    assert same_name(theirs, ours) is same


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Sleep", "Sleep Medicine"),
        ("Sleep Medicine", "Sleep Medicine Reviews"),
        ("Sleep Med", "Sleep Medicine Reviews"),
        ("Diabetes", "Diabetes Care"),
        ("Nature", "Nature Medicine"),
        ("Cell", "Cell Metabolism"),
        ("Cell", "Molecular Cell"),
        ("The Lancet", "Lancet Oncology"),
        ("Brain", "Brain Research"),
        ("Circulation", "Circulation Research"),
        ("Pain", "Pain Medicine"),
        ("Nutrition", "Nutrition Reviews"),
        ("Physical Review", "Physical Review Letters"),
    ],
)
def test_a_journal_whose_name_goes_on_is_another_journal(short, long):
    ours, theirs = venue_form(short), venue_form(long)
    assert ours and theirs
    assert same_name(ours, theirs) is not True
    assert same_name(theirs, ours) is not True


def test_use_teaches_which_names_are_one_venue():
    one, other = venue_form("SIGMOD Conference"), venue_form("International Conference on Management of Data")
    assert one and other
    assert VenueNames({}, {}).verdict(one, other) is None
    assert learn_names((f"title {n}", one, other) for n in range(5)).verdict(one, other) is True
    apart = learn_names(
        [(f"title {n}", one, one) for n in range(30)] + [(f"other {n}", other, other) for n in range(30)]
    )
    assert apart.never_one(one, other)


def test_transactions_on_is_to_in_an_acronym(record):
    people = {"authors": "Ladin, Rivka; Hensel, Barbara", "year": 1992}
    for acronym, journal in (
        ("TOCS", "ACM Transactions on Computer Systems"),
        ("TODS", "ACM Transactions on Database Systems"),
        ("TOG", "ACM Trans. Graph."),
    ):
        left = record("a.bib", 1, title="Lazy replication of histories", venue=journal, **people)
        right = record("b.bib", 1, title=f"R. Ladin, B. Hensel. Lazy replication of histories. {acronym} 1992")
        other = record("b.bib", 1, title="R. Ladin, B. Hensel. Lazy replication of histories. TOPLAS 1992")
        assert explain_pair(left, right).probability > 0.5, acronym
        assert explain_pair(left, other).probability < 0.5, acronym
