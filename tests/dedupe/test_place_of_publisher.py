"""A title that names the place or a word of its publisher is not joined in silence with one that does not."""

from __future__ import annotations

import pytest

from generator import pipeline
from tests.conftest import MakeProject


@pytest.mark.parametrize(
    ("publisher", "address", "title", "longer"),
    [
        ("Wiley", "New York", "Urban poverty and crime", "Urban poverty and crime in New York"),
        ("University of California Press", "", "Management of drought", "Management of drought in California"),
        ("Ministry of Health, Kenya", "", "National malaria strategy", "National malaria strategy for Kenya"),
    ],
)
def test_two_books_of_one_publisher(
    project: MakeProject, publisher: str, address: str, title: str, longer: str
) -> None:
    files = {
        f"bib/sources/{name}.bib": f"@book{{k, title={{{one}}}, author={{Ash, Bo and Kim, Li}}, year=2010, "
        f"publisher={{{publisher}}}, address={{{address}}}}}\n"
        for name, one in (("a", title), ("b", longer))
    }
    assert len(pipeline.survey_of(project(dict(files))).works) == 2
