"""A column that looks like a team's decisions and is not named in `survey.yml`: told, so that no mark is missed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.config.setting_groups import ScreeningSettings
from generator.errors import Problem
from generator.records import Record
from generator.screening.texts import folded

_INCLUDES = frozenset({"include", "included", "in", "accept", "accepted", "select", "selected", "eligible", "relevant"})
_EXCLUDES = frozenset(
    {"exclude", "excluded", "out", "reject", "rejected", "not eligible", "ineligible", "not relevant", "irrelevant"}
)
_OPEN = frozenset({"maybe", "unsure", "unclear", "undecided", "uncertain", "not screened", "unclassified", "duplicate"})
_LEAST = 3  # rows with a decision
_MOST = 0.9  # of the filled cells must hold such words


def likely_columns(records: Sequence[Record], settings: ScreeningSettings) -> Iterator[Problem]:
    """A note for each source's first column of that kind, with the setting that reads it; none where one is named."""
    if settings.column:
        return
    cells: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], Record] = {}
    for record in records:
        for name, value in record.extra:
            place = (record.origin.source, name)
            cells[place][value.strip()] += 1
            first.setdefault(place, record)
    for (source, name), found in sorted(cells.items()):
        words = {kind: [word for word in found if folded(word) in known] for kind, known in _KINDS.items()}
        decided = sum(found[word] for word in (*words["include"], *words["exclude"]))
        known = decided + sum(found[word] for word in words["maybe"])
        if words["include"] and words["exclude"] and decided >= _LEAST and known >= found.total() * _MOST:
            lists = ", ".join(f"{kind}: [{', '.join(sorted(said))}]" for kind, said in words.items() if said)
            what = f"the column `{name}` looks like {decided:,} decisions of a screening, and is not read as such"
            hint = f"if it holds them, write `screening: {{column: {name}, {lists}}}` into bib/survey.yml"
            yield Problem(what, first[source, name].origin.place, hint, "note")


_KINDS = {"include": _INCLUDES, "exclude": _EXCLUDES, "maybe": _OPEN}
