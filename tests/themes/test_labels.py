"""The labels of found themes say what their works are about, also of titles alone and in other languages."""

from __future__ import annotations

from generator.themes import discover
from generator.themes.keyphrases import KeyPhrases
from generator.works import Work
from tests.themes.corpus import work

FRUIT = """
    Fruit set in apple orchards
    Effects of hand pollination on fruit set
    Fruit quality of strawberries after storage
    Postharvest decay of fruit in storage
    Cold storage and fruit firmness
    Fruit drop under high temperature
    Ethylene and fruit ripening
    Parasitoids of the spotted wing drosophila in raspberry
    Netting excludes spotted wing drosophila from cherries
    Bait sprays for the spotted wing drosophila
    Traps for spotted wing drosophila
    Fire blight risk in orchards
    Antagonistic yeasts against fire blight
    Streptomycin resistance in fire blight
    Fire blight susceptibility of rootstocks
"""
AGUA = """
    Calidad del agua potable en embalses
    Tratamiento de agua potable en zonas rurales
    Riego con agua regenerada en olivares
    Uso de aguas regeneradas para el riego de hortalizas
    Riego con aguas regeneradas y salinidad
    Aprendizaje de lenguas en la escuela primaria
    La enseñanza de lenguas en la escuela rural
    Formación de maestros para la escuela primaria
"""
FLUSS = """
    Renaturierung von Flüssen in Bayern
    Fische in kleinen Flüssen nach der Renaturierung
    Die Durchgängigkeit der Flüsse für Fische
    Unterricht in der Grundschule und Mehrsprachigkeit
    Mehrsprachigkeit in der Grundschule
    Lehrkräfte der Grundschule und ihre Ausbildung
"""


def of_titles(text: str) -> list[Work]:
    return [work(f"w{number:02}", line.strip()) for number, line in enumerate(text.strip().splitlines())]


def labels(text: str) -> set[str]:
    return {theme.title for theme in discover(of_titles(text)).themes}


def test_a_word_that_titles_put_before_changing_others_is_no_label_by_itself() -> None:
    assert "Fruit" not in labels(FRUIT)
    phrases = KeyPhrases(of_titles(FRUIT))
    (fruit,) = (phrase for phrase in phrases.in_titles if phrases.written(phrase) == "fruit")
    (storage,) = (phrase for phrase in phrases.in_titles if phrases.written(phrase) == "storage")
    assert phrases.is_modifier(fruit) and not phrases.is_modifier(storage)


def test_a_label_has_the_word_that_all_titles_put_before_it() -> None:
    found = labels(FRUIT)
    assert "Spotted Wing Drosophila" in found and "Fire Blight" in found


def test_two_phrases_of_another_language_have_no_english_word_between_them() -> None:
    found = labels(AGUA)
    assert "Agua" not in found and not any(" and " in label for label in found)


def test_a_label_is_in_the_shortest_of_its_usual_forms() -> None:
    found = labels(FLUSS)
    assert not any("Flüssen" in label for label in found)
    assert any("Grundschule" in label for label in found)
