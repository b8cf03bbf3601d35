"""Checks that look at one work at a time: for each a work that it finds and one that it must not."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.registry import CHECKS
from generator.config.settings import Settings
from generator.identifiers import Identifier, parse_arxiv
from generator.names import Name, parse_name
from generator.records import Origin, Record
from tests.checks.conftest import Seek, a_work

NOTHING: dict[str, Any] = {}


def people(*names: str) -> dict[str, Any]:
    return {"authors": tuple(parse_name(name) for name in names)}


def preprint(arxiv: str, year: int, kind: str = "preprint") -> dict[str, Any]:
    return {"identifiers": (parse_arxiv(arxiv),), "year": year, "kind": kind}


CASES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("missing-title", {"title": "", "identifiers": ()}, {"title": ""}),
    ("missing-author", {"authors": ()}, {"authors": (), "kind": "proceedings"}),
    ("missing-author", {"authors": ()}, {"authors": (), "editors": (parse_name("Lee, Bo"),), "kind": "book"}),
    ("missing-year", {"year": None}, NOTHING),
    ("missing-abstract", {"abstract": ""}, NOTHING),
    ("missing-venue", {"venue": ""}, {"venue": "", "kind": "preprint"}),
    ("missing-venue", {"venue": "", "kind": "phdthesis"}, {"venue": "", "kind": "phdthesis", "school": "Uppsala"}),
    ("missing-identifier", {"identifiers": ()}, {"identifiers": (), "url": "https://example.org/sets"}),
    ("reversed-pages", {"pages": "212-198"}, {"pages": "1234-56"}),
    ("reversed-pages", {"pages": "20--12"}, {"pages": "e12-e20"}),
    ("unverified", {"verified": False}, {"verified": True}),
    # Announced in January, submitted in December.
    ("year-of-preprint", preprint("2201.12288", 2020), preprint("2201.12288", 2021)),
    ("year-of-preprint", preprint("2203.12288", 2021), preprint("2203.12288", 2022)),
    ("year-of-preprint", preprint("2203.12288", 2012, "article"), preprint("2203.12288", 2021, "article")),
    ("year-of-preprint", preprint("1203.01228", 2021, "article"), preprint("1203.01228", 2015, "article")),
    (
        "year-of-anthology",
        {"identifiers": (Identifier("acl", "2019.acl-long.12"),)},
        {"identifiers": (Identifier("acl", "2021.acl-long.12"),)},
    ),
    (
        "year-of-anthology",
        {"identifiers": (Identifier("acl", "P19-1234"),)},
        {"identifiers": (Identifier("acl", "P22-1234"),)},
    ),
    ("author-email", people("ann@example.org", "Lee, Bo"), people("Smith, Ann")),
    ("author-affiliation", people("Smith, Ann", "University of Uppsala"), people("{University of Uppsala}")),
    (
        "author-affiliation",
        people("Smith, Ann, Department of Sets"),
        people("Smith, Ann", "Sets Team", "World Health Organization"),
    ),
    ("author-marks", {"authors": (Name("Smith1", "Ann"),)}, people("{01.AI}", "Smith, Ann")),
    ("author-marks", {"authors": (Name("Smith", "Ann†"),)}, people("O'Brien-Núñez, Séan")),
    (
        "author-initial",
        {"authors": (Name("A.", "Vaswani"),)},
        {"authors": (Name("E", "Weinan"), Name("P", "Vignesh"), *[Name("Wu", "X.")] * 3)},
    ),
    ("author-twice", people("Smith, Ann", "Lee, Bo", "Smith, Ann"), people("Smith, Ann", "Smith, Anna")),
    (
        "author-twice",
        people("Smith, Ann", "SMITH, Ann"),
        people(*[f"Author{chr(97 + n)}, Bo" for n in range(26)], *["Wang, Wei"] * 5),
    ),
    ("author-list-cut", {"authors_truncated": True}, NOTHING),
    ("title-full-stop", {"title": "Order matters for sets."}, {"title": "What came next for Sets Inc."}),
    ("title-full-stop", {"title": "Order matters."}, {"title": "And then there were none..."}),
    ("title-placeholder", {"title": "Untitled"}, {"title": "Untitled works of the twentieth century"}),
    ("title-placeholder", {"title": "Microsoft Word - final_v3.doc"}, {"title": "Templates for sets"}),
    ("title-capitals", {"title": "ORDER MATTERS WHEN SETS ARE LARGE"}, {"title": "BERT"}),
    (
        "title-capitals",
        {"title": "L'ORDRE COMPTE DANS LES GRANDS ENSEMBLES"},
        {"title": "ORDER MATTERS for GRAND SETS"},
    ),
    (
        "text-html",
        {"title": "Order of H<sub>2</sub>O"},
        {"abstract": "The token <s> starts and </s> ends a set; 3 < 4 > 2, R&D."},
    ),
    (
        "text-html",
        {"venue": "Sets &amp; Systems"},
        {"abstract": "We fill <SEG> in code such as `a && b;` and List<String>."},
    ),
    (
        "text-latex",
        {"abstract": "We present \\methodname and more."},
        {"abstract": r"The $\mathcal{O}(n)$ method reads C:\n and \d."},
    ),
    ("text-latex", {"title": r"Na\"{\i}ve sets"}, {"title": "Naïve sets"}),
    (
        "text-braces",
        {"abstract": "of experts textit{counts} to enhance} it"},
        {"abstract": "the set {a, b} and $x_{1$ more"},
    ),
    ("text-math", {"abstract": r"only $\sim 0.6 points"}, {"abstract": r"at $5 to $20 it is $\sim 0.6$ points"}),
    ("text-mojibake", {"title": "CafÃ© sets"}, {"title": "CAFÉ SETS, SÃO PAULO «\u00a0CAFÉ\u00a0», AMANHÃ”"}),
    ("text-mojibake", {"abstract": "We donâ€™t order."}, {"abstract": "We don’t order â la carte."}),
    ("text-mojibake", people("MÃ¼ller, Ann"), people("Müller, Ann", "Šåberg, Bo")),
    ("text-replacement", {"venue": "Zeitschrift f\ufffdr Mengen"}, {"venue": "Zeitschrift für Mengen"}),
]


@pytest.mark.parametrize(("name", "wrong", "right"), CASES, ids=[f"{name}-{n}" for n, (name, *_) in enumerate(CASES)])
def test_a_check_finds_what_it_is_for_and_leaves_the_rest_alone(
    seek: Seek, name: str, wrong: dict[str, Any], right: dict[str, Any]
) -> None:
    found = seek(name, a_work(**wrong))
    assert [one.key for one in found] == ["smith2022order"]
    assert str(found[0].place) == "bib/sources/a.bib:3"
    assert seek(name, a_work(**right)) == []


def test_a_list_of_initials_is_found_where_given_and_family_names_have_changed_places(seek: Seek) -> None:
    swapped = a_work(authors=(Name("A", "Vaswani"), Name("N", "Shazeer"), Name("Parmar", "N")))
    assert len(seek("author-initial", swapped)) == 2
    assert seek("author-initial", a_work(authors=(Name("E", "Weinan"),))) == []


def test_nothing_is_found_in_a_work_that_is_complete(seek: Seek) -> None:
    work = a_work()
    for check in CHECKS:
        if check.name not in ("overview-missing", "scope-missing", "date-missing"):
            found = seek(check.name, work)
            assert found == [], (
                f"`a_work` in tests/checks/conftest.py lacks what {check.name} asks for: complete it there"
            )


def test_a_missing_field_is_shown_where_one_would_add_it(seek: Seek) -> None:
    completing = Record(Origin("metadata.bib", 40, "1"), identifiers=(), verified=True)
    [found] = seek("missing-year", a_work(year=None, enriched_by=(completing,)))
    assert str(found.place) == "bib/metadata.bib:40"


def test_safe_corrections_are_offered(seek: Seek) -> None:
    offered = {
        "title-full-stop": a_work(title="Order matters ."),
        "reversed-pages": a_work(pages="212-198"),
        "text-mojibake": a_work(title="CafÃ© â€“ naÃ¯ve sets"),
    }
    fixes = {name: found[0].fix for name, work in offered.items() for found in [seek(name, work)] if found}
    assert {name: (fix.field, fix.value) for name, fix in fixes.items() if fix} == {
        "title-full-stop": ("title", "Order matters"),
        "reversed-pages": ("pages", "198-212"),
        "text-mojibake": ("title", "Café – naïve sets"),
    }
    [names] = seek("text-mojibake", a_work(**people("MÃ¼ller, Ann", "Łoś, Zoë", "{Les CafÃ©s}")))
    assert names.fix and names.fix.value == ("Müller, Ann", "Łoś, Zoë", "{Les Cafés}")


@pytest.mark.parametrize(
    ("name", "fields"),
    [("title-capitals", {"title": "ORDER MATTERS WHEN SETS ARE LARGE"}), ("text-html", {"title": "H<sub>2</sub>O"})],
)
def test_what_needs_judgement_is_not_corrected(seek: Seek, name: str, fields: dict[str, Any]) -> None:
    assert seek(name, a_work(**fields))[0].fix is None


def test_mojibake_that_lost_bytes_is_found_and_not_corrected(seek: Seek) -> None:
    [found] = seek("text-mojibake", a_work(title="CafÃ©à€€ sets"))
    assert found.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Müller’s naïve “Å” — 10 µm…",
        "深度学习と集合",
        "Множества и порядок",
        "Ñandú, Ølgård, Łódź",
        "¿Qué? «Não» – 😀 ½ ≤ 3",
    ],
)
def test_text_that_was_decoded_twice_is_found_and_mended_and_sound_text_is_left_alone(seek: Seek, text: str) -> None:
    from generator.checks.wording import mended

    assert seek("text-mojibake", a_work(title=text)) == []
    garbled = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    assert len(seek("text-mojibake", a_work(title=garbled))) == 1
    assert mended(garbled) == text


def test_one_slip_does_not_make_the_newest_year(seek: Seek) -> None:
    others = [a_work(f"w{n}", year=2020 + n % 3) for n in range(6)]
    found = seek(
        "year-outlying",
        *others,
        a_work("typo", year=2052),
        a_work("old", year=1822),
        a_work("next", year=2023),
        a_work("shannon", year=1948),
    )
    assert sorted(one.key for one in found) == ["old", "typo"]


def test_a_survey_of_few_works_or_of_a_long_time_has_no_years_that_are_far_from_the_others(seek: Seek) -> None:
    assert seek("year-outlying", *(a_work(f"w{n}", year=year) for n, year in enumerate((1948, 2002, 2002, 2014)))) == []
    spread = [2002, 2002, *range(2003, 2018)]
    assert seek("year-outlying", *(a_work(f"w{n}", year=year) for n, year in enumerate(spread))) == []


def test_a_year_after_the_surveys_own_date_is_reported_but_for_what_is_in_print(seek: Seek) -> None:
    found = seek("year-outlying", a_work("a", year=2027), a_work("b", year=2028), settings=Settings(date="2026-11-21"))
    assert [(one.key, one.message) for one in found] == [
        ("b", "the year 2028 is after the survey's own date, 2026-11-21")
    ]


def test_a_doi_that_is_cut_off_is_reported_with_its_record(seek: Seek) -> None:
    from generator.records import SourceReading

    cut = Record(Origin("sources/a.bib", 9, "x"), "Sets", extra=(("doi", "10.1016/j."),))
    whole = Record(
        Origin("sources/a.bib", 12, "y"),
        "Sets",
        identifiers=(Identifier("doi", "10.1016/j.sets.2"),),
        extra=(("doi", "n/a"), ("file", "a.pdf")),
    )
    found = seek(
        "identifier-invalid",
        a_work(records=(cut, whole)),
        readings=(SourceReading("sources/a.bib", "BibTeX", (cut, whole)),),
    )
    assert [(str(one.place), one.key) for one in found] == [("bib/sources/a.bib:9", "smith2022order")]


def test_first_years_are_held_against_the_arxiv_id(seek: Seek) -> None:
    from generator.records import SourceReading

    def record(line: int, arxiv: str, year: str) -> Record:
        return Record(
            Origin("metadata.bib", line),
            identifiers=tuple(i for i in [parse_arxiv(arxiv)] if i),
            extra=(("firstyear", year),),
        )

    records = (record(1, "2303.00001", "2022"), record(2, "2303.00002", "2023"), record(3, "2501.00070", "2024"))
    found = seek("year-of-first", a_work(), enriching=(SourceReading("metadata.bib", "BibTeX", records),))
    assert [one.place.line for one in found] == [1]


def test_works_that_no_verified_record_completes_are_reported_where_others_are(seek: Seek) -> None:
    from generator.records import SourceReading

    verified = Record(Origin("metadata.bib", 1), verified=True)
    found = seek(
        "unverified",
        a_work(verified=None),
        a_work("b", verified=True),
        enriching=(SourceReading("metadata.bib", "BibTeX", (verified,)),),
    )
    assert [one.key for one in found] == ["smith2022order"]
    assert seek("unverified", a_work(verified=None)) == []
