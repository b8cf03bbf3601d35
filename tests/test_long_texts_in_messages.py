"""What somebody wrote wrongly is repeated in a message as far as one needs to find it, however long it is."""

from __future__ import annotations

import pytest

from generator.checks.finding import Found
from generator.cli import main
from generator.errors import Place, Problem
from generator.pages.environment import with_code
from tests.conftest import MakeProject
from tests.project.surveys import FIRST

LONG = "otters" * 10_000
DECIDED = "- {{ref: 'sources/a.bib:1', {}, why: w}}\n"
THEMES = "sections:\n- title: All\n  themes:\n  - {{id: water, title: Water, scope: Otters{}}}\n"


@pytest.mark.parametrize(
    "files",
    [
        {"bib/survey.yml": f"screening: {{exclude: ['year<{LONG}']}}\n"},
        {"bib/survey.yml": f"screening: {{exclude: ['{LONG}<2010']}}\n"},
        {"bib/survey.yml": f"screening: {{exclude: ['{LONG}']}}\n"},
        {"bib/survey.yml": f"language: {LONG}\n"},
        {"bib/survey.yml": f"prose: {{html: {LONG}}}\n"},
        {"bib/survey.yml": f"citations: {{style: {LONG}}}\n"},
        {"bib/decisions.yml": f"leave-out:\n- {{query: '{LONG}', why: a}}\n"},
        {"bib/decisions.yml": "themes:\n" + DECIDED.format(f"primary: '{LONG}'")},
        {"bib/decisions.yml": "kinds:\n" + DECIDED.format(f"kind: '{LONG}'")},
        {"bib/decisions.yml": "fields:\n" + DECIDED.format(f"set: {{doi: '{LONG}'}}")},
        {
            "bib/decisions.yml": "fields:\n"
            + DECIDED.format(f"set: {{authors: [{', '.join(['Ann'] * 9_000)}, et al.]}}")
        },
        {"bib/decisions.yml": f"? '{LONG}'\n: 1\n"},
        {"bib/themes.yml": THEMES.format(f", exemplars: ['{LONG}']")},
        {"bib/history.yml": f"- date: '{LONG}'\n  added: [a]\n"},
        {"bib/codes.csv": f"ref,design\n{LONG},x\n"},
        {"bib/screening/ann.csv": f"ref,decision,stage,reason,at,title\n{LONG},include,full text,,,\n"},
    ],
)
def test_a_message_repeats_the_beginning_of_what_is_very_long(
    project: MakeProject, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", "--project", str(project({**FIRST, **files}))])
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if next(iter(files)) in line or "there is no citation style" in line]
    assert max(map(len, told)) < 2_500


def test_what_follows_a_very_long_quotation_is_still_said() -> None:
    message = f"there is no theme `{LONG}` in the section `{LONG}`"
    shown = Problem(message, Place("bib/themes.yml", 3), f"write `{LONG}` otherwise").message
    assert shown == f"there is no theme `{LONG[:120]}…` in the section `{LONG[:120]}…`"
    assert Found(message, Place("bib/themes.yml", 3)).message == shown
    ordinary = f"there is no theme `{LONG[:300]}`; there are `water` and `land`"
    assert Problem(ordinary).message == ordinary


@pytest.mark.parametrize("many", [20_001, 100_000])
def test_a_correction_of_more_people_than_sign_any_work_is_refused_with_its_line(
    project: MakeProject, many: int, capsys: pytest.CaptureFixture[str]
) -> None:
    people = ", ".join(f'"Otter{number}, Ann"' for number in range(many))
    decisions = f"kinds: []\nfields:\n- ref: sources/a.bib:1\n  set: {{authors: [{people}]}}\n  why: w\n"
    assert main(["build", "--project", str(project({**FIRST, "bib/decisions.yml": decisions}))]) == 1
    told = capsys.readouterr().err
    assert "bib/decisions.yml:3: `authors: [" in told
    assert f"names {many:,} people, more than 20,000" in told


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("write `year: 2018`, or `year<2010`", "write <code>year: 2018</code>, or <code>year&lt;2010</code>"),
        ("`a` and `b`", "<code>a</code> and <code>b</code>"),
        ("the key `a`b` is also that of `c`", "the key <code>a`b</code> is also that of <code>c</code>"),
        ("the key a`b is also that of `c`", "the key a`b is also that of <code>c</code>"),
        ("the title ends in ` and goes to `c`", "the title ends in ` and goes to <code>c</code>"),
        ("the title ends in `", "the title ends in `"),
        ("`<b>` is removed", "<code>&lt;b&gt;</code> is removed"),
        ("`` is no key", "`` is no key"),
        ("", ""),
    ],
)
def test_a_backtick_that_a_record_holds_does_not_turn_words_into_code(message: str, shown: str) -> None:
    assert with_code(message) == shown
