"""Names in the forms in which people and databases write them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.names import Name, family_first, parse_name
from generator.names.lists import split_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ashish Vaswani", Name("Vaswani", "Ashish")),
        ("Vaswani, Ashish", Name("Vaswani", "Ashish")),
        ("A. N. Gomez", Name("Gomez", "A. N.")),
        ("Jan Willem van der Berg", Name("Berg", "Jan Willem", "van der")),
        ("van der Berg, Jan Willem", Name("Berg", "Jan Willem", "van der")),
        ("Smith, Jr., John", Name("Smith", "John", suffix="Jr.")),
        ("John Smith Jr.", Name("Smith", "John", suffix="Jr.")),
        ("Smith, John Q Jr", Name("Smith", "John Q", suffix="Jr")),
        ("Mausam", Name("Mausam")),
        ("{01.AI}", Name("01.AI", corporate=True)),
        ("World Health Organization", Name("World Health Organization", corporate=True)),
        ("Smith J", Name("Smith", "J")),
        ("Li W.", Name("Li", "W.")),
        ("SMITH J", Name("SMITH", "J")),
        ("Smith JK", Name("Smith", "JK")),
        ("DUPONT Jean", Name("DUPONT", "Jean")),
        ("Yi XU", Name("XU", "Yi")),
        ("JRR Tolkien", Name("Tolkien", "JRR")),
        ("van den Broek J.A.", Name("Broek", "J.A.", "van den")),
        ("bell hooks", Name("hooks", "bell")),
        ("Wei Wang 0001", Name("Wang", "Wei")),
        ("Wang 0001, Wei", Name("Wang", "Wei")),
        ("Smith JR 3rd", Name("Smith", "JR", suffix="3rd")),
        ("Smith, John R 3rd", Name("Smith", "John R", suffix="3rd")),
        ("Guy Van den Broeck", Name("Van den Broeck", "Guy")),
        ("Van den Broeck, Guy", Name("Van den Broeck", "Guy")),
        ("Maria De La Cruz", Name("De La Cruz", "Maria")),
        ("Nguyen Van Anh", Name("Anh", "Nguyen Van")),
        ("Lewis G. F.", Name("Lewis", "G. F.")),
        ("García López M. A.", Name("García López", "M. A.")),
        ("van der Berg J.", Name("Berg", "J.", "van der")),
        ("van der Berg J", Name("Berg", "J", "van der")),
        ("de Vries A.", Name("Vries", "A.", "de")),
        ("Serre J.-P.", Name("Serre", "J.-P.")),
        ("Serre J-P", Name("Serre", "J-P")),
        ("J.A.Smith", Name("Smith", "J.A.")),
        ("St. John A.", Name("St. John", "A.")),
        ("A. St. John", Name("St. John", "A.")),
    ],
)
def test_a_name_is_read_in_every_order_of_its_parts(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Okonkwo, Ada; van der Berg, Jan; Li, Wei", ["Okonkwo, Ada", "van der Berg, Jan", "Li, Wei"]),
        ("Ashish Vaswani, Noam Shazeer and Niki Parmar", ["Ashish Vaswani", "Noam Shazeer", "Niki Parmar"]),
        ("Doe, Jane and Roe, Richard", ["Doe, Jane", "Roe, Richard"]),
        ("Vaswani, A., Shazeer, N., & Parmar, N.", ["Vaswani, A.", "Shazeer, N.", "Parmar, N."]),
        ("Kalsbeek, A. and Fliers, E.", ["Kalsbeek, A.", "Fliers, E."]),
        ("Vaswani, Ashish", ["Vaswani, Ashish"]),
        ("García-López MJ, Smith JQ, Li W.", ["García-López, MJ", "Smith, JQ", "Li, W"]),
        ("Smith, J., Jr., Doe, A.", ["Smith, Jr., J.", "Doe, A."]),
        ("A. Vaswani, N. Shazeer, et al.", ["A. Vaswani", "N. Shazeer", "et al."]),
        ("Jörg Müller und Wei Li", ["Jörg Müller", "Wei Li"]),
        ("J&uuml;rgen M&uuml;ller, Wei Li", ["Jürgen Müller", "Wei Li"]),
        ("L. Lakshmanan, P. Yu", ["L. Lakshmanan", "P. Yu"]),
        ("Smith J., Jones A., and Brown C.", ["Smith, J.", "Jones, A.", "Brown, C."]),
        ("Lewis G. F., van der Berg J.-P.", ["Lewis, G. F.", "van der Berg, J.-P."]),
        ("García López MJ; Smith J", ["García López, MJ", "Smith, J"]),
        ("Wei XU; Jian LI", ["Wei XU", "Jian LI"]),
        ("J.A.Smith,A.B.Jones", ["J.A. Smith", "A.B. Jones"]),
        ("Lewis G. F.\nAdeli K.", ["Lewis G. F.", "Adeli K."]),
        ("Lewis, Gary\nAdeli, Khosrow", ["Lewis, Gary", "Adeli, Khosrow"]),
        ("Gary Lewis, Khosrow Adeli,\nJane Doe", ["Gary Lewis", "Khosrow Adeli", "Jane Doe"]),
        ("Gary Lewis and\nKhosrow Adeli", ["Gary Lewis", "Khosrow Adeli"]),
        ("Smith J. and Doe A.", ["Smith, J.", "Doe, A."]),
        ("Smith J. A. & Doe B. C.", ["Smith, J. A.", "Doe, B. C."]),
        ("Smith, John, Jr.", ["Smith, Jr., John"]),
        ("Smith, III, John", ["Smith, III, John"]),
        ("", []),
    ],
)
def test_an_author_string_is_cut_between_names(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Adeli K.Lewis G. F.", ["Adeli, K.", "Lewis, G. F."]),
        ("Adeli, K.Lewis, G. F.", ["Adeli, K.", "Lewis, G. F."]),
        ("Gan L. M.Jonsson-Rylander A. C.", ["Gan, L. M.", "Jonsson-Rylander, A. C."]),
        ("El Hachmane M.Sotak M.", ["El Hachmane, M.", "Sotak, M."]),
        ("Smith J. A.Jones B.de Vries C. D.O'Neil C.", ["Smith, J. A.", "Jones, B.", "de Vries, C. D.", "O'Neil, C."]),
        ("Li X. Wang Y.", ["Li, X.", "Wang, Y."]),
        ("K. AdeliG. F. Lewis", ["K. Adeli", "G. F. Lewis"]),
        ("Adeli KLewis GF", ["Adeli, K", "Lewis, GF"]),
        ("John F. Kennedy", ["John F. Kennedy"]),
        ("J. F. Kennedy Jr.", ["J. F. Kennedy Jr."]),
        ("Ronald A. DePinho", ["Ronald A. DePinho"]),
        ("St. John A.", ["St. John A."]),
    ],
)
def test_names_without_anything_between_them_are_cut_where_initials_end(text: str, names: list[str]) -> None:
    assert split_names(text) == names


def test_pubmed_names_have_the_family_first() -> None:
    assert family_first("van der Berg JW") == "van der Berg, JW"
    assert family_first("Smith JQ Jr") == "Smith, Jr, JQ"
    assert family_first("Smith JR 3rd") == "Smith, 3rd, JR"
    assert parse_name("Smith, 3rd, JR") == Name("Smith", "JR", suffix="3rd")
    assert family_first("Ashish Vaswani") is None


@given(st.text(max_size=60))
def test_any_text_gives_a_name_or_none_without_an_error(text: str) -> None:
    for part in split_names(text):
        parse_name(part)
    assert parse_name(text).as_last_first is not None


@pytest.mark.parametrize(
    "unit",
    ["a", "A.b", "A. B", "Ab C.De F.", "a\n", "A.", "Ab CDe F", "aB ", "{", "and ", "O'Neil K.", "x, ", " A. and "],
)
def test_a_very_long_author_string_takes_no_long_time(unit: str) -> None:
    started = time.process_time()
    split_names(unit * (200_000 // len(unit)))
    assert time.process_time() - started < 5
