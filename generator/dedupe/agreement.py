"""Which records of a work agree on its title, and which titles are none: a list of authors, a whole citation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from generator.dedupe.compare_titles import compare_titles
from generator.dedupe.people import person
from generator.dedupe.profile import Profile, profile
from generator.dedupe.remains import stands_within, without_rest
from generator.dedupe.titles import title_form
from generator.dedupe.vocabulary import STOP
from generator.records import Record
from generator.text.compare import fold

_NO_TITLE = re.compile(
    r"""10\.\d{4,}/\S+ | https?://\S+                                       # an identifier, an address
      | microsoft\ (?:word|powerpoint)\b.* | \S+\.(?:pdf|docx?|tex|html?|rtf)  # what a file is called
      | \S*\d{5,}\S*(?:\s+\d+\.\.\d+)?                                      # `joh201500101 1..10`
      | \[?(?:untitled(?:\ document)?|pdf|full[\ -]text(?:\ pdf)?|no\ title(?:\ available)?|unknown|n/?a)\]?\.?""",
    re.IGNORECASE | re.VERBOSE,
)
_FORMAT = re.compile(r"^[\[(](?:pdf|html|full text|book|citation|b|c)[\])]\s+", re.IGNORECASE)  # of Google Scholar
_SITE = re.compile(  # what a page's title has behind that of the work
    r"""(?<!\s)(?: \s*+(?:\|.*|\.(?:pdf|docx?|html?))
      | \s++[-–—]\s(?:pubmed|pmc|ncbi|sciencedirect|springerlink|springer|wiley\ online\ library|ieee\ xplore|jstor
          |researchgate|semantic\ scholar|google\ scholar|arxiv|proquest|academia\.edu|nature|science|plos|mdpi
          |frontiers|sage\ journals|taylor\ &\ francis(?:\ online)?|acm\ digital\ library|europe\ pmc)\b.*)$""",
    re.IGNORECASE | re.VERBOSE,
)
MOST = 0.6  # share of a title's words that are authors' names above which it is a list of authors


def agreeing(records: Sequence[Record]) -> list[set[int]]:
    """For each record, the places of those with the same title, its own included."""
    if len({fold(record.title) for record in records if record.title}) <= 1:
        return [set(range(len(records)))] * len(records)
    compared = [_compared(record) for record in records]
    places: dict[Hashable, set[int]] = defaultdict(set)
    for place, key in enumerate(compared):
        places[key].add(place)
    alike = {key: set(those) for key, those in places.items()}
    for one, other in combinations(places, 2):
        if same_title(records[min(places[one])], records[min(places[other])]):
            alike[one] |= places[other]
            alike[other] |= places[one]
    return [alike[key] for key in compared]


def _compared(record: Record) -> Hashable:
    """What `same_title` compares: records with the same are compared once, however many of them a work has."""
    return record.title, record.authors, record.year, record.venue


def same_title(left: Record, right: Record) -> bool:
    """Whether two titles are the same, apart from spelling and subtitle; a missing one contradicts nothing."""
    if left is right or left.title == right.title or fold(left.title) == fold(right.title):
        return True
    ours, theirs = title_form(left.title), title_form(right.title)
    if ours is None or theirs is None or ours.compact == theirs.compact:
        return True
    if stands_within(ours, theirs) and without_rest(_bare(left), _bare(right)) is not None:
        return True
    return compare_titles(ours, theirs).weight > 0


def _bare(record: Record) -> Profile:
    """The profile of a record without its abstract, which takes longest and adds nothing here."""
    return profile(replace(record, abstract=""))


def distinct(records: Iterable[Record]) -> list[Record]:
    """One of all records with the same title, authors, year and venue: enough for `is_no_title`."""
    return list({_compared(record): record for record in records}.values())


def is_no_title(title: str, record: Record, others: Sequence[Record]) -> bool:
    """Whether a title is an address, a file's name or a remark, the list of the authors, or another record's title
    within its whole citation or with what a web page puts around it.
    """
    if _NO_TITLE.fullmatch(title.strip()) or _is_dressed(title, others):
        return True
    words = [word for word in fold(title).split() if word not in STOP]
    names = {token for one in map(person, record.authors) if one for token in one.tokens}
    if len(words) > 1 and sum(word in names for word in words) >= MOST * len(words):
        return True
    return any(
        other.title and len(fold(other.title)) < len(fold(title)) and _is_within(other, record) for other in others
    )


def _is_dressed(title: str, others: Sequence[Record]) -> bool:
    """Whether a title is another record's with the name of a page or a site around it."""
    bare = _SITE.sub("", _FORMAT.sub("", title.strip()))
    return bare != title.strip() and any(fold(other.title) == fold(bare) for other in others if other.title != title)


def _is_within(shorter: Record, longer: Record) -> bool:
    """Whether one record's title is the other's within its whole citation."""
    ours, theirs = title_form(shorter.title), title_form(longer.title)
    if ours is None or theirs is None or not stands_within(ours, theirs):
        return False
    return without_rest(_bare(longer), _bare(shorter)) is not None
