"""Pages that people wrote stand in the navigation: in their order, with their titles."""

from __future__ import annotations

import pytest
import yaml

from generator.cli import main
from tests.conftest import REPOSITORY, MakeProject

MKDOCS = (REPOSITORY / "generator/skeleton/mkdocs.yml").read_text(encoding="utf-8")
PAGES = {
    "bib/pages/zebra.md": '# Zebra & "stripes"\n\nText.\n',
    "bib/pages/about.md": "---\norder: 1\n---\n# About us\n\nText.\n",
    "bib/pages/notes/index.md": "# Field notes\n\nText.\n",
    "bib/pages/notes/second.md": "# Second\n\nText.\n",
    "bib/pages/notes/first.md": "---\ntitle: First\norder: 1\n---\nText.\n",
    "bib/pages/field-work/one.md": "# One\n\nText.\n",
}


def navigation(folder) -> list:
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    nav = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    (pages,) = [group["Pages"] for group in nav if "Pages" in group]
    return pages


def test_by_order_and_title_with_a_group_for_each_folder(project: MakeProject) -> None:
    assert navigation(project({"mkdocs.yml": MKDOCS, **PAGES})) == [
        {"About us": "about.md"},
        {
            "Field notes": [
                {"Field notes": "notes/index.md"},
                {"First": "notes/first.md"},
                {"Second": "notes/second.md"},
            ]
        },
        {"Field work": [{"One": "field-work/one.md"}]},
        {"Zebra &amp; &quot;stripes&quot;": "zebra.md"},
    ]


def test_the_list_of_the_settings_goes_before(project: MakeProject) -> None:
    settings = "pages: [zebra, {about.md: Who we are}, notes/second]\n"
    pages = navigation(project({"mkdocs.yml": MKDOCS, "bib/survey.yml": settings, **PAGES}))
    assert [next(iter(page)) for page in pages] == [
        "Zebra &amp; &quot;stripes&quot;",
        "Who we are",
        "Field notes",
        "Field work",
    ]
    assert [next(iter(page)) for page in pages[2]["Field notes"]] == ["Field notes", "Second", "First"]


def test_a_survey_without_pages_has_no_such_group(project: MakeProject) -> None:
    folder = project({"mkdocs.yml": MKDOCS})
    main(["build", "--quiet", "--project", str(folder)])
    assert "- Pages:" not in (folder / "mkdocs.yml").read_text()


@pytest.mark.parametrize(
    ("listed", "hint"), [("abuot", "did you mean about?"), ("qqqqqqq", "write it, or take it out")]
)
def test_a_listed_page_that_is_not_there_is_reported(project: MakeProject, capsys, listed: str, hint: str) -> None:
    folder = project({"mkdocs.yml": MKDOCS, "bib/survey.yml": f"title: F\npages: [{listed}]\n", **PAGES})
    assert main(["build", "--project", str(folder)]) == 0
    assert f"warning: bib/survey.yml:2: pages: there is no bib/pages/{listed}.md ({hint})" in capsys.readouterr().err
