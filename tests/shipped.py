"""The shipped survey and its frozen copy, each read and decided once for all tests of a process."""

from __future__ import annotations

from functools import cache

from generator import pipeline
from generator.survey import Survey
from tests.conftest import REPOSITORY

FROZEN = REPOSITORY / "tests/data/survey"


@cache
def shipped() -> Survey:
    """The survey of this repository: values that nobody changes, so that every test may have the same."""
    return pipeline.survey_of(REPOSITORY)


@cache
def frozen() -> Survey:
    """The survey as it stood when its records, kinds and names were read by a person; likewise."""
    return pipeline.survey_of(FROZEN)
