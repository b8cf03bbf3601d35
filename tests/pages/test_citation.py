from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from generator.cli import main
from generator.config.settings import Settings
from generator.config.taxonomy import Section, Taxonomy, Theme
from generator.names import Name
from generator.pages.citation import citation_cff
from generator.survey import Survey
from generator.text.escape import visible
from tests.bibliography.wild import TEXT
from tests.conftest import REPOSITORY, MakeProject
from tests.pages.surveys import CHAIN, build
from tests.shipped import shipped

SCHEMA = json.loads((REPOSITORY / "tests/data/citation/cff-1.2.0.schema.json").read_text())
SETTINGS = """title: "Chains: a survey"
subtitle: What chains do
authors: ["Curator, Ada", "van der Berg, Jan", "{The Reading Group}"]
url: https://example.org/survey
repository: https://github.com/example/survey
license: CC-BY-4.0
version: "1.2"
date: 2026-01-31
doi: 10.5281/zenodo.1234567
"""


def valid(text: str) -> dict[str, object]:
    data = yaml.load(text, Loader=yaml.BaseLoader)
    jsonschema.validate(data, SCHEMA)
    return data


def test_the_citation_file_is_valid_and_says_what_the_settings_say(project: MakeProject) -> None:
    data = valid(build(project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": SETTINGS}))["CITATION.cff"])
    assert data["authors"] == [
        {"family-names": "Curator", "given-names": "Ada"},
        {"family-names": "Berg", "given-names": "Jan", "name-particle": "van der"},
        {"name": "The Reading Group"},
    ]
    assert (data["doi"], data["license"], data["date-released"]) == (
        "10.5281/zenodo.1234567",
        "CC-BY-4.0",
        "2026-01-31",
    )


@pytest.mark.parametrize(
    "odd", ["license: my own terms", "doi: 10.1000/a<b>c", "authors: ['O\"Neill, \\x07 {X}']", "title: '# ]: {%'"]
)
def test_odd_settings_still_give_a_valid_file(project: MakeProject, odd: str) -> None:
    settings = "authors: ['A, B']\n" + odd if not odd.startswith("authors") else odd
    valid(build(project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": settings + "\n"}))["CITATION.cff"])


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    said=st.lists(TEXT, min_size=7, max_size=7),
    corporate=st.booleans(),
    headings=st.lists(TEXT, min_size=1, max_size=3),
)
def test_whatever_the_settings_say_is_read_from_a_valid_file_as_it_is(
    said: list[str], corporate: bool, headings: list[str]
) -> None:
    title, subtitle, version, url, licence, family, given_name = said
    author = Name(family, "" if corporate else given_name, corporate=corporate)
    own = Settings(title=title, subtitle=subtitle, version=version, url=url, license=licence, authors=(author,))
    sections = tuple(Section(text, (Theme("a", text, ""),)) for text in headings)
    survey = cast(Survey, SimpleNamespace(settings=own, taxonomy=Taxonomy(sections)))
    data = valid(citation_cff(survey))
    assert set(data) <= {
        "cff-version", "message", "type", "title", "authors", "abstract", "version", "url", "license", "keywords",
    }  # fmt: skip
    assert data["title"] == (visible(title) or "Untitled")
    assert data.get("abstract", "") == visible(subtitle)
    assert data.get("version", "") == visible(version)
    assert data.get("keywords", []) == list(dict.fromkeys(filter(None, map(visible, headings))))
    parts = {"name": family} if corporate else {"family-names": family, "given-names": given_name}
    assert data["authors"] == [{name: visible(text) for name, text in parts.items() if visible(text)} or {"name": "?"}]


def test_without_authors_and_beside_a_file_of_ones_own_nothing_is_written(project: MakeProject) -> None:
    folder = project({"bib/sources/a.bib": CHAIN})
    assert "CITATION.cff" not in build(folder)
    project({"bib/survey.yml": SETTINGS, "CITATION.cff": "cff-version: 1.2.0\n"})
    assert "CITATION.cff" not in build(folder)


def test_the_front_page_tells_how_to_cite_the_survey(project: MakeProject) -> None:
    page = build(project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": SETTINGS}))["docs/index.md"]
    entry = page.split("<code>")[1].split("</code>")[0]
    (parsed,) = parse_string(entry, "bibtex").entries.values()
    assert parsed.fields["year"] == "2026"
    assert [str(person) for person in parsed.persons["author"]] == [
        "Curator, Ada",
        "van der Berg, Jan",
        "{The Reading Group}",
    ]


def test_the_shipped_citation_file_is_up_to_date() -> None:
    from generator.pages.citation import citation_cff

    assert (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8") == citation_cff(shipped())


def front_matter(page: str) -> dict[str, object]:
    return yaml.safe_load(page.split("---")[1])


def test_the_front_page_says_that_the_survey_is_a_data_set(project: MakeProject) -> None:
    files = build(project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": SETTINGS}))
    dataset = json.loads(str(front_matter(files["docs/index.md"])["schema"]))
    assert (dataset["@type"], dataset["name"], dataset["version"]) == ("Dataset", "Chains: a survey", "1.2")
    assert dataset["identifier"] == "https://doi.org/10.5281/zenodo.1234567"
    assert [part["name"] for part in dataset["creator"]] == ["Ada Curator", "Jan van der Berg", "The Reading Group"]
    assert dataset["distribution"][0]["contentUrl"] == "https://example.org/survey/data/survey.json"


@pytest.mark.site
@pytest.mark.slow
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_page_has_a_description_only_where_the_work_has_an_abstract(tmp_path: Path, engine: str) -> None:
    folder = tmp_path / "survey"
    assert main(["new", str(folder)]) == 0
    bare = "@misc{roe2001bells, title={Bells of river towns}, author={Roe, Jane}, year={2001}}\n"
    (folder / "bib/sources/a.bib").write_text(CHAIN + bare, encoding="utf-8")
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    tool = Path(sys.executable).with_name(engine)
    subprocess.run([str(tool), "build"], cwd=folder, check=True, capture_output=True)
    described, bare_page = (
        (folder / f"site/papers/{key}/index.html").read_text(encoding="utf-8")
        for key in ("wei2022chain", "roe2001bells")
    )
    for tag in ('<meta name="description"', 'property="og:description"'):
        assert tag in described
        assert tag not in bare_page
    assert '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">' in bare_page


ONE_SECTION = """sections:
  - title: Themes
    themes:
      - {id: models, title: Chains of models, scope: Networks and their training., terms: [chain of thought, reasoning]}
"""


def test_the_citation_file_of_a_survey_with_one_section_has_the_themes_as_keywords(project: MakeProject) -> None:
    given = {"bib/sources/a.bib": CHAIN, "bib/survey.yml": SETTINGS, "bib/themes.yml": ONE_SECTION}
    assert valid(build(project(given))["CITATION.cff"])["keywords"] == ["Chains of models"]


def test_the_way_to_a_page_names_no_place_twice(project: MakeProject) -> None:
    files = build(project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": SETTINGS, "bib/themes.yml": ONE_SECTION}))
    ways = [line for text in files.values() for line in text.splitlines() if line.startswith('<nav class="crumbs"')]
    assert ways
    assert all(line.count(">Themes</a>") <= 1 for line in ways)


def test_the_way_to_a_page_names_its_section_where_there_are_several(project: MakeProject) -> None:
    proofs = (
        "  - title: Proofs\n    themes:\n      - {id: proofs, title: Proofs, scope: What is shown., terms: [proof]}\n"
    )
    one = ONE_SECTION.replace("title: Themes", "title: Methods")
    for themes, sections in ((one, []), (one + proofs, ["Methods"])):
        files = build(project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": SETTINGS, "bib/themes.yml": themes}))
        crumbs = next(line for line in files["docs/themes/models.md"].splitlines() if 'class="crumbs"' in line)
        assert re.findall(r">([^<>]+)</a>", crumbs) == ["Themes", *sections]
