"""Themes: which work belongs where and why, and themes for a corpus that has none yet."""

from generator.themes.assignment import Assignment, Heard, assign, hear
from generator.themes.discovery import discover
from generator.themes.proposal import themes_yaml
from generator.themes.source_classification import Classification, classify
from generator.themes.values import Placement

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
