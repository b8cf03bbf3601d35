"""Input that carries only identifiers: each line or row is a record, and a build says what is not yet fetched."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.cli import main
from tests.conftest import MakeProject
from tests.services.papers import ANTHOLOGY, GROUP, ORDER, PREPRINT
from tests.services.server import Server

LINES = "10.1234/sets.2022.7\narXiv:2301.01234\nPMID: 33000002\n2023.acl-long.12\n"
ADDRESSES = (
    "https://doi.org/10.1234/sets.2022.7\nhttps://arxiv.org/abs/2301.01234v2\n"
    "https://pubmed.ncbi.nlm.nih.gov/33000002/\nhttps://aclanthology.org/2023.acl-long.12/\n"
)
COLUMN = "id\n10.1234/sets.2022.7\narXiv:2301.01234\nhttps://pubmed.ncbi.nlm.nih.gov/33000002/\n2023.acl-long.12\n"
COLUMNS = "doi,arxiv,pmid,acl\n10.1234/sets.2022.7,,,\n,2301.01234,,\n,,33000002,\n,,,2023.acl-long.12\n"
EXPECTED = {("doi", ORDER.doi), ("arxiv", PREPRINT.arxiv), ("pmid", GROUP.pmid), ("acl", ANTHOLOGY.acl)}


@pytest.mark.parametrize(
    ("name", "text"),
    [("ids.txt", LINES), ("urls.txt", ADDRESSES), ("column.csv", COLUMN), ("columns.csv", COLUMNS), ("ids.txt", LINES.replace("\n", "\r\n"))],
)  # fmt: skip
def test_a_list_of_identifiers_is_a_source_like_any_other(
    project: MakeProject, services: Server, name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project({"bib/survey.yml": services.settings, f"bib/sources/{name}": text})
    works = pipeline.survey_of(folder).works.values()
    assert {(one.scheme, one.value) for work in works for one in work.identifiers} == EXPECTED
    assert main(["build", "--project", str(folder)]) == 0
    assert "4 works of which facts are not yet fetched: python -m generator fetch" in capsys.readouterr().out
    assert not services.asked
    assert main(["fetch", "--project", str(folder)]) == 0
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    titles = {work.title for work in pipeline.survey_of(folder).works.values()}
    assert titles == {ORDER.title, PREPRINT.title, GROUP.title, ANTHOLOGY.title}


def test_an_openreview_id_is_a_record_and_waits(project: MakeProject) -> None:
    folder = project({"bib/sources/ids.txt": "https://openreview.net/forum?id=W1G1JZEIy5_\n10.1234/sets.2022.7\n"})
    works = pipeline.survey_of(folder).works.values()
    assert {(one.scheme, one.value) for work in works for one in work.identifiers} == {
        ("openreview", "W1G1JZEIy5_"), ("doi", ORDER.doi),
    }  # fmt: skip
