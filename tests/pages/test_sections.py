"""Works as sections of their themes' pages: where each stands, what its section holds, and what moves when works come."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.names import Name
from generator.pages import links
from generator.pages import places as standing
from generator.pages.downloads import FEWEST_TOGETHER
from generator.pages.places import AUTHORS_TOGETHER, PART, by_beginning
from tests.conftest import MakeProject

ANIMALS = [
    "Otters",
    "Herons",
    "Badgers",
    "Newts",
    "Magpies",
    "Salmon",
    "Wolves",
    "Beetles",
    "Lizards",
    "Moths",
    "Eagles",
    "Shrews",
]
PLACES = [
    "Lapland",
    "Provence",
    "Patagonia",
    "Bavaria",
    "Sumatra",
    "Tasmania",
    "Galicia",
    "Kerala",
    "Yukon",
    "Crimea",
    "Quebec",
    "Malawi",
]
THEMES = "sections:\n  - title: All\n    themes:\n      - {id: feeding, title: Feeding, scope: What animals eat., terms: [feeding]}\n      - {id: nesting, title: Nesting, scope: Where animals nest., terms: [nesting]}\n"


def entry(number: int) -> str:
    animal, place = ANIMALS[number % len(ANIMALS)], PLACES[number // len(ANIMALS)]
    theme = "nesting" if number % 40 == 7 else "feeding"
    return (
        f"@article{{w{number}, title={{{animal} of {place} {theme}}}, author={{Writer, Ann and {place}, {animal}}}, "
        f"year={{{1990 + number // 6}}}, journal={{Field Notes}}, doi={{10.1000/{number}}}, keywords={{{theme.capitalize()}}}, "
        f"abstract={{We watch the {theme} of {animal.lower()} in {place}.}}}}\n"
    )


def files(numbers: Sequence[int], papers: str = "sections") -> dict[str, str | bytes]:
    return {
        "bib/sources/a.bib": "\n".join(map(entry, numbers)),
        "bib/themes.yml": THEMES,
        "bib/survey.yml": f"title: Animals\nurl: https://animals.example/\npapers: {papers}\nthemes:\n  from: keywords\n",
    }


def built(folder: Path) -> dict[str, str]:
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    return {
        file.relative_to(folder / "docs").as_posix(): file.read_text(encoding="utf-8")
        for file in (folder / "docs").rglob("*")
        if file.suffix in (".md", ".js", ".xml", ".json", ".bib", ".txt")
    }


def written(folder: Path) -> set[str]:
    return {file.relative_to(folder / "docs").as_posix() for file in (folder / "docs").rglob("*") if file.is_file()}


def sections(texts: dict[str, str]) -> dict[str, str]:
    """The page on which each work's section stands, by key."""
    found: dict[str, str] = {}
    for path, text in texts.items():
        if path.startswith("themes/"):
            for key in re.findall(r'<article class="card" data-key="([^"]+)"', text):
                assert key not in found, (key, path)
                assert f'id="{key}"' in text or f" #{key} " in text, (key, path)
                found[key] = path
    return found


def held(texts: dict[str, str], name: str) -> dict[str, str]:
    """What a script hands over."""
    values, _ = json.JSONDecoder().raw_decode(texts["assets/moved.js"].partition(f"window.{name} = ")[2])
    assert isinstance(values, dict)
    return values


@pytest.fixture
def many(project: MakeProject) -> dict[str, str]:
    return built(project(files(range(140))))


def test_every_work_is_one_section_on_pages_of_a_readable_size(many: dict[str, str]) -> None:
    places = sections(many)
    assert len(places) == 140
    assert {path for path in many if path.startswith(("papers/", "downloads/papers/"))} == set()
    sizes = {page: list(places.values()).count(page) for page in set(places.values())}
    assert set(sizes) == {"themes/feeding.md", "themes/feeding/1.md", "themes/feeding/2.md", "themes/nesting.md"}
    assert sizes["themes/feeding/1.md"] == sizes["themes/feeding/2.md"] == PART
    assert PART // 2 <= sizes["themes/feeding.md"] < PART + PART // 2


def test_many_authors_are_sections_of_pages_for_several(project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "MOST_AUTHOR_PAGES", 0)
    many = built(project(files(range(140))))
    assert {path for path in many if path.startswith("authors/") and not path.startswith("authors/of-")} == set()
    page = many["authors/of-w.md"]
    assert "## Ann Writer { #author-ann-writer" in page
    assert page.count("<li>") == 140
    assert '<a href="of-w/">Writer, Ann</a>' in many["authors.md"]
    assert "../../authors/of-w/#author-ann-writer" in many["themes/feeding.md"]
    assert '"authors/of-w#author-ann-writer"' in "".join(text for path, text in many.items() if path.endswith(".js"))
    assert held(many, "surveyMovedAuthors")["authors/of-w"].split() == ["ann-writer"]


def test_the_entries_of_works_stand_in_parts_by_their_first_keys(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    def after(text: str, start: str) -> Any:
        return json.JSONDecoder().raw_decode(text.partition(start)[2])[0]

    folder = project(files(range(140), papers="auto"))
    for is_large in (False, True):
        if is_large:
            monkeypatch.setattr(standing, "MOST_PAGES", 100)
        made = built(folder)
        assert after(made["assets/entries.js"], "window.surveyIsLarge = ") is is_large
        firsts = after(made["assets/entries.js"], "window.surveyEntriesFrom = ")
        found: dict[str, Any] = {}
        for number, first in enumerate(firsts):
            part = after(made[f"assets/entries/part-{number}.js"], "Object.assign(window.surveyEntries, ")
            assert min(part) == first
            assert len(part) <= FEWEST_TOGETHER
            found |= part
        assert f"assets/entries/part-{len(firsts)}.js" not in made
        assert len(found) == 140
        assert found["writer1990badgers"]["bib"].startswith("@article{writer1990badgers,")


def test_the_page_of_an_author_is_that_of_the_first_letters_and_stays_when_others_come() -> None:
    names = {f"ann-{letter}{number}": Name(f"S{letter}{number}", "Ann") for letter in "am" for number in range(120)}
    groups = by_beginning({**names, "li": Name("李"), "ann-tell": Name("Tell", "Ann")})
    assert set(groups) == {"sa", "sm", "t", "0"}
    assert sorted(slug for slugs in groups.values() for slug in slugs) == sorted([*names, "li", "ann-tell"])
    assert all(len(slugs) <= AUTHORS_TOGETHER for slugs in groups.values())
    one_name = by_beginning({f"li-{number}": Name("Li", "Wei") for number in range(AUTHORS_TOGETHER + 1)})
    assert list(map(len, one_name.values())) == [AUTHORS_TOGETHER + 1]


def test_a_section_has_all_by_which_a_work_is_cited(many: dict[str, str]) -> None:
    text = "".join(text for path, text in many.items() if path.startswith("themes/"))
    assert text.count('class="Z3988"') >= 140
    assert text.count('data-copy="BibTeX"') == 140
    assert text.count('data-copy="reference"') == 140
    assert text.count('data-forms="bib:BibTeX;ris:RIS;json:CSL-JSON"') == 140
    assert "doi:10.1000/3" in text.lower() or "10.1000/3" in text


def test_whatever_names_a_work_leads_to_its_section(many: dict[str, str]) -> None:
    places = sections(many)
    key = next(key for key, page in places.items() if page == "themes/feeding/1.md")
    assert f"themes/feeding/1/#{key}" in many["explore.md"]
    assert f"themes/feeding/1#{key}" in "".join(
        text for path, text in many.items() if path.startswith("assets/entries/")
    )
    assert f"themes/feeding/1#{key}" in "".join(t for p, t in many.items() if p.startswith("assets/search/entries"))
    assert (
        f"https://animals.example/themes/feeding/1/#{key}" in many["feeds/feeding.xml"]
        or key not in many["feeds/feeding.xml"]
    )
    assert held(many, "surveyMoved")[key] == f"themes/feeding/1#{key}"
    assert (
        f"themes/feeding/1/#{key}" in many["authors/ann-writer.md"]
        or f"themes/feeding/1.md#{key}" in many["authors/ann-writer.md"]
    )


def test_a_feed_names_works_as_in_the_other_layout_so_that_nothing_is_news_twice(
    project: MakeProject, many: dict[str, str]
) -> None:
    other = built(project(files(range(140), "pages")))
    ids = [re.findall(r"<id>([^<]*)</id>", texts["feeds/survey.xml"]) for texts in (many, other)]
    assert ids[0] == ids[1]


def test_newer_works_move_no_section_of_the_numbered_pages(project: MakeProject, many: dict[str, str]) -> None:
    before = sections(many)
    after = sections(built(project(files(range(144)))))
    numbered = [key for key, page in before.items() if page.count("/") > 1]
    assert len(numbered) == 2 * PART
    assert [key for key in numbered if after[key] != before[key]] == []


def test_a_former_key_leads_to_the_section_too(project: MakeProject) -> None:
    given = files(range(90))
    first = sections(built(project(given)))
    one, other = sorted(first)[:2]
    texts = built(project({**given, "bib/decisions.yml": f"same:\n  - {{refs: [{one}, {other}], why: one paper}}\n"}))
    moved, left = held(texts, "surveyMoved"), sections(texts)
    (gone,) = {one, other} - left.keys()
    (kept,) = {one, other} & left.keys()
    assert moved[gone] == moved[kept] == f"{left[kept].removesuffix('.md')}#{kept}"
    assert f'id="{gone}"' in texts[left[kept]]


def test_works_without_a_theme_are_sections_of_their_own_pages(project: MakeProject) -> None:
    given = files(range(140))
    unclassified = re.sub(r"keywords=\{\w+\}, ", "", str(given["bib/sources/a.bib"]))
    texts = built(project({**given, "bib/sources/a.bib": unclassified, "bib/survey.yml": "papers: sections\n"}))
    assert {"themes/unthemed.md", "themes/unthemed/1.md"} <= set(sections(texts).values())


def test_a_small_survey_has_pages_unless_it_asks_for_sections(project: MakeProject) -> None:
    texts = built(project(files(range(30), "auto")))
    assert sum(path.startswith("papers/") for path in texts) == 30
    assert sections(texts).keys() == {
        path.removeprefix("papers/").removesuffix(".md") for path in texts if path.startswith("papers/")
    }


def test_an_author_of_several_works_has_one_file_and_the_browser_makes_the_others(project: MakeProject) -> None:
    texts = built(project(files(range(30), "pages")))
    assert [path for path in texts if path.startswith("downloads/authors/")] == ["downloads/authors/ann-writer.bib"]
    assert re.search(
        r'data-makes="(\S+ ){29}\S+" [^>]*data-forms="ascii\.bib:[^;]*;ris:RIS;', texts["authors/ann-writer.md"]
    )


def test_where_works_are_sections_the_browser_makes_all_files_of_an_author(many: dict[str, str]) -> None:
    assert [path for path in many if path.startswith("downloads/authors/")] == []
    assert re.search(r'data-makes="(\S+ ){139}\S+" [^>]*data-forms="bib:BibTeX;', many["authors/ann-writer.md"])


def test_lists_of_a_large_survey_say_less_than_its_sections(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(files(range(140), papers="auto"))
    small = built(folder)
    assert small["years.md"].count('class="Z3988"') == 140
    pairs = small["theme-links/feeding.md"].count("<li>")
    assert pairs > 8
    monkeypatch.setattr(standing, "MOST_PAGES", 100)
    monkeypatch.setattr(links, "MOST", 4)
    large = built(folder)
    assert large["years.md"].count('<th scope="row"') == 140
    assert [path for path in ("years.md", "venues.md") if "Z3988" in large[path]] == []
    assert sum(text.count('class="Z3988"') for path, text in large.items() if path.startswith("themes/")) == 140
    page = large["theme-links/feeding.md"]
    further = [int(number) for number in re.findall(r"<p>and (\d+) more: <a href=\"../../data/links.csv.gz\">", page)]
    assert page.count("<li>") + sum(further) == pairs
    assert page.count("<li>") <= 4 * page.count('<ul class="pairs">')
