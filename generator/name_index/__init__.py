"""Names: what abstracts name again and again, in any field, with long and short forms and what works say about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.deferred import deferred
from generator.name_index.values import LEAST, Named, Use

if TYPE_CHECKING:
    from generator.name_index.collect import names

__all__ = ["LEAST", "Named", "Use", "names"]

__getattr__ = deferred(__name__, {"collect": ("names",)})
