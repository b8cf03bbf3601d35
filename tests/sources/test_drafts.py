"""A draft takes values under a closed list of field names, and finishing it changes nothing in it."""

from __future__ import annotations

from copy import deepcopy
from typing import cast

import pytest

from generator.records import LeftOut, Origin, Record
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.finishing import finished

ORIGIN = Origin("sources/a.ris", 1)


def test_a_misspelt_field_is_an_error_and_not_silently_kept_beside() -> None:
    with pytest.raises(ValueError, match="titel"):
        Draft().add(cast(Field, "titel"), "Soil and iron")


def test_what_belongs_to_no_field_is_kept_under_the_sources_own_name() -> None:
    draft = Draft()
    draft.add("title", "Soil and iron")
    draft.add_from({"TI": "title"}, "ZZ", "Cold store")
    draft.add_other("shelf", "  B 4 ")
    record = finished(draft, ORIGIN, "a row")
    assert isinstance(record, Record)
    assert record.extra == (("ZZ", "Cold store"), ("shelf", "B 4"))


def test_finishing_a_draft_twice_gives_the_same_record() -> None:
    draft = Draft()
    for name, value in (
        ("title", "Soil and iron."),
        ("venue", "arXiv preprint arXiv:1409.4842"),
        ("number", "4, SI"),
        ("start_page", "12"),
        ("article_number", "e7"),
        ("keywords", "iron; soil; iron"),
    ):
        draft.add(cast(Field, name), value)
    before = deepcopy(draft)
    record = finished(draft, ORIGIN, "a row")
    assert draft == before
    assert finished(draft, ORIGIN, "a row") == record
    assert isinstance(record, Record)
    assert (record.title, record.venue, record.kind, record.pages) == ("Soil and iron", "", "preprint", "12")
    assert record.keywords == ("iron", "soil")


def test_a_draft_that_says_nothing_is_left_out_by_the_name_that_its_reader_gives_it() -> None:
    draft = Draft()
    draft.add("year", "2020")
    assert finished(draft, ORIGIN, "a row") == LeftOut(ORIGIN, "a row with neither title nor abstract nor identifier")


@pytest.mark.parametrize(
    ("volume", "read_volume", "number", "kept"),
    [
        ("31(Suppl. 1)", "31", "Suppl. 1", ()),
        ("31 (2)", "31", "2", ()),
        ("1)", "", "", (("volume", "1)"),)),
        ("(31", "", "", (("volume", "(31"),)),
        ("31", "31", "", ()),
    ],
)
def test_a_volume_with_its_issue_is_parted_and_the_rest_of_one_is_none(
    volume: str, read_volume: str, number: str, kept: tuple[tuple[str, str], ...]
) -> None:
    draft = Draft()
    draft.add("title", "Soil and iron")
    draft.add("volume", volume)
    record = finished(draft, ORIGIN, "a row")
    assert isinstance(record, Record)
    assert (record.volume, record.number, record.extra) == (read_volume, number, kept)
