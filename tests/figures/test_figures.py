"""What holds for every figure."""

from __future__ import annotations

import re

import pytest

from generator.config.taxonomy import Section, Taxonomy, Theme
from generator.figures import OF_SURVEY, OF_THEME, Figure
from generator.pages.drawings import PAGES
from generator.survey import Survey
from tests.conftest import REPOSITORY
from tests.figures.surveys import SVG, address, ids, language_models, links, parsed, survey_of, taxonomy, work

HOSTILE = "\"><script>alert(1)</script> & <b>bold</b> \u202e]]> --> {{ 7*7 }} $x_1$ 'onload=alert(1) \x00\x0b</title>"


def figures_of(survey: Survey) -> dict[str, Figure]:
    drawn = {name: draw(survey, address) for name, draw in OF_SURVEY.items()}
    for theme in survey.taxonomy.themes:
        drawn |= {f"{name} of {theme.id}": draw(survey, theme.id, address) for name, draw in OF_THEME.items()}
    return drawn


def test_every_figure_stands_on_a_page() -> None:
    folder = REPOSITORY / "generator/pages"
    texts = "".join(file.read_text("utf-8") for file in (*folder.glob("*.py"), *folder.glob("templates/*.j2")))
    named = {name for *_, names in PAGES for name in names} | set(re.findall(r'page\.figure\("([\w-]+)"', texts))
    homeless = (OF_SURVEY.keys() | OF_THEME.keys()) - named
    assert not homeless, f"name {', '.join(sorted(homeless))} on a page in generator/pages/drawings.py"


def alike(count: int, title: str = "Title {}", year: int | None = 2023) -> Survey:
    keys = [f"k{number:02}" for number in range(count)]
    return survey_of(
        [work(key, title.format(key), year, "the same words here") for key in keys],
        dict.fromkeys(keys, "one"),
        taxonomy(A=("one",)),
    )


def of_sections(count: int) -> Survey:
    keys = [f"k{number}" for number in range(count)]
    return survey_of(
        [work(key) for key in keys],
        {key: f"t{key}" for key in keys},
        taxonomy(**{f"Section {key}": (f"t{key}",) for key in keys}),
    )


SURVEYS = {
    "language models": language_models(),
    "no works and no themes": survey_of([], {}, Taxonomy()),
    "themes without works": survey_of([], {}, taxonomy(A=("one", "two"))),
    "one work": survey_of([work("a2020x")], {"a2020x": "one"}, taxonomy(A=("one", "two"))),
    "one work of no theme": survey_of([work("a2020x")], {}, Taxonomy()),
    "one year": alike(5),
    "no years": alike(3, year=None),
    "three centuries": survey_of(
        [work("a", year=1687), work("b", year=1905), work("c", year=2024)],
        dict.fromkeys("abc", "one"),
        taxonomy(A=("one",)),
    ),
    "works that say the same": alike(30, "Same"),
    "nine sections": of_sections(9),
    "hostile": survey_of(
        [work("evil2023x", HOSTILE, authors=(HOSTILE, "B"), abstract=HOSTILE), work("cjk2023x", "深度学习" * 30)],
        {"evil2023x": "one"},
        Taxonomy((Section(HOSTILE, (Theme("one", HOSTILE, HOSTILE),)),)),
    ),
}


@pytest.mark.parametrize("name", SURVEYS)
def test_every_figure_is_one_svg_element_without_blank_lines(name: str) -> None:
    for what, figure in figures_of(SURVEYS[name]).items():
        assert parsed(figure).tag == f"{SVG}svg", what
        assert "\n\n" not in figure.svg
        assert figure.title
        assert figure.description


@pytest.mark.parametrize("name", SURVEYS)
def test_every_figure_says_what_it_is_to_a_screen_reader(name: str) -> None:
    for figure in figures_of(SURVEYS[name]).values():
        root = parsed(figure)
        named = {element.attrib["id"]: "".join(element.itertext()) for element in root if "id" in element.attrib}
        assert root.attrib["role"] == "graphics-document"  # not `img`, which would hide the links
        assert named[root.attrib["aria-labelledby"]].strip()
        if "aria-describedby" in root.attrib:
            assert named[root.attrib["aria-describedby"]].strip()


@pytest.mark.parametrize("name", SURVEYS)
def test_every_link_leads_somewhere_and_has_a_name(name: str) -> None:
    for figure in figures_of(SURVEYS[name]).values():
        for link in links(figure):
            assert link.attrib["href"].startswith("../")
            assert link.attrib["aria-label"] == link.attrib["data-tip"] == link.findtext(f"{SVG}title")
            assert link.attrib["aria-label"].strip()


@pytest.mark.parametrize("name", SURVEYS)
def test_no_coordinate_is_missing_or_finer_than_a_tenth(name: str) -> None:
    for figure in figures_of(SURVEYS[name]).values():
        for value in re.findall(r'\s(?:x|y|x1|x2|y1|y2|cx|cy|r|width|height)="([^"]*)"', figure.svg):
            assert re.fullmatch(r"-?\d+(\.\d)?%?", value), value


@pytest.mark.parametrize("name", SURVEYS)
def test_ids_do_not_clash_on_one_page(name: str) -> None:
    found = [one for figure in figures_of(SURVEYS[name]).values() for one in ids(figure)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", SURVEYS)
def test_every_row_of_a_table_has_a_cell_for_each_head(name: str) -> None:
    for figure in figures_of(SURVEYS[name]).values():
        assert {len(row) for row in figure.table.rows} <= {len(figure.table.header)}


def test_the_same_survey_gives_the_same_figures() -> None:
    first, second = figures_of(language_models()), figures_of(language_models())
    assert first == second


def test_hostile_text_stays_text() -> None:
    for what, figure in figures_of(SURVEYS["hostile"]).items():
        tags = {element.tag.removeprefix(SVG) for element in parsed(figure).iter()}
        assert tags <= {
            "svg",
            "title",
            "desc",
            "defs",
            "path",
            "marker",
            "use",
            "g",
            "a",
            "rect",
            "circle",
            "line",
            "text",
        }, what
        assert not any(name.startswith("on") for element in parsed(figure).iter() for name in element.attrib)
        assert "\u202e" not in figure.svg


def test_colours_come_from_the_style_sheet_only() -> None:
    for figure in figures_of(SURVEYS["language models"]).values():
        assert not re.search(
            r"\b(?:fill|stroke|color)(?:=|:)", re.sub(r'aria-label="[^"]*"|data-tip="[^"]*"', "", figure.svg)
        )


def test_the_frame_is_a_block_of_raw_html_that_markdown_leaves_alone() -> None:
    from markdown import Markdown

    figure = OF_SURVEY["works-map"](SURVEYS["hostile"], address)
    page = Markdown(extensions=["attr_list", "md_in_html", "tables"]).convert(
        f"# Map\n\n{figure.framed}\n\nAfter *it*."
    )
    assert figure.svg in page
    assert "<em>it</em>" in page
