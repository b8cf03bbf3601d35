"""Where publishers are based: styles such as ACM's print it, and warn where it is missing."""

from __future__ import annotations

# By the publisher's name: its place from each year on, as its proceedings state it.
_PLACES: dict[str, dict[int, str]] = {
    "Association for Computational Linguistics": {0: "Stroudsburg, PA, USA", 2024: "Kerrville, TX, USA"},
    "Association for Computing Machinery": {0: "New York, NY, USA"},
    "Curran Associates, Inc.": {0: "Red Hook, NY, USA"},
    "IEEE": {0: "Piscataway, NJ, USA"},
    "MIT Press": {0: "Cambridge, MA, USA"},
    "Springer": {0: "Cham, Switzerland"},
    "Springer Cham": {0: "Cham, Switzerland"},
    "USENIX Association": {0: "Berkeley, CA, USA"},
}


def place_of(publisher: str, year: int | None) -> str:
    """The publisher's place in that year; "" where it is not known."""
    places = _PLACES.get(publisher, {})
    return next((place for first, place in sorted(places.items(), reverse=True) if (year or 0) >= first), "")
