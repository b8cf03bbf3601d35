"""What a large survey has fewer of: files that the browser makes, files that are compressed, texts without abstracts."""

from __future__ import annotations

import gzip
import html
import json
import re
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.pages import places as standing
from generator.pages.compressed import compressed
from generator.project.paths import STAGE
from tests.conftest import MakeProject
from tests.pages.test_sections import built, files, written

WEBSITE = "https://animals.example/"  # as the settings say


def test_of_parts_of_a_large_survey_the_browser_makes_all_files_but_bibtex(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(files(range(140), papers="auto"))
    built(folder)
    assert {"downloads/feeding.ris", "downloads/years/1990.json", "downloads/sections/section-1.ris"} <= written(folder)
    monkeypatch.setattr(standing, "MOST_PAGES", 100)
    large = built(folder)
    parts = {path for path in written(folder) if path.startswith("downloads/") and "/survey" not in path}
    assert {path for path in parts if path.endswith((".ris", ".json", "-ascii.bib", "-excel.csv"))} == set()
    assert {"downloads/feeding.bib", "downloads/years/1990.bib", "downloads/sections/section-1.bib"} <= parts
    feeding = re.search(r'data-makes="([^"]+)" data-name="feeding" data-forms="([^"]+)"', large["themes/feeding.md"])
    assert feeding
    assert feeding[1].split() == re.findall(r"(?m)^@\w+\{([^,]+),", large["downloads/feeding.bib"])
    assert feeding[2] == "ascii.bib:BibTeX in ASCII;ris:RIS;json:CSL-JSON;csv:CSV"
    assert 'data-name="year-1990"' in large["years.md"]


def test_what_few_readers_take_of_a_large_survey_is_compressed_and_the_same_when_unpacked(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(files(range(140), papers="auto"))
    small = built(folder)
    before = {path: (folder / "docs" / path).read_bytes() for path in written(folder)}
    whole = {path for path in before if re.match(r"downloads/survey\b|data/.*\.csv$|data/survey\.json$", path)}
    monkeypatch.setattr(standing, "MOST_PAGES", 100)
    large = built(folder)
    read_by_latex = {"downloads/survey.bib", "downloads/survey-ascii.bib"}
    assert {path.removesuffix(".gz") for path in written(folder)} >= whole
    for path in whole - read_by_latex - {"data/survey.json"}:  # whose places of works are others in this layout
        packed = folder / "docs" / f"{path}.gz"
        assert gzip.decompress(packed.read_bytes()) == before[path], path
        assert f"{Path(path).name}.gz" in large["downloads.md" if path.startswith("downloads") else "data.md"], path
    described = json.loads(large["data/datapackage.json"])["resources"]
    assert {(one["path"], one["compression"]) for one in described} >= {("works.csv.gz", "gz"), ("links.csv.gz", "gz")}
    assert 'read.csv("works.csv.gz",' in html.unescape(large["data.md"])
    assert "compression" not in small["data/datapackage.json"]


def test_at_the_address_that_a_file_had_in_a_small_survey_a_program_learns_where_it_is_now(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(files(range(140), papers="auto"))
    built(folder)
    before = written(folder)
    monkeypatch.setattr(standing, "MOST_PAGES", 100)
    large = built(folder)
    packed = {path.removesuffix(".gz") for path in written(folder) if path.endswith(".gz")}
    assert {"data/survey.json", "data/works.csv", "downloads/survey.json", "downloads/survey.ris"} <= packed
    assert packed <= before
    for path in packed:
        now, text = f"{WEBSITE}{path}.gz", (folder / "docs" / path).read_text(encoding="utf-8")
        if path.endswith(".json"):
            content = json.loads(text)
            assert content["moved"] == now
            assert not any(isinstance(value, list) for value in content.values())  # or it were a survey without works
        else:
            assert text.strip().endswith(now)
            assert "TY  -" not in text
            assert "@" not in text
    dataset = json.loads(yaml.safe_load(large["index.md"].split("---")[1])["schema"])
    kinds = {one["contentUrl"].rpartition("/")[2]: one["encodingFormat"] for one in dataset["distribution"]}
    assert kinds == {"survey.json.gz": "application/gzip", "survey.bib": "application/x-bibtex"}


def test_the_entries_of_a_large_survey_carry_no_abstracts_for_its_files_do(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    def entries(made: dict[str, str]) -> str:
        return "".join(text for path, text in made.items() if path.startswith("assets/entries"))

    folder = project(files(range(140), papers="auto"))
    assert entries(built(folder)).count("AB  - We watch") == 140
    monkeypatch.setattr(standing, "MOST_PAGES", 100)
    large = entries(built(folder))
    assert large.count("TY  - JOUR") == 140
    assert "We watch" not in large
    whole = gzip.decompress((folder / "docs/downloads/survey.ris.gz").read_bytes()).decode()
    assert whole.count("AB  - We watch") == 140


def test_the_texts_for_models_name_every_work_of_a_large_survey_without_its_abstract(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(files(range(140), papers="auto"))
    assert built(folder)["llms-full.txt"].count("## Abstract") == 140
    monkeypatch.setattr(standing, "MOST_PAGES", 100)
    large = built(folder)
    assert "## Abstract" not in large["llms-full.txt"]
    assert large["llms-full.txt"].count("- Citation key: ") == 140
    assert "without abstracts" in large["llms.txt"]
    assert "data/survey.json.gz" in large["llms.txt"]


def test_a_compressed_file_names_no_time_and_no_system() -> None:
    assert gzip.decompress(compressed("Über\n" * 1000)) == "Über\n".encode() * 1000
    assert compressed("order") == compressed(["o", "", "rder"])
    assert compressed("")[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"


def test_a_check_of_a_large_survey_leaves_nothing_in_the_project_and_a_build_nothing_that_is_unfinished(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "MOST_PAGES", 100)
    folder = project(files(range(140), papers="auto"))
    before = {path.relative_to(folder) for path in folder.rglob("*")}
    assert main(["check", "--quiet", "--project", str(folder)]) in (0, 1)
    assert {path.relative_to(folder) for path in folder.rglob("*")} == before
    for _ in range(2):  # the second one writes nothing
        assert main(["build", "--quiet", "--no-cache", "--project", str(folder)]) == 0
        assert not (folder / STAGE).exists()
