"""The survey that the project ships with, from its five exports to its files: the whole way on real input."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import pages
from generator.bibliography.survey_bib import survey_bib
from generator.file_names import file_name
from generator.project.paths import ENGINE_CACHE, SITE, STAMP
from generator.survey import Survey
from generator.text.doubled import without_doubled
from generator.text.sentences import sentences
from generator.venues import read_venues
from tests.browser.conftest import shared_folder
from tests.browser.website import made_once, shipped_website
from tests.conftest import REPOSITORY, snapshot
from tests.shipped import shipped


@pytest.fixture(scope="module")
def survey() -> Survey:
    return shipped()


@pytest.fixture(scope="module")
def files(survey: Survey) -> dict[str, str]:
    rendered, problems = pages.render(survey, REPOSITORY)
    assert not [problem for problem in problems if problem.level != "note"]
    return {path: content for path, content in rendered.items() if isinstance(content, str)}


@pytest.fixture(scope="module")
def data(files: dict[str, str]) -> dict[str, Any]:
    return json.loads(files["docs/data/survey.json"])


@pytest.fixture(scope="module")
def metadata() -> dict[str, Any]:
    import bibtexparser
    from pybtex.database import parse_file

    assert not bibtexparser.parse_file(str(REPOSITORY / "bib/metadata.bib")).failed_blocks
    return dict(parse_file(str(REPOSITORY / "bib/metadata.bib")).entries)


def test_every_record_is_in_exactly_one_work_or_in_the_report(survey: Survey, data: dict[str, Any]) -> None:
    placed = [f"{one['source']}:{one['locator']}" for work in data["works"] for one in work["records"]]
    assert placed
    assert len(placed) == len(set(placed))
    assert len(placed) + len(survey.excluded) == sum(flow.read for flow in survey.flow)


def test_published_keys_stay(survey: Survey) -> None:
    known = {key for work in survey.works.values() for key in (work.key, *work.aliases)}
    assert survey.previous
    assert survey.previous <= known


def test_every_record_is_counted_once_in_the_flow(data: dict[str, Any]) -> None:
    for counts in data["flow"].values():
        assert counts["read"] == counts["merged"] + counts["kept"] + counts["left_out"]
    assert sum(counts["kept"] for counts in data["flow"].values()) == len(data["works"])


def test_every_locator_leads_to_the_records_own_line(data: dict[str, Any]) -> None:
    records = [record for work in data["works"] for record in work["records"] if record["source"].endswith(".txt")]
    for record in records:  # of the dumps, where an entry begins with its id or title
        lines = (REPOSITORY / "bib/sources" / record["source"]).read_text(encoding="utf-8").split("\n")
        line = lines[record["locator"] - 1]
        assert line.startswith(record["id"] or record["title"].split()[0]), record
    assert len(records) > 300


def test_every_work_is_complete_and_agrees_with_the_metadata(survey: Survey, metadata: dict[str, Any]) -> None:
    by_arxiv = {work.identifier("arxiv"): work for work in survey.works.values() if work.identifier("arxiv")}
    entries = [entry for entry in metadata.values() if "eprint" in entry.fields]
    described = {entry.fields["eprint"] for entry in entries}
    assert set(by_arxiv) - described == set(), "write an entry for these preprints into bib/metadata.bib"
    assert described - set(by_arxiv) == set(), "no source has these preprints: take them out of bib/metadata.bib"
    venues = read_venues(REPOSITORY)
    for entry in entries:
        work = by_arxiv[entry.fields["eprint"]]
        assert work.title
        assert work.abstract
        assert str(work.year) == entry.fields["year"]
        assert len(work.authors) == len(entry.persons["author"])
        given = entry.fields.get("booktitle") or entry.fields.get("journal") or ""
        series = venues.series_of(given)
        assert work.venue == (series.acronym if series else given)
        assert work.verified is (entry.fields["verified"] == "true")


def test_bibtexparser_and_pybtex_both_parse_all_entries(files: dict[str, str], data: dict[str, Any]) -> None:
    import bibtexparser
    from pybtex.database import parse_string

    text = files["bib/survey.bib"]
    parsed = bibtexparser.parse_string(text)
    assert not parsed.failed_blocks
    keys = [work["key"] for work in data["works"]]
    assert [entry.key for entry in parsed.entries] == keys == list(parse_string(text, "bibtex").entries)
    for entry in parse_string(text, "bibtex").entries.values():
        assert entry.persons["author"]
        assert {"title", "year"} <= set(entry.fields)


def test_keys_are_unique_without_regard_to_case_and_give_safe_file_names(data: dict[str, Any]) -> None:
    assert len({file_name(work["key"]).casefold() for work in data["works"]}) == len(data["works"])


def test_the_committed_bibliography_is_the_one_that_the_sources_give(files: dict[str, str]) -> None:
    assert (REPOSITORY / "bib/survey.bib").read_text(encoding="utf-8") == files["bib/survey.bib"]
    assert files["bib/survey.bib"] == survey_bib(files["docs/downloads/survey.bib"], "")


def test_the_theme_bibliographies_hold_the_same_entries(files: dict[str, str], survey: Survey) -> None:
    entries = [block for block in files["docs/downloads/survey.bib"].split("\n\n") if block.startswith("@")]
    by_theme = [
        block.rstrip()
        for theme in survey.taxonomy.themes
        for block in files[f"docs/downloads/{theme.id}.bib"].split("\n\n")
        if block.startswith("@")
    ]
    unthemed = {work.key for work in survey.unthemed}
    placed = [block.rstrip() for block in entries if block.partition("{")[2].partition(",")[0] not in unthemed]
    assert sorted(placed) == sorted(by_theme)


def test_every_work_has_a_primary_theme_and_at_most_two_others(data: dict[str, Any]) -> None:
    themes = {theme["id"] for theme in data["themes"]}
    for work in data["works"]:
        assert work["themes"]["primary"] in themes, (
            f"place {work['key']} in a theme, under `themes:` in bib/decisions.yml"
        )
        assert len(work["themes"]["secondary"]) <= 2
        assert {*work["themes"]["secondary"]} <= themes - {work["themes"]["primary"]}


def test_every_theme_page_has_the_card_of_each_of_its_works(files: dict[str, str], data: dict[str, Any]) -> None:
    for work in (one for one in data["works"] if one["themes"]["primary"]):
        page = files[f"docs/themes/{work['themes']['primary']}.md"]
        assert page.count(f'<article class="card" data-key="{work["key"]}"') == 1
        assert page.count(f'<span class="anchor" id="{work["key"]}"></span>') == 1


def test_gists_are_word_for_word_from_the_abstract(data: dict[str, Any]) -> None:
    for work in data["works"]:
        assert work["abstract"], f"{work['key']} has no abstract: give it one in bib/metadata.bib"
        if not work["gist"]:  # every sentence of it points to another one
            continue
        abstract = without_doubled(work["abstract"])
        for said in work["gist"].split(" … "):  # an ellipsis stands for what is left out
            first, rest = said[0], said[1:]  # the first letter may have become a capital
            assert first + rest in abstract or first.lower() + rest in abstract
    assert len([work for work in data["works"] if work["gist"]]) > 0.98 * len(data["works"])


def test_related_works_lead_both_ways(data: dict[str, Any]) -> None:
    related = {work["key"]: set(work["related"]) for work in data["works"]}
    for key, others in related.items():
        assert key not in others
        assert all(key in related[other] for other in others)


def test_names_and_numbers_in_an_overview_stand_in_the_works_that_its_sentence_cites(survey: Survey) -> None:
    def plain(text: str) -> str:
        return re.sub(r"[^a-z0-9.%]", "", text.lower())

    named = 0
    for theme, text in survey.overviews.items():
        prose = re.sub(r"^#.*$|\*\*.*?\*\*", "", text, flags=re.MULTILINE)
        for sentence in (sentence for line in prose.split("\n") for sentence in sentences(line)):
            cited = [survey.works[key] for key in re.findall(r"@([a-z0-9]+)", sentence)]
            behind = plain(" ".join(f"{work.title} {work.abstract}" for work in cited))
            written = re.sub(r"\[@[^\]]*\]|@[a-z0-9]+", "", sentence)
            for word in re.findall(r"[^\W_][\w.+%-]*\w%?", written) if cited else ():
                if re.search(r"\d", word) or re.search(r"[A-Z]", word[1:]):
                    named += 1
                    assert plain(word).rstrip(".s") in behind, f"{theme}: {word}: {sentence}"
    assert named > 100


def test_nothing_generated_names_a_machine(files: dict[str, str]) -> None:
    for path, text in files.items():
        assert str(REPOSITORY) not in text, path


@pytest.mark.parametrize("ignored", [".gitignore", "generator/skeleton/gitignore"])
def test_git_ignores_all_that_a_build_writes_but_what_is_to_be_committed(
    files: dict[str, str], ignored: str, tmp_path: Path
) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    shutil.copy(REPOSITORY / ignored, tmp_path / ".gitignore")
    paths = sorted({*files, "docs/v/2026.1/index.md", "docs/editions.md", "docs/opensearch.xml"})
    asked = ["git", "-C", str(tmp_path), "check-ignore", "--no-index", "--stdin"]
    printed = subprocess.run(asked, input="\n".join(paths), capture_output=True, text=True, check=False).stdout
    assert set(paths) - set(printed.splitlines()) <= {"bib/survey.bib", "bib/history.yml", "CITATION.cff", "mkdocs.yml"}


@pytest.fixture(scope="module")
def built_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build writes in another folder, time zone, locale and window, with hashes of another seed."""

    def make(folder: Path) -> None:
        for part in ("bib", "docs/guide"):
            shutil.copytree(REPOSITORY / part, folder / part)
        shutil.copy(REPOSITORY / "mkdocs.yml", folder)
        environment = {
            **os.environ,
            "PYTHONHASHSEED": "4242",
            "TZ": "Asia/Kathmandu",
            "LC_ALL": "de_DE.UTF-8",
            "PYTHONPATH": str(REPOSITORY),
            "COLUMNS": "4242",
        }
        command = [sys.executable, "-m", "generator", "build", "--strict"]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert [line for line in done.stderr.splitlines() if " …" not in line] == []  # how far it is, on a slow machine

    return snapshot(made_once(shared_folder(tmp_path_factory) / "elsewhere", make))


@pytest.mark.slow
def test_two_builds_in_two_folders_time_zones_locales_and_hash_seeds_are_the_same_bytes(
    built_elsewhere: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    here = snapshot(shipped_website(shared_folder(tmp_path_factory)).parent)
    of_the_website = (f"{SITE}/", f"{ENGINE_CACHE}/", STAMP)
    assert {path: text for path, text in here.items() if not path.startswith(of_the_website)} == built_elsewhere
