"""What journals add to abstracts is no part of what their works say."""

from __future__ import annotations

import pytest

from generator.text.remarks import without_remarks
from generator.themes import discover
from generator.works import Work

SUBJECTS = ("glaciers", "owls", "antibiotics", "tariffs")
REMARKS = [
    "Please see later in the article for the Editors' Summary.",
    "This article is part of the special issue on field methods",
    "本文收录于本刊第三期关于方法论的专栏，欢迎各位读者继续关注并提出意见和建议。",
]


def abstract_of(subject: str) -> str:
    return f"We follow {subject} for ten years. What we count of {subject} rises. More {subject} were seen in spring."


@pytest.mark.parametrize("remark", REMARKS)
def test_a_sentence_that_ends_several_abstracts_is_the_journals(remark: str) -> None:
    own = [abstract_of(subject) for subject in SUBJECTS]
    assert without_remarks([f"{one} {remark}" for one in own[:3]] + [own[3]]) == own
    assert without_remarks([f"{own[0]} {remark.rstrip('.')}", *(f"{one} {remark}" for one in own[1:])]) == own


def test_it_is_found_behind_a_number_without_a_full_stop_and_before_a_statement_of_rights() -> None:
    own = [abstract_of(subject) for subject in SUBJECTS]
    written = [f"{one} {REMARKS[0]} © 2014 Springer. All rights reserved." for one in own[:3]]
    written.append(f"{own[3]} ClinicalTrials.gov NCT0123 {REMARKS[0]}")
    assert without_remarks(written) == [*own[:3], f"{own[3]} ClinicalTrials.gov NCT0123"]


def test_versions_of_one_work_and_short_sentences_of_authors_stay() -> None:
    versions = [abstract_of("owls")] * 4
    assert without_remarks(versions) == versions
    code = [f"{abstract_of(subject)} Code is available." for subject in SUBJECTS]
    assert without_remarks(code) == code
    assert without_remarks([REMARKS[0]] * 3 + [""]) == [REMARKS[0]] * 3 + [""]


def test_no_theme_is_found_in_what_a_journal_adds() -> None:
    works = [
        Work(
            f"{subject.capitalize()} in region {place}",
            (),
            key=f"{subject}{place}",
            abstract=f"{abstract_of(subject)} {REMARKS[0]}" if place % 2 else abstract_of(subject),
        )
        for subject in SUBJECTS
        for place in range(6)
    ]
    said = " ".join(f"{theme.title} {theme.scope}" for theme in discover(works).themes)
    assert "ditor" not in said


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("We compare (a) exercise and (c) surgery. Both work.", "We compare (a) exercise and (c) surgery. Both work."),
        ("We study copyright 2019 law in Europe.", "We study copyright 2019 law in Europe."),
        ("Owls rise. (C) 2014 Elsevier Ltd.", "Owls rise."),
        ("Owls rise. Copyright 2012 Wiley", "Owls rise."),
    ],
)
def test_only_a_statement_of_rights_is_one(written: str, kept: str) -> None:
    assert without_remarks([written]) == [kept]
