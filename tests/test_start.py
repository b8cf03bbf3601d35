"""What a command imports before it does anything: a start is quick where nothing heavy is imported that is not needed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {"sklearn", "scipy", "numpy", "pyarrow", "mkdocs", "httpx", "rich", "jinja2", "markdown", "pybtex", "lxml"}
LIST = "import json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})), file=sys.stderr)"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], [], ["no-such-command"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = f"import atexit\ndef told():\n    {LIST}\natexit.register(told)\nfrom generator.cli import main\nmain({arguments})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    imported = set(json.loads(done.stderr.splitlines()[-1]))
    assert "argparse" in imported
    assert not imported & HEAVY


def test_an_old_python_is_told_in_one_line() -> None:
    program = (
        "import sys; sys.version_info = (3, 9, 1); import runpy; runpy.run_module('generator', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, "error: Python 3.11 or newer is needed, and this is 3.9\n")
