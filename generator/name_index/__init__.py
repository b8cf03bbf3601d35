"""Names: what abstracts name again and again, in any field, with long and short forms and what works say about them."""

from generator.name_index.collect import names
from generator.name_index.values import LEAST, Named, Use

__all__ = ["LEAST", "Named", "Use", "names"]
