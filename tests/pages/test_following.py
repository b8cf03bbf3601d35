from __future__ import annotations

import xml.etree.ElementTree as ET

from generator import pages, pipeline
from tests.conftest import REPOSITORY, MakeProject
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES, build

A = "{http://www.w3.org/2005/Atom}"


def test_what_came_since_the_last_published_bibliography_is_new_and_stays_so_at_the_next_build(
    project: MakeProject,
) -> None:
    folder = project(
        {"bib/sources/a.bib": ATTENTION + BERT, "bib/survey.yml": "date: 2026-01-01\n", "bib/themes.yml": THEMES}
    )
    first = build(folder)
    assert "bib/history.yml" not in first
    assert "first version" in first["docs/new.md"]
    project({"bib/sources/b.bib": CHAIN, "bib/survey.yml": "date: 2026-02-01\n"})
    second = build(folder)
    assert "## 2026-02-01" in second["docs/new.md"]
    assert "wei2022chain" in second["bib/history.yml"]
    assert "devlin2019bert" not in second["bib/history.yml"]
    assert build(folder) == second


def test_a_work_that_went_is_named_and_one_that_came_and_went_in_one_version_is_not(project: MakeProject) -> None:
    folder = project({"bib/sources/a.bib": ATTENTION + BERT, "bib/survey.yml": "date: 2026-01-01\n"})
    build(folder)
    project({"bib/sources/a.bib": ATTENTION, "bib/sources/b.bib": CHAIN, "bib/survey.yml": "date: 2026-02-01\n"})
    assert "No longer in the survey: <code>devlin2019bert</code>" in build(folder)["docs/new.md"]
    (folder / "bib/sources/b.bib").unlink()
    assert "wei2022chain" not in build(folder)["bib/history.yml"]


def test_a_survey_without_date_lists_what_came_too(project: MakeProject) -> None:
    folder = project({"bib/sources/a.bib": ATTENTION})
    build(folder)
    project({"bib/sources/b.bib": CHAIN})
    page = build(folder)["docs/new.md"]
    assert "Since the first version" in page
    assert "papers/wei2022chain/" in page.split("## Most recent")[0]


def test_two_works_that_became_one_are_not_gone(project: MakeProject) -> None:
    folder = project({"bib/sources/a.bib": ATTENTION + BERT})
    build(folder)
    project({"bib/decisions.yml": "same:\n  - refs: [arxiv:1706.03762, arxiv:1810.04805]\n    why: for this test\n"})
    assert "bib/history.yml" not in build(folder)


def test_feeds_hold_what_rfc_4287_asks_for(project: MakeProject) -> None:
    folder = project(
        {
            "bib/sources/a.bib": ATTENTION + BERT + CHAIN,
            "bib/themes.yml": THEMES,
            "bib/survey.yml": "title: A <survey> & more\n",
        }
    )
    files = build(folder)
    for path in ("docs/feeds/survey.xml", "docs/feeds/models.xml", "docs/feeds/reasoning.xml"):
        feed = ET.fromstring(files[path])
        assert feed.tag == f"{A}feed"
        ids = [node.text for node in feed.iter(f"{A}id")]
        assert len(ids) == len(set(ids))
        for node in (feed, *feed.iter(f"{A}entry")):
            assert node.findtext(f"{A}id")
            assert node.findtext(f"{A}title")
            assert (node.findtext(f"{A}updated") or "").endswith("T00:00:00Z")
            assert node.find(f"{A}author/{A}name") is not None
    titles = [entry.findtext(f"{A}title") for entry in ET.fromstring(files["docs/feeds/survey.xml"]).iter(f"{A}entry")]
    assert titles[0] == "Chain-of-Thought Prompting Elicits Reasoning"
    assert len(titles) == 3


def test_links_of_a_feed_are_absolute_where_the_address_is_known_and_lead_from_the_feed_where_it_is_not(
    project: MakeProject,
) -> None:
    folder = project({"bib/sources/a.bib": CHAIN})
    assert 'href="../papers/wei2022chain/"' in build(folder)["docs/feeds/survey.xml"]
    project({"bib/survey.yml": "url: https://example.org/survey\n"})
    files = build(folder)
    assert 'href="https://example.org/survey/papers/wei2022chain/"' in files["docs/feeds/survey.xml"]
    assert "Sitemap: https://example.org/survey/sitemap.xml" in files["docs/robots.txt"]
    assert "https://example.org/survey/data/survey.json" in files["docs/llms.txt"]


def test_llms_txt_has_the_parts_that_its_form_asks_for(project: MakeProject) -> None:
    text = build(
        project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": "title: Chains\ndescription: What chains do\n"})
    )["docs/llms.txt"]
    assert text.startswith("# Chains\n\n> What chains do\n\n")
    assert "## Data" in text
    assert "(<downloads/survey.bib>)" in text


def test_hostile_names_break_no_feed(project: MakeProject) -> None:
    wild = '@misc{x, title={]]></title><script>alert(1)</script> \\& "q"}, author={{<b>Team</b> \u202e}}, year={2020}, eprint={2001.00001}, archiveprefix={arXiv}}'
    feed = ET.fromstring(build(project({"bib/sources/a.bib": wild}))["docs/feeds/survey.xml"])
    assert not list(feed.iter(f"{A}script")) + list(feed.iter("script"))


MKDOCS = (REPOSITORY / "generator/skeleton/mkdocs.yml").read_text()
ADDRESS = 'site_url: "https://example.org/s/"  # from bib/survey.yml\n'


def test_the_address_of_the_survey_is_given_to_mkdocs_and_taken_back(project: MakeProject) -> None:
    folder = project(
        {"bib/sources/a.bib": CHAIN, "bib/survey.yml": "url: https://example.org/s\n", "mkdocs.yml": MKDOCS}
    )
    build(folder)
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert text.count("site_url:") == 1
    assert ADDRESS + "nav:" in text
    build(folder)
    assert (folder / "mkdocs.yml").read_text(encoding="utf-8") == text
    project({"bib/survey.yml": "title: Chains\n"})
    build(folder)
    assert "site_url:" not in (folder / "mkdocs.yml").read_text(encoding="utf-8")


def test_an_address_of_ones_own_stays_and_is_reported_where_it_is_another(project: MakeProject) -> None:
    folder = project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": "url: https://example.org/s\n"})
    for address, warnings in (("https://example.org/s/", 0), ("https://other.example/", 1)):
        project({"mkdocs.yml": f"site_url: {address}\n{MKDOCS}"})
        problems = pages.render(pipeline.survey_of(folder), folder)[1]
        assert sum("site_url" in problem.message for problem in problems) == warnings
        build(folder)
        text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
        assert f"site_url: {address}\n" in text
        assert text.count("site_url:") == 1


def test_a_browser_can_search_the_survey_where_its_address_is_known(project: MakeProject) -> None:
    folder = project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": "title: 'Chains & <sets>, a long title'\n"})
    assert "docs/opensearch.xml" not in build(folder)
    project({"bib/survey.yml": "title: 'Chains & <sets>, a long title'\nurl: https://example.org/s\n"})
    described = ET.fromstring(build(folder)["docs/opensearch.xml"])
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert described.findtext(f"{space}ShortName") == "Chains & <sets>,"
    url = described.find(f"{space}Url")
    assert url is not None
    assert url.get("template") == "https://example.org/s/explore/?q={searchTerms}"
