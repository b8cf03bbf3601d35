"""The shipped survey, read and decided once for all tests of a process."""

from __future__ import annotations

from functools import cache

from generator import pipeline
from generator.survey import Survey
from tests.conftest import REPOSITORY


@cache
def shipped() -> Survey:
    """The survey of this repository: values that nobody changes, so that every test may have the same."""
    return pipeline.survey_of(REPOSITORY)
