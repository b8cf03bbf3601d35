"""What an attacker writes into overviews and pages: nothing of it is live, wherever it stands."""

from __future__ import annotations

import pytest
from markdown import Markdown

from generator.prose.cleaning import cleaned
from generator.prose.result import faults
from tests.hostile_payloads import texts

from .test_contributed import dangers, undrawn
from .test_raw_html import site_html

AROUND = (
    "{}", "Text {} text.", "- item\n\n    {}\n", "> {}\n", "# Head\n\n| a |\n|---|\n| {} |\n", "Text[^1].\n\n[^1]: {}\n", "!!! note\n    {}\n", "```\n{}\n",
    '<div markdown="1">\n{}\n</div>', "Text `a` {}\n`b`", "\\(x {} y\\)", "**{}**",
)  # fmt: skip


@pytest.mark.parametrize("number", range(len(AROUND)))
def test_nothing_of_an_attacker_is_left_wherever_it_stands(number: int) -> None:
    live = {}
    for place, text in enumerate(texts()):
        written = AROUND[(number + place) % len(AROUND)].format(text)
        safe, _ = cleaned(written, "bib/pages/a.md")
        if not faults(safe, "bib/pages/a.md"):  # else nothing is built
            live[written] = list(dangers(undrawn(safe)))
    assert {written: found for written, found in live.items() if found} == {}
    assert len(live) > 0.9 * len(texts())


@pytest.mark.parametrize("title", ["", ' "a"', ' "a" b "c"', " (a)", "\n    'a'", "  "])
@pytest.mark.parametrize("address", ["javascript:alert(1)", "<data:text/html,x>", "&#106;avascript:alert(1)"])
def test_a_footnote_is_no_link_where_a_site_has_no_footnotes(address: str, title: str) -> None:
    text = f"Text[^1] and [a][^1].\n\n[^1]: {address}{title}\n"
    assert list(dangers(site_html(text)))
    safe, _ = cleaned(text, "a.md")
    assert faults(safe, "a.md") or not list(dangers(site_html(safe)))


def test_a_footnote_of_one_address_stays_a_footnote() -> None:
    notes = "Text[^1] and[^2].\n\n[^1]: doi:10.1234/abc\n\n[^2]: Ibid: p. 3.\n"
    safe, problems = cleaned(notes, "a.md")
    assert (safe.replace(" &#8203;", ""), problems) == (notes, ())
    shown = Markdown(extensions=["footnotes"]).convert(safe)
    assert shown.count('class="footnote-ref"') == 2
    assert "doi:10.1234/abc" in shown
