"""What the program exports, it reads back: the same works with the same people."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.names import Name
from tests.sources.conftest import Read

SOURCE = """@article{a, title = {Bells of river towns}, journal = {Tower Notes}, year = {1988}, volume = {4}, number = {2}, pages = {12--19},
  doi = {10.5555/bells.1}, author = {Brandt, III, Otto and van der Berg, Jan and {Quay Guild} and hooks, bell and Mausam}}
@inproceedings{b, title = {Reading aloud}, booktitle = {Proceedings of the Ward Meeting}, year = {2019}, author = {Roe, Jane and {Study Group}}}
@book{c, title = {A coast in winter}, publisher = {Frostline}, year = {2012}, author = {De La Cruz, Maria and 林小雨}}
"""
PEOPLE = {
    "Bells of river towns": [
        Name("Brandt", "Otto", suffix="III"),
        Name("Berg", "Jan", "van der"),
        Name("Quay Guild", corporate=True),
        Name("hooks", "bell"),
        Name("Mausam"),
    ],
    "Reading aloud": [Name("Roe", "Jane"), Name("Study Group", corporate=True)],
    "A coast in winter": [Name("De La Cruz", "Maria"), Name("林小雨")],
}


@pytest.mark.parametrize("format_", ["bib", "ris", "json", "csv"])
def test_an_export_read_back_gives_the_same_works(tmp_path: Path, read: Read, format_: str) -> None:
    project = tmp_path / "survey"
    assert main(["new", str(project)]) == 0
    (project / "bib/sources/a.bib").write_text(SOURCE, encoding="utf-8")
    assert main(["build", "--quiet", "--project", str(project)]) == 0
    files = [
        file
        for file in (project / "docs").rglob(f"*.{format_}")
        if "10.5555/bells.1" in file.read_text(encoding="utf-8")  # a figure's table only names its theme
    ]
    exports = [file for file in files if file.parent.name == "downloads" and "ascii" not in file.name]
    assert exports
    for export in exports[:3]:
        reading = read(export.read_bytes(), f"a.{format_}")
        found = {record.title: list(record.authors) for record in reading.records}
        assert found == {title: PEOPLE[title] for title in found}
        assert "Bells of river towns" in found
        first = next(record for record in reading.records if record.title.startswith("Bells"))
        assert (first.year, first.venue, first.volume, first.pages) == (1988, "Tower Notes", "4", "12-19")
        assert first.identifier("doi") == "10.5555/bells.1"


KINDS = """@misc{p, title = {Sets in order}, eprint = {1511.06391}, archiveprefix = {arXiv}, year = {2015}, author = {Roe, Jane}}
@techreport{r, title = {Tides}, institution = {Coast Office}, number = {R-7}, year = {2001}, author = {Roe, Jane}}
@mastersthesis{m, title = {Ferries}, school = {Sea University}, year = {2002}, author = {Roe, Jane}}
@book{e, title = {Harbours}, publisher = {Frostline}, year = {2003}, editor = {Roe, Jane and Moe, Jon}}
@incollection{c, title = {Piers}, booktitle = {Harbours of old}, publisher = {Frostline}, year = {2004}, author = {Roe, Jane}, editor = {Moe, Jon}}
"""


def test_ris_read_back_gives_the_same_kinds_numbers_and_editors(tmp_path: Path, read: Read) -> None:
    project = tmp_path / "survey"
    assert main(["new", str(project)]) == 0
    (project / "bib/sources/a.bib").write_text(KINDS, encoding="utf-8")
    assert main(["build", "--quiet", "--project", str(project)]) == 0
    records = {
        record.title: record for record in read((project / "docs/downloads/survey.ris").read_bytes(), "a.ris").records
    }
    assert {title: record.kind for title, record in records.items()} == {
        "Sets in order": "preprint",
        "Tides": "techreport",
        "Ferries": "mastersthesis",
        "Harbours": "book",
        "Piers": "incollection",
    }
    assert (records["Sets in order"].identifier("arxiv"), records["Tides"].number) == ("1511.06391", "R-7")
    assert records["Harbours"].editors == (Name("Roe", "Jane"), Name("Moe", "Jon"))
    assert (records["Piers"].venue, records["Piers"].editors) == ("Harbours of old", (Name("Moe", "Jon"),))
