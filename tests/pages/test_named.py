"""Pages of names and the reading path: what a reader sees there of a small survey."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pages, pipeline
from generator.language import speaking
from generator.pages import explorer, home, named, nav, paper, theme
from generator.pages.making import texts_of
from generator.pages.site import Site

WORKS = (
    ("A net of leaves", 2019, "We introduce LeafNet, a data set of <b>leaves</b>."),
    ("Counting leaves", 2020, "Our method counts leaves. It reaches 81.2% on the LeafNet data set & more."),
    ("Twigs of leaves", 2021, "We build on LeafNet and add twigs to leaves."),
    ("Barks and leaves", 2022, "Barks outperform LeafNet on leaves by far."),
    ("Roots and leaves", 2023, "We train on LeafNet and count leaves."),
    ("Soil and leaves", 2024, "We count leaves on soil with counting."),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = tmp_path_factory.mktemp("leaves")
    (project / "bib/sources").mkdir(parents=True)
    entries = [
        f"@article{{w{place}, title={{{title}}}, author={{Doe{place}, Jane}}, year={year}, abstract={{{abstract}}}}}\n"
        for place, (title, year, abstract) in enumerate(WORKS)
    ]
    (project / "bib/sources/a.bib").write_text("".join(entries).replace(" & ", r" \& "), encoding="utf-8")
    (project / "bib/themes.yml").write_text(
        "start: [w3]\nsections:\n- title: All\n  themes:\n"
        "  - {id: leaves, title: Leaves, scope: Leaves., terms: [leaves], start: [{ref: w4, why: roots <first>}]}\n",
        encoding="utf-8",
    )
    return Site(pipeline.survey_of(project), project)


def key(site: Site, title: str) -> str:
    return next(work.key for work in site.survey.works.values() if work.title == title)


def test_a_name_has_a_page_with_who_introduced_it_and_what_each_work_does_with_it(site: Site) -> None:
    text = dict(named.pages(site))["names/leafnet.md"]
    introduced, building = text.index("## Introduced by"), text.index("## Build on it")
    assert key(site, "A net of leaves") in text[introduced:building]
    assert "build on <mark>LeafNet</mark> and" in text[building:]
    assert "outperform <mark>LeafNet</mark>" in text[text.index("## Compare with it") :]
    assert "data set · named by 5 works · 2019–2023" in text


def test_numbers_beside_a_name_stand_in_a_table_that_says_they_are_not_comparable(site: Site) -> None:
    text = dict(named.pages(site))["names/leafnet.md"]
    table = text[text.index("## Numbers") :]
    assert "LeafNet: 1 work." in table
    assert "not comparable" in table
    assert ">81.2%</td>" in table
    assert "data set &amp; more" in table


def test_the_index_of_names_stands_in_the_navigation_and_leads_to_the_pages(site: Site) -> None:
    text = dict(named.pages(site))["names.md"]
    assert "## Data sets" in text
    assert '<a href="leafnet/">LeafNet</a> · 5 works' in text
    assert ("Names", "names.md") in nav.AROUND["Browse"]
    assert named in pages.OF_THE_SECOND_PROCESS


def test_a_works_page_and_the_explorer_know_its_names(site: Site) -> None:
    twigs = site.survey.works[key(site, "Twigs of leaves")]
    assert explorer.facets(site, twigs)["name"] == ["LeafNet"]
    text = texts_of(paper, site)[site.places.paper(twigs.key)]
    assert '<li>builds on <a href="../../names/leafnet/">LeafNet</a></li>' in text


def test_a_theme_opens_with_where_to_start_and_so_does_the_front_page(site: Site) -> None:
    text = texts_of(theme, site)["themes/leaves.md"]
    assert text.index("## Start here") < text.index("## Overview")
    assert "Roots and leaves</a>" in text[: text.index("## Overview")]
    assert "Roots &lt;first&gt;" in text
    front = dict(home.pages(site))["index.md"]
    assert "Barks and leaves</a>" in front[front.index("## Start here") : front.index("## Ways in")]


def test_a_survey_without_names_has_an_index_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "bib/sources").mkdir(parents=True)
    (tmp_path / "bib/sources/a.bib").write_text("@misc{a, title={Leaves}}\n", encoding="utf-8")
    found = dict(named.pages(Site(pipeline.survey_of(tmp_path), tmp_path)))
    assert list(found) == ["names.md"]
    assert "0 names" in found["names.md"]


def test_a_work_carries_who_builds_on_it_and_its_links_say_what_they_are(site: Site) -> None:
    leafnet, twigs = key(site, "A net of leaves"), key(site, "Twigs of leaves")
    text = texts_of(paper, site)[site.places.paper(leafnet)]
    head = text[: text.index("## Abstract")]
    assert '<p class="near" data-search-exclude>Built on by <a' in head
    assert f"../{twigs}/" in head
    assert "<li>is built on by <a" in text
    text = texts_of(paper, site)[site.places.paper(twigs)]
    assert "<li>builds on <strong>LeafNet</strong>: <a" in text


def test_a_theme_shows_what_follows_on_what(site: Site) -> None:
    text = texts_of(theme, site)["themes/leaves.md"]
    thread = text[text.index("## What follows on what") :]
    assert "A net of leaves</a>" in thread[: thread.index("is built on by")]


def test_what_follows_on_what_is_told_in_the_language_of_the_website(site: Site) -> None:
    with speaking("fr"):
        text = texts_of(theme, site)["themes/leaves.md"]
    thread = text[text.index("{ #lineage") :]
    assert "A net of leaves</a>" in thread[: thread.index("est à la base de")]


def test_a_related_work_stands_under_what_the_link_is(site: Site) -> None:
    twigs = key(site, "Twigs of leaves")
    text = texts_of(paper, site)[site.places.paper(twigs)]
    related = text[text.index("## Related works") :]
    row = f'<span class="reason">Builds on LeafNet</span><a class="row" data-key="{key(site, "A net of leaves")}"'
    assert row in related
