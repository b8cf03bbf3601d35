from __future__ import annotations

from typing import Any

import pytest

from generator.names import Name
from generator.prose.library import Library, library
from generator.records import Origin, Record
from generator.works import Work

LABELS = {
    "vinyals2016order": "Vinyals et al., 2016a",
    "vinyals2016matching": "Vinyals et al., 2016b",
    "smith2022": "Smith, 2022",
    "doi:10.1145/3158148": "Müller & Łoś, 2018",
    "acl:p19-1_2+b": "{01.AI}, n.d.",
}


def work(key: str, title: str, **fields: Any) -> Work:
    return Work(
        title=title,
        records=(Record(Origin("sources/a.bib", 1, key), title=title),),
        key=key,
        authors=(Name("Smith", "A."),),
        **fields,
    )


WORKS = {
    "vinyals2016order": work(
        "vinyals2016order", "Order Matters: Sequence to sequence for sets", aliases=("vinyals2015order",)
    ),
    "vinyals2016matching": work("vinyals2016matching", "Matching Networks"),
    "smith2022": work("smith2022", 'A "quoted" *title* (with) {braces} & <SEG> `ticks` \\_'),
    "doi:10.1145/3158148": work("doi:10.1145/3158148", "Slashes and colons"),
    "acl:p19-1_2+b": work("acl:p19-1_2+b", "Yi"),
}


def make_library(style: str = "author-year") -> Library:
    pages = {key: f"papers/p{nth}.md" for nth, key in enumerate(WORKS)}
    return library(
        WORKS,
        labels=LABELS,
        pages=pages,
        reference=lambda key: f"Reference of p{list(WORKS).index(key)}.",
        numbered=style == "numbered",
    )


@pytest.fixture
def shelf() -> Library:
    return make_library()


@pytest.fixture
def numbered() -> Library:
    return make_library("numbered")
