"""The figures that count: columns, matrices, timelines and the flow add up to the survey."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from defusedxml.ElementTree import fromstring

from generator.config.searches import Search
from generator.figures import OF_SURVEY, OF_THEME
from generator.figures.prisma import prisma
from generator.figures.standalone import standalone
from generator.figures.theme_theme import links_between
from generator.figures.years import columns, target, ticks
from generator.records import Kind, Origin, Record, SourceReading
from tests.figures.surveys import SVG, address, addresses, language_models, links, parsed, survey_of, taxonomy, work

SURVEY = language_models()


def first(cell: str | tuple[str, str]) -> str:
    return cell if isinstance(cell, str) else cell[0]


LONGEST_TITLE = 42  # characters of spaced capitals that half of the drawing has room for


def test_columns_run_without_a_gap_and_unknown_years_come_last() -> None:
    found = columns([work("a", year=2019), work("b", year=None), work("c", year=2022)])
    assert [column.label for column in found] == ["2019", "2020", "2021", "2022", "n.d."]


def test_centuries_are_binned_and_a_bin_leads_to_a_year_that_has_works() -> None:
    works = [work("a", year=1687), work("b", year=1905), work("c", year=2024)]
    found = columns(works)
    assert len(found) <= 40
    assert all(sum(column.holds(one.year) for column in found) == 1 for one in works)
    assert target(found[-1], works) == "2024"


def test_year_labels_that_would_touch_are_thinned_out() -> None:
    found = columns([work(f"k{year}", year=year) for year in range(1990, 2025)])
    assert len(ticks(found, 340, 12)) <= 10
    assert len(ticks(found[:8], 340, 12)) == 8


def test_columns_over_time_add_up_to_all_works() -> None:
    figure = OF_SURVEY["works-over-time"](SURVEY, address)
    assert sum(int(first(row[-1])) for row in figure.table.rows) == len(SURVEY.works)
    assert all(sum(int(first(cell)) for cell in row[1:-1]) == int(first(row[-1])) for row in figure.table.rows)
    drawn = [int(re.search(r": (\d+) works?$", link.attrib["aria-label"])[1]) for link in links(figure)]  # type: ignore[index]
    assert sum(drawn) == len(SURVEY.works)


def test_a_year_without_works_has_a_row_but_leads_nowhere() -> None:
    survey = survey_of([work("a", year=2019), work("b", year=2021)], {}, taxonomy(A=("x",)))
    rows = OF_SURVEY["works-over-time"](survey, address).table.rows
    assert [row[0] for row in rows] == [("2019", "../year/2019/"), "2020", ("2021", "../year/2021/")]


def test_parts_of_a_column_lead_to_their_year() -> None:
    assert {"../year/2021/", "../year/0/"} <= set(addresses(OF_SURVEY["works-over-time"](SURVEY, address)))


def test_themes_by_year_shows_counts_and_gaps_as_links() -> None:
    figure = OF_SURVEY["themes-by-year"](SURVEY, address)
    years = len(columns(SURVEY.works.values()))
    cells = [link for link in links(figure) if link.attrib["class"] in ("mark cell", "mark empty")]
    assert len(cells) == 4 * years
    gaps = [link.attrib["aria-label"] for link in cells if link.attrib["class"] == "mark empty"]
    assert gaps
    assert all(label.endswith("no work") for label in gaps)
    assert sum(int(first(row[-1])) for row in figure.table.rows) == len(SURVEY.works) - len(SURVEY.unthemed)


def test_links_between_themes_count_each_pair_of_works_once() -> None:
    counts = links_between(SURVEY)
    assert all(counts[one, other] == counts[other, one] for one, other in counts)
    pairs = {
        frozenset((key, link.key))
        for found in (SURVEY.related, SURVEY.mentions)
        for key, many in found.items()
        for link in many
    }
    inside = sum(count for (one, other), count in counts.items() if one == other)
    assert inside + sum(count for (one, other), count in counts.items() if one < other) == len(pairs) == 3


def test_themes_by_theme_leads_to_where_two_themes_meet() -> None:
    found = [a for a in addresses(OF_SURVEY["themes-by-theme"](SURVEY, address)) if a.startswith("../theme-theme/")]
    assert len(found) == len(links_between(SURVEY))


def test_a_timeline_has_each_work_of_its_theme_once_in_the_order_of_years() -> None:
    for theme in SURVEY.taxonomy.themes:
        figure = OF_THEME["timeline"](SURVEY, theme.id, address)
        works = SURVEY.by_theme[theme.id]
        assert Counter(addresses(figure)) == Counter(f"../work/{one.key}/" for one in works)
        years = [row[1] for row in figure.table.rows]
        assert years == sorted(years)


def test_a_timeline_calls_preprint_only_what_a_source_calls_one() -> None:
    kinds: dict[str, Kind] = {
        "a": "article",
        "b": "preprint",
        "c": "dataset",
        "d": "software",
        "e": "patent",
        "f": "misc",
    }
    works = [replace(work(key), kind=kind) for key, kind in kinds.items()]
    works.append(replace(work("g"), kind="dataset", venue="Zenodo"))
    survey = survey_of(works, dict.fromkeys([*kinds, "g"], "flies"), taxonomy(Insects=("flies",)))
    figure = OF_THEME["timeline"](survey, "flies", address)
    unknown = "venue unknown"
    assert [row[2] for row in figure.table.rows] == ["published", "preprint", *[unknown] * 4, "published"]
    assert figure.description.endswith(": 2 published, 1 preprint, 4 of unknown venue.")
    key = next(group for group in parsed(figure).iter(f"{SVG}g") if group.get("class") == "key")
    named = [element.text for element in key.iter(f"{SVG}text")]
    assert named == ["published", "preprint", unknown]


def test_a_timeline_without_preprints_does_not_speak_of_them() -> None:
    works = [replace(work(key), kind="article") for key in "abc"]
    figure = OF_THEME["timeline"](
        survey_of(works, dict.fromkeys("abc", "flies"), taxonomy(Insects=("flies",))), "flies", address
    )
    assert figure.description.endswith(": 3 published.")
    assert "preprint" not in figure.svg


def test_marks_of_a_timeline_can_be_hit_with_a_finger() -> None:
    figure = OF_THEME["timeline"](SURVEY, "model-compression", address)
    for link in links(figure):
        area = link.find("{http://www.w3.org/2000/svg}rect")
        assert area is not None
        assert (area.attrib["width"], area.attrib["height"]) == ("24", "24")


def test_a_sparkline_is_one_link_that_says_its_numbers() -> None:
    (link,) = links(OF_THEME["sparkline"](SURVEY, "speech", address))
    assert link.attrib["href"] == "../theme/speech/"
    assert re.fullmatch(r"Speech: \d works, most in 20\d\d \(\d\)", link.attrib["aria-label"])


def test_the_flow_adds_up_from_identified_to_included() -> None:
    table = OF_SURVEY["flow"](SURVEY, address).table
    count = {first(step): int(first(number)) for step, number in table.rows}
    assert count["Records identified in 2 sources"] == 30
    assert count["Duplicate records removed"] == 2
    assert count["Records left out by decision"] == count["— not about language models"] == 1
    assert count["Records included without manual screening"] == 30 - 2 - 1
    assert count["Works included"] == len(SURVEY.works) == 27
    assert count["— sources/a.txt"] + count["— sources/b.txt"] == 30
    assert count["Pieces of the sources that are not records"] == 1


def test_where_nobody_screened_the_flow_does_not_claim_that_anyone_did() -> None:
    steps = {first(row[0]) for row in OF_SURVEY["flow"](SURVEY, address).table.rows}
    assert not any("screened" in step.lower() or "sought" in step or "assessed" in step for step in steps)


def test_every_box_of_the_flow_leads_to_its_list() -> None:
    found = addresses(OF_SURVEY["flow"](SURVEY, address))
    boxes = Counter(["identified", "duplicates", "left-out", "screened", "works", "enriching", "unreadable"])
    assert Counter(found) == {f"../method/{box}/": 2 * times for box, times in boxes.items()}  # in both variants


def test_many_sources_are_summed_up_in_the_box_and_whole_in_the_table() -> None:
    readings = tuple(
        SourceReading(name, "BibTeX", tuple(Record(Origin(name, line)) for line in range(10)))
        for name in (f"sources/{i:02}.bib" for i in range(30))
    )
    works = [replace(work(f"k{at}"), records=reading.records) for at, reading in enumerate(readings)]
    figure = OF_SURVEY["flow"](survey_of(works, {}, taxonomy(), readings=readings), address)
    assert "22 more sources (n = 220)" in figure.svg
    assert len([row for row in figure.table.rows if first(row[0]).startswith("— sources/")]) == 30


def test_databases_and_other_methods_stand_in_columns_of_their_own() -> None:
    searches = (
        Search(("sources/a.txt",), database="Scopus", kind="database"),
        Search(("sources/b.txt",), database="Reference lists", kind="citation searching"),
    )
    figure = OF_SURVEY["flow"](replace(SURVEY, searches=searches), address)
    steps = [first(row[0]) for row in figure.table.rows]
    assert steps.index("Records identified from databases") < steps.index("Records identified by other methods")
    assert "Scopus (n" in figure.svg and "Reference lists (n" in figure.svg
    assert {"../method/identified/", "../method/identified-other/"} <= set(addresses(figure))


def test_a_long_title_of_one_column_does_not_reach_into_the_other() -> None:
    searches = (
        Search(("sources/b.txt",), kind="citation searching"),
        Search(("sources/c.txt",), kind="database"),
        Search(("sources/d.txt",), kind="register"),
    )
    others = (SourceReading("sources/c.txt", "RIS"), SourceReading("sources/d.txt", "RIS"))
    survey = replace(SURVEY, readings=(*SURVEY.readings, *others), searches=searches)
    titles = re.findall(r'class="phase">([^<]+)<', OF_SURVEY["flow"](survey, address).svg)
    assert "registers and other sources" in " ".join(titles)
    assert max(map(len, titles)) <= LONGEST_TITLE, titles


def test_the_drawing_as_a_file_of_its_own_is_whole() -> None:
    text = standalone(prisma(SURVEY, address))
    root = fromstring(text)
    assert root.get("viewBox") and root.find(f"{SVG}style") is not None
    assert "Works included (n = 27)" in text
