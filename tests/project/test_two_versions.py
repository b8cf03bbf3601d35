"""A file of `bib/` in which git left two versions is named with its line; neither is taken, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.editions.edition import Edition
from generator.editions.file import written
from generator.fetching.candidates import Candidate, written_candidates
from generator.fetching.entry import Fetched
from generator.identifiers import Identifier
from generator.names import Name
from tests.conftest import MakeProject, snapshot

FACTS = {"title": "Otters of the north", "year": 2010, "authors": (Name("Reed", "Lou"),)}
FOUND = Fetched("reed", FACTS, (Identifier("doi", "10.5555/1"),), dict.fromkeys(FACTS, ("dblp", "2026-01-02")))
EDITION = Edition(name="1.0", title="Otters", date="2026-01-01", doi="", works={}, themes=(), introduction="")
RIS = "TY  - JOUR\nTI  - {}\nPY  - 2001\nER  - \n\n"
FILES = {
    "mkdocs.yml": "site_name: Otters\n\ntheme:\n  name: material\n",
    "bib/candidates.bib": written_candidates([Candidate("sources/a.bib:1", FOUND, "authors: none to compare")]),
    "bib/editions/1.0.json": written(EDITION).decode(),
    "bib/fetched.bib": "@article{doi:10.5555/1,\n  title = {Otters of the north},\n  doi = {10.5555/1},\n}\n",
    "bib/history.yml": "- date: 2026-01-01\n  added:\n  - otters2001\n",
    "bib/metadata.bib": "@article{m,\n  title = {Otters of the north},\n  doi = {10.5555/1},\n}\n",
    "bib/overviews/water.md": "Otters.\n\nMore of them.\n",
    "bib/pages/own.md": "---\ntitle: Own\ntags: [a]\n---\n\nText.\n",
    "bib/searches.yml": "- database: Scopus\n  query: otter\n  date: 2025-01-01\n",
    "bib/sources/a.bib": "@article{a,\n  title = {Otters of the north},\n  year = {2001},\n  doi = {10.5555/1},\n}\n",
    "bib/sources/b.ris": RIS.format("Badgers of the southern hills") + RIS.format("Bees of the western hills"),
    "bib/sources/c.csv": "title,year\nCats of the world and houses,2001\nCows of the steppe,2002\n",
    "bib/sources/d.json": '[\n{"title": "Dogs of the world", "type": "book"},\n{"title": "Deer", "type": "book"}\n]\n',
    "bib/sources/e.nbib": "PMID- 123456\nTI  - Eels of the western fjords\nDP  - 2003\n\n",
    "bib/sources/f.md": "# Papers\n\n- [Frogs of the ponds](https://arxiv.org/abs/2001.00001), Doe, 2020\n",
    "bib/survey.yml": "title: Otters\nsubtitle: And others\n",
    "bib/themes.yml": "sections:\n- title: All\n  themes:\n  - {id: water, title: Water, scope: Otters}\n",
    "bib/venues.yml": "OTT:\n  names: [Journal of otters]\n",
}
EVERYWHERE = [(name, place) for name, text in FILES.items() for place in range(2, text.count("\n") + 1, 3)]


def marked(text: str, line: int) -> str:
    """The text with two versions of a line (1-based), as git leaves them."""
    lines = text.split("\n")
    both = ["<<<<<<< HEAD", lines[line - 1], "=======", "theirs", ">>>>>>> branch"]
    return "\n".join([*lines[: line - 1], *both, *lines[line:]])


@pytest.mark.parametrize(("name", "line"), EVERYWHERE)
def test_two_versions_are_told_in_one_line_and_nothing_is_written(
    project: MakeProject, name: str, line: int, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project({**FILES, name: marked(FILES[name], line)})
    before = snapshot(folder)
    assert main(["build", "--quiet", "--project", str(folder)]) == 1
    (problem,) = [one for one in capsys.readouterr().err.splitlines() if one.startswith("error:")]
    assert f"{name}:{line}: " in problem
    assert "holds two versions that git could not merge (keep " in problem
    assert before.items() <= snapshot(folder).items()


def test_the_same_files_without_marks_are_built(project: MakeProject) -> None:
    assert main(["build", "--quiet", "--project", str(project(FILES))]) == 0


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (["fetch"], "bib/candidates.bib"),
        (["fetch"], "bib/fetched.bib"),
        (["fetch", "--dry-run"], "bib/fetched.bib"),
        (["review", "--fetched"], "bib/candidates.bib"),
    ],
)
def test_commands_that_write_a_file_anew_do_not_take_one_of_its_versions(
    project: MakeProject, command: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = "enrich: []\n"  # so that no build would look into it
    folder = project({**FILES, "bib/survey.yml": settings, name: marked(FILES[name], 2)})
    assert main([*command, "--project", str(folder)]) == 1
    assert f"{name}:2: holds two versions" in capsys.readouterr().err
    assert (folder / name).read_text(encoding="utf-8") == marked(FILES[name], 2)


@pytest.mark.parametrize(
    ("text", "is_conflict"),
    [
        ("Papers\n=======\n\nOtters of the north, Doe, 2001\n", False),
        ("> > > > > > > quoted\n", False),
        ("A title with <<<<<<< in it and >>>>>>> too\n", False),
        (">>>>>>> Papers 2020\n\nOtters of the north, Doe, 2001\n", False),
        ("<<<<<<< Papers 2020\n\nOtters of the north, Doe, 2001\n\n>>>>>>> Papers 2021\n", False),
        (">>>>>>> b\nA\n=======\nB\n<<<<<<< a\n", False),
        ("<<<<<<< a\nA\n>>>>>>> b\n=======\nB\n>>>>>>> c\n", False),
        ("<<<<<<< a\n======= Papers 2020\n>>>>>>> b\n", False),
        ("<<<<<<<\nA\n=======\nB\n>>>>>>>\n", True),
        ("<<<<<<< HEAD\r\nA\r\n=======\r\nB\r\n>>>>>>> branch\r\n", True),
        ("<<<<<<< HEAD\nA\n||||||| 1a2b3c4\nO\n=======\nB\n>>>>>>> branch\n", True),
        (">>>>>>> Papers 2020\n\nA\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> branch\n", True),
    ],
)
def test_a_conflict_is_the_three_marks_in_the_order_in_which_git_writes_them(
    project: MakeProject, text: str, is_conflict: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", "--project", str(project({"bib/sources/list.txt": text}))])
    assert ("could not merge" in capsys.readouterr().err) == is_conflict


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> branch"])
@pytest.mark.parametrize("name", ["bib/overviews/water.md", "bib/pages/own.md"])
def test_a_mark_alone_in_prose_is_published_with_a_warning(
    project: MakeProject, name: str, mark: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = FILES[name]
    folder = project({**FILES, name: f"{text}\n{mark}\n"})
    assert main(["build", "--project", str(folder)]) == 0
    line = text.count("\n") + 2
    assert f"warning: {name}:{line}: this line looks like what git leaves" in capsys.readouterr().err
    assert main(["build", "--strict", "--project", str(folder)]) == 1
    (folder / name).write_text(f"{text}\n\\{mark}\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["build", "--project", str(folder)]) == 0
    assert "looks like what git leaves" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["bib/pages/x.md", "bib/overviews/water.md", "bib/screening/ann.csv", "bib/editions/2.json"]
)
@pytest.mark.parametrize("inside", [(), ("readme.txt",), ("a.md",)])
def test_a_folder_with_the_name_of_a_file_is_told(
    project: MakeProject, name: str, inside: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    files = {path: text for path, text in FILES.items() if path != name}
    folder = project({**files, **{f"{name}/{one}": "Text.\n" for one in inside}})
    (folder / name).mkdir(parents=True, exist_ok=True)
    assert main(["build", "--project", str(folder)]) == 1
    assert f"{name}: is a folder, where a file is expected" in capsys.readouterr().err


def test_an_overview_that_is_not_read_is_told(project: MakeProject, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project({**FILES, "bib/overviews/old/water.md": "Text.\n", "bib/overviews/Index.MD": "Text.\n"})
    assert main(["build", "--project", str(folder)]) == 0
    printed = capsys.readouterr().err
    assert "bib/overviews/old/water.md: is not read" in printed
    assert "bib/overviews/Index.MD: is not read" in printed


def test_what_is_added_leaves_what_stands_there_as_it_is(tmp_path: Path) -> None:
    """`add` writes below entries of any encoding: see `tests/fetching/test_add.py` for what it adds."""
    from generator.commands.add import _keep

    (tmp_path / "bib/sources").mkdir(parents=True)
    file = tmp_path / "bib/sources/added.bib"
    before = "@book{a,\n  title = {Müller}\n}\n".encode("latin-1")
    file.write_bytes(before)
    _keep(tmp_path, FOUND, "")
    assert file.read_bytes().startswith(before)
