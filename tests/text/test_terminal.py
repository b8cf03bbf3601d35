"""Names of files and folders on a terminal: shown in full, without effect, and quoted in commands that work."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.text.terminal import Inert, change_folder, inert, on_terminal, quoted_path

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


WORK = "two \x1b]0;title\x07 \x1b[31mred \x9b2J and \u202eturned\u202c"
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def record(number: int) -> str:
    """A work in RIS all of whose fields hold signs that a terminal obeys."""
    fields = ("TI", "T2", "AB", "KW", "N1", "PB", "AD", "UR", "LA")
    lines = "".join(f"{name}  - {WORK} of otters {number}\n" for name in fields)
    return f"TY  - JOUR\n{lines}AU  - {WORK}, Ann\nDO  - 10.5555/{number}\nPY  - 2020\nER  - \n"


@pytest.mark.parametrize(
    "words",
    [
        ["build", "--no-cache"],
        ["explain", "doi:10.5555/1"],
        ["review"],
        ["review", "--themes"],
        ["check"],
        ["check", "--format", "json"],
        ["themes", "propose"],
        ["screen"],
    ],
    ids=" ".join,
)
def test_no_command_prints_what_a_terminal_obeys(
    words: list[str], project: Callable[[dict[str, str]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project({"bib/sources/a.ris": record(1) + record(2), "bib/sources/b.ris": record(1)})
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    capsys.readouterr()
    main([words[0], "--project", str(folder), *words[1:]])
    said = "".join(capsys.readouterr())
    assert said
    assert OBEYED.findall(said) == []


def test_the_story_of_a_work_shows_its_signs_as_escapes(
    project: Callable[[dict[str, str]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project({"bib/sources/a.ris": record(1)})
    assert main(["explain", "--project", str(folder), "doi:10.5555/1"]) == 0
    assert "\\u001b[31mred" in capsys.readouterr().out


def test_marks_within_words_lines_and_tabs_stay_and_input_still_knows_the_terminal() -> None:
    text = "می\u200cخواهم\n\tשלום\u200f 深度学习"
    assert inert(text) == text
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    stream = Inert(terminal)
    assert stream.write("a\x1b[2Jb") == len("a\x1b[2Jb")
    stream.flush()
    assert terminal.buffer.getvalue() == b"a\\u001b[2Jb"
    assert (stream.encoding, stream.errors, stream.isatty()) == ("utf-8", "strict", False)


def test_json_with_signs_shown_as_escapes_reads_back_the_same() -> None:
    text = "a\x1b\x7f\x9b\u202e\n深"
    assert json.loads(inert(json.dumps(text, ensure_ascii=False))) == text
