"""Large values of memory: kept as bytes, and made of them only when somebody asks."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from generator.cache.later import Later
from generator.cache.packed import packed
from generator.cache.same import same

VALUE = {"sets": [1, 2.5], "graphs": ("order",)}


def kept(value: Any) -> Later[Any]:
    """What the next build finds in memory."""
    found: Later[Any] = pickle.loads(packed(Later(value)))
    return found


def test_what_was_kept_is_what_is_found() -> None:
    assert kept(VALUE).value == VALUE
    assert kept(kept(VALUE).value).value == VALUE


def test_two_are_the_same_by_what_they_hold_whether_it_was_asked_for_or_not() -> None:
    asked = kept(VALUE)
    assert asked.value == VALUE
    for one in (Later(VALUE), kept(VALUE), asked):
        assert same(one, kept(VALUE))
        assert not same(one, Later({**VALUE, "sets": [1]}))


def test_what_nobody_asks_for_is_kept_again_without_being_made(monkeypatch: pytest.MonkeyPatch) -> None:
    found = kept(VALUE)
    loads = pickle.loads
    monkeypatch.setattr("generator.cache.later.pickle.loads", lambda content: pytest.fail("it was made"))
    again = packed(found)
    monkeypatch.setattr("generator.cache.later.pickle.loads", loads)
    assert loads(again).value == VALUE


def test_a_kept_array_is_read_before_its_package_is_loaded_and_scipy_comes_after() -> None:
    code = (
        "import pickle, subprocess, sys\n"
        "from generator.cli import load_when_used\n"
        "from generator.cache.arrays import load_what_arrays_need\n"
        "content = bytes.fromhex(sys.argv[1])\n"
        "load_when_used('numpy')\n"
        "load_what_arrays_need(content)\n"
        "assert pickle.loads(content).tolist() == [1, 2]\n"
        "import scipy.sparse\n"
    )
    content = pickle.dumps(np.array([1, 2])).hex()
    done = subprocess.run([sys.executable, "-c", code, content], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
