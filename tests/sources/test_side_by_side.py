"""Many sources are read by two processes, and give what one process gives."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from benchmarks.made.files import write_files
from benchmarks.made.records import damaged, survey_works
from generator.cache.tasks import Tasks
from generator.config.settings import Settings
from generator.sources import read_sources, side_by_side
from tests.own_process import in_its_own_process


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


def test_two_processes_read_what_one_reads(folder):
    read_by_one_and_by_two(str(folder))


@in_its_own_process
def read_by_one_and_by_two(path: str) -> None:
    """What one process and what two read in a folder is the same, with a record of each work."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(side_by_side, "MUCH", 10**12)
        alone = read_sources(Path(path), Settings())
        patch.setattr(side_by_side, "MUCH", 1)
        together = read_sources(Path(path), Settings())
    assert repr(together) == repr(alone)
    assert [one.source for one in together] == sorted(one.source for one in together)
    assert sum(len(one.records) for one in together) == 120


def test_each_process_gets_about_half_of_the_bytes(folder, processes):
    read_sources(folder, Settings())
    ours, theirs = (sum((folder.parent / source).stat().st_size for source in part) for part in processes)
    assert all(processes)
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


def test_a_file_that_could_not_be_opened_for_a_moment_is_read_in_the_next_build(tmp_path, monkeypatch):
    folder = tmp_path / "bib/sources"
    folder.mkdir(parents=True)
    write_files(damaged(survey_works(), 12), folder)
    alone = read_sources(folder, Settings())
    file = next(file for file in folder.iterdir() if file.name == alone[0].source.removeprefix("sources/"))
    content, halves = file.read_bytes(), side_by_side._halves

    def gone(sizes):
        file.unlink()
        file.mkdir()
        return halves(sizes)

    monkeypatch.setattr(side_by_side, "_halves", gone)
    tasks = Tasks(is_kept=True)
    assert not read_sources(folder, Settings(), tasks.keyed)[0].records
    monkeypatch.setattr(side_by_side, "_halves", halves)
    file.rmdir()
    file.write_bytes(content)
    again = Tasks(pickle.loads(pickle.dumps(tasks.memory({}))), is_kept=True)  # as the next build finds it
    assert repr(read_sources(folder, Settings(), again.keyed)) == repr(alone)


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path, monkeypatch):
    folder = tmp_path / "bib/sources"
    folder.mkdir(parents=True)
    for name in "ab":
        (folder / f"{name}.bib").write_text(f"@misc{{{name}, title={{Otters at sea}}, year=2001}}", encoding="utf-8")
    monkeypatch.setattr(side_by_side, "MUCH", 1)

    def changed(first, second):
        found = first(), second()
        (folder / "a.bib").write_text("@misc{c, title={Herons on land}, year=2002}", encoding="utf-8")
        return found

    monkeypatch.setattr(side_by_side, "in_two_processes", changed)
    tasks = Tasks(is_kept=True)
    read = read_sources(folder, Settings(), tasks.keyed)
    assert [record.title for one in read for record in one.records] == ["Herons on land", "Otters at sea"]
    again = Tasks(tasks.memory({}), is_kept=True)
    assert repr(read_sources(folder, Settings(), again.keyed)) == repr(read)
