"""What kinds of characters follow each other in a text, which says at once that most rules find nothing in it."""

from __future__ import annotations

from functools import lru_cache

# `a` and `A` for letters, `0` for digits and `.` for the signs that end a clause, all of ASCII; what is beyond is `?`.
_KINDS = bytes.maketrans(
    b"bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ123456789,;:?",
    b"a" * 25 + b"A" * 25 + b"0" * 9 + b"..." + b"!",
)[:128] + b"?" * 128  # fmt: skip


@lru_cache(maxsize=4)  # rules look at one text in turn
def shape(text: str) -> str:
    """The text's UTF-8 with each byte replaced by its kind: `GPT-4o, naïve` is `AAA-0a. aa??aa`."""
    return text.encode("utf-8", "surrogatepass").translate(_KINDS).decode("ascii")


def may_hold(text: str, kinds: str) -> bool:
    """Whether characters of these kinds follow each other in the text, or might, if its characters beyond ASCII are of
    the last kind: patterns take digits of all scripts.
    """
    found = shape(text)
    return kinds in found or f"{kinds[:-1]}?" in found
