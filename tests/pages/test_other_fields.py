"""Pages of a field without code, data sets, names or overviews advertise none of them."""

from __future__ import annotations

from tests.conftest import MakeProject
from tests.pages.surveys import build

FLIES = """@article{a, title={Sleep of flies in the cold}, author={Bell, Ann}, journal={Flies}, year={2019},
  abstract={We studied the sleep of flies in the cold. Flies slept longer.}}
@article{b, title={Songs of flies at dusk}, author={Pond, Bo}, journal={Flies}, year={2020},
  abstract={We recorded songs of flies at dusk. Males sang more.}}
"""
WITH_CODE = """@article{c, title={Counting flies}, author={Reed, Cy}, journal={Flies}, year={2021},
  abstract={We propose a counter of flies. The code is available at https://github.com/example/flies.}}
"""
THEMES = """sections:
  - title: Insects
    themes:
      - {id: flies, title: Flies, scope: Flies., terms: [flies]}
"""
NAV = "site_name: Flies\nnav:\n  # <survey>\n  # </survey>\n"


def pages(project: MakeProject, entries: str, **more: str) -> dict[str, str]:
    given = {"bib/sources/a.bib": entries, "bib/themes.yml": THEMES, "mkdocs.yml": NAV, **more}
    return build(project(given))


def test_a_field_without_code_reads_nothing_about_code(project: MakeProject) -> None:
    files = pages(project, FLIES)
    assert "with code" not in files["docs/index.md"]
    assert "with code" not in files["docs/themes/flies.md"]
    assert '<th scope="col" class="of-code">' not in files["docs/themes/flies.md"]


def test_where_one_work_has_code_it_is_counted_and_has_a_column(project: MakeProject) -> None:
    files = pages(project, FLIES + WITH_CODE)
    assert "<b>1</b> with code" in files["docs/index.md"]
    assert '<th scope="col" class="of-code">' in files["docs/themes/flies.md"]


def test_the_table_of_a_theme_asks_of_no_work_what_it_proposes(project: MakeProject) -> None:
    assert '<th scope="col">What it does</th>' in pages(project, FLIES + WITH_CODE)["docs/themes/flies.md"]


def test_pages_that_hold_nothing_stand_at_their_address_and_are_not_advertised(project: MakeProject) -> None:
    files = pages(project, FLIES)
    for path in ("questions.md", "names.md"):
        assert f"docs/{path}" in files
        assert path not in files["mkdocs.yml"]
    assert 'href="questions/"' not in files["docs/index.md"]
    assert 'href="names/"' not in files["docs/index.md"]


def test_open_questions_are_advertised_where_an_overview_asks_one(project: MakeProject) -> None:
    overview = "Flies sleep [@bell2019sleep].\n\n## Open questions\n\n- Why do flies sleep [@bell2019sleep]?\n"
    files = pages(project, FLIES, **{"bib/overviews/flies.md": overview})
    assert "questions.md" in files["mkdocs.yml"]
    assert 'href="questions/"' in files["docs/index.md"]
