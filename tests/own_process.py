"""Tests that need a process without other threads: pytest and its plugins have some, with which nothing is copied."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

Arguments = ParamSpec("Arguments")


def in_its_own_process(function: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """The function, run in a new Python; its arguments are what `repr` writes as Python reads it."""

    @wraps(function)
    def run(*args: Arguments.args, **named: Arguments.kwargs) -> None:
        module = f"__import__('runpy').run_path({function.__code__.co_filename!r})"
        code = f"{module}[{function.__name__!r}].__wrapped__(*{args!r}, **{named!r})"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr

    return run
