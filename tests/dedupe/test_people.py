"""Author names in the forms that sources give them."""

from __future__ import annotations

from itertools import combinations

import pytest

from generator.dedupe.people import compare_authors, likeness, named_alike, person
from generator.names import Name, parse_name

FAMILIES = (
    "Berg|van den Berg|vandenBerg|Müller|Mueller|Muller|M?ller|Koehler|KoehlerR|Köhler|Silva|MSilva|Nørvåg|Nrvg|Kim|Ikm|Li|"
    "Garcia-Marquez|Marquez|McMillan|McMillen|Smith JA|王|ØØ|Ørsted|?rsted|de la Cruz|Delacruz|O'Brien|OBrien|Zhang Wei|Wei"
).split("|")
GIVEN = ["", "R", "M", "R.", "Maria", "JA", "J. A.", "Wei", "Zhang", "Garcia", "Bob", "伟", "K", "Ø"]

# A short form or a transcription and its name, a further name in common; and names that only begin alike.
ONE = [
    tuple(pair.split("/"))
    for pair in (
        "Danny/Daniel|Tommy/Thomas|Kathy/Kathryn|Zack/Zachary|Eugene/Evgeny|Kostas/Konstantinos|Thi Hoa/Thanh Hoa|"
        "Kenny/Kenneth|Ronnie/Ronald|Nate/Nathaniel|Jackie/Jacqueline|Kate/Katharine|Robbie/Robert|Timmy/Timothy|"
        "Gabe/Gabriel|Abby/Abigail|Cindy/Cynthia|Nikos/Nikolaos|Jenny/Jennifer|Debbie/Deborah|Sammy/Samuel|"
        "Kathy/Catherine|Steffi/Stefanie|Benny/Benjamin|Annie/Annette|Randy/Randolph|Frankie/Francis|Lizzie/Elizabeth|"
        "Matty/Matthew|Giorgos/Georgios|Yannis/Ioannis|Lena/Yelena|Katya/Ekaterina|Terry/Terence|Jerry/Jeremy|"
        "Geoff/Jeffrey|Rudi/Rudolf|Jake/Jacob|Kim Lan/Khanh Lan|Robbie/Bobby|Danni/Danielle|Cassie/Cassandra"
    ).split("|")
]
TWO = [
    tuple(pair.split("/"))
    for pair in (
        "Danny/Dorothy|Tommy/Tatiana|Mary/Marcus|Marie/Martha|Barry/Barbara|Carrie/Carlos|Annie/Andrea|Kenny/Karen|"
        "Ronnie/Robert|Nate/Norman|Kate/Karl|Gabe/George|Abby/Adam|Cindy/Claire|Judy/Julia|Eugene/Ernest|Lucy/Lucas|"
        "Ji-Hoon/Jae-Hoon|Jean-Pierre/Jacques-Pierre|Thi Hoa/Thanh Lan|Jenny/Jeremy|Larry/Lars|Gary/Gareth|Toby/Todd|Kostas/Kyriakos|"
        "Timmy/Theodore|James P./John P."
    ).split("|")
]


def like(left: str, right: str) -> float:
    ours, theirs = person(parse_name(left)), person(parse_name(right))
    assert ours and theirs
    return likeness(ours, theirs)


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("Smith, J. A.", "Smith, John Adam", True),
        ("Smith JA", "Smith, John Adam", True),
        ("Smith, J.", "Smith, John Adam", True),
        ("Smith, J.-A.", "Smith, Jean-Alain", True),
        ("Smith, J. B.", "Smith, John Adam", False),
        ("Smith JB", "Smith, John Adam", False),
        ("Smith, John B.", "Smith, John A.", False),
        ("Smith, A.", "Smith, John Adam", False),
    ],
)
def test_initials_stand_for_given_names_that_begin_with_them(left: str, right: str, alike: bool) -> None:
    ours, theirs = person(parse_name(left)), person(parse_name(right))
    assert ours and theirs
    assert named_alike((ours,), (theirs,)) is alike
    assert (likeness(ours, theirs) == 1.0) is alike


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


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("James", "John"),
        ("Mary", "Martha"),
        ("Wei", "Wen"),
        ("Anna", "Andrea"),
        ("James Henry", "John Peter"),
        ("JAMES", "Joanna"),
        ("Daniel", "Dorothy"),
        ("Stephen", "Sandra"),
        *TWO,
    ],
)
def test_two_given_names_in_full_are_two_people_though_they_begin_with_one_letter(left: str, right: str) -> None:
    assert like(f"Smith, {left}", f"Smith, {right}") < 0.45
    assert like(f"Smith, {right}", f"Smith, {left}") < 0.45


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("James", "Jim"),
        ("Thomas", "Tom"),
        ("William", "Wm."),
        ("William", "Will"),
        ("Katherine", "Kathryn"),
        ("Stephen", "Steven"),
        ("Aleksandr", "Alexander"),
        ("Mohamed", "Muhammad"),
        ("Sergei", "Sergey"),
        ("Tatiana", "Tatyana"),
        ("Dmitrii", "Dmitri"),
        ("Xiaoming", "Xiao-Ming"),
        ("Xiao Ming", "Xiaoming"),
        ("José Maria", "Jose"),
        ("Maria Magdalena", "Magdalena"),
        ("Jean-Pierre", "J.-P."),
        ("Jean-Pierre", "Jean"),
        ("John", "JA"),
        ("J. Michael", "John"),
        ("Jörg", "Joerg"),
        ("Rebekka", "Rebecca"),
        ("Margarte", "Margaret"),
        *ONE,
    ],
)
def test_forms_of_one_given_name_are_one_person(left: str, right: str) -> None:
    assert like(f"Smith, {left}", f"Smith, {right}") >= 0.6
    assert like(f"Smith, {right}", f"Smith, {left}") >= 0.6


def test_names_that_are_alike_have_a_sign_in_common():
    people = [one for one in (person(Name(family, given=given)) for family in FAMILIES for given in GIVEN) if one]
    alike = [(one, other) for one, other in combinations(people, 2) if likeness(one, other)]
    assert len(alike) > 1000
    assert [(one.family, other.family) for one, other in alike if not one.signs & other.signs] == []


def test_lists_without_a_common_name_speak_against():
    ours, theirs = (
        tuple(one for one in (person(parse_name(name)) for name in names) if one)
        for names in (("Ann Fox", "Bo Lee"), ("Ed Orr", "Mia Pham"))
    )
    assert compare_authors(ours, theirs, cut=False)[1] < -5
