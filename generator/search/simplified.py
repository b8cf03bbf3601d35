"""Chinese characters in one form: who types 機器學習 finds 机器学习, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def simplified() -> dict[int, str]:
    """Each traditional character, by its number, with its simplified form: a table for `str.translate`.

    The file has words, each a simplified character and after it the traditional ones that stand for it.
    """
    text = (files("generator") / "search" / "han" / "simplified.txt").read_text(encoding="utf-8")
    return {ord(character): word[0] for word in text.split() for character in word[1:]}


def traditional_of(terms: Iterable[str]) -> dict[str, str]:
    """The part of the table that leads to characters of some terms: all that a page needs to read what is typed."""
    used = set().union(*(term for term in terms if not term.isascii()))
    return {chr(character): short for character, short in simplified().items() if short in used} if used else {}
