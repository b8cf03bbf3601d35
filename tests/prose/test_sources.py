from __future__ import annotations

from pathlib import Path

import pytest

from generator.prose.library import Library
from generator.prose.sources import clashes, page_text, read_pages
from tests.conftest import MakeProject


def messages_of(project: Path) -> list[str]:
    pages, problems = read_pages(project)
    assert not pages
    return [str(problem) for problem in problems]


def test_pages_are_read_with_their_paths_and_titles(project: MakeProject) -> None:
    folder = project(
        {
            "bib/pages/about.md": "\ufeffText\r\nmore\r\n",
            "bib/pages/notes/first-steps.md": "---\ntitle: Given\ntags: [a]\n---\n\n# Heading\n",
            "bib/pages/notes/index.md": "# The *Notes* { #n }\n",
            "bib/pages/.hidden.md": "x",
            "bib/pages/draft.md~": "x",
        }
    )
    pages, problems = read_pages(folder)
    assert [(page.page, page.title, page.line) for page in pages] == [
        ("about.md", "About", 1),
        ("notes/first-steps.md", "Given", 5),
        ("notes/index.md", "The Notes", 1),
    ]
    assert pages[0].text == "Text\nmore\n"
    assert pages[1].meta == {"title": "Given", "tags": ["a"]}
    assert problems == ()


def test_no_folder_no_pages(project: MakeProject) -> None:
    assert read_pages(project({})) == ((), ())


def test_front_matter_that_is_trusted_is_kept_as_written_and_the_page_says_who_made_it(
    project: MakeProject, shelf: Library
) -> None:
    folder = project({"bib/pages/a.md": "---\ntitle: 'A'   # mine\n---\nSee [@smith2022].\n\n@zzz"})
    (page,), _ = read_pages(folder)
    cited = page_text(page, shelf, "made by a program")
    assert cited.text.startswith(
        '---\ngenerated: "made by a program"\ntitle: \'A\'   # mine\n---\n\nSee (<a class="cite" id="cite-1" '
    )
    assert "## References" in cited.text
    assert [str(problem.place) for problem in cited.problems] == ["bib/pages/a.md:6"]


def test_bad_front_matter_is_an_error_with_its_line(project: MakeProject) -> None:
    (list_,) = messages_of(project({"bib/pages/a.md": "---\n- a\n- b\n---\ntext"}))
    assert list_.startswith("bib/pages/a.md:2: the front matter is not valid")
    (broken,) = messages_of(project({"bib/pages/a.md": "---\ntitle: x\nb: [1\n---\ntext"}))
    assert broken.startswith("bib/pages/a.md:4: the front matter is not valid")


@pytest.mark.parametrize(
    ("front", "line", "told_of"),
    [
        ("title: x\ntags: " + "[" * 50_000, 3, "nested more than 50 levels deep"),
        ("a: &a [x, x]\ntitle: b\ntags: [*a, *a]", 4, "aliases"),
        ("title: x\ntitle: y", 3, "`title` is given twice"),
        ("title: !!python/name:os.system", 2, "the tag `python/name:os.system` is not allowed"),
    ],
)
def test_front_matter_is_bounded_as_settings_are(project: MakeProject, front: str, line: int, told_of: str) -> None:
    (problem,) = messages_of(project({"bib/pages/a.md": f"---\n{front}\n---\ntext"}))
    assert problem.startswith(f"bib/pages/a.md:{line}: the front matter is not valid: ")
    assert told_of in problem


def test_bytes_that_are_no_utf_8_are_an_error(project: MakeProject) -> None:
    assert messages_of(project({"bib/pages/a.md": b"caf\xe9"})) == [
        "bib/pages/a.md:1: is not UTF-8 text (save it as UTF-8)"
    ]


def test_a_page_may_not_take_the_address_of_a_generated_one(project: MakeProject) -> None:
    taken = ("themes/code.md", "method.md", "index.md")
    for name in ("themes/Code.md", "method/index.md", "method/README.md", "README.md"):
        folder = project({f"bib/pages/{name}": "x", "bib/pages/free.md": "x"})
        (problem,) = clashes(read_pages(folder)[0], taken)
        assert str(problem).startswith(f"bib/pages/{name}: would have the same address as the generated page")
        assert problem.level == "error"
        (folder / "bib/pages" / name).unlink()


def test_two_pages_may_not_share_an_address(project: MakeProject) -> None:
    pages, _ = read_pages(project({"bib/pages/a.md": "x", "bib/pages/a/index.md": "y"}))
    assert [str(problem) for problem in clashes(pages, ())] == [
        "bib/pages/a/index.md: would have the same address as bib/pages/a.md (rename it)"
    ]


def test_nothing_outside_the_folder_is_read(project: MakeProject) -> None:
    folder = project({"secret.md": "x", "elsewhere/page.md": "x", "bib/pages/own.md": "x"})
    (folder / "bib/pages/link.md").symlink_to(folder / "secret.md")
    (folder / "bib/pages/linked").symlink_to(folder / "elsewhere")
    (folder / "bib/pages/same.md").symlink_to(folder / "bib/pages/own.md")
    pages, problems = read_pages(folder)
    assert [page.page for page in pages] == ["own.md", "same.md"]
    assert sorted((str(problem.place), problem.level) for problem in problems) == [
        ("bib/pages/link.md", "error"),
        ("bib/pages/linked", "error"),
    ]


def test_names_that_cannot_be_addresses_are_errors(project: MakeProject) -> None:
    for name in ("a\\b.md", "a:b.md", "con.md", "x\ny.md", " a.md", "a./b.md", "a\u202eb.md"):
        folder = project({f"bib/pages/{name}": "x"})
        assert len(messages_of(folder)) == 1
        (folder / "bib/pages" / name).unlink()


def test_a_picture_beside_a_page_is_not_lost_silently(project: MakeProject) -> None:
    assert messages_of(project({"bib/pages/fig.png": b"\x89"})) == [
        "bib/pages/fig.png: is not Markdown and is not carried over to the site (put pictures and files into docs/)"
    ]
