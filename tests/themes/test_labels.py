"""Labels of found themes in corpora of titles, in several languages: what a curator would keep."""

from __future__ import annotations

import pytest

from generator.config.taxonomy import Taxonomy
from generator.themes import assign, discover
from generator.themes.languages import languages
from generator.works import Work
from tests.themes import label_corpora_later
from tests.themes.corpus import work
from tests.themes.label_corpora import HELD_OUT, SUBJECTS, kept, mixed, titles_of

LEAST_KEPT = 0.8  # of the labels: four of five


def share_kept(taxonomy: Taxonomy, names: set[str]) -> float:
    return sum(theme.title.lower() in names for theme in taxonomy.themes) / len(taxonomy.themes)


@pytest.mark.parametrize("language", SUBJECTS)
def test_four_of_five_labels_of_titles_alone_name_a_subject(language: str) -> None:
    works = titles_of(language)
    taxonomy = discover(works)
    assert len(taxonomy.themes) >= len(SUBJECTS[language])
    assert share_kept(taxonomy, kept(language)) >= LEAST_KEPT, [theme.title for theme in taxonomy.themes]
    placements = assign(works, taxonomy).placements.values()
    assert sum(one.primary is not None for one in placements) >= LEAST_KEPT * len(works)


def test_four_of_five_labels_of_other_subjects_in_other_titles_are_kept_over_all_languages() -> None:
    found = [
        theme.title.lower() in kept(language, HELD_OUT)
        for language in HELD_OUT
        for theme in discover(titles_of(language, HELD_OUT)).themes
    ]
    assert sum(found) >= LEAST_KEPT * len(found)


def test_four_of_five_labels_of_a_third_set_are_kept_over_all_languages() -> None:
    found = [
        theme.title.lower() in label_corpora_later.kept(language)
        for language in label_corpora_later.SUBJECTS
        for theme in discover(label_corpora_later.titles_of(language)).themes
    ]
    assert sum(found) >= LEAST_KEPT * len(found)


def test_four_of_five_labels_of_a_mixed_corpus_name_a_subject() -> None:
    taxonomy = discover(mixed())
    assert share_kept(taxonomy, set().union(*map(kept, SUBJECTS))) >= LEAST_KEPT


def test_the_language_of_a_work_is_told_by_its_words() -> None:
    titles = {
        "The reading of old texts": "en",
        "Die Rechtschreibung alter Texte": "de",
        "Qualité de l'eau et des sols": "fr",
        "El cambio climático en la agricultura": "es",
        "Avaliação da água em rios do Brasil": "pt",
        "La gestione delle acque reflue": "it",
        "低资源语言机器翻译综述": "zh",
    }
    works = [work(f"k{n}", title) for n, title in enumerate(titles)]
    assert languages(works) == list(titles.values())


def test_a_title_without_small_words_is_told_by_its_letters_or_by_what_its_source_says() -> None:
    works = [
        work("a", "Aprendizado de máquina em saúde"),
        work("b", "The health of bees"),
        work("c", "Redes neurais convolucionais aplicadas"),
        work("d", "Bienenkrankheiten", language="German"),
    ]
    assert languages(works) == ["pt", "en", "pt", "de"]


def test_a_corpus_without_any_small_word_is_told_by_its_letters() -> None:
    texts = ("Aprendizado supervisionado", "Redes neurais convolucionais", "Avaliação automatizada", "Gestão hídrica")
    works = [work(f"k{n}", text) for n, text in enumerate(texts)]
    assert languages(works) == ["pt"] * len(works)


def titles(*texts: str) -> list[Work]:
    return [work(f"k{n:02}", text) for n, text in enumerate(texts)]


def labels(works: list[Work]) -> list[str]:
    """The titles and terms of all found themes."""
    return [text for theme in discover(works).themes for text in (theme.title, *(term for term, _ in theme.terms))]


@pytest.mark.parametrize(
    "place", ["China", "New York", "Northern Italy", "Rural Ghana", "South America", "United States"]
)
def test_a_place_is_no_label(place: str) -> None:
    works = titles(
        *(f"Wells and pumps of {place}: report {n}" for n in range(4)), *(f"Bees {n} on a roof" for n in range(4))
    )
    found = labels(works)
    assert not [label for label in found if label.lower() == place.lower()]
    assert found


@pytest.mark.parametrize(
    ("place", "language"), [("Deutschland", "de"), ("España", "es"), ("Brasil", "pt"), ("Italia", "it")]
)
def test_a_place_is_no_label_in_its_own_language(place: str, language: str) -> None:
    frames = {
        "de": "Die Bienen und die Brunnen in {}",
        "es": "Las abejas y los pozos en {}",
        "pt": "As abelhas e os poços no {}",
        "it": "Le api e i pozzi in {}",
    }
    works = titles(*(frames[language].format(place) for _ in range(5)))
    assert place not in labels(works)


def test_animals_and_things_that_are_called_as_places_stay() -> None:
    works = titles(
        "Turkey meat and its taste",
        "The taste of turkey meat",
        "Turkey meat in stores",
        "Guinea pig ears",
        "Guinea pig hearing",
    )
    assert any("turkey" in label.lower() for label in labels(works))


def test_publishers_and_formulas_of_abstracts_are_no_labels() -> None:
    rights = "© 2014 Springer Science+Business Media. All rights reserved."
    works = [
        work(
            f"k{n:02}",
            f"{'Sour dough' if n % 2 else 'Roof gardens'} in town {n}",
            f"Results show that numerical data of {'sour dough' if n % 2 else 'roof gardens'} differ. {rights}",
            keywords=("Humans", "statistics & numerical data", "Middle Aged"),
            publisher="Springer Science",
        )
        for n in range(12)
    ]
    found = " | ".join(labels(works)).lower()
    for formula in ("springer", "numerical data", "results show", "humans", "middle aged", "business media"):
        assert formula not in found
    assert "sour dough" in found


def test_words_written_together_and_apart_and_a_species_by_its_two_names_are_one_label() -> None:
    texts = (
        "Honey bees in gardens",
        "Honeybees and mites",
        "Apis mellifera colonies",
        "The flight of honey bees",
        "A honeybee and its hive",
    )
    works = [work(f"h{n}", text, keywords=("honey bees", "Apis mellifera")) for n, text in enumerate(texts)]
    things = ("glass", "silicon", "paint", "plastic", "tin", "zinc", "lead")
    works += titles(*(f"Solar cells of {thing}" for thing in things))
    names = {"honey bees", "honeybees", "honeybee", "apis mellifera"}
    (theme,) = [one for one in discover(works).themes if one.title.lower() in names]
    assert sum(term.lower() in names for term, _ in theme.terms) == 1
    assert not {"honey", "bees", "bee", "apis", "mellifera"} & {term.lower() for term, _ in theme.terms}


def test_a_field_in_brackets_is_no_synonym() -> None:
    works = [
        work("a", "Learning to grow", keywords=("learning (artificial intelligence)",)),
        work("b", "Growing to learn", keywords=("learning (artificial intelligence)",)),
        work("c", "Artificial intelligence in art", keywords=("artificial intelligence",)),
    ]
    from generator.themes.synonyms import synonyms

    assert synonyms(works, ["en"] * 3) == {}


def test_an_abbreviation_in_brackets_is_one() -> None:
    from generator.themes.synonyms import synonyms

    works = [work(f"m{n}", "Scans", keywords=("magnetic resonance imaging (MRI)", "MRI")) for n in range(2)]
    same = synonyms(works, ["en"] * 2)
    assert len(same) == 1
    assert {len(phrase) for pair in same.items() for phrase in pair} == {1, 3}


def test_the_order_of_works_does_not_change_their_labels() -> None:
    works = mixed()
    assert [theme.title for theme in discover(works[::-1]).themes] == [theme.title for theme in discover(works).themes]
