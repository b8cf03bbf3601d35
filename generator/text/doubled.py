"""Words that stand twice in a sentence by a slip of its authors ("This work shows shows that …")."""

from __future__ import annotations

import re

# Words that no sentence means twice, as it may mean "that that", "had had" or "is is".
_DOUBLED = re.compile(
    r"\b(the|an|of|and|we|our|this|for|from|with|by|are|shows?|find|propose|introduce)(?:\s+\1(?![-\w]))+"
)


def without_doubled(sentence: str) -> str:
    """`sentence` as its authors meant it, each such word once."""
    return _DOUBLED.sub(r"\1", sentence)
