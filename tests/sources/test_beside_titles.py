"""Lists in Markdown whose titles are bold, in italics, quoted or linked: who and what stands beside them."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read

LINK = "https://arxiv.org/abs/2001.0{:04}"
TITLES = ["**{}**", "__{}__", "*{}*", '"{}"', "“{}”", "***{}***"]
TITLE = "Otters at sea and in rivers"
BESIDE = {  # what stands behind the title: authors, year, venue
    ", A. Roe, B. Doe, 2020": ("A. Roe, B. Doe", 2020, ""),
    ", Ann Roe, Bo Doe, *Journal of Water*, 2020": ("Ann Roe, Bo Doe", 2020, "Journal of Water"),
    ". Ann Roe and Bo Doe. NeurIPS 2020.": ("Ann Roe, Bo Doe", 2020, "NeurIPS"),
    ", Ann Roe, Bo Doe (2020)": ("Ann Roe, Bo Doe", 2020, ""),
    " – Ann Roe, Bo Doe – ICML 2020": ("Ann Roe, Bo Doe", 2020, "ICML"),
    ", ICML 2020, Ann Roe, Bo Doe": ("Ann Roe, Bo Doe", 2020, "ICML"),
    " (2020), Ann Roe, Bo Doe": ("Ann Roe, Bo Doe", 2020, ""),
    " by Ann Roe, Bo Doe, 2020": ("Ann Roe, Bo Doe", 2020, ""),
    " | Ann Roe; Bo Doe | 2020": ("Ann Roe, Bo Doe", 2020, ""),
    ", Roe A, Doe B, 2020": ("A Roe, B Doe", 2020, ""),
    ", Roe, A., Doe, B., 2020": ("A. Roe, B Doe", 2020, ""),
    ", Ann Roe, 2020": ("Ann Roe", 2020, ""),
    ", Ann Roe (2020)": ("Ann Roe", 2020, ""),
    ", A. Roe, 2020": ("A. Roe", 2020, ""),
    ", Roe et al., NeurIPS 2020": ("Roe", 2020, "NeurIPS"),
    ", Ann Roe & Bo Doe, Nature, 2020": ("Ann Roe, Bo Doe", 2020, "Nature"),
    ", Émile Zoé, Bo van der Doe, Water Research, 2020": ("Émile Zoé, Bo Doe", 2020, "Water Research"),
    ". Ann Roe, Bo Doe. Plant and Soil 2020.": ("Ann Roe, Bo Doe", 2020, "Plant and Soil"),
    ", Ann Roe, Bo Doe, Advances in Space Research, 2020": ("Ann Roe, Bo Doe", 2020, "Advances in Space Research"),
    ". Ann Roe, Bo Doe. In Proceedings of the Otter Conference, 2020": (
        "Ann Roe, Bo Doe", 2020, "Proceedings of the Otter Conference",
    ),
}  # fmt: skip
NOTES = ["a very good read, with many pictures", "Great Intro, Good Pictures", "Image Classification, Object Detection"]


def facts(record: object) -> tuple[str, int | None, str]:
    names = ", ".join(f"{one.given} {one.family}".strip() for one in record.authors)  # type: ignore[attr-defined]
    return names, record.year, record.venue  # type: ignore[attr-defined]


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("form", ["- {} [pdf](" + LINK.format(1) + ")", "- {}", "1. {}", "* [x] {}"])
def test_people_year_and_venue_behind_a_title_are_read(read: Read, form: str, title: str, beside: str) -> None:
    reading = read("# Otters\n\n" + form.format(title.format(TITLE) + beside) + "\n", "otters.md")
    (record,) = reading.records
    assert (record.title, *facts(record)) == (TITLE, *BESIDE[beside])
    assert not any(name == "note" for name, _ in record.extra)
    assert (reading.left_out, reading.problems) == ((), ())


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("title", ["[{}]({})", "[**{}**]({})", "**[{}]({})**"])
def test_people_year_and_venue_behind_a_linked_title_are_read(read: Read, title: str, beside: str) -> None:
    reading = read("# Otters\n\n- " + title.format(TITLE, LINK.format(1)) + beside + "\n", "otters.md")
    (record,) = reading.records
    assert (record.title, *facts(record)) == (TITLE, *BESIDE[beside])
    assert (reading.left_out, reading.problems) == ((), ())


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("form", ["- **{}**, {}, 2020", "- [{}](" + LINK.format(1) + "): {}, 2020"])
def test_what_names_nobody_stays_a_note_and_is_told(read: Read, form: str, note: str) -> None:
    reading = read("# Otters\n\n" + form.format(TITLE, note) + "\n", "otters.md")
    (record,) = reading.records
    assert (record.title, *facts(record)) == (TITLE, "", 2020, "")
    assert ("note", note) in record.extra
    (problem,) = reading.problems
    assert problem.message == "1 item with text beside the title that names no people, venue or year"
    assert (problem.level, problem.place and problem.place.line) == ("note", 3)


def test_a_remark_behind_the_people_stays_a_note(read: Read) -> None:
    (record,) = read(f"- **{TITLE}**, Ann Roe, Bo Doe, 2020. A must read for all of us.\n", "otters.md").records
    assert facts(record) == ("Ann Roe, Bo Doe", 2020, "")
    assert ("note", "A must read for all of us") in record.extra


def test_people_may_stand_before_the_title_and_the_venue_behind_it(read: Read) -> None:
    (record,) = read(f"- A. Roe, B. Doe (2020). **{TITLE}**. *Journal of Water*\n", "otters.md").records
    assert (record.title, *facts(record)) == (TITLE, "A. Roe, B. Doe", 2020, "Journal of Water")


def test_an_item_that_cites_nothing_is_left_out_of_a_list_of_titles_by_name(read: Read) -> None:
    reading = read(f"# Otters\n\n- **{TITLE}**, A. Roe, B. Doe, 2020\n- Otters in lakes\n", "otters.md")
    assert [record.title for record in reading.records] == [TITLE]
    assert [(piece.origin.line, piece.title) for piece in reading.left_out] == [(4, "Otters in lakes")]


def test_in_a_list_of_links_an_item_without_one_that_cites_a_work_is_told_and_a_remark_is_not(read: Read) -> None:
    text = f"- [{TITLE}]({LINK.format(1)})\n- Otters in lakes, A. Roe, B. Doe, 2019\n- See also the wiki\n"
    reading = read(text, "otters.md")
    assert [record.title for record in reading.records] == [TITLE]
    assert [piece.origin.line for piece in reading.left_out] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "# How we search\n\n- **Fast**: runs well\n- **Sound**: all is told\n",
        "- **Release of the second version**, with many changes\n- **Bugs that were mended**, see below\n",
    ],
)
def test_a_list_of_remarks_is_no_list_of_works(read: Read, text: str) -> None:
    assert read(text, "notes.md").format != "Markdown list"


@pytest.mark.parametrize("company", ["Google Brain", "Meta Research", "Vision Transformer", "Stanford University"])
def test_a_company_or_a_method_behind_a_linked_title_is_nobody(read: Read, company: str) -> None:
    (record,) = read(f"- [{TITLE}]({LINK.format(1)}), {company}, 2020\n", "otters.md").records
    assert (record.authors, record.year) == ((), 2020)
    assert ("note", company) in record.extra


@pytest.mark.parametrize(
    "beside", ["Ann Roe, " * 2_000, "Ann Roe, " * 100_000, "(- " * 60_000, "A. " * 60_000, "x" * 100_000]
)
def test_a_giant_item_costs_little_and_names_nobody(read: Read, beside: str) -> None:
    reading = read(f"- **{TITLE}**, A. Roe, B. Doe, 2020\n- [{TITLE}]({LINK.format(1)}), {beside}\n", "otters.md")
    assert [len(record.authors) for record in reading.records] == [2, 0]


@pytest.mark.parametrize(
    ("beside", "venue", "year", "note"),
    [
        ("Ann Roe, Bo Doe. IEEE TPAMI 2020", "IEEE TPAMI", 2020, None),
        ("- ACM TOG, 2019", "ACM TOG", 2019, None),
        ("NeurIPS'21 (Oral)", "NeurIPS", 2021, "Oral"),
        ("[ICML 2022 Spotlight]", "ICML", 2022, "Spotlight"),
        ("(CVPR 2023 Highlight)", "CVPR", 2023, "Highlight"),
        ("`ICLR'24`", "ICLR", 2024, None),
        ("KDD '19", "KDD", 2019, None),
        ("EuroSys’20", "EuroSys", 2020, None),
        ("**IEEE/ACM ToN 2018**", "IEEE/ACM ToN", 2018, None),
        ("(Findings of ACL 2021)", "Findings of ACL", 2021, None),
        ("ICML Workshop 2021", "ICML Workshop", 2021, None),
        ("NeurIPS Datasets and Benchmarks 2022", "NeurIPS Datasets and Benchmarks", 2022, None),
        ("ACM CHI Conference 2021", "ACM CHI Conference", 2021, None),
        ("IEEE Transactions on Robotics, 2021", "IEEE Transactions on Robotics", 2021, None),
        ("- Journal of Otters, 2017", "Journal of Otters", 2017, None),
        ("ECCV 2022 - Best Paper Award", "ECCV", 2022, "Best Paper Award"),
        ("OpenAI, 2020", "", 2020, "OpenAI"),
        ("arXiv 2022", "", 2022, "arXiv"),
    ],
)
def test_a_venue_and_its_year_stand_beside_the_title_in_many_forms(
    read: Read, beside: str, venue: str, year: int, note: str | None
) -> None:
    (record,) = read(f"# Otters\n\n- [{TITLE}]({LINK.format(1)}) {beside}\n", "otters.md").records
    assert (record.title, record.venue, record.year, dict(record.extra).get("note")) == (TITLE, venue, year, note)
