"""Licence and citations, as services gave them: on the page of a work, in the explorer and in what is taken away."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.records import Origin, Record
from generator.service_facts import Licence, citations_of, licence_of
from generator.works import Work
from tests.conftest import MakeProject
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES, build

FETCHED = """@inproceedings{arxiv:1706.03762, title = {Attention Is All You Need}, eprint = {1706.03762}, archiveprefix = {arXiv},
  license = {https://creativecommons.org/licenses/by-nc/4.0/}, license-from = {crossref 2026-11-20},
  citations = {12345}, citations-from = {openalex 2026-11-25}}
@inproceedings{arxiv:1810.04805, title = {BERT: Pre-training of Deep Bidirectional Transformers}, eprint = {1810.04805}, archiveprefix = {arXiv},
  license = {https://www.publisher.example/terms"><b>}, license-from = {crossref 2026-11-20},
  citations = {0}, citations-from = {semantic-scholar 2026-11-24}}
"""


@pytest.fixture
def pages(project: MakeProject) -> dict[str, str]:
    return build(a_survey(project))


def a_survey(project: MakeProject, fetched: str = FETCHED) -> Path:
    files = {"bib/sources/a.bib": ATTENTION + BERT + CHAIN, "bib/themes.yml": THEMES}
    return project(files | ({"bib/fetched.bib": fetched} if fetched else {}))


def works_js(pages: dict[str, str]) -> dict[str, Any]:
    return json.loads(re.sub(r"^.*?= |;$", "", pages["docs/assets/works.js"].strip(), flags=re.DOTALL))


def schema_org(pages: dict[str, str], key: str) -> dict[str, Any]:
    (line,) = re.findall(r"^schema: (.*)$", pages[f"docs/papers/{key}.md"], flags=re.MULTILINE)
    return json.loads(json.loads(line))


def a_work(**said: str) -> Work:
    record = Record(
        Origin("fetched.bib", 1), extra=tuple((name.replace("_", "-"), text) for name, text in said.items())
    )
    return Work("A work", (Record(Origin("sources/a.bib", 1)),), enriched_by=(record,))


def test_the_page_of_a_work_says_licence_and_citations_with_service_and_day(pages: dict[str, str]) -> None:
    text = pages["docs/papers/vaswani2017attention.md"]
    assert 'Licence: <a href="https://creativecommons.org/licenses/by-nc/4.0/">CC BY-NC 4.0</a>' in text
    assert "(Crossref, 2026-11-20)" in text
    assert "Cited 12,345 times <small>(OpenAlex, 2026-11-25)</small>" in text


def test_terms_of_a_publisher_are_no_licence_by_name_and_no_citation_is_a_number(pages: dict[str, str]) -> None:
    text = pages["docs/papers/devlin2019bert.md"]
    assert "the terms at publisher.example" in text and "<b>" not in text.partition("Licence:")[2].partition("</p>")[0]
    assert "Cited 0 times <small>(Semantic Scholar, 2026-11-24)</small>" in text


def test_what_no_service_said_is_on_no_page(pages: dict[str, str], tmp_path: Path) -> None:
    assert (
        "Licence:" not in pages["docs/papers/wei2022chain.md"] and "Cited" not in pages["docs/papers/wei2022chain.md"]
    )


def test_a_survey_without_fetched_facts_has_no_trace_of_them(project: MakeProject) -> None:
    pages = build(a_survey(project, ""))
    assert not {"licence", "citations"} & set(works_js(pages)["facets"])
    assert "Most cited" not in pages["docs/explore.md"]
    assert "citations" not in pages["docs/downloads/survey.csv"].splitlines()[0]
    assert "licence" not in pages["docs/data/works.csv"].splitlines()[0]
    assert not any(
        "licence" in work or "citations" in work for work in json.loads(pages["docs/data/survey.json"])["works"]
    )


def test_the_explorer_filters_by_licence_and_sorts_by_citations(pages: dict[str, str]) -> None:
    data = works_js(pages)
    rows = {key: dict(zip(data["facets"], values, strict=True)) for key, *values in data["works"]}
    shown = {
        key: [[data["names"][facet][value] for value in row[facet]] for facet in ("licence", "citations")]
        for key, row in rows.items()
    }
    assert shown == {
        "vaswani2017attention": [["CC BY-NC 4.0"], ["12345"]],
        "devlin2019bert": [["the publisher’s own"], ["0"]],
        "wei2022chain": [[], []],
    }
    counted = {work[0]: place for work, place in zip(data["works"], data["counted"]["works"], strict=True)}
    assert data["counted"]["names"][counted["vaswani2017attention"]] == ["OpenAlex", "2026-11-25"]
    assert counted["wei2022chain"] == -1
    assert 'data-facet="licence"><summary>Licence</summary>' in pages["docs/explore.md"]
    assert 'data-facet="citations" hidden>' in pages["docs/explore.md"]
    assert '<option value="-citations">Most cited</option>' in pages["docs/explore.md"]


def test_what_is_taken_away_has_them_too(pages: dict[str, str]) -> None:
    (row, other, last) = csv.DictReader(pages["docs/downloads/survey.csv"].splitlines())
    found = {one["key"]: one for one in (row, other, last)}
    first = found["vaswani2017attention"]
    assert (first["licence"], first["citations"]) == ("CC BY-NC 4.0", "12345")
    assert first["citations_from"] == "OpenAlex, 2026-11-25"
    assert found["wei2022chain"]["citations"] == ""
    data = {work["key"]: work for work in json.loads(pages["docs/data/survey.json"])["works"]}
    assert data["devlin2019bert"]["citations"] == {"number": 0, "service": "Semantic Scholar", "day": "2026-11-24"}
    assert data["vaswani2017attention"]["licence"]["name"] == "CC BY-NC 4.0"
    rows = {one["key"]: one for one in csv.DictReader(pages["docs/data/works.csv"].splitlines())}
    assert (rows["devlin2019bert"]["citations"], rows["devlin2019bert"]["citations_day"]) == ("0", "2026-11-24")
    csl = {one["id"]: one for one in json.loads(pages["docs/downloads/survey.json"])}
    assert csl["vaswani2017attention"]["license"] == "CC BY-NC 4.0" and "license" not in csl["wei2022chain"]
    assert schema_org(pages, "vaswani2017attention")["license"] == "https://creativecommons.org/licenses/by-nc/4.0/"
    assert "license" not in schema_org(pages, "wei2022chain")


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        ("cc-by", "CC BY", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-nc-nd", "CC BY-NC-ND", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("CCBY", "CC BY", "https://creativecommons.org/licenses/by/4.0/"),
        ("CCBYNCSA", "CC BY-NC-SA", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("CC BY-SA 3.0", "CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("http://creativecommons.org/licenses/by/3.0/igo/", "CC BY 3.0 IGO", "https://creativecommons.org/licenses/by/3.0/igo/"),
        ("https://creativecommons.org/licenses/by/2.0/uk/legalcode", "CC BY 2.0 UK", "https://creativecommons.org/licenses/by/2.0/uk/"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("cc0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("public-domain", "Public domain", "https://creativecommons.org/publicdomain/mark/1.0/"),
        ("http://arxiv.org/licenses/nonexclusive-distrib/1.0/", "arXiv non-exclusive", "http://arxiv.org/licenses/nonexclusive-distrib/1.0/"),
        ("https://www.elsevier.com/open-access/userlicense/1.0/", "", "https://www.elsevier.com/open-access/userlicense/1.0/"),
        ("publisher-specific-oa", "", ""),
        ("other-oa", "", ""),
        ("mit", "mit", ""),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
    ],
)  # fmt: skip
def test_a_licence_in_any_form_of_a_service_has_one_name(text: str, name: str, url: str) -> None:
    assert licence_of(a_work(license=text, license_from="openalex 2026-11-25")) == Licence(
        name, url, "OpenAlex", "2026-11-25"
    )


@pytest.mark.parametrize(
    "said",
    [
        {"citations": "7"},
        {"citations": "many", "citations_from": "openalex 2026-11-25"},
        {"citations": "-1", "citations_from": "openalex 2026-11-25"},
        {"citations": "7", "citations_from": "somebody"},
        {"citations": "7", "citations_from": "openalex 2026-99-99"},
    ],
)
def test_a_count_without_service_and_day_or_without_a_number_is_not_shown(said: dict[str, str]) -> None:
    assert citations_of(a_work(**said)) is None


def test_a_licence_that_a_person_wrote_needs_no_service() -> None:
    assert licence_of(a_work(license="CC BY 4.0")) == Licence(
        "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"
    )


def test_what_a_person_wrote_counts_for_more_than_a_service() -> None:
    fetched = a_work(license="cc-by", license_from="openalex 2026-11-25").enriched_by
    ours = Record(Origin("metadata.bib", 1), extra=(("license", "CC BY-SA 4.0"),))
    work = Work("A work", (Record(Origin("sources/a.bib", 1)),), enriched_by=(*fetched, ours))
    found = licence_of(work)
    assert found and found.name == "CC BY-SA 4.0" and not found.service
