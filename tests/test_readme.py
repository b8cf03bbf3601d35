"""The README is short and true: what it names is there, and what it shows works."""

from __future__ import annotations

import re

from generator.cli import COMMANDS
from tests.conftest import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
MOST_WORDS = 700


def test_it_is_short() -> None:
    assert len(README.split()) <= MOST_WORDS


def test_it_shows_a_picture_and_the_two_commands() -> None:
    (picture,) = re.findall(r"!\[([^\]]{20,})\]\(([^)]+)\)", README)
    assert (REPOSITORY / picture[1]).is_file()
    block = README.partition("## Two commands")[2].partition("```sh\n")[2].partition("```")[0]
    assert [line.split("#")[0].strip() for line in block.splitlines()] == ["make site", "make test"]


def test_every_file_that_it_leads_to_is_there() -> None:
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert [target for target in targets if not (REPOSITORY / target).is_file()] == []
    for part in ("tutorial", "reference/commands", "reference/settings", "reference/formats", "reference/checks"):
        assert f"docs/guide/{part}.md" in targets


def test_every_command_and_make_target_that_it_names_exists() -> None:
    named = set(
        re.findall(r"\bsurvey ([a-z]+)\b(?=[ `\n])", "\n".join(re.findall(r"`[^`]+`|```sh.*?```", README, re.DOTALL)))
    )
    assert {"new", "serve", "build", "doctor", "explain"} <= named
    assert named <= set(COMMANDS)
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+)", README)) <= targets | {"this"}


def test_the_changelog_has_the_version_that_the_program_is() -> None:
    from generator import __version__

    text = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in text
    headings = re.findall(r"^### (.+)$", text, re.MULTILINE)
    assert set(headings) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Upgrading"}


def test_no_number_of_works_is_written_by_hand_where_the_survey_describes_itself() -> None:
    """The survey may grow: whatever counts its works is made by the build."""
    texts = ("README.md", "bib/survey.yml", "mkdocs.yml", "bib/overviews/index.md")
    counts = [
        re.findall(r"\b\d[\d,]*\s(?:works|records|themes)\b", (REPOSITORY / text).read_text("utf-8")) for text in texts
    ]
    assert counts == [[]] * len(texts)
