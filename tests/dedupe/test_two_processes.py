"""Many pairs are compared by two processes, which give what one process gives."""

from __future__ import annotations

import pytest

from benchmarks.made.records import damaged, survey_works
from generator.config.decisions import Decisions
from generator.dedupe import find_works, judge
from generator.two_processes import in_two_processes
from tests.own_process import in_its_own_process


@pytest.mark.parametrize("size", [50, 600])
@in_its_own_process
def test_two_processes_find_the_works_that_one_finds(size: int) -> None:
    records = [record for record, _ in damaged(survey_works(), size)]
    divided = []

    def noted(first, second, worthwhile):
        divided.append(worthwhile)
        return in_two_processes(first, second, worthwhile)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judge, "MANY", 10**12)
        alone = find_works(records, [], Decisions())
        patch.setattr(judge, "MANY", 2)
        patch.setattr(judge, "in_two_processes", noted)
        assert repr(find_works(records, [], Decisions())) == repr(alone)
    assert divided == [True]
