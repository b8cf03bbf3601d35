"""Kinds of works: shown by title and abstract, with the words that show them, and overruled by a person."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import pipeline
from generator.commands import explain
from generator.config.decisions import KindDecision, read_decisions
from generator.errors import InputError
from generator.kinds import KINDS, decided, kinds
from generator.pages import explorer, paper
from generator.pages.making import texts_of
from generator.pages.site import Site
from generator.works import Work
from tests.kinds.corpora import labelled_kinds, other_fields
from tests.links.works import work
from tests.shipped import frozen


def kind_of(title: str, abstract: str) -> str:
    found = kinds([work("one", title, abstract)])
    return found["one"].name if found else ""


@pytest.mark.parametrize(
    ("title", "abstract", "expected"),
    [
        ("Protein folding: a comprehensive review", "Much has been written. Here we summarise it.", "survey"),
        ("Parchment in the north", "This survey covers mills and markets.", "survey"),
        ("Attitudes of nurses", "We surveyed 340 nurses about shifts. Half of the respondents were content.", "study"),
        ("WheatNet", "We introduce WheatNet, a data set of 40,000 annotated leaves.", "benchmark or data set"),
        ("Leaves of wheat", "We present a method that counts leaves.", "method"),
        (
            "Leaves of wheat",
            "We present a platform that serves 30 farms and has been in operation for a year.",
            "system",
        ),
        ("leafr: an R package for counting leaves", "The package is available under the GPL.", "tool"),
        ("On leaves", "We prove that no tree has more leaves than nodes. The proof is short.", "theory"),
        ("Against counting leaves", "This essay argues that counts mislead.", "position"),
        ("Leaves", "This thesis investigates leaves. Chapter 2 counts them.", "thesis"),
        ("Pests of crops", "Here we present a proof of concept for an approach to pests.", "method"),
        (
            "Coats of goats: a systematic review of the impact of light",
            "We conducted a search. We reviewed the literature.",
            "survey",
        ),
        ("Leaves and genes", "Our current overall aim was to characterize genes of leaves.", "study"),
        ("Do leaves fall faster in rain?", "We measured 200 trees. Rain doubled the rate.", "study"),
        ("Leaves", "", ""),
    ],
)
def test_title_and_abstract_tell_the_kind(title: str, abstract: str, expected: str) -> None:
    assert kind_of(title, abstract) == expected


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Pollination and fruit set", ""),
        ("Fruit set in apple orchards", ""),
        ("Bees and seed set: a field trial", ""),
        ("Dopamine release in the mushroom body", ""),
        ("Platelet aggregation after surgery", ""),
        ("Body mass index in children", ""),
        ("The leaf area index", ""),
        ("Water resources of the south", ""),
        ("On frogs", "We describe a set of flies."),
        ("On flies", "We develop a set of rules for ponds."),
        ("On calcium", "We describe calcium release."),
        ("Volleyball", "We describe the third set."),
    ],
)
def test_a_set_a_release_or_an_index_of_something_else_is_no_data_set(title: str, abstract: str) -> None:
    assert kind_of(title, abstract) != "benchmark or data set"


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("WheatNet", "We introduce a data set of wheat."),
        ("WheatNet", "We present a test set for leaves."),
        ("WheatNet", "We release a benchmark set with 40 tasks."),
        ("WheatNet", "We present a set of annotated images of leaves."),
        ("WheatNet", "We present a set of 300 questions on leaves."),
        ("WheatNet", "We introduce an open resource for botany."),
        ("WheatNet", "We present a gold set."),
        ("A test set for leaves", ""),
        ("A resource for botanists", ""),
        ("A labelled data set of leaves", ""),
    ],
)
def test_a_set_of_data_is_a_data_set(title: str, abstract: str) -> None:
    assert kind_of(title, abstract) == "benchmark or data set"


def test_the_words_that_tell_a_kind_stand_in_the_work() -> None:
    works = other_fields()
    texts = {one.key: {"title": one.title, "abstract": one.abstract} for one in works}
    for key, kind in kinds(works).items():
        assert kind.name in KINDS
        said = kind.evidence.removesuffix(" …").casefold()
        assert said
        text = " ".join(texts[key][kind.source].split()).casefold()
        assert re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text), f"{said} is cut within a word"


@pytest.mark.parametrize(
    ("abstract", "said"),
    [
        (
            "In this paper, we propose improving PonderNet with a novel deterministic exit criterion.",
            "we propose improving PonderNet with a novel …",
        ),
        ("We propose pondering.", "We propose pondering."),
        (
            "Ponderer is an efficient (and new) method of exiting early from deep stacks of layers.",
            "Ponderer is an efficient (and new) method of exiting …",
        ),
    ],
)
def test_the_words_that_tell_a_kind_are_whole(abstract: str, said: str) -> None:
    assert kinds([Work(title="Ponder", records=(), key="one", abstract=abstract)])["one"].evidence == said


def test_a_thesis_is_known_by_its_record() -> None:
    thesis = kinds([Work(title="Leaves", records=(), key="one", kind="phdthesis")])["one"]
    assert (thesis.name, thesis.source) == ("thesis", "record")


@pytest.mark.parametrize(("half", "least"), [("development", 0.9), ("held-out", 0.78)])
def test_most_labelled_works_of_both_corpora_get_a_kind_that_the_reader_accepts(half: str, least: float) -> None:
    by_work = {**frozen().kinds, **kinds(other_fields())}
    labels = [(key, accepted) for one, key, accepted in labelled_kinds() if one == half]
    assert len(labels) >= 75
    right = sum(key in by_work and by_work[key].name in accepted for key, accepted in labels)
    assert right / len(labels) >= least


def test_a_decision_comes_before_what_the_text_tells() -> None:
    by_work = kinds([work("one", "A survey of leaves", "This survey covers leaves.")])
    decisions = [KindDecision("one", "method", "read it", 3), KindDecision("two", "study", "", 4)]
    found, problems = decided(by_work, decisions, {"one": "one"}.get, lambda reference: False)
    assert (found["one"].name, found["one"].source, found["one"].evidence) == ("method", "decision", "read it")
    assert [(one.place.line if one.place else None, "two" in one.message) for one in problems] == [(4, True)]
    assert not decided(by_work, decisions, {"one": "one"}.get, lambda reference: reference == "two")[1]


def test_other_words_for_a_kind_are_understood_and_unknown_ones_refused(tmp_path: Path) -> None:
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib/decisions.yml").write_text("kinds:\n  - {ref: one, kind: Data set}\n", encoding="utf-8")
    assert read_decisions(tmp_path).kinds == (KindDecision("one", "benchmark or data set", "", 2),)
    (tmp_path / "bib/decisions.yml").write_text("kinds:\n  - {ref: one, kind: poem}\n", encoding="utf-8")
    with pytest.raises(InputError, match="poem"):
        read_decisions(tmp_path)


def project(tmp_path: Path) -> Path:
    (tmp_path / "bib/sources").mkdir(parents=True)
    (tmp_path / "bib/sources/a.bib").write_text(
        "@article{a, title={A survey of leaves}, abstract={This survey covers leaves.}, year=2020}\n"
        "@article{b, title={Counting leaves}, abstract={We propose a method that counts.}, year=2021}\n",
        encoding="utf-8",
    )
    (tmp_path / "bib/decisions.yml").write_text(
        'kinds:\n  - {ref: "sources/a.bib:2", kind: tool, why: "it is a program"}\n', encoding="utf-8"
    )
    return tmp_path


def test_the_kind_is_a_facet_stands_on_the_page_and_is_explained(tmp_path: Path) -> None:
    survey = pipeline.survey_of(project(tmp_path))
    site = Site(survey, tmp_path)
    first, second = sorted(survey.works.values(), key=lambda one: one.year or 0)
    assert explorer.facets(site, first)["kind"] == ["Survey"]
    assert ("kind", "Kind of work") in explorer.facets_of(site)
    pages = texts_of(paper, site)
    assert "the abstract says “This survey covers”" in pages[site.places.paper(first.key)]
    assert "says a curator (it is a program)" in pages[site.places.paper(second.key)]
    explained = "\n".join(explain.story(survey, first, read_decisions(tmp_path)))
    assert "Kind: survey\n  the abstract says “This survey covers”" in explained
    assert "a person decided: it is a program" in "\n".join(explain.story(survey, second, read_decisions(tmp_path)))


@pytest.mark.parametrize(
    ("abstract", "kind"),
    [
        ("We propose a method that counts leaves. We test it. We call for more attention to twigs.", "method"),
        ("We propose a method that counts leaves. We support this thesis with twigs.", "method"),
        ("Leaves fall. This thesis counts them. We propose a method.", "thesis"),
        ("Leaves fall. In this thesis, we count them with a new method.", "thesis"),
        ("Leaves are neglected. This paper argues that they matter, and we call for their protection.", "position"),
    ],
)
def test_a_last_word_or_a_claim_does_not_make_a_kind(abstract: str, kind: str) -> None:
    assert kinds([Work(title="Leaves", records=(), key="one", abstract=abstract)])["one"].name == kind
