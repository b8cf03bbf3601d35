"""Numbers of things, in words."""

from __future__ import annotations

_MINUTE = 60  # seconds


def counted(number: int, noun: str = "work") -> str:
    """`1 work`, `2,000 works`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def time_left(seconds: float | None) -> str:
    """`about 40 s left`, `about 3 min left`; "" if nothing is known."""
    if seconds is None:
        return ""
    if seconds < _MINUTE:
        return f"about {seconds:.0f} s left"
    return f"about {seconds / _MINUTE:.0f} min left"
