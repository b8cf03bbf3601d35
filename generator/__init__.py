"""Turns the exports of a literature search into a survey website. `generator/pipeline.py` says in which order."""

__version__ = "1.0.0"
