"""Codes: how reviewers coded each work (population, intervention, design), checked against the codebook.

    coding = code(works, settings, table, is_gone)

Codes come from `bib/codes.csv` and from columns of the sources that the codebook names. What the codebook does not know
is reported and kept.
"""

from generator.coding.run import code
from generator.coding.values import Coding, Dimension

__all__ = ["Coding", "Dimension", "code"]
