"""What a decision on one work takes to be made again: no text is read again, and no page that does not change."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cache.tasks import Tasks
from generator.cli import main
from generator.links.connecting_terms import ConnectingTerms
from generator.pages import extracts, findable
from generator.pages.downloads import size
from generator.pages.findable import Findable
from generator.pages.sought import Sought
from generator.project.paths import CACHE
from generator.search.index import Entry
from tests.cache.projects import WORKS, built, edit


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
    assert done_again.isdisjoint({"selection", "heard", "content", "kinds", "authors", "quoted", "search"})
    assert "Assigned by a curator" in (survey / "docs/papers/jones2021sets.md").read_text(encoding="utf-8")


def test_a_decision_on_a_theme_does_not_look_again_for_what_connects_two_works(
    survey: Path, done_again: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[tuple[int, int]] = []
    terms = ConnectingTerms.terms

    def noting(self: ConnectingTerms, left: int, right: int) -> list[str]:
        looked_at.append((left, right))
        return terms(self, left, right)

    monkeypatch.setattr(ConnectingTerms, "terms", noting)
    edit(survey, "bib/sources/a.bib", WORKS.format(found="needed"))
    assert built(survey)[0] == 0
    assert looked_at
    done_again.clear()
    edit(survey, "bib/decisions.yml", DECISION % "graphs")
    assert built(survey)[0] == 0
    assert "related" in done_again
    assert len(looked_at) == len({*looked_at})


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


def downloads_of(done: set[str]) -> set[str]:
    return {name.removeprefix("downloads ") for name in done if name.startswith("downloads ")}


def test_another_theme_for_a_work_makes_only_the_downloads_of_both_themes_again(
    survey: Path, done_again: set[str]
) -> None:
    edit(survey, "bib/decisions.yml", DECISION % "sets")
    assert built(survey)[0] == 0
    downloads = survey / "docs/downloads"
    assert "jones2021sets" in (downloads / "sets.bib").read_text(encoding="utf-8")
    done_again.clear()
    edit(survey, "bib/decisions.yml", DECISION % "graphs")
    assert built(survey)[0] == 0
    assert downloads_of(done_again) == {"sets", "graphs"}
    assert "list of downloads" in done_again
    assert "jones2021sets" not in (downloads / "sets.bib").read_text(encoding="utf-8")
    assert "jones2021sets" in (downloads / "graphs.bib").read_text(encoding="utf-8")


def test_another_fact_about_a_work_makes_only_the_downloads_of_groups_with_it_again(
    survey: Path, done_again: set[str]
) -> None:
    edit(survey, "bib/decisions.yml", DECISION % "graphs")
    assert built(survey)[0] == 0
    done_again.clear()
    edit(
        survey,
        "bib/metadata.bib",
        "@article{smith2022order, title={Order matters for sets}, year={2022}, doi={10.1234/abc}}\n",
    )
    assert built(survey)[0] == 0
    assert downloads_of(done_again) == {
        "survey", "sections/section-1", "sets", "years/2022", "authors/cy-lee", "papers/smith2022order",
        "assets/entries",
    }  # fmt: skip
    for name in ("survey", "sets", "years/2022", "authors/cy-lee", "papers/smith2022order"):
        assert "10.1234/abc" in (survey / f"docs/downloads/{name}.bib").read_text(encoding="utf-8"), name


def test_the_list_of_downloads_tells_sizes_as_the_files_have_them(survey: Path) -> None:
    """Whether their files were written in this build or stood there."""
    for theme in ("sets", "graphs"):
        edit(survey, "bib/decisions.yml", DECISION % theme)
        assert built(survey)[0] == 0
        page = (survey / "docs/downloads.md").read_text(encoding="utf-8")
        for name in ("survey", "sets", "graphs", "years/2021", "authors/cy-lee"):
            file = survey / f"docs/downloads/{name}.bib"
            download = f'"{name}.bib">.bib</a> {size(file.stat().st_size)}'
            assert download in page, f"{download} after {theme}"


def test_a_question_about_a_work_is_answered_from_what_the_last_build_remembers(
    survey: Path, done_again: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    edit(survey, "bib/decisions.yml", DECISION % "sets")
    assert built(survey)[0] == 0
    done_again.clear()
    before = {file.name: file.read_bytes() for file in (survey / CACHE).iterdir()}
    assert main(["explain", "--project", str(survey), "jones2021sets"]) == 0
    assert "a try" in capsys.readouterr().out
    assert done_again == set()
    assert {file.name: file.read_bytes() for file in (survey / CACHE).iterdir()} == before


def test_a_question_after_an_edit_is_answered_as_the_edit_has_it(
    survey: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(survey, "bib/decisions.yml", DECISION.replace("a try", "another reason") % "sets")
    assert main(["explain", "--project", str(survey), "jones2021sets"]) == 0
    assert "another reason" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "unneeded"),
    [
        (("--help",), ("numpy.linalg", "yaml", "jinja2", "generator.survey")),
        (("check", "--list"), ("numpy.linalg", "jinja2", "generator.survey", "generator.pipeline", "generator.pages")),
        (("explain", "--help"), ("numpy.linalg", "jinja2", "generator.pipeline", "generator.pages")),
    ],
)
def test_a_light_command_loads_no_part_that_it_does_not_need(
    command: tuple[str, ...], unneeded: tuple[str, ...]
) -> None:
    lister = (
        "import sys\n"
        "from generator.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(sorted(sys.modules), file=sys.stderr)"
    )
    listed = subprocess.run([sys.executable, "-c", lister, *command], capture_output=True, text=True, check=True)
    loaded = set(ast.literal_eval(listed.stderr.splitlines()[-1]))
    assert "generator.cli" in loaded
    assert loaded.isdisjoint(unneeded)


def loaded_by_build(project: Path) -> set[str]:
    """The modules that a build of its own process loads."""
    lister = (
        "import sys\nfrom generator.cli import main\nmain(sys.argv[1:])\nprint(sorted(sys.modules), file=sys.stderr)"
    )
    words = [sys.executable, "-c", lister, "build", "--quiet", "--project", str(project)]
    process = subprocess.run(words, capture_output=True, text=True, check=True)
    return set(ast.literal_eval(process.stderr.splitlines()[-1]))


def test_a_build_after_an_edit_of_an_overview_loads_nothing_that_reads_or_decides(survey: Path) -> None:
    loaded_by_build(survey)  # what it remembers is of its own version: the path of a test finds other packages
    edit(survey, "bib/overviews/sets.md", "Order hardly matters [@jones2021sets].\n")
    loaded = loaded_by_build(survey)
    assert "generator.pipeline" in loaded
    unneeded = {"generator.dedupe.run", "generator.sources.registry", "generator.themes.discovery"}
    assert loaded & (unneeded | {"generator.name_index.collect", "generator.kinds.decide"}) == set()
    edit(survey, "bib/sources/b.bib", DECISION % "no export")
    assert unneeded - {"generator.themes.discovery"} <= loaded_by_build(survey)


def test_another_overview_is_read_alone_and_makes_no_page_of_a_work_that_it_does_not_cite(
    survey: Path, done_again: set[str]
) -> None:
    edit(survey, "bib/overviews/graphs.md", "Graphs [@lee2023graphs].\n")
    assert built(survey)[0] == 0
    done_again.clear()
    edit(survey, "bib/overviews/graphs.md", "Graphs [@lee2023graphs] come later.\n")
    assert built(survey)[0] == 0
    assert {name for name in done_again if name.startswith("read ")} == {"read Graphs [@lee2023graphs] come later.\n"}
    assert {name for name in done_again if name.startswith("paper ")} == {"paper lee2023graphs"}
    assert done_again.isdisjoint({"selection", "heard", "content", "themes", "quoted", "search"})


CORRECTION = "fields:\n  - {ref: jones2021sets, set: {%s}, why: as printed}\n"


def test_another_venue_of_a_work_takes_no_text_to_be_read_again(survey: Path, done_again: set[str]) -> None:
    edit(survey, "bib/decisions.yml", CORRECTION % "venue: Orders")
    assert built(survey)[0] == 0
    done_again.clear()
    edit(survey, "bib/decisions.yml", CORRECTION % "venue: Order")
    assert built(survey)[0] == 0
    assert "selection" in done_again
    assert done_again.isdisjoint({"heard", "content", "kinds", "themes graphs"})
    assert not any(name.startswith("read ") for name in done_again)
    assert {name for name in done_again if name.startswith(("paper ", "theme "))} >= {"paper jones2021sets"}
    assert "drawings" not in done_again
    assert "paper lee2023graphs" not in done_again


@pytest.mark.parametrize("correction", ["venue: Orders", "title: Sets in order", "abstract: We compare OrderNet."])
def test_another_fact_about_a_work_takes_only_its_own_words_to_be_read_again(
    survey: Path, correction: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built(survey)[0] == 0
    read: list[str] = []
    entry = Findable.entry

    def reading(findable: Findable, sought: Sought) -> Entry:
        read.append(sought.work.key)
        return entry(findable, sought)

    monkeypatch.setattr(Findable, "entry", reading)
    edit(survey, "bib/decisions.yml", CORRECTION % correction)
    assert built(survey)[0] == 0
    assert read == ["jones2021sets"]


def test_what_was_read_of_each_work_is_known_after_a_build_that_needed_none_of_it(
    survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(survey, "bib/overviews/graphs.md", "Graphs [@lee2023graphs].\n")
    assert built(survey)[0] == 0
    monkeypatch.setattr(extracts, "gist", lambda abstract, title: pytest.fail(f"{title} was read"))
    edit(survey, "bib/decisions.yml", CORRECTION % "venue: Orders")
    assert built(survey)[0] == 0


def test_the_search_knows_its_entries_even_after_a_build_that_left_it_as_it_was(
    survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(survey, "bib/decisions.yml", DECISION % "sets")
    assert built(survey)[0] == 0
    edit(survey, "bib/decisions.yml", DECISION.replace("a try", "another") % "sets")
    assert built(survey)[0] == 0
    read: list[str] = []
    entries = findable._entries_of_page

    def reading(name: str, text: str) -> list[Entry]:
        read.append(name)
        return entries(name, text)

    monkeypatch.setattr(findable, "_entries_of_page", reading)
    monkeypatch.setattr(findable.Findable, "_authors", lambda found: pytest.fail("authors were read again"))
    edit(survey, "bib/overviews/index.md", "All about sets.\n")
    assert built(survey)[0] == 0
    assert "index" in read
    assert {"timeline", "years", "authors"}.isdisjoint(read)
