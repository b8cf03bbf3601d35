"""How deep elements of HTML that people write stand within each other, as browsers nest them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generator.prose.allowed import VOID

DEEPEST = 500  # elements within elements; browsers nest no deeper
DEEPEST_MARKS = 10  # elements that mark words within such: browsers begin all that are open anew in each paragraph
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"tr"}) | _CELLS
_GROUPS = frozenset({"thead", "tbody", "tfoot", "caption", "colgroup"}) | _ROWS
_TABLE = frozenset({"table"})
_TERMS = frozenset({"dt", "dd"})
_RUBY = frozenset({"rt", "rp"})
# The elements that a beginning one of this name ends, and those within which it looks for them.
_ENDED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"}) | _TABLE),
    **dict.fromkeys(_TERMS, (_TERMS, frozenset({"dl"}) | _TABLE)),
    **dict.fromkeys(_CELLS, (_CELLS, _TABLE | {"tr"})),
    "tr": (_ROWS, _TABLE),
    **dict.fromkeys(_GROUPS - _ROWS, (_GROUPS, _TABLE)),
    **dict.fromkeys(_RUBY, (_RUBY, frozenset({"ruby"}))),
    **dict.fromkeys(
        """address article aside blockquote details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr ol p pre
        section summary table ul""".split(),
        (frozenset({"p"}), _CELLS | _TABLE | {"caption"}),
    ),
}
_UNENDED = frozenset({"p"}).union(*(ended for ended, _ in _ENDED.values()))  # need no end tag
# What marks words stays open within what begins after it: its end tag ends nothing else, and browsers begin it anew.
_MARKING = frozenset({"a", "b", "code", "em", "i", "s", "small", "strong", "u"})


MANY = 500  # end tags that are missing, or end nothing: so many are left to browsers, and Markdown's reader takes time


@dataclass(slots=True)
class Depth:
    """The elements that are open at a place of a text, outermost first."""

    _open: list[str] = field(default_factory=list)
    _count: Counter[str] = field(default_factory=Counter)
    _refused: Counter[str] = field(default_factory=Counter)
    _missing: int = 0
    _stray: int = 0

    def begin(self, name: str) -> tuple[bool, str]:
        """(whether a start tag has to go, since its element would be within very many; end tags to write before it)."""
        if name in VOID:
            return False, ""
        missing = ""
        ended, around = _ENDED.get(name, (frozenset[str](), frozenset[str]()))
        if any(self._count[one] for one in ended):
            missing = self._end_down_to(ended, around)
        marks = sum(self._count[one] for one in _MARKING) if name in _MARKING else 0
        if len(self._open) < DEEPEST and marks < DEEPEST_MARKS:
            self._open.append(name)
            self._count[name] += 1
            return False, missing
        if name not in _UNENDED:
            self._refused[name] += 1
        return True, missing

    def end(self, name: str) -> bool:
        """Whether an end tag has to go: it ends an element whose start tag had to, or is one of many that end none."""
        if self._refused[name]:
            self._refused[name] -= 1
            return True
        if not self._count[name]:
            self._stray += 1
            return self._stray > MANY
        place = len(self._open) - 1 - self._open[::-1].index(name)
        self._end(place, place + 1 if name in _MARKING else len(self._open))
        return False

    def _end_down_to(self, ended: frozenset[str], around: frozenset[str]) -> str:
        """End what a start tag ends; gives the end tags for it where very many were left out before."""
        lowest = len(self._open)
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place] in around:
                break
            if self._open[place] in ended:
                lowest = place
        ending = [name for name in self._open[lowest:] if name not in _MARKING]
        self._end(lowest, len(self._open))
        self._missing += len(ending)
        return "".join(f"</{name}>" for name in reversed(ending)) if self._missing > MANY else ""

    def _end(self, first: int, stop: int) -> None:
        """End the elements of these places, but what marks words within the first of them."""
        ending = self._open[first:stop]
        kept = [name for name in ending[1:] if name in _MARKING]
        self._count.subtract(ending)
        self._count.update(kept)
        self._open[first:stop] = kept
