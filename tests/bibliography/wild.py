"""Works as no source should give them, for the tests that every writer must stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from generator.identifiers import SCHEMES, Identifier
from generator.names import Name
from generator.records import KINDS, OF_THE_VERSION
from generator.works import Work
from tests.bibliography.publications import a_work

_MARKS = list("{}[]()\\$%&#_^~\"'`,;:=+-@|<>* \t\n\r\x00\x1b\u202e\u2028\u200b\ufeff\ud800éßøŁ深語😀Áa1.")
TEXT = st.text(st.one_of(st.sampled_from(_MARKS), st.characters()), max_size=40) | st.sampled_from(
    [
        "@article{x,",
        "}\n@misc{y, title={z}}",
        "ER  - \nTY  - BOOK",
        "$\\input{/etc/passwd}$",
        "$x_1$ and $5",
        "=cmd|' /C calc'!A0",
        "</script><script>",
        " and ",
        "others",
        "a, b, c, d",
    ]
)
NAMES = st.builds(Name, TEXT, TEXT, TEXT | st.just(""), TEXT | st.just(""), st.booleans())


@st.composite
def wild_works(draw: Any, key: str = "k") -> Work:
    """One work whose every text is hostile and whose numbers may be missing."""
    fields = {name: draw(TEXT) for name in (*OF_THE_VERSION, "language", "primary_class")}
    identifiers = tuple(Identifier(scheme, draw(TEXT)) for scheme in draw(st.sets(st.sampled_from(SCHEMES))))
    work = a_work(
        draw(TEXT), tuple(draw(st.lists(NAMES, max_size=4))), key=key, kind=draw(st.sampled_from(KINDS)), editors=tuple(draw(st.lists(NAMES, max_size=2))),
        year=draw(st.none() | st.integers(1, 9999)), month=draw(st.none() | st.integers(1, 12)), abstract=draw(TEXT), url="https://x.org/" + draw(TEXT),
        keywords=tuple(draw(st.lists(TEXT, max_size=3))), authors_truncated=draw(st.booleans()), aliases=draw(st.sampled_from([(), ("old",)])), **fields,
    )  # fmt: skip
    return replace(work, identifiers=identifiers)
