"""The README is true: every command, setting and input format that there is, and none that there is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import COMMANDS
from generator.config.reference import with_tables
from generator.config.schema import declared_settings
from generator.config.settings import Settings
from tests.conftest import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_table_and_no_other() -> None:
    assert set(re.findall(r"^\| `python -m generator ([a-z]+)", README, flags=re.MULTILINE)) == set(COMMANDS)


def test_the_environment_is_active_before_the_program_is_called() -> None:
    """Make does not activate it in the shell that called make."""
    for block in re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL):
        before, calls, _ = block.partition("python -m generator")
        assert not calls or ". .venv/bin/activate" in before


@pytest.mark.parametrize("file", [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs/guide").glob("*.md"))], ids=str)
def test_the_tables_of_settings_are_as_the_declarations_make_them(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert with_tables(text) == text, "run `make reference`"


def test_every_setting_is_in_the_readme() -> None:
    names = [one.name for one in declared_settings(Settings)]
    assert {"title", "search.engine"} <= set(names)
    assert [name for name in names if f"| `{name}` |" not in README] == []


def test_every_make_target_that_it_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)`", README)) <= targets


def test_the_decisions_that_it_shows_can_be_read(tmp_path) -> None:
    from generator.config.decisions import read_decisions

    example = README.partition("## Corrections")[2].partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib/decisions.yml").write_text(example)
    decisions = read_decisions(tmp_path)
    assert (len(decisions.pairings), len(decisions.leave_out), len(decisions.corrections), len(decisions.themes)) == (
        2,
        1,
        1,
        1,
    )
