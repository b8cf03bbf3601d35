"""`bib/searches.yml`: what a person may write, and what is reported if it is wrong."""

from __future__ import annotations

import pytest

from generator.config.searches import kind_of, name_of, read_searches
from generator.config.settings import read_settings
from generator.errors import InputError
from tests.conftest import MakeProject

WHOLE = """- source: scopus.csv
  database: Scopus
  platform: Elsevier
  kind: Database
  query: |
    TITLE-ABS-KEY("snow fence*")
      AND PUBYEAR > 2014
  date: 2026-03-01
  filters: [English, articles]
  hits: 214
  note: run by a librarian
- {sources: [bib/sources/refs/, sources/mail.ris], kind: citation searching, date: 2026-04}
"""


def test_a_search_says_where_when_and_how(project: MakeProject) -> None:
    scopus, chased = read_searches(project({"bib/searches.yml": WHOLE}))
    assert (scopus.sources, scopus.database, scopus.platform) == (("sources/scopus.csv",), "Scopus", "Elsevier")
    assert (scopus.kind, scopus.date, scopus.hits) == ("database", "2026-03-01", 214)
    assert scopus.query == 'TITLE-ABS-KEY("snow fence*")\n  AND PUBYEAR > 2014'
    assert scopus.filters == ("English", "articles")
    assert (scopus.place.path, chased.place.line) == ("bib/searches.yml", 12)
    assert chased.holds("sources/refs/one.bib") and chased.holds("sources/mail.ris")
    assert not chased.holds("sources/refs2/one.bib")
    assert kind_of("sources/refs/one.bib", (scopus, chased)) == "citation searching"
    assert name_of("sources/scopus.csv", (scopus, chased)) == "Scopus"
    assert name_of("sources/mail.ris", (scopus, chased)) == "mail.ris"


def test_survey_yml_may_hold_the_list_too(project: MakeProject) -> None:
    folder = project({"bib/survey.yml": "searches:\n  - {source: a.bib, database: ERIC, hits: 3}\n"})
    (search,) = read_settings(folder).searches
    assert (search.database, search.hits, search.place.line) == ("ERIC", 3, 2)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("- {source: a.bib, kind: datbase}", "did you mean `database`"),
        ("- {source: a.bib, hits: many}", "whole number"),
        ("- {source: a.bib, hits: -1}", "whole number"),
        ("- {source: a.bib, date: yesterday}", "YYYY-MM-DD"),
        ("- {source: a.bib, hit: 3}", "unknown key `hit`"),
        ("source: a.bib", "must be a list"),
    ],
)
def test_what_cannot_be_read_is_reported_with_file_and_line(project: MakeProject, written: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        read_searches(project({"bib/searches.yml": f"{written}\n"}))
    assert message in str(error.value) and "bib/searches.yml:1" in str(error.value)
