"""The locale of the machine makes no difference to what is built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import snapshot
from tests.project.surveys import FIRST, make


def test_a_locale_without_utf_8_gives_the_same_files(tmp_path: Path) -> None:
    built = []
    for number, locale in enumerate(
        ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    ):
        project = make(tmp_path / str(number), {**FIRST, "bib/sources/\u00e9t\u00e9.bib": FIRST["bib/sources/a.bib"]})
        command = [sys.executable, "-m", "generator", "build", "--project", str(project)]
        done = subprocess.run(command, env={**os.environ, **locale}, capture_output=True, check=True)
        assert "sources/\u00e9t\u00e9.bib" in done.stdout.decode("utf-8")
        built.append(snapshot(project))
    assert built[0] == built[1]
