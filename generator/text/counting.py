"""Numbers of things, in words."""

from __future__ import annotations


def counted(number: int, noun: str = "work") -> str:
    """`1 work`, `2,000 works`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
