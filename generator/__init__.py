"""Turns the exports of a literature search into a survey website. See `generator/pipeline.py` for the way of the data."""

__version__ = "1.0.0"
