"""Names whose family name stands first without a comma: Korean and Chinese ones in Latin letters, Japanese lists."""

from __future__ import annotations

import pytest

from generator.names.lists import names_in_slot, split_names
from generator.names.name import parse_name


@pytest.mark.parametrize(
    "name",
    """Kim Min-su; Lee Sang-hoon; Park Ji-Sung; Ma Ying-jeou; Tsai Ing-wen; Chen Shui-bian; Lee Teng-hui; Choi Yeon-joo
    Kwon Oh-hyun; Chan Kwok-wing; Lee Hsien-Loong; Lin Hwai-min; Chang Chun-hsiung; Park Geun-hye; Yoon Suk-yeol
    """.replace("\n", ";").split(";")[:-1],
)
def test_a_given_name_of_two_syllables_behind_a_family_name_is_given(name: str) -> None:
    family, given = name.split()
    read = parse_name(name)
    assert (read.family, read.given) == (family, given)
    assert parse_name(f"{given} {family}").family == family


@pytest.mark.parametrize(
    "name", ["Lee Smith-Jones", "Jo Cox-Brown", "Kim Ross-Taylor", "Lee Jones-Hall", "Kim Bauer-Lang", "Lee Mary-Ann"]
)
def test_a_double_family_name_behind_a_given_name_stays_the_family(name: str) -> None:
    assert parse_name(name).family == name.split()[1]


def test_a_japanese_list_with_names_in_one_piece_and_in_two() -> None:
    assert names_in_slot("佐藤花子, スミス ジョン") == ["佐藤花子", "スミス, ジョン"]
    assert split_names("山田 太郎, スミス・ジョン, 鈴木一郎") == ["山田, 太郎", "スミス・ジョン", "鈴木一郎"]
    assert names_in_slot("山田, 太郎") == ["山田, 太郎"]


def test_ukrainian_initials() -> None:
    assert parse_name("Сковорода Г. Ґ.").as_last_first == "Сковорода, Г. Ґ."
    assert [parse_name(name).family for name in split_names("Ґудзь О., Шевченко Т. Ґ.")] == ["Ґудзь", "Шевченко"]
