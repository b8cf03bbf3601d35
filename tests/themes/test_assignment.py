"""Works come to stand where an expert would look for them, and one can see why."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config.decisions import ThemeDecision
from generator.config.taxonomy import Section, Taxonomy, Theme
from generator.errors import Problem
from generator.themes import assign
from tests.themes.corpus import astronomy, readers, taxonomy_of, work


@pytest.fixture
def taxonomy(tmp_path: Path) -> Taxonomy:
    return taxonomy_of(None, tmp_path)


def themes(*named: tuple[str, str, str]) -> Taxonomy:
    return Taxonomy((Section("All", tuple(Theme(*theme, line=number) for number, theme in enumerate(named, 1))),))


def messages_of(problems: tuple[Problem, ...], level: str) -> list[str]:
    return [str(problem) for problem in problems if problem.level == level]


def test_every_work_stands_where_the_reader_put_it(taxonomy: Taxonomy) -> None:
    placements = assign(astronomy(), taxonomy).placements
    assert {key: placement.primary for key, placement in placements.items()} == readers()


def test_order_of_works_changes_nothing(taxonomy: Taxonomy) -> None:
    works = astronomy()
    expected = assign(works, taxonomy)
    for seed in range(3):
        random.Random(seed).shuffle(works)
        assert assign(works, taxonomy) == expected


def test_order_of_themes_changes_no_primary_theme(taxonomy: Taxonomy) -> None:
    turned = Taxonomy(tuple(reversed(taxonomy.sections)))
    assert {k: p.primary for k, p in assign(astronomy(), turned).placements.items()} == readers()


def test_a_placement_names_the_terms_that_spoke_and_the_runner_up(taxonomy: Taxonomy) -> None:
    placement = assign(astronomy(), taxonomy).placements["adler2011"]
    terms = [term for term, _ in placement.terms]
    assert "hot Jupiter" in terms
    assert [weight for _, weight in placement.terms] == sorted((weight for _, weight in placement.terms), reverse=True)
    assert placement.runner_up not in (None, "exoplanets")
    assert placement.scores[0][0] == "exoplanets"
    assert len(placement.scores) >= 3
    assert all(0 <= score <= 1 for _, score in placement.scores)


def test_a_work_that_fits_nothing_stands_nowhere_and_says_why(taxonomy: Taxonomy) -> None:
    placement = assign(astronomy(), taxonomy).placements["lopez2021"]
    assert placement.primary is None
    assert placement.secondary == ()
    assert placement.unsure
    assert "share too little" in placement.why


def test_title_comes_before_abstract() -> None:
    two = themes(("bees", "Bees", "Honey bees."), ("wasps", "Wasps", "Paper wasps."))
    placed = assign(
        [
            work("a", "Sleep of honey bees", "We compare them with wasps."),
            work("b", "Nests of wasps", "Unlike bees, they chew wood."),
        ],
        two,
    )
    assert [placed.placements[key].primary for key in "ab"] == ["bees", "wasps"]


def test_what_a_work_contributes_comes_before_its_background() -> None:
    two = themes(("bees", "Bees", "Honey bees."), ("wasps", "Wasps", "Paper wasps."))
    abstract = (
        "Bees are studied widely, and bees are dear to us. In this paper, we study wasps and describe how wasps sting."
    )
    assert assign([work("a", "An insect in the garden", abstract)], two).placements["a"].primary == "wasps"


def test_a_not_sentence_in_a_scope_speaks_against_its_theme() -> None:
    for scope, expected in (("Navigation.", "insects"), ("Navigation. Not star navigation.", "birds")):
        two = themes(("insects", "Insects", scope), ("birds", "Birds", "Birds and stars."))
        assert (
            assign([work("a", "Star navigation and the smell of navigation")], two).placements["a"].primary == expected
        )


def test_an_excluded_term_speaks_against_its_theme(tmp_path: Path) -> None:
    text = """
sections:
  - title: All
    themes:
      - {id: waves, title: Waves, scope: Water waves and gravitational waves., terms: [merger]}
      - {id: galaxies, title: Galaxies, scope: Mergers of galaxies., terms: [merger: 2]EXCLUDED}
"""
    paper = work("a", "Gravitational waves of a merger", "We study one merger.")
    for excluded, expected in (("", "galaxies"), (", not: [gravitational wave]", "waves")):
        taxonomy = taxonomy_of(text.replace("EXCLUDED", excluded), tmp_path)
        assert assign([paper], taxonomy).placements["a"].primary == expected


def test_spelling_with_hyphen_in_one_word_or_in_two_is_one_term() -> None:
    one = themes(("tuning", "Tuning", "Fine-tuning."), ("other", "Other", "Anything else."))
    titles = ("Fine-tuning engines", "Finetuning engines", "Fine tuning engines", "Finetuned engines")
    assert {assign([work("a", title)], one).placements["a"].primary for title in titles} == {"tuning"}


def test_the_words_of_a_term_count_near_each_other_in_any_order_but_not_far_apart() -> None:
    stars = Theme("stars", "Stars", "Suns.", terms=(("dark energy survey", 1.0),))
    taxonomy = Taxonomy((Section("All", (stars, Theme("bread", "Bread", "Flour."))),))
    near, apart = (
        "A survey of faint dark energy",
        "Survey among many households of a small town without any dark flour or energy",
    )
    said = [dict(assign([work("a", title)], taxonomy).placements["a"].terms) for title in (near, apart)]
    assert "dark energy survey" in said[0]
    assert "dark energy survey" not in said[1]


def test_a_word_of_a_term_speaks_less_than_the_term() -> None:
    dough = Theme("dough", "Dough", "Kneading.", terms=(("sourdough starter", 1.0),))
    taxonomy = Taxonomy((Section("All", (dough, Theme("stars", "Stars", "Suns."))),))
    (whole, part) = (
        dict(assign([work("a", title)], taxonomy).placements["a"].terms)
        for title in ("Dough: the sourdough starter", "Dough: the sourdough of old")
    )
    assert 0 < part["sourdough"] < whole["sourdough starter"]


def test_the_method_gives_one_secondary_theme_at_most() -> None:
    four = themes(
        ("bees", "Bees", "Bees."), ("wasps", "Wasps", "Wasps."), ("ants", "Ants", "Ants."), ("moths", "Moths", "Moths.")
    )
    works = [work("a", "Bees, wasps, ants"), work("b", "Bees and bees"), work("c", "Moths"), work("d", "Moths again")]
    assert max(len(placement.secondary) for placement in assign(works, four).placements.values()) == 1


def test_a_person_s_decision_is_followed_and_explained(taxonomy: Taxonomy) -> None:
    decision = ThemeDecision("gupta2017", "galaxies", ("compact-objects",), "about the host", 3)
    placement = assign(astronomy(), taxonomy, [decision]).placements["gupta2017"]
    assert (placement.primary, placement.secondary, placement.decided_by, placement.why) == (
        "galaxies",
        ("compact-objects",),
        "decision",
        "about the host",
    )
    assert not placement.unsure


def test_a_decision_on_secondary_themes_leaves_the_primary_one(taxonomy: Taxonomy) -> None:
    placement = assign(astronomy(), taxonomy, [ThemeDecision("gupta2017", None, ("galaxies",), "", 3)]).placements[
        "gupta2017"
    ]
    assert (placement.primary, placement.secondary) == ("compact-objects", ("galaxies",))


def test_a_decision_may_name_a_work_by_identifier(taxonomy: Taxonomy) -> None:
    decision = ThemeDecision("doi:10.5555/lopez2021", "instruments", None, "", 3)
    assignment = assign(astronomy(), taxonomy, [decision])
    assert assignment.placements["lopez2021"].primary == "instruments"


def test_decisions_that_cannot_be_followed_are_errors_with_line_and_suggestion(taxonomy: Taxonomy) -> None:
    decisions = [
        ThemeDecision("gupta2017", "galaxy", None, "", 4),
        ThemeDecision("gupta2071", "galaxies", None, "", 5),
        ThemeDecision("chen2016", "galaxies", None, "", 6),
        ThemeDecision("chen2016", "exoplanets", None, "", 7),
        ThemeDecision("doi:10.5555/hoshi2018", "galaxies", None, "", 8),
    ]
    assert messages_of(assign(astronomy(), taxonomy, decisions).problems, "error") == [
        "bib/decisions.yml:4: theme `galaxy` does not exist (did you mean `galaxies`?)",
        "bib/decisions.yml:5: `gupta2071` names none of the works (did you mean `gupta2017`?)",
        "bib/decisions.yml:7: the themes of `chen2016` are decided twice (first in line 6) (keep one of the two)",
        "bib/decisions.yml:8: `doi:10.5555/hoshi2018` names none of the works (did you mean `doi:10.5555/hoshi2019`?)",
    ]


def test_an_exemplar_stands_in_its_theme(tmp_path: Path) -> None:
    text = "sections: [{title: All, themes: [{id: a, title: Stars, scope: Stars.}, {id: b, title: Bread, scope: Flour., exemplars: [adler2011]}]}]"
    placement = assign(astronomy(), taxonomy_of(text, tmp_path)).placements["adler2011"]
    assert (placement.primary, placement.decided_by) == ("b", "decision")
    assert (placement.decided_by, placement.why) == ("decision", "the taxonomy names it as an exemplar")


def test_an_unknown_exemplar_is_an_error_with_the_nearest(tmp_path: Path) -> None:
    text = "sections:\n- title: All\n  themes:\n  - {id: a, title: Stars, scope: Stars and planets., exemplars: [adler2010]}"
    (error,) = messages_of(assign(astronomy(), taxonomy_of(text, tmp_path)).problems, "error")
    assert (
        error
        == "bib/themes.yml:4: theme `a` names an exemplar `adler2010` that is not among the works (did you mean `adler2011`?)"
    )


def test_a_theme_without_works_is_a_warning() -> None:
    two = themes(("planets", "Planets", "Planets and stars."), ("whales", "Whales", "Whales and dolphins."))
    (warning,) = messages_of(assign(astronomy(), two).problems, "warning")
    assert warning.startswith("bib/themes.yml:2: theme `whales` has no works of its own")


def test_similar_works_decide_where_the_taxonomy_is_silent() -> None:
    two = themes(("bees", "Bees", "Honey bees."), ("wasps", "Wasps", "Paper wasps."))
    works = [work(f"b{n}", f"Honey bees and nectar {n}", "We study waggle dances near clover.") for n in range(4)]
    works += [work(f"w{n}", f"Paper wasps and caterpillars {n}", "We study venom and chewing.") for n in range(7)]
    works.append(work("x", "Insects of the garden", "We compare bees with wasps: waggle dances, nectar and clover."))
    assert assign(works, two).placements["x"].primary == "bees"


@pytest.mark.parametrize(
    "works",
    [
        [],
        [work("one", "Planets")],
        [work("a", ""), work("b", "深度学习综述"), work("c", "Звёзды и планеты", "Мы изучаем планеты.")],
    ],
)
def test_tiny_empty_and_foreign_corpora_are_placed_without_a_fault(works: list, taxonomy: Taxonomy) -> None:
    assignment = assign(works, taxonomy)
    assert list(assignment.placements) == sorted(paper.key for paper in works)
    assert not messages_of(assignment.problems, "error")


def test_a_taxonomy_in_another_script_finds_its_works() -> None:
    two = themes(("learning", "深度学习", "深度学习与神经网络。"), ("planets", "Планеты", "Планеты и звёзды."))
    placed = assign([work("a", "深度学习综述"), work("b", "Атмосферы планет и звёзды")], two).placements
    assert (placed["a"].primary, placed["b"].primary) == ("learning", "planets")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.text(max_size=60), st.text(max_size=200)), max_size=8),
    st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=4),
)
def test_any_text_gets_a_placement_that_holds_together(texts: list[tuple[str, str]], scopes: list[str]) -> None:
    taxonomy = themes(*((f"t{number}", scope[:20], scope) for number, scope in enumerate(scopes)))
    works = [work(f"k{number}", title, abstract) for number, (title, abstract) in enumerate(texts)]
    placements = assign(works, taxonomy).placements
    assert set(placements) == {paper.key for paper in works}
    for placement in placements.values():
        named = [placement.primary, *placement.secondary]
        assert len(placement.secondary) <= 2
        assert len(set(named)) == len(named)
        assert placement.primary is not None or (placement.why and not placement.secondary)
        assert set(named) - {None} <= set(taxonomy.by_id)
        assert placement.runner_up is None or placement.runner_up != placement.primary
