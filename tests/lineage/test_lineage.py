"""Which works follow on which, and what a link says that it is, as far as abstracts and citations bear it out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator import links, name_index
from generator.kinds import WorkKind
from generator.lineage import NEAR, Lineage, lineage
from generator.links.values import Related
from generator.works import Work
from tests.links.works import work

LEAFNET = work("leafnet", "LeafNet", "We introduce LeafNet, a data set of leaves.", year=2019)


def drawn(*works: Work, words: Sequence[str] = ("leaves",), **more: object) -> Lineage:
    """The lineage of works of which each is linked to every other by `words`."""
    by_key = {one.key: one for one in works}
    related = {one: [Related(two, 0.5, tuple(words)) for two in by_key if two != one] for one in by_key}
    owners = links.introduced(works)
    names = name_index.names(works, owners)
    given: dict[str, object] = {"kinds": {}, "cites": {}, **more}
    return lineage(by_key, related, names=names, mentions=links.mentions(works, owners), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("abstract", "forth", "back"),
    [
        ("We build on LeafNet and add twigs.", "builds on LeafNet", "built on by"),
        ("Our LeafNet-based model counts.", "builds on LeafNet", "built on by"),
        ("Our model outperforms LeafNet.", "compares with LeafNet", "compared with in"),
        ("Our model comes within 4% of LeafNet.", "compares with LeafNet", "compared with in"),
        ("We train our model on LeafNet.", "uses LeafNet", "used by"),
        ("LeafNet is well known.", "names LeafNet", "named in"),
        ("Trees are counted.", NEAR, NEAR),
    ],
)
def test_a_link_has_a_direction_where_the_abstract_says_one(abstract: str, forth: str, back: str) -> None:
    reasons = drawn(LEAFNET, work("other", "Trees", abstract, year=2021)).reasons
    assert reasons["other", "leafnet"].phrase == forth
    assert reasons["leafnet", "other"].phrase == back


def test_what_others_follow_on_carries_them_the_plainest_act_first() -> None:
    builds = work("builds", "Twigs", "We build on LeafNet.", year=2021)
    names = work("anames", "Roots", "LeafNet is known.", year=2022)
    followers = drawn(LEAFNET, builds, names).followers()
    assert [(one.key, one.act) for one in followers["leafnet"]] == [("builds", "builds on"), ("anames", "names")]


def test_a_citation_that_a_service_gives_is_a_reason_unless_the_abstract_says_more() -> None:
    one, two = work("one", "Twigs", "We build on LeafNet.", year=2021), work("two", "Roots", "Roots.", year=2022)
    reasons = drawn(LEAFNET, one, two, cites={"one": ("leafnet",), "two": ("one", "leafnet")}).reasons
    assert reasons["one", "leafnet"].phrase == "builds on LeafNet"
    assert (reasons["two", "one"].phrase, reasons["one", "two"].phrase) == ("cites", "cited by")


def test_no_work_follows_on_a_later_one() -> None:
    assert not drawn(LEAFNET, work("early", "Trees", "We build on LeafNet.", year=2010)).follows


def test_a_survey_of_what_the_other_is_about() -> None:
    survey = work("survey", "A survey of leaf counting", "This survey covers leaf counting.", year=2022)
    other = work("other", "Leaf counting made faster", "We propose a method of leaf counting.", year=2020)
    kinds = {"survey": WorkKind("survey", "A survey", "title")}
    reasons = drawn(survey, other, words=["leaf counting"], kinds=kinds).reasons
    assert (reasons["survey", "other"].phrase, reasons["other", "survey"].phrase) == (
        "survey of leaf counting",
        "surveyed in",
    )
    reasons = drawn(survey, other, words=["faster"], kinds=kinds).reasons
    assert reasons["survey", "other"].phrase == NEAR


def test_the_same_data_problem_or_method() -> None:
    one = work("one", "Pruning for leaf counting", "We train on the LeafNet data set.", year=2021)
    two = work("two", "Growth of twigs for leaf counting", "We test on the LeafNet data set.", year=2022)
    assert drawn(LEAFNET, one, two).reasons["one", "two"].phrase == "same data: LeafNet"
    bare = [work(each.key, each.title, "Leaves.", year=each.year) for each in (one, two)]
    assert drawn(*bare, words=["leaf counting"]).reasons["one", "two"].phrase == "same problem: leaf counting"
    means = [work("a", "Counts via random pruning"), work("b", "Trees with random pruning")]
    assert drawn(*means, words=["random pruning"]).reasons["a", "b"].phrase == "same method: random pruning"


def test_authors_in_common_are_a_reason_where_one_name_could_not_be_two_people() -> None:
    both = ("Doe, Jane", "Roe, Richard")
    one, two = work("one", "Twigs", authors=both), work("two", "Roots", authors=(*both, "Poe, Edgar"))
    assert drawn(one, two).reasons["one", "two"].phrase == "by the same authors"
    two = work("two", "Roots", authors=("Doe, Jane", "Poe, Edgar"))
    assert drawn(one, two).reasons["one", "two"].phrase == NEAR


def test_a_work_that_does_better_than_models_like_one_compares_with_it() -> None:
    other = work("other", "Trees", "Our trees outperform the shallow counts of older models like LeafNet.", year=2021)
    assert drawn(LEAFNET, other).reasons["other", "leafnet"].phrase == "compares with LeafNet"


@pytest.mark.parametrize("title", ["LeafNet v2", "LeafNet++: twigs too", "LeafNet-v2.1 for twigs"])
def test_a_version_of_what_another_introduced_builds_on_it(title: str) -> None:
    other = work("other", title, "We test on LeafNet.", year=2021)
    assert drawn(LEAFNET, other).reasons["other", "leafnet"].phrase == "builds on LeafNet"


def test_the_same_method_is_one_that_both_apply() -> None:
    words = "We propose the leaf folding (LF) method. The LF method counts."
    abstracts = ("We count by LF.", "We count with LF.", "This is caused by a large LF.", "The cost of LF is small.")
    works = [work("maker", "Leaf folding", words)]
    works += [work(f"w{at}", f"Counts by leaf folding, {at}", text) for at, text in enumerate(abstracts)]
    reasons = drawn(*works, words=["counts"]).reasons
    assert reasons["w0", "w1"].phrase == "same method: LF"
    assert reasons["w2", "w3"].phrase == NEAR


@pytest.mark.parametrize(
    ("one", "two", "words", "reason"),
    [
        ("Health of older adults", "Falls in older adults", "older adults", NEAR),
        ("A model of the working memory network", "Play for the working memory network", "memory network",
         "same problem: working memory network"),
        ("Twigs in the Default Mode", "Leaves in the Default Mode", "default mode", "same problem: default mode"),
    ],
)  # fmt: skip
def test_a_problem_is_a_whole_subject_and_no_group_of_people(one: str, two: str, words: str, reason: str) -> None:
    assert drawn(work("one", one), work("two", two), words=[words]).reasons["one", "two"].phrase == reason


def test_what_most_works_are_about_is_no_problem_of_two_and_no_subject_of_a_survey() -> None:
    crowd = [work(f"w{number}", f"Tree {number}", "Of leaf counting.") for number in range(20)]
    one, two = work("one", "Pruning for leaf counting"), work("two", "Growth for leaf counting")
    kinds = {"one": WorkKind("survey", "A survey", "title")}
    assert drawn(one, two, *crowd, words=["leaf counting"]).reasons["one", "two"].phrase == NEAR
    assert drawn(one, two, *crowd, words=["leaf counting"], kinds=kinds).reasons["one", "two"].phrase == NEAR
    assert (
        drawn(one, two, words=["leaf counting"], kinds=kinds).reasons["one", "two"].phrase == "survey of leaf counting"
    )


@pytest.mark.parametrize(
    ("title", "reason"),
    [("Folding of leaves", "survey of folding"), ("Folding chairs", NEAR), ("Chairs by folding", "survey of folding")],
)
def test_one_word_that_only_describes_another_is_no_subject_of_a_survey(title: str, reason: str) -> None:
    survey, other = work("survey", "Folding: a survey"), work("other", title)
    kinds = {"survey": WorkKind("survey", "a survey", "title")}
    assert drawn(survey, other, words=["folding"], kinds=kinds).reasons["survey", "other"].phrase == reason
