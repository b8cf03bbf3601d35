"""Many sources are read by two processes, and give what one process gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.made.files import write_files
from benchmarks.made.records import damaged, survey_works
from generator.cache.tasks import Tasks
from generator.config.settings import Settings
from generator.sources import read_sources, side_by_side


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("survey") / "bib/sources"
    folder.mkdir(parents=True)
    write_files(damaged(survey_works(), 120), folder)
    (folder / "empty.bib").write_text("", encoding="utf-8")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    return folder


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What each process is given to read: two lists as soon as two processes are used."""
    given: list[list[str]] = []
    halves = side_by_side._halves

    def noted(sizes):
        parts = halves(sizes)
        given.extend([source for _, source in part] for part in parts)
        return parts

    monkeypatch.setattr(side_by_side, "_halves", noted)
    return given


def test_two_processes_read_what_one_reads(folder, monkeypatch, processes):
    monkeypatch.setattr(side_by_side, "MUCH", 10**12)
    alone = read_sources(folder, Settings())
    monkeypatch.setattr(side_by_side, "MUCH", 1)
    together = read_sources(folder, Settings())
    assert repr(together) == repr(alone)
    assert [one.source for one in together] == sorted(one.source for one in together)
    assert sum(len(one.records) for one in together) == 120
    assert all(processes)


def test_each_process_gets_about_half_of_the_bytes(folder, processes):
    read_sources(folder, Settings())
    ours, theirs = (sum((folder.parent / source).stat().st_size for source in part) for part in processes)
    assert 0.8 < ours / theirs < 1.25
    assert not set(processes[0]) & set(processes[1])


def test_what_is_in_memory_is_not_read_again(folder, monkeypatch, processes):
    monkeypatch.setattr(side_by_side, "MUCH", 1)
    first = Tasks(is_kept=True)
    alone = read_sources(folder, Settings(), first.keyed)
    again = Tasks(first.memory({}), is_kept=True)
    del processes[:]
    assert repr(read_sources(folder, Settings(), again.keyed)) == repr(alone)
    assert processes == [[], []]
