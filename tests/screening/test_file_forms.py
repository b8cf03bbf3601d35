"""Decisions kept as tags, groups, collections and fields of Zotero, JabRef, Mendeley and EndNote, in each file form."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from generator import pipeline
from tests.conftest import MakeProject

TITLES = ("Alpha otters at sea", "Beta birds on the moor", "Gamma worms in clay", "Delta fish in lakes")
MARKS = ("Included", "Excluded", "Maybe", "")
EXPECTED = ["included", "excluded", "awaiting", "unscreened"]
SETTING = "screening: {column: '%s', include: [Included], exclude: [Excluded], maybe: [Maybe]}\n"


def of_ris(tag: str) -> str:
    return "".join(
        f"TY  - JOUR\nTI  - {title}\nAU  - Roe, A\nPY  - 2019\nKW  - otter\n{f'{tag}  - {mark}' if mark else ''}\nER  - \n\n"
        for title, mark in zip(TITLES, MARKS, strict=True)
    )


def of_bibtex(field: str, value: Callable[[str], str] = str) -> str:
    return "".join(
        f"@article{{k{n}, title={{{title}}}, author={{Roe, A}}, year=2019, {field}={{{value(mark)}}}}}\n"
        for n, (title, mark) in enumerate(zip(TITLES, MARKS, strict=True))
    )


def of_refer() -> str:
    return "".join(
        f"%0 Journal Article\n%T {title}\n%A Roe, A\n%D 2019\n%F {mark}\n%K otter\n%K {mark}\n%< {mark}\n%1 {mark}\n\n"
        for title, mark in zip(TITLES, MARKS, strict=True)
    )


def of_endnote() -> str:
    records = "".join(
        f"<record><rec-number>{n}</rec-number><ref-type name='Journal Article'>17</ref-type><titles><title>{title}</title>"
        f"</titles><dates><year>2019</year></dates><keywords><keyword>otter</keyword><keyword>{mark or 'x'}</keyword>"
        f"</keywords><label>{mark}</label><notes>{mark}</notes><research-notes>{mark}</research-notes>"
        f"<custom1>{mark}</custom1></record>"
        for n, (title, mark) in enumerate(zip(TITLES, MARKS, strict=True), 1)
    )
    return f'<?xml version="1.0" encoding="UTF-8" ?><xml><records>{records}</records></xml>'


def of_zotero_table() -> str:
    rows = "".join(
        f'"journalArticle","2019","Roe, A","{title}","otter; {mark}","x"\n'
        for title, mark in zip(TITLES, MARKS, strict=True)
    )
    return f'"Item Type","Publication Year","Author","Title","Manual Tags","Automatic Tags"\n{rows}'


def of_better_bibtex() -> str:
    names = {f"K{n}": mark for n, mark in enumerate(MARKS) if mark}
    collections: dict[str, object] = {
        "R": {"key": "R", "parent": False, "name": "Review", "collections": list(names), "items": []}
    }
    for n, (key, name) in enumerate(names.items(), 1):
        collections[key] = {"key": key, "parent": "R", "name": name, "collections": [], "items": [n]}
    items = [
        {"itemID": n, "itemType": "journalArticle", "title": title, "date": "2019", "tags": [{"tag": mark}]}
        for n, (title, mark) in enumerate(zip(TITLES, MARKS, strict=True), 1)
    ]
    return json.dumps({"config": {}, "collections": collections, "items": items})


JABREF = """
@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Screening\\;0\\;1\\;\\;\\;\\;;
2 StaticGroup:Included\\;0\\;1\\;\\;\\;\\;;
2 StaticGroup:Excluded\\;0\\;1\\;\\;\\;\\;;
2 StaticGroup:Maybe\\;0\\;1\\;\\;\\;\\;;
}
"""
JABREF_BY_WORD = """
@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 KeywordGroup:Included\\;0\\;keywords\\;mark included\\;0\\;0\\;1\\;\\;\\;\\;;
1 KeywordGroup:Excluded\\;0\\;keywords\\;mark excluded\\;0\\;0\\;1\\;\\;\\;\\;;
1 KeywordGroup:Maybe\\;0\\;keywords\\;Mark Maybe\\;0\\;0\\;1\\;\\;\\;\\;;
}
"""
FORMS = [
    *((f"a-{tag}.ris", of_ris(tag), name) for tag, name in [
        ("KW", "tags"), ("KW", "keywords"), ("LB", "LB"), ("LB", "Label"), ("RN", "Research Notes"), ("C1", "Custom 1"),
        ("N1", "notes"), ("U1", "User 1"), ("M1", "M1"),
    ]),
    ("a.bib", of_bibtex("keywords", lambda mark: f"otter, {mark}"), "tags"),
    ("a.bib", of_bibtex("groups"), "groups"),
    ("a.bib", of_bibtex("groups") + JABREF, "groups"),
    ("a.bib", of_bibtex("keywords", lambda mark: f"otter; mark {mark.lower()}") + JABREF_BY_WORD, "groups"),
    ("a.bib", of_bibtex("mendeley-groups", lambda mark: f"Review/{mark}"), "mendeley-groups"),
    ("a.bib", of_bibtex("mendeley-tags"), "mendeley-tags"),
    *(("a.enw", of_refer(), name) for name in ("keywords", "%F", "Label", "Research Notes", "Custom 1")),
    *(("a.xml", of_endnote(), name) for name in ("keywords", "label", "Research Notes", "custom1", "Custom 1", "notes")),
    *(("a.csv", of_zotero_table(), name) for name in ("Manual Tags", "tags", "keywords")),
    *(("a.json", of_better_bibtex(), name) for name in ("tags", "collections")),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "column"), FORMS)
def test_marks_are_read_from_every_form_of_file_under_the_name_that_the_program_shows(
    project: MakeProject, file: str, text: str, column: str
) -> None:
    survey = pipeline.survey_of(project({f"bib/sources/{file}": text, "bib/survey.yml": SETTING % column}))
    found = {work.title: survey.verdicts[key].status for key, work in survey.works.items()}
    found |= {work.title: verdict.status for work, verdict in survey.screened_out}
    assert [found[title] for title in TITLES] == EXPECTED


def test_collections_of_zotero_are_themes_too(project: MakeProject) -> None:
    settings = "themes: {from: collections, depth: 2}\n"
    survey = pipeline.survey_of(project({"bib/sources/a.json": of_better_bibtex(), "bib/survey.yml": settings}))
    titles = {theme.title for theme in survey.taxonomy.by_id.values()}
    assert {"Included", "Excluded", "Maybe"} <= titles


def test_a_column_that_no_record_has_is_told(project: MakeProject) -> None:
    survey = pipeline.survey_of(project({"bib/sources/a.ris": of_ris("KW"), "bib/survey.yml": SETTING % "Verdict"}))
    (warning,) = (problem for problem in survey.problems if "Verdict" in problem.message)
    assert "no record has the column" in warning.message
