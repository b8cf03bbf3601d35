"""The venue and the year of an item in a list (`NeurIPS 2020`, `(CVPR, 2019)`), and what is an organisation instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAMED = (
    r"(?:^|(?<=\s)|[.,;|(\[-]\s{0,3})(?P<venue>(?:(?:IEEE(?:/ACM)?|ACM|Nature|Science|Findings of(?: the)?)\s)?"
    r"(?=[A-Z][a-z&-]{0,60}[A-Z])[A-Z][A-Za-z&-]{1,60}+(?<!arXiv)(?<!ArXiv)"  # `NeurIPS`: two capitals at least
    r"(?:\s(?:Workshops?|Conference|Symposium|Findings|Demos?|D&B|Datasets (?:and|&) Benchmarks)(?=[ ,'’(]))?)"
    r"[ ,'’(]*(?P<year>(?:19|20)\d\d)[.)\s]*"
)
_VENUE = re.compile(_NAMED)
_AT_END = re.compile(rf"{_NAMED}$")
ORGANISATIONS = frozenset(
    """adobe ai2 alibaba allenai amazon anthropic apple bair baidu berkeley bytedance cmu cohere csail deepmind
    deepseek eleutherai epfl facebook fair google huawei ibm inria intel kaist meta microsoft mistral mit nvidia openai
    salesforce samsung sap sber sensetime stanford tencent tsinghua uber xai yandex zhipu""".split()
)
_FIELDS = frozenset("ai ml nlp cv rl llm".split())  # of research, of which an organisation's part has its name
_OF_VENUES = re.compile(
    r"\b(?:journal|review|conference|press|proceedings|symposium|workshop|transactions|letters|quarterly|magazine)\b",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"(?:(?<=[A-Z]{2})\s?|(?<=[a-z]{2}))['’](\d\d)\b")  # `ICML'24`, `KDD '19`, `EuroSys'20`
_SURELY = re.compile(r"\b(?:Journal|Transactions|Proceedings|Letters|(?:Conference|Symposium|Workshop) on)\b")
_BEFORE = re.compile(r"[A-Z][\w&'’-]*\s+$")
_NEAR = 60  # characters before a field's name in which an organisation's word may stand
_WORD = re.compile(r"[\w&]+")


def venue_in(text: str) -> re.Match[str] | None:
    """The first venue with its year, in the groups `venue` and `year`."""
    return next(_venues(text), None)


def venue_at_end(text: str) -> re.Match[str] | None:
    """The venue and year with which a text ends."""
    found = _AT_END.search(text)
    return found if found and not _is_of_organisation(found) else None


def whole_venue(text: str) -> re.Match[str] | None:
    """The venue and year of a cell that holds nothing else."""
    return _VENUE.fullmatch(text)


def with_whole_years(text: str) -> str:
    """The text with the years of venues in four digits."""
    return _SHORT_YEAR.sub(r" 20\1", text)


def is_organisation(text: str) -> bool:
    """Whether a name is that of a company, a laboratory or a university, and of none of its journals."""
    words = {word.lower() for word in _WORD.findall(text)}
    return not ORGANISATIONS.isdisjoint(words) and not _OF_VENUES.search(text)


def says_it_is_a_venue(text: str) -> bool:
    """Whether a name has a word that those of journals and conferences have, and no others."""
    return _SURELY.search(text) is not None


def _venues(text: str) -> Iterator[re.Match[str]]:
    return (found for found in _VENUE.finditer(text) if not _is_of_organisation(found))


def _is_of_organisation(found: re.Match[str]) -> bool:
    """Whether an organisation stands where a venue might: `OpenAI, 2020`, `Meta AI, 2020`."""
    name, start = found["venue"].lower(), found.start("venue")
    return name in ORGANISATIONS or (
        name in _FIELDS and bool(_BEFORE.search(found.string, max(0, start - _NEAR), start))
    )
