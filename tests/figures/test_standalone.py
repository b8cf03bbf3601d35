"""A figure as a file of its own looks as on the website: nothing in it waits for a style sheet or a script."""

from __future__ import annotations

import re

import pytest
from defusedxml.ElementTree import fromstring

from generator.figures import survey_figures
from generator.figures.pdf import pdf
from generator.figures.picture import picture
from generator.figures.standalone import standalone
from tests.figures.surveys import SVG, address, language_models

SURVEY = language_models()


@pytest.mark.parametrize("name", survey_figures())
def test_a_drawing_needs_no_style_sheet(name: str) -> None:
    drawing = standalone(survey_figures()[name](SURVEY, address), moved=lambda href: f"moved:{href}")
    root = fromstring(drawing)
    assert "var(" not in drawing and "calc(" not in drawing and "--" not in drawing.partition("</style>")[2]
    assert not [one for one in root.iter() if "narrow" in one.get("class", "").split()]
    assert all(link.get("href", "").startswith("moved:") for link in root.iter(f"{SVG}a"))
    assert {element.tag for element in root.iter()} == {one.tag for one in root.iter() if one.tag.startswith(SVG)}


@pytest.mark.parametrize("name", ["themes-by-year", "themes-by-theme"])
def test_the_cells_of_a_matrix_stand_side_by_side_in_their_columns(name: str) -> None:
    root = fromstring(standalone(survey_figures()[name](SURVEY, address)))
    rows = [row for row in root.iter() if "cells" in row.get("class", "").split()]
    assert rows
    for row in rows:
        places = [float(re.findall(r"translate\(([\d.]+)", cell.get("transform", ""))[0]) for cell in row]
        assert places == sorted(places)
        assert len(set(places)) == len(places)
        assert all(384 <= place < 960 for place in places)  # right of the names, left of the end


@pytest.mark.parametrize("name", survey_figures())
def test_a_drawing_becomes_a_picture_and_a_page(name: str) -> None:
    drawing = standalone(survey_figures()[name](SURVEY, address))
    assert picture(drawing).startswith(b"\x89PNG")
    page = pdf(drawing)
    assert page.startswith(b"%PDF-1.5")
    assert page == pdf(drawing)
    assert b"DejaVuSans" in page
