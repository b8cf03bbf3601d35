"""One spelling of a venue's name in a survey: sources write `PLoS ONE` and `PLOS ONE`, `Statistics & Computing` and
`Statistics and Computing`, and a reader takes them for two journals.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.language import marked
from generator.text.compare import fold
from generator.works import DECIDED, Work

RULE = marked("the spelling of most works")
_SHARP = re.compile(r"(?<=[^\W\d_])[+#]+")  # `C++` and `C#` are no spellings of `C`
_AND = re.compile(r"\s(?:&|\+)\s")


def with_one_spelling(works: Sequence[Work]) -> tuple[Work, ...]:
    """The works with venues that differ in case, accents, punctuation, a leading article or the sign for "and" written
    as most of them are, and as a person decided where one did; what a source said is kept as the choice's original.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    decided: dict[str, str] = {}
    for work in works:
        if work.venue:
            counts[_name(work.venue)][work.venue] += 1
            if _is_decided(work):
                decided.setdefault(_name(work.venue), work.venue)
    several = {name: found for name, found in counts.items() if len(found) > 1}
    chosen = {name: decided.get(name) or min(found, key=_order(found)) for name, found in several.items()}
    return tuple(_written(work, chosen.get(_name(work.venue), work.venue)) if work.venue else work for work in works)


def _name(venue: str) -> str:
    """What two spellings of one name have in common; a name of signs alone is itself."""
    return (fold(_AND.sub(" and ", venue)).removeprefix("the ") or venue) + "".join(_SHARP.findall(venue))


def _is_decided(work: Work) -> bool:
    choice = work.choices.get("venue")
    return choice is not None and choice.rule.startswith(DECIDED)


def _order(counts: Counter[str]) -> Callable[[str], tuple[int, bool, int, str]]:
    """Most works first; of as many the most capitals (MEDLINE: `Frontiers in human neuroscience`), but not all."""
    return lambda venue: (-counts[venue], venue.isupper(), -sum(map(str.isupper, venue)), venue)


def _written(work: Work, venue: str) -> Work:
    if venue == work.venue or _is_decided(work):
        return work
    choices = dict(work.choices)
    if "venue" in choices:
        choice = choices["venue"]
        original = choice.value if choice.original is None else choice.original
        rule = f"{choice.rule}; {RULE}" if choice.rule else RULE
        choices["venue"] = replace(choice, value=venue, rule=rule, original=original)
    return replace(work, venue=venue, choices=choices)
