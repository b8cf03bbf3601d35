from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.prose.backlinks import LONGEST, backlinks
from generator.prose.library import Library
from generator.prose.render import cite
from generator.prose.sources import Written
from generator.text.escape import inert_html

from .conftest import make_library


def written(text: str, page: str = "themes/x.md", title: str = "X") -> Written:
    return Written("bib/overviews/x.md", page, title, text)


def test_a_work_knows_the_sentence_that_cites_it_as_plain_text(shelf: Library) -> None:
    text = "**Sets.** Order matters. An *encoder* [reads](a.md) `sets` in any order [see @vinyals2016order, p. 2; @smith2022]. More follows."
    found = backlinks([written(text)], shelf)
    sentence = "An encoder reads sets in any order (see Vinyals et al., 2016a, p. 2; Smith, 2022)."
    assert [(link.page, link.title, link.sentence, link.anchor) for link in found["vinyals2016order"]] == [
        ("themes/x.md", "X", sentence, "cite-1")
    ]
    assert [(link.sentence, link.anchor) for link in found["smith2022"]] == [(sentence, "cite-2")]


def test_every_page_and_every_sentence_counts_once(shelf: Library) -> None:
    text = "@smith2022 begins. Then [@smith2022] and again [@smith2022].\n\n- In a list @smith2022"
    found = backlinks([written(text), written("[@vinyals2015order]", "b.md", "B")], shelf)
    assert [link.sentence for link in found["smith2022"]] == [
        "Smith (2022) begins.",
        "Then (Smith, 2022) and again (Smith, 2022).",
        "In a list Smith (2022)",
    ]
    assert [link.page for link in found["vinyals2016order"]] == ["b.md"]


def test_the_anchor_of_a_backlink_is_on_the_page(shelf: Library) -> None:
    text = "- [@smith2022; @nobody]\n\n`@smith2022`\n\n@vinyals2016order [p. 1; @doi:10.1145/3158148]"
    page = cite(text, "themes/x.md", shelf).text
    for key, links in backlinks([written(text)], shelf).items():
        for link in links:
            assert f'id="{link.anchor}" data-cite="{inert_html(key)}"' in page


def test_a_long_sentence_is_cut_around_the_citation(shelf: Library) -> None:
    text = "word " * 200 + "here [@smith2022] " + "word " * 200
    (link,) = backlinks([written(text)], shelf)["smith2022"]
    assert "here (Smith, 2022)" in link.sentence
    assert link.sentence.startswith("… word")
    assert link.sentence.endswith("word …")
    assert len(link.sentence) <= LONGEST + 4


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "@smith2022",
                "[@smith2022]",
                "*",
                "_",
                "`",
                "> ",
                "\n",
                "\n\n",
                "- ",
                "<b>",
                "</",
                "&",
                "\ue000",
                "1",
                "\ue001",
                "[^1]",
                "|",
                ". ",
                "A",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_hostile_text_gives_plain_sentences_or_none(text: str) -> None:
    for links in backlinks([written(text)], make_library()).values():
        for link in links:
            assert not re.search("[\ue000\ue001\n]", link.sentence)
            assert len(link.sentence) <= LONGEST + 4
