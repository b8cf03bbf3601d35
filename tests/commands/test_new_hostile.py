"""`new` from exports that somebody else put together: one message, nothing from elsewhere, and nothing half made."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.hostile_files import make_huge

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes are made")
RIS = "TY  - JOUR\nTI  - Bees on roofs in spring\nAU  - Ash, B.\nPY  - 2001\nER  - \n"
PLACED: dict[str, tuple[Callable[[Path, Path], None], str]] = {
    "link out": (lambda place, outside: place.symlink_to(outside / "secret.ris"), "is a link out of its folder"),
    "link to itself": (lambda place, outside: place.symlink_to(place.name), "is a link, where a file is expected"),
    "device": (lambda place, outside: place.symlink_to("/dev/zero"), "is a link out of its folder"),
    "pipe": (lambda place, outside: os.mkfifo(place), "is a pipe, not a file"),
    "huge file": (lambda place, outside: make_huge(place), "is larger than 128 MB"),
}


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.ris").write_text(RIS.replace("Bees", "A token"), encoding="utf-8")
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "good.ris").write_text(RIS, encoding="utf-8")
    return folder


def made_from(given: Path) -> int:
    return main(["new", str(given.parent / "made"), "--from", str(given)])


@pytest.mark.parametrize("below", ["", "deeper"])
@pytest.mark.parametrize("what", PLACED)
def test_what_stands_among_the_exports_is_refused_before_anything_is_made(
    exports: Path, capsys: pytest.CaptureFixture[str], what: str, below: str
) -> None:
    place, message = PLACED[what]
    (exports / below).mkdir(exist_ok=True)
    place(exports / below / "other.ris", exports.parent / "outside")
    assert made_from(exports) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert "other.ris: " in line and message in line
    assert not (exports.parent / "made").exists()


@pytest.mark.parametrize("what", ["link to itself", "pipe", "huge file"])
def test_the_same_named_by_itself(exports: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    place, message = PLACED[what]
    place(exports.parent / "other.ris", exports.parent / "outside")
    assert made_from(exports.parent / "other.ris") == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert message in line
    assert not (exports.parent / "made").exists()


def test_a_link_that_the_author_names_is_followed(exports: Path) -> None:
    (exports / "named.ris").symlink_to(exports.parent / "outside/secret.ris")
    assert made_from(exports / "named.ris") == 0
    copied = exports / "made/bib/sources/named.ris"
    assert "A token" in copied.read_text(encoding="utf-8") and not copied.is_symlink()


@pytest.mark.parametrize(
    "name", [b"Re\xcc\x81vue.ris", b"caf\xe9.ris", b"a\x1b[2Jb.ris", b"-rf.ris", b"a b;c.ris", b"a\nb.ris"]
)
def test_whatever_an_export_is_called_it_is_read_and_said_harmlessly(
    exports: Path, capsys: pytest.CaptureFixture[str], name: bytes
) -> None:
    try:
        (exports / "good.ris").rename(os.fsdecode(os.fsencode(exports) + b"/" + name))
    except OSError:
        pytest.skip("this disk takes no such name")
    assert made_from(exports) == 0
    said = "".join(capsys.readouterr())
    assert "1 work" in said and "\x1b" not in said
    assert len(list((exports.parent / "made/bib/sources").glob("*.ris"))) == 1
