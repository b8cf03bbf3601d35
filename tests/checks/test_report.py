"""Findings about wild texts: every form of output keeps one finding to one line."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.finding import Finding
from generator.checks.material import Material
from generator.checks.registry import CHECKS
from generator.checks.report import as_github, as_json, as_text
from generator.checks.run import findings
from generator.names import Name
from tests.checks.conftest import a_page, a_survey, a_work

WILD = st.text(
    st.sampled_from("aÃ©€<>&;{}$\\_^`[]()@#%:,.\n\r\t\x00\x1b\u202e\ufffd😀|!-~ *\"'1"), max_size=60
) | st.text(max_size=40)


@settings(max_examples=150, deadline=None)
@given(WILD, WILD)
def test_one_finding_is_one_line_whatever_the_records_say(text: str, other: str) -> None:
    work = a_work(title=text, abstract=other, venue=text, pages=other, authors=(Name(text, other), Name(other)))
    survey = a_survey(
        work,
        overviews={"sets": f"{other} [@{text}]"},
        pages=(a_page(f"[a]({other}) {text}"),),
        previous=frozenset({text}),
    )
    found: tuple[Finding, ...] = findings(Material(survey, (a_page(f"{text}\n\n{other}", "docs/x.md"),)), CHECKS)
    assert len(as_text(found).splitlines()) == len(found) + 1
    assert len(as_github(found).splitlines()) == len(found)
    assert all(
        line.startswith(("::error file=", "::warning file=", "::notice file="))
        for line in as_github(found).splitlines()
    )
    assert len(json.loads(as_json(found))["findings"]) == len(found)
