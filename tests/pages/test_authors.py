"""The pages of authors: years, themes and co-authors; and the bars that lead through the long lists."""

from __future__ import annotations

import re

import pytest

from tests.conftest import MakeProject
from tests.pages.surveys import THEMES, build

WORKS = """
@article{one, title = {Attention to otters}, author = {Ödegård, Ann and Berg, Bo and Cho, Cai}, year = {2019},
  journal = {Otters}, doi = {10.5555/1}, abstract = {We study attention.}}
@article{two, title = {Transformers of rivers}, author = {Ödegård, Ann and Berg, Bo}, year = {2021},
  journal = {Otters}, doi = {10.5555/2}, abstract = {We study attention, too.}}
@article{three, title = {A river alone}, author = {Berg, Bo and Day, <b>Dee</b>}, year = {2023}, journal = {Rivers},
  doi = {10.5555/3}, abstract = {Rivers.}}
"""


@pytest.fixture
def pages(project: MakeProject) -> dict[str, str]:
    return build(project({"bib/sources/a.bib": WORKS, "bib/themes.yml": THEMES}))


def part_of(page: str, title: str) -> str:
    """What a page of an author says under a word."""
    return page.partition(f"<dt>{title}</dt> <dd>")[2].partition("</dd>")[0]


def test_an_author_s_page_tells_the_years_themes_and_coauthors(pages: dict[str, str]) -> None:
    page = pages["docs/authors/bo-berg.md"]
    assert part_of(page, "Years") == "2019–2023"
    assert re.findall(r'href="../../(themes/[^"]+)"', part_of(page, "Themes"))
    assert part_of(page, "Written with").startswith('<a href="../ann-odegard/">Ann Ödegård</a> (2), ')
    assert "Cai Cho" in part_of(page, "Written with")
    assert "&lt;b&gt;Dee&lt;" in part_of(page, "Written with")
    assert "Bo Berg" not in part_of(page, "Written with")


def test_the_index_of_authors_has_a_bar_of_the_letters_that_begin_there(pages: dict[str, str]) -> None:
    page = pages["docs/authors.md"]
    assert re.findall(r'<a href="#(letter-\w+)">(\w)</a>', page) == [("letter-b", "B"), ("letter-o", "O")]
    assert '<li id="letter-o" data-letter="O"><a href="ann-odegard/">Ödegård, Ann</a>' in page


@pytest.mark.parametrize(
    ("path", "bar"),
    [
        ("docs/years.md", ["y2023", "y2021", "y2019"]),
        ("docs/venues.md", ["v1", "v2"]),
        ("docs/records.md", ["source-a-bib", "identified", "duplicates"]),
    ],
)
def test_a_bar_leads_to_the_parts_of_a_long_list(path: str, bar: list[str], pages: dict[str, str]) -> None:
    page = pages[path]
    nav = re.search(r'<nav class="jumps".*?</nav>', page)
    assert nav
    leads = re.findall(r'href="#([^"]+)"', nav[0])
    assert leads[: len(bar)] == bar
    assert [anchor for anchor in leads if f"{{ #{anchor} }}" not in page] == []
