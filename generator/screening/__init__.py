"""Screening: the decisions that a review team has made, read from its exports, and what follows for each work."""

from generator.screening.run import Screening, is_screened, place_of, screen
from generator.screening.set_aside import set_aside
from generator.screening.values import Mark, Verdict

__all__ = ["Mark", "Screening", "Verdict", "is_screened", "place_of", "screen", "set_aside"]
