"""What a decision on one work takes to be made again: no text is read anew, and no page that does not change."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cache.tasks import Tasks
from tests.cache.projects import built, edit


@pytest.fixture
def done_again(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the tasks that were done, and not taken from memory."""
    done: set[str] = set()
    note = Tasks.note

    def noting(tasks: Tasks, name: str, *rest: object) -> None:
        done.add(name)
        note(tasks, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Tasks, "note", noting)
    return done


DECISION = "themes:\n  - {ref: jones2021sets, primary: %s, secondary: [], why: a try}\n"


def test_a_decision_on_a_theme_takes_no_text_to_be_read_again(survey: Path, done_again: set[str]) -> None:
    edit(survey, "bib/decisions.yml", DECISION % "sets")
    assert built(survey)[0] == 0
    done_again.clear()
    edit(survey, "bib/decisions.yml", DECISION % "graphs")
    assert built(survey)[0] == 0
    assert "themes" in done_again
    assert done_again.isdisjoint({"selection", "heard", "content", "kinds", "authors", "gists"})
    assert "Assigned by a curator" in (survey / "docs/papers/jones2021sets.md").read_text(encoding="utf-8")


def test_another_reason_for_a_decision_makes_only_the_page_of_its_work_again(
    survey: Path, done_again: set[str]
) -> None:
    edit(survey, "bib/decisions.yml", DECISION % "sets")
    assert built(survey)[0] == 0
    done_again.clear()
    edit(survey, "bib/decisions.yml", DECISION.replace("a try", "another") % "sets")
    assert built(survey)[0] == 0
    assert {name for name in done_again if name.startswith(("paper ", "theme ", "downloads "))} == {
        "paper jones2021sets"
    }
