from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator import pipeline
from generator.commands.new import ISSUE_FORMS, skeleton
from generator.config.settings import Settings
from generator.pages.issues import correction, suggestion
from tests.conftest import REPOSITORY, MakeProject
from tests.pages.surveys import ATTENTION, BERT, CHAIN, build

FORMS = {
    form: yaml.safe_load((REPOSITORY / f".github/ISSUE_TEMPLATE/{form}.yml").read_text())
    for form in ISSUE_FORMS
    if form != "config"
}
OTHERS = """@article{brown2020few, title={Language Models are Few-Shot Learners}, author={Brown, Tom}, year={2020}, eprint={2005.14165}, archiveprefix={arXiv}}
@inproceedings{brown2020nips, title={Few-Shot Learners}, author={Brown, T.}, booktitle={NeurIPS}, year={2020}, doi={10.5555/3495724.3495883}}
@misc{kojima2022large, title={Large Language Models are Zero-Shot Reasoners}, author={Kojima, Takeshi}, year={2022}, eprint={2205.11916}, archiveprefix={arXiv}}
"""


@pytest.mark.parametrize("form", FORMS)
def test_issue_forms_are_what_github_reads(form: str) -> None:
    data = FORMS[form]
    assert {"name", "description", "body"} <= data.keys()
    ids = [item["id"] for item in data["body"]]
    assert len(ids) == len(set(ids))
    for item in data["body"]:
        assert item["type"] in ("input", "textarea", "dropdown", "checkboxes")
        assert re.fullmatch(r"[A-Za-z0-9_-]+", item["id"])
        assert item["attributes"]["label"]
        assert item["type"] != "dropdown" or item["attributes"]["options"]


def test_new_projects_get_the_same_forms() -> None:
    for form in ISSUE_FORMS:
        assert (
            skeleton()[f".github/ISSUE_TEMPLATE/{form}.yml"]
            == (REPOSITORY / f".github/ISSUE_TEMPLATE/{form}.yml").read_text()
        )


def test_links_fill_in_fields_that_the_forms_have() -> None:
    settings = Settings(repository="https://github.com/example/survey")
    hostile = '100% "R&D" #1 + <b>\n\u202e' + "x" * 500
    for address in (suggestion(settings, hostile), correction(settings, "a:b/c", hostile, "https://example.org/")):
        parts = urlsplit(address)
        given = parse_qs(parts.query, strict_parsing=True)
        form = FORMS[given["template"][0].removesuffix(".yml")]
        assert given.keys() - {"template", "title"} <= {item["id"] for item in form["body"]}
        assert not parts.fragment
        assert re.fullmatch(r"[!-~]+", address)
        assert len(address) < 4000


def test_there_are_no_issue_links_where_no_repository_is_known(project: MakeProject) -> None:
    folder = project({"bib/sources/a.bib": CHAIN})
    assert not [path for path, text in build(folder).items() if "issues/new" in text]
    project({"bib/survey.yml": "repository: https://github.com/example/survey\n"})
    files = build(folder)
    assert "template=correct-a-record.yml" in files["docs/papers/wei2022chain.md"]
    assert "template=suggest-a-paper.yml" in files["docs/index.md"]


def test_everything_that_the_page_for_curators_shows_works_as_it_says(project: MakeProject) -> None:
    page = build(project({"bib/sources/a.bib": ATTENTION + BERT + CHAIN + OTHERS}))["docs/contribute.md"]
    shown = re.findall(r"```(\w+)\n(.*?)```", page, re.DOTALL)
    blocks = [text for language, text in shown if language == "yaml"]
    decisions = "".join(text for text in blocks if text.startswith(("fields:", "same:", "leave-out:", "themes:")))
    (themes,) = [text for text in blocks if text.startswith("sections:")]
    (settings,) = [text for text in blocks if text.startswith("title:")]
    (entry,) = [text for language, text in shown if language == "bibtex"]
    (overview,) = [text for language, text in shown if language == "markdown"]
    folder = project(
        {
            "bib/decisions.yml": decisions,
            "bib/themes.yml": themes,
            "bib/survey.yml": settings,
            "bib/sources/added-by-hand.bib": entry,
            "bib/overviews/reasoning.md": overview,
        }
    )
    survey = pipeline.survey_of(folder)
    assert [problem.message for problem in survey.problems if problem.level != "note"] == [
        "theme `prompting` has no works of its own"
    ]
    by_arxiv = {work.identifier("arxiv"): work for work in survey.works.values()}
    assert [name.family for name in by_arxiv["1706.03762"].authors] == ["Vaswani", "Shazeer", "Parmar"]
    assert by_arxiv["2005.14165"].identifier("doi") == "10.5555/3495724.3495883"
    assert by_arxiv["2201.11903"].key != by_arxiv["2205.11916"].key
    assert "1810.04805" not in by_arxiv
    assert survey.placements[by_arxiv["2201.11903"].key].primary == "reasoning"
    assert survey.placements[by_arxiv["2201.11903"].key].secondary == ("prompting",)
    assert any(work.identifier("doi") == "10.1145/3442188.3445922" for work in survey.works.values())
    assert "papers/wei2022chain" in build(folder)["docs/themes/reasoning.md"]
