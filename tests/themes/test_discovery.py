"""A project without a taxonomy gets themes that a person can read and edit."""

from __future__ import annotations

import random
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config.taxonomy import ID, Taxonomy, is_taken
from generator.themes import assign, discover, themes_yaml
from generator.works import Work
from tests.themes.corpus import astronomy, taxonomy_of, work

SUBJECTS = {
    "Spiral galaxies": "galaxy rotation, spiral arms, dark matter haloes and star formation in spiral galaxies",
    "Radial velocity": "radial velocity of stars, exoplanet detection, stellar activity and transit timing",
    "Adaptive optics": "adaptive optics of a telescope, deformable mirror, wavefront sensor and laser guide star",
    "Neutron stars": "neutron stars and pulsars, equation of state, magnetic field and pulsar timing",
}


def many() -> list[Work]:
    """Eighty works of four subjects, each in words of its own besides."""
    chance = random.Random(1)
    works = []
    for number in range(80):
        title, subject = list(SUBJECTS.items())[number % 4]
        parts = subject.split(", ")
        chance.shuffle(parts)
        word = "".join(chance.choices(string.ascii_lowercase, k=8))
        works.append(
            work(
                f"w{number:02}",
                f"{title}: the case of {word}",
                f"We study {', '.join(parts[:2])}. The {word} shows {parts[-1]}.",
            )
        )
    return works


def outline(taxonomy: Taxonomy) -> list[tuple[str, list[tuple[object, ...]]]]:
    """What is read back; the exemplars of a theme that was found are written as its central works."""
    return [
        (
            s.title,
            [
                (t.id, t.title, t.scope, t.terms, (*t.exemplars, *(ref for ref, _ in t.central)), t.excludes)
                for t in s.themes
            ],
        )
        for s in taxonomy.sections
    ]


def test_themes_are_as_many_as_a_corpus_can_bear() -> None:
    # Four works on four subjects share nothing.
    assert [len(discover(many()[:size]).themes) for size in (1, 4, 16)] == [1, 1, 4]
    assert len(discover(many()).themes) == len(SUBJECTS)
    assert not discover(many()).given


def test_titles_are_phrases_of_the_corpus() -> None:
    titles = {theme.title for theme in discover(many()[:16]).themes}
    assert titles == {"Spiral Galaxies", "Radial Velocity", "Adaptive Optics", "Neutron Stars"}


def test_works_of_one_subject_come_to_one_theme_and_its_exemplars_are_among_them() -> None:
    works = many()[:16]
    taxonomy = discover(works)
    placements = assign(works, taxonomy).placements
    by_subject = [{placements[paper.key].primary for paper in works[subject::4]} for subject in range(4)]
    assert all(len(found) == 1 for found in by_subject)
    assert all(placements[key].primary == theme.id for theme in taxonomy.themes for key in theme.exemplars)
    assert {placement.decided_by for placement in placements.values()} == {"method"}


def test_order_of_works_changes_nothing() -> None:
    works = many()
    expected = outline(discover(works))
    random.Random(3).shuffle(works)
    assert outline(discover(works)) == expected


def test_every_found_theme_has_works() -> None:
    for works in (many(), astronomy()):
        assert assign(works, discover(works)).problems == ()


def mixed() -> list[Work]:
    """Eight works in five languages, two of which share words with no other."""
    return [
        work(
            "de1",
            "Die Grundlagen der maschinellen Übersetzung",
            "Wir untersuchen die Grundlagen der neuronalen Übersetzung und die Aufmerksamkeit.",
        ),
        work(
            "de2",
            "Die Grundlagen neuronaler Netze",
            "Die neuronale Übersetzung und die Grundlagen der Netze werden beschrieben.",
        ),
        work("zh1", "深度学习综述", "本文综述深度学习的方法。"),
        work("zh2", "深度学习与图像识别", "本文研究深度学习与图像识别的方法。"),
        work("ru1", "Нейронные сети и перевод", "Мы исследуем нейронные сети для перевода."),
        work("ru2", "Глубокие нейронные сети", "Обзор: нейронные сети и обучение."),
        work("ar1", "مقدمة في التعلم العميق", "نقدم في هذا البحث مقدمة."),
        work("en1", "Attention is all you need", "We propose the Transformer."),
    ]


def test_a_theme_claims_only_works_that_share_words_with_it() -> None:
    placements = assign(mixed(), discover(mixed())).placements
    together = {key: placement.primary for key, placement in placements.items()}
    assert together["ar1"] is None
    assert together["en1"] is None
    assert together["de1"] == together["de2"]
    assert together["zh1"] == together["zh2"]
    assert together["ru1"] == together["ru2"]
    assert len({together["de1"], together["zh1"], together["ru1"]} - {None}) == 3


def test_exemplars_stand_clearly_for_their_theme() -> None:
    assert {key for theme in discover(mixed()).themes for key in theme.exemplars} <= {
        "de1",
        "de2",
        "zh1",
        "zh2",
        "ru1",
        "ru2",
    }
    astray = work("w99", "Bread of the middle ages", "We bake bread with flour.")
    assert all("w99" not in theme.exemplars for theme in discover([*many()[:16], astray]).themes)


def test_labels_in_other_scripts_get_ids_that_can_be_read() -> None:
    themes = {theme.title: (theme.id, theme.scope) for theme in discover(mixed()).themes}
    assert themes["Нейронные сети"] == ("neironnye-seti", "Works on нейронные сети.")
    assert themes["深度学习"][0] == "theme-1"
    assert "Neuronale Übersetzung" in themes  # a German noun keeps its capital


def test_a_theme_without_a_telling_phrase_says_which_works_it_holds() -> None:
    (theme,) = discover([work("a", "Bread"), work("b", "Stars"), work("c", "Ships"), work("d", "Glass")]).themes
    assert theme.scope == "Works that share no telling phrase, among them: Bread; Stars; Ships."


def test_a_label_is_a_noun_phrase_and_no_word_of_every_paper() -> None:
    subjects = {"stellar winds": "mass loss", "bread baking": "sour dough"}
    works = []
    for number in range(16):
        subject, other = list(subjects.items())[number % 2]
        works.append(
            work(
                f"w{number:02}",
                f"A survey of research: what do we know of {subject}?",
                f"Abstract. We survey {subject} and know its {other}.",
            )
        )
    assert {theme.title.lower() for theme in discover(works).themes} <= {*subjects, *subjects.values()}


def test_a_label_says_more_than_text_or_learning() -> None:
    works = [
        work("a", "Learning with sparse rewards", "Learning an agent's policy needs dense rewards."),
        work("b", "Learning without dense rewards", "Learning is slow where rewards are sparse."),
        work("c", "Learning to bake bread", "Learning how sour dough rises in a warm oven."),
        work("d", "Learning to bake cakes", "Learning how sweet dough rises in a warm oven."),
        work("e", "Learning the stars", "Telescopes."),
    ]
    assert "Learning" not in {theme.title for theme in discover(works).themes}
    titles_only = [
        work("t1", "Learning of texts"),
        work("t2", "Texts for learning"),
        work("t3", "Bees"),
        work("t4", "Wasps"),
    ]
    (theme,) = discover(titles_only).themes
    assert theme.title == "Learning and Texts"


def test_a_label_in_a_script_without_spaces_is_not_cut() -> None:
    works = [
        work("zh1", "面向低资源语言的预训练模型", "我们提出一种面向低资源语言的预训练方法。"),
        work("zh2", "低资源语言机器翻译综述", "本文综述低资源语言机器翻译的研究进展。"),
        work("de1", "Die Rechtschreibung alter Texte", "Wir untersuchen die Rechtschreibung."),
        work("de2", "Alte Rechtschreibung", "Die Rechtschreibung wird beschrieben."),
    ]
    assert "低资源语言" in {theme.title for theme in discover(works).themes}


@pytest.mark.parametrize(
    "works",
    [
        [],
        [work("one", "A single work")],
        [work("a", "")],
        [
            work(f"t{number}", title)
            for number, title in enumerate(("Bees", "Wasps", "Ants and bees", "Beetles", "Index"))
        ],
        [
            work("a", "深度学习综述", "本文综述深度学习。"),
            work("b", "深度学习与图像"),
            work("c", "Звёзды и планеты"),
            work("d", "Étoiles et planètes"),
        ],
        [work(f"s{number}", "The very same title", "And the very same abstract.") for number in range(12)],
    ],
    ids=["none", "one", "no words", "titles only", "several languages", "all the same"],
)
def test_small_and_odd_corpora_get_themes_that_read_back(works: list[Work], tmp_path: Path) -> None:
    taxonomy = discover(works)
    assert bool(taxonomy.themes) == bool(works)
    assert set(assign(works, taxonomy).placements) == {paper.key for paper in works}
    if works:
        assert outline(taxonomy_of(themes_yaml(taxonomy), tmp_path)) == outline(taxonomy)


def test_a_given_taxonomy_reads_back_from_its_own_text(tmp_path: Path) -> None:
    taxonomy = taxonomy_of(None, tmp_path)
    assert outline(taxonomy_of(themes_yaml(taxonomy), tmp_path)) == outline(taxonomy)


def test_many_themes_come_in_sections_of_related_ones() -> None:
    chance = random.Random(5)
    words = ["".join(chance.choices(string.ascii_lowercase, k=7)) for _ in range(60)]
    works = [
        work(
            f"w{n:03}",
            f"{words[12 + n % 12]} of {words[24 + n % 12]}",
            " ".join(words[24 + n % 12 :: 12] + words[n % 3 : 12 : 3]),
        )
        for n in range(144)
    ]
    taxonomy = discover(works)
    assert len(taxonomy.themes) > 8
    assert 1 < len(taxonomy.sections) < len(taxonomy.themes)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=120)), min_size=1, max_size=10))
def test_any_corpus_gets_safe_and_unique_ids(texts: list[tuple[str, str]]) -> None:
    ids = [theme.id for theme in discover([work(f"k{number}", *text) for number, text in enumerate(texts)]).themes]
    assert len(set(ids)) == len(ids) >= 1
    assert all(ID.fullmatch(name) and not is_taken(name) and len(name) <= 80 for name in ids)
