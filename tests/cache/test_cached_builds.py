"""What a build remembers changes nothing but its time: not one byte of the pages, not one line of its report."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import building
from generator.project.paths import BIBLIOGRAPHY, CACHE
from tests.cache.projects import EDITS, MORE, START, built, edit
from tests.conftest import snapshot
from tests.project.surveys import make


@pytest.fixture
def watched_builds(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The projects of which anything was computed, in order."""
    computed: list[Path] = []
    build = building.build

    def noting(project: Path, *rest: object) -> object:
        computed.append(project)
        return build(project, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(building, "build", noting)
    return computed


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_a_cached_build_and_one_without_memory_give_and_tell_the_same(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    cached, cold = make(tmp_path / "cached", START), make(tmp_path / "cold", START)
    for _ in range(8):
        for path, text in chance.sample(EDITS, chance.choice((0, 1, 1, 2))):
            edit(cached, path, text)
            edit(cold, path, text)
        assert built(cached) == built(cold, "--no-cache")
        assert snapshot(cached) == snapshot(cold)
    assert not (cold / CACHE).exists()


@pytest.mark.parametrize(("path", "text"), EDITS)
def test_one_edit_gives_the_same_with_and_without_memory(survey: Path, path: str, text: str | None) -> None:
    cold = Path(shutil.copytree(survey, survey.with_name("cold")))
    edit(survey, path, text)
    edit(cold, path, text)
    assert built(survey) == built(cold, "--no-cache")
    assert snapshot(survey) == snapshot(cold)


def test_where_nothing_changed_nothing_is_computed_and_the_same_is_reported(
    survey: Path, watched_builds: list[Path]
) -> None:
    first = built(survey)
    watched_builds.clear()
    before = snapshot(survey)
    assert built(survey) == first
    assert snapshot(survey) == before
    assert watched_builds == []
    built(survey, "--no-cache")
    assert watched_builds == [survey]


def test_a_warning_is_an_error_under_strict_though_nothing_changed(survey: Path) -> None:
    edit(survey, "bib/sources/c.txt", "This is no export of anything.\n")
    assert built(survey)[0] == 0
    assert built(survey)[0] == 0
    code, _, said = built(survey, "--strict")
    assert code == 1
    assert "bib/sources/c.txt" in said or "sources/c.txt" in said


def test_a_source_replaced_by_one_of_the_same_size_and_time_is_read(survey: Path) -> None:
    built(survey)
    source = survey / "bib/sources/a.bib"
    status = source.stat()
    source.write_text(
        source.read_text(encoding="utf-8").replace("Order matters for sets", "Order batters for sets"), encoding="utf-8"
    )
    os.utime(source, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert source.stat().st_size == status.st_size
    assert built(survey)[0] == 0
    assert "Order batters for sets" in (survey / "docs/themes/sets.md").read_text(encoding="utf-8")


def test_a_page_changed_by_hand_is_noticed_and_kept(survey: Path) -> None:
    built(survey)
    page = survey / "docs/themes/sets.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    edit(survey, "bib/overviews/graphs.md", "Graphs [@lee2023graphs].\n")
    code, _, said = built(survey)
    assert code == 1
    assert "docs/themes/sets.md: was changed by hand since it was generated" in said
    assert built(survey, "--force")[0] == 0
    assert "Mine." not in page.read_text(encoding="utf-8")


def test_a_page_removed_by_hand_is_written_again(survey: Path) -> None:
    built(survey)
    page = survey / "docs/papers/lee2023graphs.md"
    before = page.read_bytes()
    page.unlink()
    assert built(survey)[0] == 0
    assert page.read_bytes() == before


def test_a_damaged_bibliography_is_noticed_though_nothing_else_changed(survey: Path) -> None:
    built(survey)
    bibliography = survey / BIBLIOGRAPHY
    bibliography.write_bytes(bibliography.read_bytes()[:200])
    assert built(survey)[0] == 1


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Every path that Python opens meanwhile."""
    paths: set[str] = set()
    listening = [True]

    def listen(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event == "open" and isinstance(arguments[0], str):
            paths.add(arguments[0])

    sys.addaudithook(listen)
    yield paths
    listening.clear()


def test_a_build_reads_nothing_of_the_project_that_the_look_for_changes_leaves_out(
    survey: Path, opened: set[str]
) -> None:
    from generator.cache import unchanged

    make(survey, {"bib/.hidden.bib": MORE, "bib/survey.yml": START["bib/survey.yml"] + "enrich: [.hidden.bib]\n"})
    unchanged.report(survey, unchanged.look(survey))
    looked_at = {path for path in opened if path.startswith(str(survey))}
    opened.clear()
    assert built(survey, "--no-cache")[0] == 0
    read = {path for path in opened if path.startswith(str(survey)) and "/.survey/" not in path}
    generated = {str(survey / path) for path in snapshot(survey) if path.startswith(("docs/", "overrides/"))}
    assert str(survey / "bib/.hidden.bib") in read
    assert read - generated - looked_at - {str(survey / "CITATION.cff")} == set()
