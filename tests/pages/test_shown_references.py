"""A formatted reference, alone and in a list."""

from __future__ import annotations

import re

from tests.conftest import MakeProject
from tests.pages.surveys import THEMES, build

TWO = """@inproceedings{a, title={Do Transformers Need a Decoder?}, author={Wei, Jason}, booktitle={NAACL}, year={2022}, eprint={2201.11903}, archiveprefix={arXiv}}
@misc{b, title={Transformer and attention once more}, author={Wei, Jason}, year={2022}, eprint={2201.11904}, archiveprefix={arXiv}}
"""
OVERVIEW = "As [@wei2022transformers] and [@wei2022transformer] say.\n"


def pages(project: MakeProject, settings: str = "") -> dict[str, str]:
    files = build(
        project(
            {
                "bib/sources/a.bib": TWO,
                "bib/themes.yml": THEMES,
                "bib/overviews/models.md": OVERVIEW,
                "bib/survey.yml": settings,
            }
        )
    )
    found = next(key for key in ("wei2022transformers", "wei2022do") if f"docs/papers/{key}.md" in files)
    return files | {"paper": files[f"docs/papers/{found}.md"]}


def test_a_reference_alone_has_the_plain_year_and_single_spaces(project: MakeProject) -> None:
    files = pages(project)
    shown = re.search(r'<div class="reference" data-copy="reference"><p>(.*?)</p>', files["paper"])
    assert shown
    text = re.sub(r"<[^>]+>", "", shown[1])
    assert text.startswith("Jason Wei (2022). Do Transformers Need a Decoder? In Proceedings of the 2022 Conference of")
    assert "  " not in text
    assert "(2022)" in files["docs/assets/entries/part-0.js"]
    assert "(2022a)" not in files["docs/assets/entries/part-0.js"]


def test_letters_stand_in_lists_that_author_year_citations_point_to(project: MakeProject) -> None:
    assert "(2022a)" in pages(project)["docs/themes/models.md"]


def test_a_numbered_reference_list_has_no_letters(project: MakeProject) -> None:
    files = pages(project, "citations: numbered\n")
    assert "2022a" not in files["docs/themes/models.md"]
