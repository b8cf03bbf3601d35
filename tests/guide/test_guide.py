"""The guide is whole and true: its reference is the program's own, its pages are in the navigation, its pictures there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.cli import COMMANDS
from generator.config.decisions import read_decisions
from generator.config.schema import declared_settings
from generator.config.settings import Settings
from generator.project import paths
from generator.project.contents import CONTENTS
from generator.reference import TABLES, with_tables
from tests.conftest import REPOSITORY
from tests.guide.conftest import GUIDE
from tests.guide.recipes import Put, steps

PAGES = sorted(GUIDE.rglob("*.md"))
WHOLE = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("page", [*PAGES, REPOSITORY / "README.md"], ids=lambda page: page.stem)
def test_the_tables_are_as_the_program_makes_them(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert with_tables(text) == text, "run `make reference`"


def test_every_table_has_its_place_once() -> None:
    assert sorted(re.findall(r"<!-- reference: (\w+) -->", WHOLE)) == sorted(TABLES)


def test_every_command_and_setting_is_explained() -> None:
    commands = (GUIDE / "reference/commands.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\w+) ", commands, re.MULTILINE) == list(COMMANDS)
    settings = (GUIDE / "reference/settings.md").read_text(encoding="utf-8")
    assert [one.name for one in declared_settings(Settings) if f"| `{one.name}` |" not in settings] == []


def test_every_command_that_a_page_names_exists() -> None:
    assert set(re.findall(r"`survey ([a-z]+)", WHOLE)) <= set(COMMANDS)
    assert set(re.findall(r"`make ([a-z-]+)", WHOLE)) <= set(
        re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(), flags=re.MULTILINE)
    )


def test_every_file_of_a_project_is_in_the_table_of_files() -> None:
    named = {value for name, value in vars(paths).items() if name.isupper() and isinstance(value, str)}
    of_people = {
        path for path in named if not path.startswith(paths.STATE) and path not in ("bib", paths.FETCHED_SOURCE)
    }
    listed = {one.path for one in CONTENTS}
    assert of_people - listed - {paths.SITE_OFFLINE_ZIP} == set()
    assert [one.path for one in CONTENTS if not one.about.strip()] == []


def test_every_place_of_the_program_to_which_a_contributor_is_sent_is_there() -> None:
    texts = "".join((REPOSITORY / name).read_text(encoding="utf-8") for name in ("CONTRIBUTING.md", "GLOSSARY.md"))
    named = set(re.findall(r"`((?:generator|scripts|tests|benchmarks|docs)/[\w./*-]*)`", texts + WHOLE))
    assert len(named) > 40
    new = "generator/locale/it/LC_MESSAGES/survey.po"  # the one that a contributor makes
    assert sorted(path for path in named - {new} if not any(REPOSITORY.glob(path))) == []


def test_every_page_is_in_the_navigation_of_this_site() -> None:
    nav = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    (guide,) = [group["Guide"] for group in nav if "Guide" in group]
    assert sorted(_paths(guide)) == [page.relative_to(REPOSITORY / "docs").as_posix() for page in PAGES]


def _paths(entry: object) -> list[str]:
    """The pages below an entry of the navigation."""
    if isinstance(entry, str):
        return [entry]
    if isinstance(entry, dict):
        return _paths(list(entry.values()))
    assert isinstance(entry, list)
    return [path for one in entry for path in _paths(one)]


def test_every_link_and_picture_leads_somewhere() -> None:
    missing = [
        f"{page.name}: {target}" for page in PAGES for target in _targets(page) if not (page.parent / target).is_file()
    ]
    assert missing == []


def _targets(page: Path) -> list[str]:
    prose = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.findall(r"(?<!`)\]\((?!https?:)([^)#\s]+)", prose)


def test_every_picture_is_shown_and_has_a_text_for_those_who_do_not_see_it() -> None:
    pictures = {path.name for path in (GUIDE / "pictures").iterdir()}
    shown = re.findall(
        r"!\[([^\]]*)\]\([^)]*pictures/([^)]+)\)", WHOLE + (REPOSITORY / "README.md").read_text(encoding="utf-8")
    )
    assert {name for _, name in shown} == pictures
    assert all(len(text) > 20 for text, _ in shown)


def test_decisions_that_the_guide_shows_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "bib").mkdir()
    shown = [
        step.text
        for page in PAGES
        for step in steps(page)
        if isinstance(step, Put) and step.path == "bib/decisions.yml"
    ]
    assert len(shown) >= 3
    for text in shown:
        (tmp_path / "bib/decisions.yml").write_text(text, encoding="utf-8")
        read_decisions(tmp_path)
