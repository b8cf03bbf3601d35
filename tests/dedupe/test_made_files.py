"""The way of the large made set: written into files of eight formats, read, and deduplicated."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.duplicates import judge_made
from benchmarks.made.files import write_files
from benchmarks.made.records import damaged, survey_works
from generator.config.settings import Settings
from generator.sources import read_sources
from generator.text.compare import fold
from generator.works import Work


@pytest.fixture(scope="module")
def works() -> list[Work]:
    return survey_works()


def test_every_made_record_comes_back_from_its_file_in_its_place(works: list[Work], tmp_path: Path) -> None:
    folder = tmp_path / "bib/sources"
    folder.mkdir(parents=True)
    made = damaged(works, 800)
    truth = write_files(made, folder)
    readings = read_sources(folder, Settings())
    assert sorted(reading.format for reading in readings) == [
        "BibTeX", "CSL-JSON", "CSV or TSV", "EndNote XML", "JSON", "PubMed (MEDLINE)", "RIS", "Web of Science",
    ]  # fmt: skip
    for reading in readings:
        at = list(truth).index(reading.source.removeprefix("sources/"))
        written = made[at::8]
        assert not reading.left_out
        assert [number for _, number in written] == truth[reading.source.removeprefix("sources/")]
        assert len(reading.records) == len(written)
        for record, (original, _) in zip(reading.records, written, strict=True):
            # Mathematics becomes characters.
            assert fold(record.title).replace(" ", "") == fold(original.title).replace(" ", "")
            assert len(record.authors) == len(original.authors)
            assert bool(record.abstract) == bool(original.abstract.strip())


def test_mixed_formats_cost_no_quality(works: list[Work]) -> None:
    found = judge_made(works, 800)
    assert found["read"] == found["records"]
    assert found["f1"] >= 0.995
