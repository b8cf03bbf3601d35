from __future__ import annotations

import pytest
from markdown import Markdown

from generator.prose.blocks import blocks, lowered, open_fence


def test_headings_go_down_and_code_stays() -> None:
    text = "# One\n\n```sh\n# a comment\n```\n\n###### Six\n\n    # code\n\n> ## Quoted\n"
    assert lowered(text) == "## One\n\n```sh\n# a comment\n```\n\n###### Six\n\n    # code\n\n> ### Quoted\n"


def test_blocks_say_where_their_content_starts() -> None:
    text = "## Heading\ntext\n\n- item\n  more\n- second\n"
    found, _ = blocks(text)
    assert [(block.kind, text[block.lead : block.end]) for block in found] == [
        ("heading", "Heading"),
        ("text", "text"),
        ("item", "item\n  more"),
        ("item", "second"),
    ]


def test_link_definitions_are_known_by_name_and_are_no_text() -> None:
    found, names = blocks("Text.\n\n[The  Site]: https://x.org 'Title'\n")
    assert (len(found), names) == (1, frozenset({"the site"}))


@pytest.mark.parametrize(
    "text",
    [
        "```\n{}\n```\n",
        "```\n{}\n",
        "```\n{}\n````\n",
        "````\n{}\n```\n",
        "~~~\n{}\n```\n",
        "```sh\n{}\n```  \n",
        "```\na\n```\n\n{}\n",
        "```\na\n```\n\n```\n{}\n",
        "````\n```\n{}\n````\n",
        "Text ```\n{}\n```\n",
    ],
)
def test_a_fence_makes_code_where_markdown_makes_code_of_it(text: str) -> None:
    written = text.format("# An otter")
    shown = Markdown(extensions=["fenced_code"]).convert(written)
    found, _ = blocks(written)
    assert any(block.kind == "heading" for block in found) == ("<h1" in shown)


def test_the_first_fence_that_nothing_closes_is_known_by_its_line() -> None:
    assert open_fence("Text.\n\n```\na\n```\n") is None
    assert open_fence("Text.\n\n```\na\n```\n\n> ~~~ sh\n> b\n\n```\n") == 7


def test_of_very_many_fences_that_nothing_closes_the_first_is_told() -> None:
    text = "".join(f"{'`' * (3 + number)}\n" for number in range(400))
    assert open_fence(text) == 1
