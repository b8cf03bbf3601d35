"""Kinds of works: survey, benchmark or data set, method, theory, system, tool, position, thesis or study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.config.decisions import KINDS
from generator.deferred import deferred
from generator.kinds.values import WorkKind

if TYPE_CHECKING:
    from generator.kinds.decide import decided, kinds

__all__ = ["KINDS", "WorkKind", "decided", "kinds"]

__getattr__ = deferred(__name__, {"decide": ("decided", "kinds")})
