"""Many pairs are compared by two processes, which give what one process gives."""

from __future__ import annotations

import pytest

from benchmarks.made.records import damaged, survey_works
from generator.beside import beside
from generator.config.decisions import Decisions
from generator.dedupe import find_works, judge


@pytest.mark.parametrize("size", [50, 600])
def test_two_processes_find_the_works_that_one_finds(size, monkeypatch):
    records = [record for record, _ in damaged(survey_works(), size)]
    monkeypatch.setattr(judge, "MANY", 10**12)
    alone = find_works(records, [], Decisions())
    divided = []

    def noted(first, second, worthwhile):
        divided.append(worthwhile)
        return beside(first, second, worthwhile)

    monkeypatch.setattr(judge, "MANY", 2)
    monkeypatch.setattr("generator.dedupe.judge.beside", noted)
    assert repr(find_works(records, [], Decisions())) == repr(alone)
    assert divided == [True]
