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


# Parts of packages that stand for the whole: what is only found, but not yet loaded, has none.
LOADED = {"numpy._core", "scipy._lib", "rapidfuzz", "importlib.metadata", "email", "multiprocessing"}


@pytest.mark.parametrize("arguments", [["check", "--list"], ["explain", "--help"], ["build", "--help"]])
def test_what_only_tells_loads_nothing_that_takes_long(arguments: list[str]) -> None:
    program = (
        "import atexit, json, sys\n"
        "atexit.register(lambda: print(json.dumps(list(sys.modules)), file=sys.stderr))\n"
        f"from generator.cli import main\nmain({arguments})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert not set(json.loads(done.stderr.splitlines()[-1])) & LOADED


def test_a_package_that_loads_late_is_whole_when_it_is_used() -> None:
    program = (
        "import sys\nfrom generator.cli import load_when_used\nload_when_used('numpy')\n"
        "import numpy as np\nimport numpy\nassert 'numpy._core' not in sys.modules\n"
        "assert np.zeros(3).sum() == 0 and np is numpy\nimport numpy.linalg, scipy.sparse\n"
        "assert sys.modules['numpy'].linalg is numpy.linalg"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_old_python_is_reported_in_one_line() -> None:
    program = (
        "import sys; sys.version_info = (3, 9, 1); import runpy; runpy.run_module('generator', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, "error: Python 3.11 or newer is needed, and this is 3.9\n")
