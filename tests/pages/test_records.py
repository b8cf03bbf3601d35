"""The page of records: each leads to the work that it became part of."""

from __future__ import annotations

from pathlib import Path

from generator.pages import records
from generator.pages.site import Site
from generator.pipeline import survey_of


def test_records_on_one_line_lead_to_their_own_works(tmp_path: Path) -> None:
    sources = tmp_path / "bib" / "sources"
    sources.mkdir(parents=True)
    titles = ("A thing of beauty in the garden", "Quantum chromodynamics on lattices")
    (sources / "a.json").write_text("[" + ",".join(f'{{"title": "{title}", "year": 2001}}' for title in titles) + "]")
    survey = survey_of(tmp_path)

    page = next(text for path, text in records.pages(Site(survey)) if path == "records.md")

    for place, title in zip(("1", "1.2"), titles, strict=True):
        key = next(work.key for work in survey.works.values() if work.title == title)
        row = next(line for line in page.splitlines() if line.startswith(f"<tr><td>{place}</td>"))
        assert title in row and f"papers/{key}/" in row
