from __future__ import annotations

from generator.prose.blocks import blocks, lowered


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
