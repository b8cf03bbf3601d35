"""Names of files and folders on a terminal: shown in full, without effect, and quoted in commands that work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.text.terminal import change_folder, on_terminal, quoted_path

NAMES = [
    "-rf",
    "a\x1b[31mb",
    "two\nlines",
    "q'u\"o\\te",
    "$(touch pwned)",
    "`id`",
    "ünïcode \u202ereversed",
    "a\x07'b",
    "{a,b}*?",
]


@pytest.mark.parametrize("name", NAMES)
def test_new_says_nothing_that_a_terminal_obeys(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for code in (0, 1):  # the second time it is in the way
        assert main(["new", "--", str(tmp_path / name)]) == code
        said = "".join(capsys.readouterr())
        assert all(letter.isprintable() or letter == "\n" for letter in said)


@pytest.mark.skipif(sys.platform == "win32", reason="bash reads the command")
@pytest.mark.parametrize("name", NAMES)
def test_the_suggested_command_enters_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    words = ["bash", "-c", f"{change_folder(name)} && pwd -P | tr -d '\\n' && printf %s {quoted_path(name)}"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, check=True)
    entered = os.path.join(os.path.realpath(tmp_path), name)
    assert done.stdout == os.fsencode(entered).replace(b"\n", b"") + os.fsencode(name)
    assert sorted(os.listdir(tmp_path)) == [name]


@pytest.mark.parametrize("text", ["plain", "two  spaces", "no\u00a0break", "深度学习", "Čermák & Sons"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert on_terminal(text) == text


def test_control_signs_and_lone_surrogates_are_escapes() -> None:
    assert on_terminal("a\x1b[2Jb\r\n\u202ec\udcff") == "a\\x1b[2Jb\\r\\n\\u202ec\\udcff"
    assert quoted_path("-rf") == "-rf"
    assert change_folder("-rf") == "cd -- -rf"
