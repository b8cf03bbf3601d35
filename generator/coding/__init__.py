"""Codes: what reviewers coded each work with (population, intervention, design), held against the codebook.

    coding = code(works, settings, table, is_gone)

Codes come from `bib/codes.csv` and from columns of the sources that the codebook names. What the codebook does not know
is told and kept.
"""

from generator.coding.run import code
from generator.coding.values import Coding, Dimension

__all__ = ["Coding", "Dimension", "code"]
