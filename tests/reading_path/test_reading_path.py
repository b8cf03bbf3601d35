"""Where to start reading: three to five works of a theme and of the survey, each with its reason; a curator's go first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config.taxonomy import Section, StartWork, Taxonomy, Theme, read_taxonomy
from generator.errors import InputError
from generator.identifiers import Identifier
from generator.kinds import WorkKind
from generator.links.values import Mention, Related
from generator.names import parse_name
from generator.reading_path import WHOLE, Known, Step, reading_paths
from tests.links.works import work

KEYS = ("a", "b", "c", "d", "e", "f", "g")


def known(**more: object) -> Known:
    """Seven works of one theme, a year apart, the third of them near all others."""
    works = {key: work(key, f"Work {key}", year=2015 + place) for place, key in enumerate(KEYS)}
    near: dict[str, list[Related]] = {key: [Related("c", 0.4, ())] for key in KEYS if key != "c"}
    near["c"] = [Related(key, 0.4, ()) for key in KEYS if key != "c"]
    return Known(works=works, themes=dict.fromkeys(KEYS, "leaves"), **{"related": near, **more})  # type: ignore[arg-type]


def taxonomy(start: Sequence[StartWork] = (), whole: Sequence[StartWork] = ()) -> Taxonomy:
    theme = Theme("leaves", "Leaves", "Leaves.", start=tuple(start))
    return Taxonomy((Section("All", (theme,)),), start=tuple(whole))


def path(known: Known, taxonomy_: Taxonomy | None = None, theme: str = "leaves") -> tuple[Step, ...]:
    paths, problems = reading_paths(
        taxonomy_ or taxonomy(), known, lambda ref: ref if ref in KEYS else None, lambda _: False
    )
    assert not problems
    return paths.get(theme, ())


def test_a_path_has_the_survey_what_others_use_what_most_are_linked_to_and_the_newest_of_the_line() -> None:
    steps = path(
        known(
            kinds={"b": WorkKind("survey", "A survey", "title")},
            mentions={"d": [Mention("a", "LeafNet", 0, 7)], "e": [Mention("a", "LeafNet", 0, 7)]},
        )
    )
    assert [(step.key, step.reason) for step in steps] == [
        ("b", "survey"), ("a", "introduced"), ("c", "linked"), ("g", "newest"),
    ]  # fmt: skip
    assert steps[1].why == "introduced LeafNet, which 2 other works of the survey name"
    assert steps[2].why == "linked to 6 works here, more than any other"
    assert (steps[3].why, steps[3].other) == ("the newest (2021) in the line of", "c")


def test_the_year_of_the_newest_is_explained_where_its_reference_gives_a_later_one() -> None:
    works = known().works
    later = {**works, "g": replace(works["g"], year=2022, identifiers=(Identifier("arxiv", "2105.00001"),))}
    survey = {"b": WorkKind("survey", "A survey", "title")}
    assert path(replace(known(kinds=survey), works=later))[-1].why == "the newest (first out in 2021) in the line of"


def test_the_newest_follows_a_survey_only_where_it_follows_nothing_else() -> None:
    survey = {"b": WorkKind("survey", "A survey", "title")}
    near = {**known().related, "g": [Related("b", 0.9, ()), Related("c", 0.1, ())], "b": [Related("g", 0.9, ())]}
    assert path(known(kinds=survey, related=near))[-1].other == "c"
    near = {"g": [Related("b", 0.9, ())], **{key: [Related("c", 0.4, ())] for key in "ad"}}
    near |= {"b": [Related("g", 0.9, ())], "c": [Related("a", 0.4, ()), Related("d", 0.4, ())]}
    assert [step.other for step in path(known(kinds=survey, related={**near, "d": ()})) if step.other] == ["b"]


def test_what_is_old_in_its_theme_is_not_called_the_newest() -> None:
    near = {"a": [Related("b", 0.4, ()), Related("c", 0.4, ())], "b": [Related("a", 0.4, ())]}
    near |= {"d": [Related("e", 0.4, ()), Related("f", 0.4, ())], "e": [Related("d", 0.4, ()), Related("f", 0.4, ())]}
    steps = path(known(related=near, mentions={key: [Mention("a", "LeafNet", 0, 7)] for key in "bc"}))
    assert {step.key: step.reason for step in steps}.get("b") is None


def test_an_early_work_stands_in_with_the_number_of_later_ones_that_are_linked_to_it() -> None:
    near = {key: [Related("f", 0.4, ()), Related("a", 0.3, ())] for key in "bcde"}
    near |= {"f": [Related(key, 0.4, ()) for key in "bcdeg"], "a": [Related(key, 0.3, ()) for key in "bcde"]}
    steps = path(known(related=near))
    assert [(step.key, step.why) for step in steps if step.reason == "early"] == [
        ("a", "an early work, linked to 4 later works here")
    ]


@pytest.mark.parametrize(
    ("shown", "is_reason"),
    [
        (WorkKind("benchmark or data set", "A data set", "title", 1.6, 1.4), True),
        (WorkKind("benchmark or data set", "we collect", "abstract", 3.0, 1.0), True),
        (WorkKind("benchmark or data set", "we collect", "abstract", 3.0, 2.8), False),
        (WorkKind("benchmark or data set", "", "decision"), True),
    ],
)
def test_a_benchmark_or_data_set_stands_in_where_it_is_clear_that_it_is_one(shown: WorkKind, is_reason: bool) -> None:
    near = {**known().related, "e": [Related("c", 0.4, ()), Related("f", 0.4, ())]}
    steps = path(known(related=near, kinds={"e": shown}))
    said = "a benchmark or data set, linked to 2 works here"
    assert ("e", said) in {(step.key, step.why) for step in steps} or not is_reason
    assert is_reason or said not in {step.why for step in steps}


def test_others_are_linked_by_words_that_are_neither_said_already_nor_the_title_of_the_theme() -> None:
    near = known().related
    tied = {
        "d": [Related("e", 0.4, ("leaves",)), Related("f", 0.4, ("leaves",))],
        "a": [Related("b", 0.4, ("leaves",)), Related("e", 0.3, ("leaves",)), Related("f", 0.3, ("leaves",))],
        "e": [
            Related(key, 0.4, (words, "leaves"))
            for key, words in {"d": "autumn colours", "f": "autumn colours", "g": "Autumn colours"}.items()
        ],
    }
    reasons = [(step.key, step.why) for step in path(known(related={**near, **tied})) if step.reason == "about"]
    assert reasons == [("e", "linked to 3 works here on “autumn colours”")]


def test_a_reason_comes_twice_only_where_there_are_not_three_others() -> None:
    near = {key: [Related(other, 0.4, ()) for other in KEYS if other != key] for key in KEYS}
    assert [step.reason for step in path(known(related=near))] == ["linked", "newest", "linked"]
    data = {"d": WorkKind("benchmark or data set", "A data set", "title")}
    assert [step.reason for step in path(known(related=near, kinds=data))] == ["linked", "newest", "data"]


def test_citations_that_services_give_count() -> None:
    steps = path(known(cites={"d": ("a",), "e": ("a",), "f": ("a",)}))
    assert (steps[0].key, steps[0].why) == ("a", "cited by 3 works here")


def test_a_small_theme_and_one_without_links_have_no_path() -> None:
    assert not path(known(related={}))
    few = known()
    assert not path(Known(works=few.works, themes={"a": "leaves", "b": "leaves"}, related=few.related))


def test_the_survey_has_a_path_of_its_own() -> None:
    survey = {"b": WorkKind("survey", "A survey", "title")}
    assert [step.key for step in path(known(kinds=survey), theme=WHOLE)] == ["b", "c", "g"]


def test_a_curators_list_comes_before_all_each_work_once_with_the_reason() -> None:
    chosen = [StartWork("f", "", 3), StartWork("b", "the clearest", 4), StartWork("f", "again", 5)]
    assert path(known(), taxonomy(chosen)) == (Step("f", "chosen", ()), Step("b", "chosen", ("the clearest",)))
    assert path(known(), taxonomy(whole=chosen), WHOLE)[0].key == "f"


def test_a_list_that_names_no_work_is_reported_with_its_line_unless_the_work_was_left_out() -> None:
    named = taxonomy([StartWork("b", "", 7), StartWork("x", "", 8)])
    paths, problems = reading_paths(named, known(), lambda ref: ref if ref in KEYS else None, lambda _: False)
    assert [step.key for step in paths["leaves"]] == ["b"]
    assert [(one.place.line, "`x`" in one.message) for one in problems if one.place] == [(8, True)]
    assert not reading_paths(named, known(), lambda ref: ref if ref in KEYS else None, lambda ref: ref == "x")[1]


@pytest.mark.parametrize("faulty", ["start: 3", "start: [{why: text}]", "start: [{ref: a, reason: b}]", "start: [[a]]"])
def test_start_is_read_from_the_taxonomy_and_faults_have_their_line(tmp_path: Path, faulty: str) -> None:
    (tmp_path / "bib").mkdir()
    file = tmp_path / "bib/themes.yml"
    body = "sections:\n- title: All\n  themes:\n  - {id: leaves, title: Leaves, scope: Leaves., start: [a]}\n"
    file.write_text('start: [{ref: "doi:10.1000/1", why: first}, b]\n' + body, encoding="utf-8")
    read = read_taxonomy(tmp_path)
    assert read is not None
    assert read.start == (StartWork("doi:10.1000/1", "first", 1), StartWork("b", "", 1))
    assert read.by_id["leaves"].start == (StartWork("a", "", 5),)
    file.write_text(f"{faulty}\n{body}", encoding="utf-8")
    with pytest.raises(InputError):
        read_taxonomy(tmp_path)


@pytest.mark.parametrize("lacking", ["abstract", "authors", "year"])
def test_nobody_starts_with_a_work_of_which_less_is_known_than_of_most(lacking: str) -> None:
    introducing = {key: [Mention("a", "LeafNet", 0, 7)] for key in "de"}
    whole = known(kinds={"b": WorkKind("survey", "A survey", "title")}, mentions=introducing)
    works = {
        key: replace(one, abstract="Leaves fall.", authors=(parse_name("Ann Bell"),))
        for key, one in whole.works.items()
    }
    poor = replace(works["c"], **{lacking: {"abstract": "", "authors": (), "year": None}[lacking]})  # type: ignore[arg-type]
    assert "c" in {step.key for step in path(replace(whole, works=works))}
    assert "c" not in {step.key for step in path(replace(whole, works={**works, "c": poor}))}
