"""The ways from a work to other places, and a reference to take along."""

from __future__ import annotations

import pytest

from generator.identifiers import Identifier
from generator.pages.outward import in_markdown, lookups
from generator.records import Origin, Record
from generator.works import Work


def work(title: str, *identifiers: Identifier) -> Work:
    return Work(title, (Record(Origin("sources/a.bib", 1), title=title),), identifiers=identifiers)


def test_a_work_is_looked_up_by_its_title_elsewhere() -> None:
    found = dict(lookups(work("Attention & $\\alpha$: all?")))
    assert found["Google Scholar"] == "https://scholar.google.com/scholar?q=Attention+%26+%CE%B1%3A+all%3F"
    assert found["Semantic Scholar"].startswith("https://www.semanticscholar.org/search?q=Attention")


@pytest.mark.parametrize(
    ("title", "page", "found"),
    [
        ("Plain", "", "A, 2020: Plain"),
        ("Plain", "https://a.org/papers/x/", "A, 2020: [Plain](https://a.org/papers/x/)"),
        ("[Not] a *link*", "", "A, 2020: \\[Not\\] a \\*link\\*"),
    ],
)
def test_a_reference_in_markdown_is_a_link_with_the_title_as_text(title: str, page: str, found: str) -> None:
    assert in_markdown(work(title), "A, 2020", page) == found


def test_an_address_with_brackets_does_not_end_the_link() -> None:
    one = work("Plain", Identifier("doi", "10.1016/0001(90)90001-x"))
    assert in_markdown(one, "A, 1990", "") == "A, 1990: [Plain](https://doi.org/10.1016/0001%2890%2990001-x)"
