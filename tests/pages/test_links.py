"""The list of linked pairs of works behind each number of the matrix of themes."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from generator import pipeline
from generator.figures.theme_theme import links_between
from generator.pages import links, theme
from generator.pages.making import texts_of
from generator.pages.page import Page
from generator.pages.site import Site
from generator.theme_links import described_pairs, keys_between, linked_keys
from tests.conftest import REPOSITORY
from tests.shipped import shipped


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(shipped(), REPOSITORY)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    return dict(links.pages(site))


def listed(page: str, other: str) -> list[str]:
    """The entries of a page of links under the heading of another theme."""
    after = re.split(rf"^## .* {{ #(?:head-)?with-{re.escape(other)} }}", page, maxsplit=1, flags=re.MULTILINE)[1]
    section = re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"<li>.*</li>", section)


def test_each_number_of_the_matrix_is_the_number_of_pairs_where_its_cell_leads(
    site: Site, pages: dict[str, str]
) -> None:
    counts = links_between(site.survey)
    assert len(counts) > 50
    for (one, other), count in counts.items():
        assert len(listed(pages[f"theme-links/{one}.md"], other)) == count
    one, other = next(iter(counts))
    assert Page(site, "theme-links.md").mark("theme-theme", one, other) == f"{one}/#with-{other}"


def test_a_pair_is_told_from_both_sides_with_what_it_is(site: Site, pages: dict[str, str]) -> None:
    survey = site.survey
    builds = next(
        (one, follow.other)
        for one, found in survey.lineage.follows.items()
        for follow in found
        if follow.act == "builds on" and survey.theme_of(one) != survey.theme_of(follow.other)
        if (min(one, follow.other), max(one, follow.other)) in set(linked_keys(survey))
    )
    themes = [survey.placements[key].primary for key in builds]
    forth, back = (
        next(entry for entry in listed(pages[f"theme-links/{themes[way]}.md"], str(themes[1 - way])) if all(
            f"papers/{key}/" in entry for key in builds
        ))
        for way in (0, 1)
    )  # fmt: skip
    assert '<span class="reason">builds on' in forth
    assert '<span class="reason">built on by' in back


def test_pairs_of_which_more_is_known_come_first_and_then_the_nearest(site: Site) -> None:
    for keys in keys_between(site.survey).values():
        pairs = described_pairs(site.survey, keys)
        known = [pair.reason.what != "near in content" for pair in pairs]
        assert known == sorted(known, reverse=True)
        near = [pair.score for pair in pairs if pair.reason.what == "near in content"]
        assert near == sorted(near, reverse=True)


def test_the_table_of_a_theme_is_a_file_with_the_same_works_in_the_same_order(site: Site) -> None:
    texts = texts_of(theme, site)
    path = "downloads/inference-acceleration-comparison.csv"
    rows = list(csv.DictReader(io.StringIO(texts[path].lstrip("\ufeff"))))
    page = texts["themes/inference-acceleration.md"]
    assert [row["Key"] for row in rows] == re.findall(r'<article class="card" data-key="([^"]+)"', page)
    assert len(rows) == len(site.survey.by_theme["inference-acceleration"])
    assert {row["Line of work"] for row in rows} == set(re.findall(r'id="thread-\w+"><span>([^<]*)</span>', page))
    first = rows[0]
    assert first["What it does"] in page
    assert first["Address"].startswith("https://")
    assert f'href="../../{path}"' in page


def test_a_theme_without_linked_works_says_so(tmp_path: Path) -> None:
    (tmp_path / "bib/sources").mkdir(parents=True)
    (tmp_path / "bib/sources/a.bib").write_text("@misc{a, title={Leaves}}\n", encoding="utf-8")
    (tmp_path / "bib/themes.yml").write_text(
        "sections: [{title: S, themes: [{id: leaves, title: Leaves, scope: Leaves., terms: [leaves]}]}]\n",
        encoding="utf-8",
    )
    found = dict(links.pages(Site(pipeline.survey_of(tmp_path), tmp_path)))
    assert "No work of this theme is linked to another." in found["theme-links/leaves.md"]
