"""Which works follow on from which, and what links two works.

`follows` decides it; `shared_subjects` finds what two titles are both about.
"""

from generator.lineage.follows import BACK, NEAR, Follow, Lineage, Reason, lineage

__all__ = ["BACK", "NEAR", "Follow", "Lineage", "Reason", "lineage"]
