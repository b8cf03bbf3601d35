"""Attacks that once worked, each as it was found, and the files beside the pages: what was written is shown and
nothing of it is live.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from generator import pages, pipeline
from generator.text import escape, math
from tests.hostile import Parts, carriers, files
from tests.hostile_payloads import texts
from tests.pages.test_any_text import EXTENSIONS

Project = Callable[[dict[str, str]], Path]

IMAGE = "![x](x){onerror=ran(1)}"
THEMES = {
    "sections": [{"title": "All", "themes": [{"id": "sets", "title": "Sets", "scope": "Order.", "terms": ["order"]}]}]
}
WORK = {
    "id": "1", "type": "article-journal", "title": "Order matters for sets", "issued": {"date-parts": [[2001]]},
    "author": [{"family": "Otter", "given": "Ann"}], "abstract": "Order matters.", "DOI": "10.5555/1",
}  # fmt: skip


def html_of(text: str) -> str:
    """A page's text as the engines make it HTML."""
    as_sites_have_it = {"pymdownx.arithmatex": {"generic": True}}
    reader = Markdown(extensions=EXTENSIONS, extension_configs=as_sites_have_it)
    return reader.convert(text.removeprefix("---\n").partition("\n---\n")[2])


def rendered(folder: Path) -> dict[str, str]:
    """The generated files of a project, by path below `docs/`."""
    written, _ = pages.render(pipeline.survey_of(folder), folder)
    return {path.removeprefix("docs/"): text for path, text in written.items() if isinstance(text, str)}


def live(written: dict[str, str]) -> dict[str, list[str]]:
    """By page, what a text made live: handlers, addresses that are scripts, and elements that no page has."""
    found = {path: Parts.of(html_of(text)).live for path, text in written.items() if path.endswith(".md")}
    assert len(found) > 15
    return {path: what for path, what in found.items() if what}


def shown(written: dict[str, str], text: str) -> list[str]:
    """The pages that show a text literally."""
    return [path for path, page in written.items() if path.endswith(".md") and text in Parts.of(html_of(page)).text]


def paper(written: dict[str, str]) -> str:
    """The page of the only work."""
    (path,) = (path for path in written if path.startswith("papers/") and "redirect:" not in written[path])
    return path


def with_work(**fields: object) -> dict[str, str]:
    """A project with one work of those fields."""
    return {
        "bib/sources/a.json": json.dumps([{**WORK, **fields}]),
        "bib/themes.yml": json.dumps(THEMES),
        "bib/survey.yml": json.dumps({"title": "Sets", "keys": "keep"}),
    }


@pytest.mark.parametrize(
    "end", [IMAGE, f"{IMAGE}.", 'a" onmouseover="ran(1)', "a}onmouseover=ran(1)", "[a](javascript:ran(1))"]
)
def test_a_doi_is_no_markdown(end: str, project: Project) -> None:
    written = rendered(project(with_work(DOI=f"10.1234/{end}")))
    assert live(written) == {}
    where = shown(written, "10.1234/")  # one with a quotation mark is not an address, and told among the findings
    assert paper(written) in where or where == ["quality.md"]


@pytest.mark.parametrize("style", ["author-year", "numbered"])
@pytest.mark.parametrize("family", [rf"\'{{{IMAGE}}}", rf"M\"u{IMAGE}", rf"{{\'e}}{IMAGE}", "Müller" + IMAGE])
def test_a_family_name_with_an_accent_macro_is_no_markdown_in_a_reference(
    family: str, style: str, project: Project
) -> None:
    given = with_work(author=[{"family": family, "given": "Ann"}])
    given["bib/survey.yml"] = json.dumps({"title": "Sets", "keys": "keep", "citations": {"style": style}})
    given["bib/overviews/sets.md"] = "## Words\n\nThey say so [@otter2001order].\n"
    given["bib/pages/more.md"] = "# More\n\nThey say so [@otter2001order].\n"
    written = rendered(project(given))
    assert live(written) == {}
    assert set(shown(written, "![x](x){onerror=ran")) >= {"themes/sets.md", paper(written)}


@pytest.mark.parametrize("style", ["author-year", "numbered", "ieee"])
def test_the_list_of_references_below_prose_holds_titles_as_they_are(style: str, project: Project) -> None:
    given = with_work(title=f"Order {IMAGE} matters [a](javascript:ran(1)) <img src=x onerror=ran(1)>")
    given["bib/survey.yml"] = json.dumps({"title": "Sets", "keys": "keep", "citations": {"style": style}})
    given |= dict.fromkeys(("bib/overviews/sets.md", "bib/pages/more.md"), "# More\n\nThey say so [@otter2001order].\n")
    written = rendered(project(given))
    assert live(written) == {}
    assert {"more.md", "themes/sets.md"} <= set(shown(written, "onerror=ran(1)"))


@pytest.mark.parametrize("gone", [IMAGE, "[a](javascript:ran(1))", "<img src=x onerror=ran(1)>", "`a`{onclick=ran(1)}"])
def test_what_is_noted_in_the_history_is_shown_among_the_news_as_it_is(gone: str, project: Project) -> None:
    noted = json.dumps([{"date": "2026-01-01", "added": ["otter2001order"], "removed": [gone]}])
    written = rendered(project({**with_work(), "bib/history.yml": noted}))
    assert live(written) == {}
    assert "new.md" in shown(written, gone)


@pytest.mark.parametrize(
    "title", [f"Sets {IMAGE}", "Sets [a](javascript:ran(1))", "Sets {onmouseover=ran(1)}", "Sets { #x onclick=ran(1) }"]
)
def test_a_theme_s_title_is_no_markdown(title: str, project: Project) -> None:
    theme = {"id": "sets", "title": title, "scope": title, "terms": ["order"]}
    taxonomy = json.dumps({"sections": [{"title": title, "themes": [theme]}]}, ensure_ascii=False)
    written = rendered(
        project({**with_work(), "bib/themes.yml": taxonomy, "bib/overviews/sets.md": "As [@otter2001order].\n"})
    )
    assert live(written) == {}
    assert {"index.md", "themes/index.md", "themes/sets.md"} <= set(shown(written, title))


@pytest.mark.parametrize(
    "name",
    [
        "x onmouseover=ran(1)",
        "x/onmouseover=ran(1)",
        "[a](javascript:ran(1))",
        "x'onclick='ran(1)",
        "<svg/onload=ran(1)>",
    ],
)
def test_a_published_key_and_a_former_one_are_no_markup(name: str, project: Project) -> None:
    key = name.replace(" ", "")
    entry = (
        f"@article{{{key},\n  title = {{Order matters for sets}},\n  doi = {{10.5555/1}},\n  ids = {{{name}}},\n}}\n"
    )
    written = rendered(project({**with_work(), "bib/survey.bib": entry}))
    assert live(written) == {}
    assert paper(written) in shown(written, key)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The generated files of a project with every payload in every field."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text("nav:\n  # <survey>\n  # </survey>\n", encoding="utf-8")
    return rendered(folder)


def plain(text: str) -> str:
    """A text as a reader sees it, its formulas drawn."""
    return escape.visible(math.plain(text))


def literal(text: str) -> str:
    """A text as it is seen where formulas stay as they were written."""
    return escape.visible(text)


def test_feeds_hold_titles_names_and_themes_as_text(hostile: dict[str, str]) -> None:
    feeds = {path: text for path, text in hostile.items() if path.startswith("feeds/")}
    assert len(feeds) > len(carriers())
    atom = "{http://www.w3.org/2005/Atom}"
    kinds = {"feed", "entry", "id", "title", "updated", "link", "author", "name", "category", "summary"}
    for path, text in feeds.items():
        root = ET.fromstring(text)
        assert {element.tag.removeprefix(atom) for element in root.iter()} <= kinds, path
        assert all(
            element.get("type", "text") == "text" for kind in ("title", "summary") for element in root.iter(atom + kind)
        )
        assert not any(re.match(r"\s*\w+script:|data:", link.get("href", "")) for link in root.iter(f"{atom}link"))
    titles = {title.text for title in ET.fromstring(feeds["feeds/survey.xml"]).iterfind(f"{atom}entry/{atom}title")}
    works = json.loads(hostile["data/survey.json"])["works"]
    assert titles == {plain(work["title"]) for work in works}


def test_llms_txt_shows_every_text_and_links_to_pages_only(hostile: dict[str, str]) -> None:
    parts = Parts.of(Markdown(extensions=["attr_list"]).convert(hostile["llms.txt"]))
    assert parts.live == []
    assert {name for name, _ in parts.elements} <= {"h1", "h2", "p", "ul", "li", "a", "blockquote", "code"}
    read = " ".join(parts.text.split())
    assert [text for text in texts() if literal(text) not in read] == []


@pytest.mark.parametrize("sign", ["x", '"', "<", "\\", "深", "\U0001f9a6"])
@pytest.mark.parametrize("length", [100, 900, 1023, 1025, 5000])
def test_a_title_of_any_length_leaves_a_navigation_that_is_read(project: Project, sign: str, length: int) -> None:
    title = f"Sets {sign * length}"
    theme = {"id": "sets", "title": title, "scope": "Order.", "terms": ["order"]}
    folder = project(
        {
            "bib/sources/a.json": json.dumps([WORK]),
            "bib/themes.yml": json.dumps({"sections": [{"title": title, "themes": [theme]}]}, ensure_ascii=False),
            "bib/pages/own.md": f"# {title}\n\nText.\n",
            "mkdocs.yml": "nav:\n  # <survey>\n  # </survey>\n",
        }
    )
    nav = yaml.safe_load(rendered(folder)["mkdocs.yml"])["nav"]
    themes = next(inside for item in nav for label, inside in item.items() if label == "Themes")
    section, inside = next(iter(themes[-1].items()))
    ((theme_label, path),) = inside[0].items()
    assert (section, path) == (theme_label, "themes/sets.md")
    if length == 100:
        assert section == escape.html(title)
    else:
        assert section.startswith(escape.html(title[:100]))


def test_the_labels_of_the_navigation_are_titles_of_themes_and_sections_as_they_are(hostile: dict[str, str]) -> None:
    nav = yaml.safe_load(hostile["mkdocs.yml"])["nav"]
    targets, labels = [], []
    waiting = list(nav)
    while waiting:
        item = waiting.pop()
        ((label, target),) = item.items() if isinstance(item, dict) else [("", item)]
        labels.append(label)
        if isinstance(target, list):
            waiting += target
        else:
            targets.append(target)
    assert [target for target in targets if not re.fullmatch(r"[a-z0-9/-]+\.md", target)] == []
    read = [Parts.of(f"<p>{label}</p>").text for label in labels]
    assert not any(Parts.of(label).elements for label in labels)
    for work in carriers():
        for title in (literal(f"{work.text} theme {work.number}"), literal(f"{work.text} section")):
            cut = [one for one in read if one.endswith("…") and len(one) > 100 and title.startswith(one[:-1])]
            assert title in read or cut


def test_heads_hold_texts_as_values_of_front_matter(hostile: dict[str, str]) -> None:
    """`overrides/main.html` escapes what the front matter of a page gives to its head, and splits `tags` at tabs and
    line ends.
    """
    papers = [text for path, text in hostile.items() if path.startswith("papers/") and "\ntags:" in text]
    assert len(papers) == len(carriers())
    for text in papers:
        front = yaml.safe_load(text.removeprefix("---\n").partition("\n---\n")[0])
        tags = [line.split("\t") for line in front["tags"].split("\n")]
        assert {len(tag) for tag in tags} == {2}
        assert all(re.fullmatch(r"(?:citation_|DC\.)[a-z_]+", name) for name, _ in tags)
        assert not re.search("[<>]", front["title"] + front["description"])
        assert not re.search("[<>&]", front["schema"])
        json.loads(front["schema"])


def test_reasons_and_reviewers_of_exclusion_stand_on_the_page_of_records_as_they_are(hostile: dict[str, str]) -> None:
    parts = Parts.of(html_of(hostile["records.md"]))
    assert parts.live == []
    read = " ".join(parts.text.split())
    for work in carriers():
        text = plain(work.text)
        assert f" — {text} · {text}: exclude at title and abstract ({text})" in read


def test_everything_that_was_written_is_there_on_some_page(hostile: dict[str, str]) -> None:
    read = " ".join(
        " ".join(Parts.of(html_of(text)).text.split()) for path, text in hostile.items() if path.endswith(".md")
    )
    assert [text for text in texts() if plain(text) not in read] == []
    # What authors write as Markdown (scope, criteria, texts of editions) may hold a picture, and nothing that acts.
    found = live(hostile)
    assert {path for path in found if not path.startswith("v/")} <= {"method.md"}
    assert {what for page in found.values() for what in page} <= {"<img>"}
