"""What leads from one work to another, counted: like content, the use of what one made, and citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.reading_path.values import Known


class Links:
    """The links between works, each by the key of the work they lead to or from.

    Attributes:
        near: the works related to one, each with its score.
        users: the works that use what one made.
        made: the names of what one made, each with how many works use it.
        cited: the works that cite one.
    """

    def __init__(self, known: Known) -> None:
        self.near: dict[str, dict[str, float]] = {
            key: {link.key: link.score for link in found} for key, found in known.related.items()
        }
        self.users: dict[str, set[str]] = {}
        self.made: dict[str, Counter[str]] = {}
        uses = [(key, mention.key, mention.name) for key, found in known.mentions.items() for mention in found]
        uses += [(key, one.introduced_by, one.name) for one in known.names if one.introduced_by for key in one.keys]
        for user, maker, name in uses:
            if user != maker and maker in known.works:
                self.users.setdefault(maker, set()).add(user)
                self.made.setdefault(maker, Counter())[name] += 1
        self.cited: dict[str, set[str]] = {}
        for key, others in known.cites.items():
            for other in others:
                self.cited.setdefault(other, set()).add(key)

    def leads(self, other: str, key: str) -> bool:
        """Whether something leads from `other` to `key`."""
        return other in self.near.get(key, {}) or key in self.users.get(other, ()) or key in self.cited.get(other, ())

    def nearness(self, key: str, other: str) -> float:
        """The score of `other` among the works related to `key`, 0 if it is none of them."""
        return self.near.get(key, {}).get(other, 0.0)

    def citing(self, key: str, inside: Iterable[str]) -> set[str]:
        """The works of `inside` that cite this one."""
        return self.cited.get(key, set()).intersection(inside)

    def neighbours(self, key: str, inside: set[str]) -> set[str]:
        """The works of `inside` to which this one is linked in any of the three ways."""
        return inside.intersection((*self.near.get(key, ()), *self.users.get(key, ()), *self.cited.get(key, ())))

    def degree(self, key: str, inside: set[str]) -> int:
        """How many works of `inside` are linked to this one."""
        return len(self.neighbours(key, inside))

    def strength(self, key: str, inside: set[str]) -> float:
        """The scores, in all, of the works of `inside` that are related to this one."""
        return round(sum(score for other, score in self.near.get(key, {}).items() if other in inside), 4)
