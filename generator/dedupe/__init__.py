"""Dedupe: from records to works. Which records describe one work, and what the work's fields are.

    found = find_works(records, enriching, decisions)

`run` is the order of the steps. `block` finds pairs worth comparing, `compare` weighs the evidence of each, `cluster`
joins them but keeps different works apart, `merge` chooses the fields, `decide` applies what a person decided, `enrich`
gives leftover enriching records a last chance, `doubts` lists what a person should look at, `spaces` parts words of the
works' abstracts that lost the space between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.dedupe.values import Deduplication
from generator.dedupe.versions import versions
from generator.deferred import deferred

if TYPE_CHECKING:
    from generator.dedupe.run import explain_pair, find_works
    from generator.dedupe.spaces import with_spaces

__all__ = ["Deduplication", "explain_pair", "find_works", "versions", "with_spaces"]

__getattr__ = deferred(__name__, {"run": ("explain_pair", "find_works"), "spaces": ("with_spaces",)})
