"""Whatever a text holds and wherever it stands: a page has the elements and attributes that its templates write, and no others."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator import pages, pipeline
from generator.figures.drawing import tag
from generator.pages.environment import element
from generator.text import escape, math
from tests.conftest import REPOSITORY
from tests.hostile_payloads import payloads, texts

EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "toc", "pymdownx.arithmatex"]
MARKS = "<>\"'&`*_{}[]()#!|$~^@:=+-.\\/ \n\t\u2028\u202ea1"
# Pieces of markup, in any order: shorter than an attack, and nearer to one than letters at random.
PIECES = st.lists(
    st.sampled_from(list(MARKS))
    | st.sampled_from(texts())
    | st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs"]), max_size=3),
    max_size=6,
).map("".join)


class Shape(HTMLParser):
    """The elements of a page with the names of their attributes, and the texts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[tuple[str, tuple[str, ...]]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add((tag, tuple(sorted(name for name, _ in attrs))))
        for name, value in attrs:
            if name in ("href", "src"):
                assert (value or "").partition(":")[0] in ("http", "https") or ":" not in (value or "").partition("/")[
                    0
                ]


def shape(text: str) -> set[tuple[str, tuple[str, ...]]]:
    """What the page of that Markdown is made of, as Python-Markdown reads it."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert set(yaml.safe_load(front)) <= {
        "title", "description", "kind", "hide", "generated", "search", "feed", "tags", "schema", "redirect",
    }  # fmt: skip
    seen = Shape()
    seen.feed(Markdown(extensions=EXTENSIONS).convert(body))
    seen.close()
    return seen.elements


def project(text: str) -> dict[str, str]:
    """A project with a text in every field of its works, themes, history and settings."""
    works = [
        {
            "id": f"k{number}", "type": "article-journal", "title": f"{word} {text}", "abstract": f"We propose {text} and {text} $x^2$.",
            "author": [{"family": "Otter", "given": text or "A"}, {"literal": text or "B"}], "DOI": f"10.5555/{number}", "URL": text,
            "issued": {"date-parts": [[2001]]}, "container-title": text, "volume": text, "page": text, "publisher": text, "note": text,
        }
        for number, word in enumerate(("Otters at sea", "Badgers in woods"))
    ]  # fmt: skip
    theme = {"id": "one", "title": f"A {text}", "scope": f"B {text}", "terms": ["otters", "badgers"]}
    decided = [{"ref": "doi:10.5555/0", "primary": "one", "why": f"C {text}"}]
    return {
        "bib/sources/a.json": json.dumps(works),
        "bib/themes.yml": json.dumps({"sections": [{"title": f"S {text}", "themes": [theme]}]}, ensure_ascii=False),
        "bib/survey.yml": json.dumps(
            {"title": f"T {text}", "subtitle": f"U {text}", "description": f"D {text}"}, ensure_ascii=False
        ),
        "bib/decisions.yml": json.dumps({"themes": decided}, ensure_ascii=False),
        "bib/history.yml": json.dumps([{"date": "2026-01-01", "removed": [f"k {text}"]}], ensure_ascii=False),
    }


def shapes(folder: Path) -> dict[str, set[tuple[str, tuple[str, ...]]]]:
    """What each page of the project is made of, by kind of page."""
    files, _ = pages.render(pipeline.survey_of(folder), folder)
    found: dict[str, set[tuple[str, tuple[str, ...]]]] = {}
    for path, text in files.items():
        if path.startswith("docs/") and path.endswith(".md"):
            kind = path.split("/")[1]
            found.setdefault(kind, set()).update(shape(str(text)))
    return found


def built(text: str) -> dict[str, set[tuple[str, tuple[str, ...]]]]:
    """The shapes of the pages of a project with that text in every field."""
    with TemporaryDirectory() as scratch:
        for name, content in project(text).items():
            file = Path(scratch) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        return shapes(Path(scratch))


@cache
def allowed() -> frozenset[tuple[str, tuple[str, ...]]]:
    """What the pages of harmless surveys are made of: every element and attribute that the templates write."""
    harmless = ("Otters at sea", "Čermák", "https://a.example/b", "12")
    return frozenset().union(*(elements for text in harmless for elements in built(text).values()))


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(text=PIECES)
def test_no_text_adds_an_element_or_an_attribute_to_any_page(text: str) -> None:
    extra = {kind: elements - allowed() for kind, elements in built(text).items() if elements - allowed()}
    assert extra == {}


@settings(max_examples=400, deadline=None, derandomize=True)
@given(text=PIECES)
def test_a_heading_is_one_element_that_shows_its_text(text: str) -> None:
    assume(escape.visible(text))
    html = Markdown(extensions=["attr_list", "md_in_html", "toc"]).convert(
        f"## {escape.heading(text)} {{ #{escape.identifier(text or 'x')} .work }}\n\nafter"
    )
    seen = re.fullmatch(r'<h2 class="work" id="([^"<>]*)">([^<>]*)</h2>\n<p>after</p>', html)
    assert seen, html
    assert unescape(seen[2]).split() == escape.visible(text).split()


@settings(max_examples=400, deadline=None, derandomize=True)
@given(text=PIECES)
def test_a_block_of_html_shows_its_text_and_its_attributes_as_they_are(text: str) -> None:
    block = element("p", text, title=text, data_key=text)
    html = Markdown(extensions=EXTENSIONS).convert(f"# x\n\n{block}\n\nafter")
    assert f"{block}\n" in html
    assert unescape(str(block)).count(escape.visible(math.plain(text))) >= 3 or not text.strip()


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=PIECES)
def test_front_matter_is_read_as_it_was_given_and_holds_no_other_key(text: str) -> None:
    given_values = {"title": text, "hide": [text], "search": {"exclude": True}}
    read = yaml.safe_load(escape.front_matter(given_values).strip("-\n"))
    assert set(read) == set(given_values)
    assert escape.visible(read["title"]) == escape.visible(text)
    assert read["search"] == {"exclude": True}


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=PIECES)
def test_json_in_a_script_ends_no_script(text: str) -> None:
    written = escape.script({"a": text})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == {"a": text}


@pytest.mark.parametrize(
    "value", [{"__proto__": 1}, {"a": {"b": 1, "__proto__": "x"}}, [{"__proto__": {"__proto__": 1}}]]
)
def test_no_name_in_a_script_is_what_an_object_comes_from(value: object) -> None:
    written = escape.javascript(value)
    assert '"__proto__":' not in written.replace('["__proto__"]:', "")
    assert json.loads(written.replace('["__proto__"]', '"__proto__"')) == value


@pytest.mark.parametrize("text", ['{"__proto__":', 'a"__proto__', '\\"__proto__":', ',"__proto__":1'])
def test_a_text_about_that_name_stays_as_it_is(text: str) -> None:
    for value in ({"a": text}, {text: 1}):
        assert json.loads(escape.javascript(value)) == value


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=PIECES)
def test_a_drawing_holds_a_text_as_text(text: str) -> None:
    root = ET.fromstring(tag("svg", tag("title", text), data_tip=text))
    assert [child.tag for child in root] == ["title"]
    assert (root[0].text or "").split() == escape.visible(text).split()


@pytest.mark.parametrize(
    "address", [text for payload in payloads() if payload.place == "address" for text in [payload.text]]
)
def test_an_address_that_is_none_becomes_no_link(address: str) -> None:
    assert escape.safe_url(address) == ""


def test_only_a_few_places_say_that_a_text_is_markup_already() -> None:
    """Each is a wall's gate: a new one needs a reason, and a look at what comes through it."""
    marks = re.compile(r"\b(?:ready|Markup)\((?![\"'])")
    found = {
        file.relative_to(REPOSITORY / "generator").as_posix()
        for file in (REPOSITORY / "generator").rglob("*.py")
        for text in [file.read_text(encoding="utf-8")]
        if "arkup" in text and "prose" not in file.parts and marks.search(text)
    }
    assert found == {
        "figures/drawing.py", "pages/environment.py", "pages/page.py", "pages/questions.py", "pages/references.py",
    }  # fmt: skip
    templates = list((REPOSITORY / "generator/pages/templates").glob("*.j2"))
    assert len(templates) > 20
    for template in templates:
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*(?:safe|ready)\b|autoescape", text), template
        assert not re.search(r"=(?:'|)\{\{", text), f"{template}: an attribute without double quotes"
        assert "markdown=" not in text, template
