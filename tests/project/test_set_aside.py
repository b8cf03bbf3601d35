"""Contents that wait outside the memory: the same when they are taken, and in memory where there is no room for them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.project.paths import STAGE
from generator.project.set_aside import Laid, SetAside
from generator.writer import Content, Waiting, write

LONG = "Grüße\n".encode() * 5_000


def waiting(place: SetAside, content: bytes) -> Waiting:
    laid = place.lay(content)
    assert isinstance(laid, Laid)
    return Waiting(laid.digest, lambda: place.take(laid), laid.size)


def test_what_is_set_aside_comes_back_in_any_order_and_small_contents_stay_in_memory(tmp_path: Path) -> None:
    place = SetAside(tmp_path)
    first, second = place.lay(LONG), place.lay(LONG[::-1])
    assert isinstance(first, Laid)
    assert isinstance(second, Laid)
    assert place.take(second) == LONG[::-1]
    assert place.take(first) == LONG
    assert place.lay(b"short") == b"short"


def test_nothing_of_it_has_a_name_that_a_later_command_could_find(tmp_path: Path) -> None:
    place = SetAside(tmp_path)
    place.lay(LONG)
    assert [name for _, _, names in os.walk(tmp_path) for name in names] == []
    assert not (tmp_path / STAGE).exists()  # which would tell of a command that was cut off


def test_without_room_a_content_stays_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".survey").write_text("no folder")
    assert SetAside(tmp_path).lay(LONG) == LONG
    (tmp_path / ".survey").unlink()
    place = SetAside(tmp_path)

    class Full:
        def seek(self, place: int) -> None:
            pass

        def write(self, content: bytes) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(place, "_file", Full())
    assert place.lay(LONG) == LONG


def test_what_changed_while_it_waited_is_not_written(tmp_path: Path) -> None:
    place = SetAside(tmp_path)
    laid = place.lay(LONG)
    assert isinstance(laid, Laid)
    assert place._file
    place._file.seek(laid.start)
    place._file.write(b"something else")
    with pytest.raises(OSError, match="has changed"):
        place.take(laid)


def test_what_waits_is_written_once_and_not_again_while_it_is_the_same(tmp_path: Path) -> None:
    place = SetAside(tmp_path)
    files: dict[str, Content] = {"docs/a.md": waiting(place, LONG), "docs/b.md": "B\n"}
    assert write(tmp_path, files).written == ("docs/a.md", "docs/b.md")
    assert (tmp_path / "docs/a.md").read_bytes() == LONG
    assert write(tmp_path, files).written == ()
    other = write(tmp_path, {**files, "docs/a.md": waiting(place, LONG * 2)})
    assert (other.written, other.digests["docs/a.md"]) == (("docs/a.md",), waiting(place, LONG * 2).digest)


def test_a_persons_file_is_refused_before_what_waits_is_written(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("mine")
    with pytest.raises(InputError):
        write(tmp_path, {"docs/a.md": waiting(SetAside(tmp_path), LONG), "docs/b.md": "B\n"})
    assert (tmp_path / "docs/a.md").read_text() == "mine"
    assert not (tmp_path / "docs/b.md").exists()
