"""Themes: which work belongs where and why, and themes for a corpus that has none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.deferred import deferred
from generator.themes.values import Placement

if TYPE_CHECKING:
    from generator.themes.assignment import Assignment, Heard, assign, hear
    from generator.themes.discovery import discover
    from generator.themes.proposal import themes_yaml
    from generator.themes.source_classification import Classification, classify

__all__ = [
    "Assignment",
    "Classification",
    "Heard",
    "Placement",
    "assign",
    "classify",
    "discover",
    "hear",
    "themes_yaml",
]

__getattr__ = deferred(
    __name__,
    {
        "assignment": ("Assignment", "Heard", "assign", "hear"),
        "source_classification": ("Classification", "classify"),
        "discovery": ("discover",),
        "proposal": ("themes_yaml",),
    },
)
