"""A preprint that has appeared: the page and the card name both versions, and so does every export."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import MakeProject

TITLE = "Sparse trees grow faster than dense ones"
ARXIV = (
    f"@inproceedings{{a, title={{{TITLE}}}, author={{Young, Cy}}, year={{2024}}, doi={{10.1234/icml.2024.99}},"
    " eprint={2301.01234}, archiveprefix={arXiv},"
    " booktitle={Proceedings of the 41st International Conference on Machine Learning}}"
)
SERVER = (
    f"@article{{a, title={{{TITLE}}}, author={{Young, Cy}}, year={{2024}}, doi={{10.1234/jot.2024.5}},"
    " journal={Journal of Trees}}\n"
    f"@misc{{b, title={{{TITLE}}}, author={{Young, Cy}}, year={{2023}}, doi={{10.1101/2023.01.02.522001}},"
    " publisher={bioRxiv}}"
)
DOWNLOADS = Path("docs") / "downloads" / "papers"


def built(project: MakeProject, bib: str) -> Path:
    folder = project({"bib/sources/a.bib": bib})
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    return folder


def shown(folder: Path) -> tuple[str, str]:
    """The facts of the card and of the page, as text."""
    (page,) = (folder / "docs" / "papers").glob("young*.md")
    (theme,) = (path for path in (folder / "docs" / "themes").glob("*.md") if TITLE in path.read_text(encoding="utf-8"))
    found = [re.search(r'<p class="facts">(.*?)</p>', path.read_text(encoding="utf-8")) for path in (theme, page)]
    card, whole = (re.sub(r"<[^>]+>", "", match[1]) if match else "" for match in found)
    return card, whole


@pytest.mark.parametrize(
    ("bib", "published", "preprint"),
    [
        (ARXIV, "2024 · ICML", "preprint arXiv 2301.01234 (2023)"),
        (SERVER, "2024 · Journal of Trees", "preprint DOI 10.1101/2023.01.02.522001"),
    ],
)
def test_card_and_page_name_both_versions(project: MakeProject, bib: str, published: str, preprint: str) -> None:
    for line in shown(built(project, bib)):
        assert line.startswith(published) and line.count(preprint) == 1


def test_every_export_names_the_preprint_on_arxiv_and_the_published_version(project: MakeProject) -> None:
    folder = built(project, ARXIV)
    key = "young2024sparse"
    for text in (
        (folder / "bib" / "survey.bib").read_text(encoding="utf-8"),
        (folder / DOWNLOADS / f"{key}.ris").read_text(encoding="utf-8"),
        (folder / DOWNLOADS / f"{key}.json").read_text(encoding="utf-8"),
        (folder / "docs" / "downloads" / "survey.csv").read_text(encoding="utf-8"),
        (folder / "docs" / "data" / "survey.json").read_text(encoding="utf-8"),
    ):
        assert "2301.01234" in text and "10.1234/icml.2024.99" in text


def test_every_export_names_a_preprint_elsewhere_once(project: MakeProject) -> None:
    folder = built(project, SERVER)
    bib = (folder / "bib" / "survey.bib").read_text(encoding="utf-8")
    assert "doi = {10.1234/jot.2024.5}" in bib and "note = {Preprint: https://doi.org/10.1101/2023.01.02.522001}" in bib
    assert "N1  - Preprint: https://doi.org/10.1101/" in (folder / DOWNLOADS / "young2024sparse.ris").read_text(
        encoding="utf-8"
    )
    item = json.loads((folder / DOWNLOADS / "young2024sparse.json").read_text(encoding="utf-8"))
    assert "Preprint: https://doi.org/10.1101/2023.01.02.522001" in json.dumps(item)
    (folder / "bib" / "sources" / "c.bib").write_text(bib, encoding="utf-8")
    main(["build", "--quiet", "--project", str(folder)])
    assert (folder / "bib" / "survey.bib").read_text(encoding="utf-8").count("Preprint: ") == 1


def test_a_preprint_that_has_not_appeared_is_one_version(project: MakeProject) -> None:
    bib = f"@misc{{a, title={{{TITLE}}}, author={{Young, Cy}}, year={{2023}}, eprint={{2301.01234}}, archiveprefix={{arXiv}}}}"
    for line in shown(built(project, bib)):
        assert line.startswith("2023 · arXiv preprint") and "2301.01234" not in line
