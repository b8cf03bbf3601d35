"""Names with what exporters put at them or between them: suffixes, degrees, marks, several people in one place,
groups."""

from __future__ import annotations

import pytest

from generator.names import Name, parse_name
from generator.names.lists import names_in_slot, split_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brandt, Otto, III", Name("Brandt", "Otto", suffix="III")),
        ("Whitlow, Harlan P., Jr.", Name("Whitlow", "Harlan P.", suffix="Jr.")),
        ("van Dyke, Anna, Sr", Name("Dyke", "Anna", "van", suffix="Sr")),
        ("Brandt, III, Otto", Name("Brandt", "Otto", suffix="III")),
        ("Smith, 3rd, JR", Name("Smith", "JR", suffix="3rd")),
        ("Smith, John, Q.", Name("Smith", "John Q.")),
        ("Otto Brandt III", Name("Brandt", "Otto", suffix="III")),
        ("Kennedy, John V", Name("Kennedy", "John V")),
    ],
)
def test_a_suffix_is_found_in_every_place(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vantongeren, Mieke, PhD", Name("Vantongeren", "Mieke")),
        ("Abiodun, Tayo R, MPH", Name("Abiodun", "Tayo R")),
        ("Roe, Jane, M.D., Ph.D., F.R.C.S.", Name("Roe", "Jane")),
        ("Roe, Jane, RN, MSN", Name("Roe", "Jane")),
        ("Roe, Jane, Jr., MD", Name("Roe", "Jane", suffix="Jr.")),
        ("Roe, Jane MD", Name("Roe", "Jane")),
        ("Jane Roe, PhD", Name("Roe", "Jane")),
        ("Jane Roe, MD, MPH", Name("Roe", "Jane")),
        ("Jane Roe PhD", Name("Roe", "Jane")),
        ("Prof. Dr. Jane Roe", Name("Roe", "Jane")),
        ("Dr. Jane van der Berg", Name("Berg", "Jane", "van der")),
        ("Roe, MD", Name("Roe", "MD")),
        ("Roe MD", Name("Roe", "MD")),
        ("Roe, MA", Name("Roe", "MA")),
        ("Ma, Jack", Name("Ma", "Jack")),
        ("Do, Minh", Name("Do", "Minh")),
    ],
)
def test_a_degree_is_no_name_and_initials_are_no_degree(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jones AB, PhD", Name("Jones", "AB")),
        ("Jones AB, MD, MPH", Name("Jones", "AB")),
        ("Jones AB PhD", Name("Jones", "AB")),
        ("JONES AB, PhD", Name("JONES", "AB")),
        ("Lee EA, RN, MSN", Name("Lee", "EA")),
        ("Smith JA, M.D.", Name("Smith", "JA")),
        ("De Souza AB, MD", Name("De Souza", "AB")),
        ("de Souza AB, MD", Name("Souza", "AB", "de")),
        ("Wei LI, PhD", Name("LI", "Wei")),
        ("Andrew Bo LI, PhD", Name("LI", "Andrew Bo")),
        ("AB Jones, PhD", Name("Jones", "AB")),
        ("Ann Jones, PhD", Name("Jones", "Ann")),
        ("J Lo, MD", Name("Lo", "J")),
        ("Volvo AB", Name("AB", "Volvo")),
    ],
)
def test_initials_before_a_degree_follow_a_family_name(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hale*, June", Name("Hale", "June")),
        ("Sorel$^{\\dagger}$, Luc", Name("Sorel", "Luc")),
        ("Arden\\thanks{Equal work, and {more}.}, Bo", Name("Arden", "Bo")),
        ("June Hale\\textsuperscript{1,2}", Name("Hale", "June")),
        ("June Hale¹˒²", Name("Hale", "June")),
        ("June Hale¹,²", Name("Hale", "June")),
        ("José Mª Ruiz", Name("Ruiz", "José Mª")),
        ("June Haleᵃ", Name("Hale", "June")),
        ("June Hale^1", Name("Hale", "June")),
        ("June Hale1,2", Name("Hale", "June")),
        ("June Hale (0000-0002-1825-0097)", Name("Hale", "June")),
        ("June Hale† ‡", Name("Hale", "June")),
        ("June Hale\\inst{1}", Name("Hale", "June")),
        ("{C3.ai}", Name("C3.ai", corporate=True)),
        ("Wei Wang 0001", Name("Wang", "Wei")),
    ],
)
def test_marks_of_affiliation_are_no_part_of_a_name(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brandvold Dm", Name("Brandvold", "DM")),
        ("Brandvold, Dm", Name("Brandvold", "DM")),
        ("Andrew Ng", Name("Ng", "Andrew")),
        ("Jan Vlk", Name("Vlk", "Jan")),
        ("Yu Li", Name("Li", "Yu")),
    ],
)
def test_initials_in_title_case_are_known_by_having_no_vowel(text: str, name: Name) -> None:
    assert parse_name(text) == name


def test_one_name_with_initials_in_title_case_tells_how_its_list_is_written() -> None:
    assert split_names("Brandvold Dm;Stokeley D;Orme Ja") == ["Brandvold, DM", "Stokeley, D", "Orme, JA"]
    assert split_names("Wei Li; Yu Ma") == ["Wei Li", "Yu Ma"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Falkner A, Yusuf K, Brandt M", ["Falkner, A", "Yusuf, K", "Brandt, M"]),
        ("Falkner A., Yusuf K., Brandt M. and Orme J.", ["Falkner, A.", "Yusuf, K.", "Brandt, M.", "Orme, J."]),
        ("Smith J, Doe AB, WHO", ["Smith, J", "Doe, AB", "{WHO}"]),
        ("林小雨；赵一鸣", ["林小雨", "赵一鸣"]),
        ("林小雨，赵一鸣", ["林小雨", "赵一鸣"]),
        ("林小雨、赵一鸣", ["林小雨", "赵一鸣"]),
        ("林小雨, 赵一鸣, 王伟", ["林小雨", "赵一鸣", "王伟"]),
        ("김철수; 이영희", ["김철수", "이영희"]),
        ("Falkner, Anna；Yusuf, Kamal", ["Falkner, Anna", "Yusuf, Kamal"]),
        ("Falkner, Anna; Yusuf, Kamal", ["Falkner, Anna", "Yusuf, Kamal"]),
        ("Anna Falkner, Kamal Yusuf, Mia Brandt", ["Anna Falkner", "Kamal Yusuf", "Mia Brandt"]),
        ("Falkner, Anna and Yusuf, Kamal", ["Falkner, Anna", "Yusuf, Kamal"]),
        ("Falkner A, Yusuf K, et al.", ["Falkner, A", "Yusuf, K", "et al."]),
        ("Anna Falkner1,2, Kamal Yusuf2, Mia Brandt*", ["Anna Falkner", "Kamal Yusuf", "Mia Brandt"]),
    ],
)
def test_a_list_in_the_place_of_one_name_is_cut(text: str, names: list[str]) -> None:
    assert names_in_slot(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "García López, María José",
        "Smith, J.",
        "Smith J",
        "Brandt, Otto, III",
        "Vantongeren, Mieke, PhD",
        "林小雨",
        "林, 小雨",
        "Food and Agriculture Organization",
        "Department of Health and Social Care",
        "{Barnes and Noble}",
        "van der Berg, Jan",
        "hooks, bell",
    ],
)
def test_one_name_in_the_place_of_one_stays_one(text: str) -> None:
    assert names_in_slot(text) == [text]


def test_degrees_and_suffixes_in_a_list_belong_to_nobody() -> None:
    assert split_names("Jane Roe, MD, PhD, John Doe, MPH, Ada Poe") == ["Jane Roe", "John Doe", "Ada Poe"]
    assert split_names("Müller, Jürgen, Jr.; Vos, Anneke") == ["Müller, Jürgen, Jr.", "Vos, Anneke"]
    assert split_names("hooks, bell; boyd, danah") == ["hooks, bell", "boyd, danah"]


@pytest.mark.parametrize(
    "text",
    [
        "World Health Organization",
        "Department of Health and Social Care",
        "Centers for Disease Control and Prevention",
        "Deutsche Gesellschaft für Kardiologie",
        "GBD 2019 Collaborators",
        "National Library Board",
        "Quay Guild,",
    ],
)
def test_a_group_is_one_name_that_is_never_turned(text: str) -> None:
    assert parse_name(text) == Name(text.rstrip(","), corporate=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("山田 太郎", Name("山田", "太郎")),
        ("林 小雨", Name("林", "小雨")),
        ("林, 小雨", Name("林", "小雨")),
        ("林小雨", Name("林小雨")),
        ("Berg, Jan van der", Name("Berg", "Jan", "van der")),
        ("García y Vega, Ana", Name("García y Vega", "Ana")),
        ("Jane Bank", Name("Bank", "Jane")),
    ],
)
def test_family_names_are_found_in_other_usages(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SMITH, JOHN A", ["SMITH, JOHN A"]),
        ("LEE, ANN B", ["LEE, ANN B"]),
        ("DE SOUZA, ANA M", ["DE SOUZA, ANA M"]),
        ("Tan WK, MBBS", ["Tan, WK"]),
        ("SMITH J, LEE K", ["SMITH, J", "LEE, K"]),
        ("SMITH J, WHO", ["SMITH, J", "WHO"]),
        ("Smith J, ATLAS, Lee K", ["Smith, J", "ATLAS", "Lee, K"]),
    ],
)
def test_a_family_name_in_capitals_is_no_group_and_a_degree_neither(text: str, names: list[str]) -> None:
    assert [parse_name(one).as_last_first for one in names_in_slot(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Roe, Ann/Doe, Bo", ["Roe, Ann", "Doe, Bo"]),
        ("Roe, A. / Doe, B. / Poe, Cy M.", ["Roe, A.", "Doe, B.", "Poe, Cy M."]),
        ("Ann Roe/Bo Doe", ["Ann Roe", "Bo Doe"]),
        ("AIDS/HIV Working Group", ["AIDS/HIV Working Group"]),
        ("Roe/Doe", ["Roe/Doe"]),
        ("Roe, Ann", ["Roe, Ann"]),
    ],
)
def test_a_slash_separates_names_where_each_piece_is_one(text: str, names: list[str]) -> None:
    assert split_names(text) == names
