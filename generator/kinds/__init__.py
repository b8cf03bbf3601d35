"""Kinds of works: survey, benchmark or data set, method, theory, system, tool, position, thesis or study."""

from generator.config.decisions import KINDS
from generator.kinds.decide import decided, kinds
from generator.kinds.values import WorkKind

__all__ = ["KINDS", "WorkKind", "decided", "kinds"]
