"""The form of the shipped overviews: as long as their themes ask for, with headings where they are long, in one spelling."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.prose.citations import read_markup
from tests.conftest import REPOSITORY

OVERVIEWS = sorted((REPOSITORY / "bib/overviews").glob("*.md"))
THEMES = [path for path in OVERVIEWS if path.stem != "index"]
FEWEST_WORDS, MOST_WORDS = 150, 700
LONG = 400  # words from which on lines of work have headings
OTHER_SPELLINGS = re.compile(
    r"\b(?:pretrain|tokeniz|memoriz|generaliz|optimiz|normaliz|organiz|quantiz|initializ|specializ|summariz"
    r"|behavior|color|labeled|modeling|artifact)\w*",
    re.IGNORECASE,
)


def prose(text: str) -> str:
    """`text` without its citations."""
    for citation in reversed(read_markup(text).citations):
        text = text[: citation.start] + text[citation.end :]
    return text


def words(text: str) -> int:
    return len(re.findall(r"\w[\w’.%–-]*", prose(text)))


def headings(text: str) -> list[str]:
    return [heading for heading in re.findall(r"^## (.+)$", text, re.MULTILINE) if heading != "Open questions"]


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_an_overview_has_150_to_700_words_and_headings_if_it_is_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    advice = f"{words(text)} words; where something is added to a long overview, something else has to go"
    assert FEWEST_WORDS <= words(text) <= MOST_WORDS, advice
    assert bool(headings(text)) == (words(text) > LONG)


@pytest.mark.parametrize("path", OVERVIEWS, ids=lambda path: path.stem)
def test_an_overview_is_spelt_in_british_english(path: Path) -> None:
    assert OTHER_SPELLINGS.findall(prose(path.read_text(encoding="utf-8"))) == []


def test_citations_are_not_counted_as_words_and_keys_have_their_own_spelling() -> None:
    text = "## Models\n\nTwo words [@behavior2020; @b].\n\n## Open questions\n\n- @pretraining2021 asks?\n"
    assert (words(text), headings(text)) == (6, ["Models"])
    assert OTHER_SPELLINGS.findall(prose(text)) == []
    assert OTHER_SPELLINGS.findall("Pretrained and tokenized") == ["Pretrained", "tokenized"]
