"""Damage in one record costs its neighbours nothing: each is read, or it is reported that something in the file was
not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.sources.content import Content
from generator.sources.registry import READERS
from tests.sources.test_hostile import read

RECORDS = {
    "RIS": ("", "TY  - JOUR\nTI  - Iron in soil {n} of many\nAU  - Roe, Jane\nPY  - 2020\nER  - \n\n"),
    "RefWorks": ("", "RT Journal Article\nA1 Roe, Jane\nT1 Iron in soil {n} of many\nYR 2020\n\n"),
    "EndNote (refer)": ("", "%0 Journal Article\n%T Iron in soil {n} of many\n%A Roe, Jane\n%D 2020\n\n"),
    "PubMed (MEDLINE)": ("", "PMID- 3199{n}\nTI  - Iron in soil {n} of many\nFAU - Roe, Jane\nDP  - 2020\n\n"),
    "Web of Science": (
        "FN Clarivate Analytics Web of Science\nVR 1.0\n",
        "PT J\nAU Roe, J\nTI Iron in soil {n} of many\nPY 2020\nER\n\n",
    ),
    "CSV or TSV": ("title,authors,year,doi\n", '"Iron in soil {n} of many","Roe, Jane",2020,10.1000/a.{n}\n'),
    "labelled text": (
        "",
        "{{Reference Type}}: Journal Article\n{{Title}}: Iron in soil {n} of many\n{{Author}}: Roe, Jane\n{{Year}}: 2020\n\n",
    ),
    "BibTeX": (
        "",
        "@misc{{roe{n},\n  title = {{Iron in soil {n} of many}},\n  author = {{Roe, Jane}},\n  year = 2020\n}}\n\n",
    ),
    "Markdown list": ("# Iron\n\n", "- [Iron in soil {n} of many](https://doi.org/10.1000/a.{n}), Jane Roe, 2020\n"),
    "arXiv listing": (
        "",
        "\\\\\narXiv:2001.000{n}\nDate: Wed, 1 Jan 2020 10:00:00 GMT   (9kb)\n\nTitle: Iron in soil {n} of many\n"
        "Authors: Jane Roe\nCategories: cs.CL\n\\\\\n  Iron moves.\n\\\\ ( https://arxiv.org/abs/2001.000{n} ,  9kb)\n"
        "------------------------------------------------------------------------------\n",
    ),
}
NOT_IN_SEQUENCE = {
    "CSV by row": "its records stand side by side, so damage in a line is damage in all of them",
    "list of identifiers": "its records have no titles by which this test could know them again",
}
NUMBERS = (10, 11, 12, 13, 14, 15, 16, 17)


def test_every_reader_of_texts_is_tried_with_damage() -> None:
    texts = {reader.name for reader in READERS if reader.share is not None}
    untried = texts - RECORDS.keys() - NOT_IN_SEQUENCE.keys()
    assert not untried, f"add a record of {', '.join(sorted(untried))} to RECORDS in {Path(__file__).name}"
    assert RECORDS.keys() | NOT_IN_SEQUENCE.keys() == texts
    assert not RECORDS.keys() & NOT_IN_SEQUENCE.keys()


@pytest.mark.parametrize("name", RECORDS)
@settings(
    max_examples=40, deadline=20_000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damage_in_one_record_loses_no_other_silently(name: str, data: st.DataObject) -> None:
    head, form = RECORDS[name]
    records = [form.format(n=n) for n in NUMBERS]
    hurt = data.draw(st.integers(1, len(records) - 2))
    place = data.draw(st.integers(0, len(records[hurt]) - 1))
    cut = data.draw(st.integers(0, 12))
    wrong = data.draw(
        st.sampled_from(["", "x", "{", "}", '"', "\x00", "\n", " - ", "@misc{a,\n", "<b>", "|", "\\", "TI", "\t", ",,"])
    )
    records[hurt] = records[hurt][:place] + wrong + records[hurt][place + cut :]
    reading = read((head + "".join(records)).encode())
    titles = {record.title for record in reading.records}
    lost = [n for index, n in enumerate(NUMBERS) if index != hurt and f"Iron in soil {n} of many" not in titles]
    assert not lost or reading.left_out or reading.problems, (
        f"records {lost} are lost unreported, and the file was read as {reading.format}: where that is not {name}, count "
        "more of the text in `share`, or let the other reader not recognise it; else yield a `Problem` or `LeftOut` where one entry holds two (see `tagged.two_in_one`)"
    )
    assert len(lost) <= 1


@pytest.mark.parametrize("name", RECORDS)
def test_the_records_are_read_whole_and_by_their_own_reader(name: str) -> None:
    head, form = RECORDS[name]
    reading = read((head + "".join(form.format(n=n) for n in NUMBERS)).encode())
    assert (reading.format, len(reading.records), reading.left_out, reading.problems) == (name, len(NUMBERS), (), ())
    reader = next(reader for reader in READERS if reader.name == name)
    assert reader.share is not None
    whole = Content("a", (head + "".join(form.format(n=n) for n in NUMBERS)).encode())
    assert reader.share(whole) > 0.95
