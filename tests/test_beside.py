"""Two tasks side by side give what they give one after the other."""

from __future__ import annotations

import os

import pytest

from generator.beside import beside
from generator.errors import InputError, at_fault


def test_both_results_come_back() -> None:
    assert beside(lambda: "mine", lambda: ["theirs"] * 100_000) == ("mine", ["theirs"] * 100_000)
    assert beside(lambda: 1, lambda: 2, worthwhile=False) == (1, 2)


def test_input_at_fault_in_the_copy_is_told_here() -> None:
    def fault() -> None:
        raise at_fault("is wrong", "bib/a.bib", 3, "mend it")

    with pytest.raises(InputError, match=r"bib/a\.bib:3: is wrong \(mend it\)"):
        beside(lambda: 1, fault)


def test_what_the_first_raises_leaves_no_process_behind() -> None:
    def fault() -> None:
        raise at_fault("first")

    with pytest.raises(InputError, match="first"):
        beside(fault, lambda: "more than a pipe holds" * 100_000)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_copy_that_dies_does_not_lose_its_task() -> None:
    here = os.getpid()
    assert beside(lambda: 1, lambda: 2 if os.getpid() == here else os._exit(9)) == (1, 2)
