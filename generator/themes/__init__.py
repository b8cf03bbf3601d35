"""Themes: which work belongs where and why, and themes for a corpus that has none yet."""

from generator.themes.assignment import Assignment, assign
from generator.themes.classified import Classification, classify
from generator.themes.discovery import discover
from generator.themes.proposal import themes_yaml
from generator.themes.values import Placement

__all__ = ["Assignment", "Classification", "Placement", "assign", "classify", "discover", "themes_yaml"]
