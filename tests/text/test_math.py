"""Mathematics in a text, distinguished from prices."""

from __future__ import annotations

import pytest

from generator.text.math import plain, segments


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("H$_2$O", [(False, "H"), (True, "_2"), (False, "O")]),
        ("merely $\\sim$0.6 point", [(False, "merely "), (True, "\\sim"), (False, "0.6 point")]),
        ("costs $5 and $10", [(False, "costs $5 and $10")]),
        ("from $5$10", [(False, "from $5$10")]),
        ("a \\$ and $x$", [(False, "a \\$ and "), (True, "x")]),
    ],
)
def test_mathematics_is_found_and_prices_stay_prices(text: str, pieces: list[tuple[bool, str]]) -> None:
    assert segments(text) == pieces


def test_in_a_heading_mathematics_reads_as_unicode() -> None:
    assert plain("H$_2$O and $\\infty$-gram") == "H₂O and ∞-gram"
