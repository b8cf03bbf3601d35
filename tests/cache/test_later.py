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
    with monkeypatch.context() as patch:
        patch.setattr("generator.cache.later.unpacked", lambda content: pytest.fail("it was made"))
        again = packed(found)
    assert pickle.loads(again).value == VALUE


def test_a_kept_array_is_read_before_its_package_is_loaded_and_scipy_comes_after() -> None:
    code = (
        "import subprocess, sys\n"
        "from generator.cli import load_when_used\n"
        "from generator.cache.unpacked import unpacked\n"
        "content = bytes.fromhex(sys.argv[1])\n"
        "load_when_used('numpy')\n"
        "assert unpacked(content).tolist() == [1, 2]\n"
        "import scipy.sparse\n"
    )
    content = pickle.dumps(np.array([1, 2])).hex()
    done = subprocess.run([sys.executable, "-c", code, content], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_kept_array_that_nobody_asks_for_does_not_load_its_package() -> None:
    code = (
        "import sys\n"
        "from generator.cli import load_when_used\n"
        "from generator.cache.unpacked import unpacked\n"
        "load_when_used('numpy')\n"
        "found = unpacked(bytes.fromhex(sys.argv[1]))\n"
        "assert 'numpy.linalg' not in sys.modules\n"
        "assert found['array'].value.tolist() == [1, 2]\n"
        "assert 'numpy.linalg' in sys.modules\n"
    )
    content = packed({"array": Later(np.array([1, 2]))}).hex()
    done = subprocess.run([sys.executable, "-c", code, content], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
