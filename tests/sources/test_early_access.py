"""Articles in early access have no year of an issue yet: the day on which they appeared gives it."""

from __future__ import annotations

import pytest

from generator.records import Record
from generator.sources import web_of_science
from generator.sources.content import Content

ENTRY = """PT J
AU Roe, J
TI Dunes of the early years
SO JOURNAL OF DUNES
{lines}
ER

EF
"""


@pytest.mark.parametrize(
    ("lines", "year", "month"),
    [
        ("EA MAR 2021", 2021, 3),
        ("EA DEC 2019\nDI 10.1234/dunes.1", 2019, 12),
        ("PY 2022\nEA MAR 2021", 2022, None),
        ("DI 10.1234/dunes.1", None, None),
    ],
)
def test_the_day_of_early_access_gives_the_year_where_there_is_no_other(
    lines: str, year: int | None, month: int | None
) -> None:
    content = Content("sources/wos.txt", ENTRY.format(lines=lines).encode())
    (record,) = (one for one in web_of_science.read(content) if isinstance(one, Record))
    assert (record.year, record.month) == (year, month)
