from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.prose.library import Library
from generator.prose.overview import by_thread, parse_overview

TEXT = (Path(__file__).parent.parent / "data/prose/drafting.md").read_text(encoding="utf-8")


def test_an_overview_opens_with_the_paragraphs_before_its_threads(shelf: Library) -> None:
    opening = parse_overview(TEXT, shelf.resolve).opening
    assert opening.startswith("Decoding is slow because each token needs all weights [@smith2022].")
    assert opening.endswith("\n\nA second opening paragraph.")


def test_threads_have_label_text_and_the_works_they_cite_in_order(shelf: Library) -> None:
    draft, early, *_ = parse_overview(TEXT, shelf.resolve, first_line=3).threads
    assert (draft.label, draft.keys, draft.line) == (
        "Draft and verify",
        ("vinyals2016order", "smith2022", "doi:10.1145/3158148"),
        7,
    )
    assert draft.text.startswith("A cheap drafter guesses tokens")
    assert draft.text.endswith("\n\nIt continues without a label [@doi:10.1145/3158148].")
    assert early.label == "Early exit"
    assert early.text.endswith("`**Code.** [@vinyals2016matching]`.")
    assert early.keys == ("smith2022",)


def test_open_questions_are_the_items_under_their_heading(shelf: Library) -> None:
    first, second, third = parse_overview(TEXT, shelf.resolve).questions
    assert (first.text, first.keys) == ("What of sampling [@vinyals2015order]?", ("vinyals2016order",))
    assert second.text.startswith("Two lines\nand a second paragraph:")
    assert "- nested [@smith2022]" in second.text
    assert (second.keys, third.keys) == (("smith2022",), ())


def test_a_heading_starts_a_thread_and_text_beside_the_questions_stays_text(shelf: Library) -> None:
    overview = parse_overview(TEXT, shelf.resolve)
    assert [thread.label for thread in overview.threads][2:] == ["Further reading", "Elsewhere"]
    assert overview.rest == "These are left open."
    after = parse_overview(
        "## Early exit\n\nIt saves [@smith2022].\n\n## Open questions\n\n- Why?\n\n## Notes\n\nx", shelf.resolve
    )
    assert [(thread.label, thread.text, thread.keys) for thread in after.threads] == [
        ("Early exit", "It saves [@smith2022].", ("smith2022",))
    ]
    assert after.rest == "## Notes\n\nx"


def test_a_work_belongs_to_the_first_thread_that_cites_it(shelf: Library) -> None:
    overview = parse_overview(TEXT, shelf.resolve)
    groups, others = by_thread(overview, ["vinyals2016matching", "smith2022", "vinyals2016order"])
    assert [(thread.label, keys) for thread, keys in groups] == [
        ("Draft and verify", ("vinyals2016order", "smith2022"))
    ]
    assert others == ("vinyals2016matching",)


def test_an_overview_without_threads_is_all_opening(shelf: Library) -> None:
    overview = parse_overview("Just text [@smith2022].\n\n- a list\n", shelf.resolve)
    assert overview.opening == "Just text [@smith2022].\n\n- a list"
    assert by_thread(overview, ["smith2022"]) == ((), ("smith2022",))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "**A.** ",
                "**",
                ".",
                "\n",
                "\n\n",
                "- ",
                "    ",
                "## Open questions",
                "# ",
                "[@a]",
                "```",
                "<!--",
                "text",
                "> ",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_no_word_of_an_overview_is_lost(text: str) -> None:
    overview = parse_overview(text, lambda key: key)
    whole = "".join(
        [
            overview.opening,
            *(t.label + t.text for t in overview.threads),
            *(q.text for q in overview.questions),
            overview.rest,
        ]
    )
    if "<!--" not in text:
        assert whole.count("text") == text.count("text")
