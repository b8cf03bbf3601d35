"""Answers in each service's own shape with anything in the place of any value: nothing is lost, and nothing gets in."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.fetching.bib_file import read_fetched
from tests.conftest import snapshot
from tests.services import shapes
from tests.services.papers import ANTHOLOGY, GROUP, ORDER, PREPRINT
from tests.services.server import Server, always, serving

HOSTILE = (
    '<img src=x onerror="alert(1)">', "</script><script>alert(1)</script>", "![x](javascript:alert(1))",
    "{%raw%}{{ 7*7 }}", "}\n@article{evil, title = {Evil}}", "\\input{/etc/passwd}", "=cmd|' /C calc'!A0",
    "javascript:alert(1)", "\u202egnp.exe", "\x00\x1b[31m", "a" * 3000, "$\\def\\x{\\x\\x}\\x$", "](x){onclick=alert(1)}",
)  # fmt: skip
VALUES: st.SearchStrategy[Any] = (
    st.sampled_from(HOSTILE) | st.none() | st.integers(-9, 10**20) | st.booleans() | st.just([]) | st.just({})
)
ROW = f"{ORDER.title},Ann Smith; Bo Lee,2022,{ORDER.doi},Journal of Sets,We study how the order of a set matters."
FACTS = (ORDER.title, "Smith", "Lee", "2022", ORDER.doi, "We study how the order of a set matters")


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in a JSON value, and of every one in it."""
    if not isinstance(value, dict | list):
        return
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*path, name)
        yield from places(inner, (*path, name))


def changed(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    value = copy.deepcopy(value)
    at = value
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] = new
    return value


ANSWERS: dict[str, Any] = {
    "crossref": {"message": {"items": [shapes.crossref(ORDER)]}},
    "openalex": {"results": [shapes.openalex(ORDER)]},
    "semantic-scholar": [shapes.semantic_scholar(ORDER)],
    "dblp": shapes.dblp([ORDER]),
}


def survey(folder: Path, server: Server) -> Path:
    (folder / "bib" / "sources").mkdir(parents=True)
    (folder / "bib" / "survey.yml").write_text(server.settings, encoding="utf-8")
    table = f"title,authors,year,doi,venue,abstract\n{ROW}\n"
    (folder / "bib" / "sources" / "a.csv").write_text(table, encoding="utf-8")
    return folder


def check(folder: Path) -> None:
    """Fetch and build: the facts of the export are there, the fetched file reads as it was written, no script runs."""
    main(["fetch", "--refresh", "--project", str(folder)])
    fetched = folder / "bib" / "fetched.bib"
    entries = read_fetched(fetched.read_bytes()) if fetched.is_file() else {}
    assert len(entries) <= 1 and "evil" not in entries
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    first = snapshot(folder / "docs"), snapshot(folder / "bib")
    (work,) = json.loads((folder / "docs" / "data" / "survey.json").read_text(encoding="utf-8"))["works"]
    written = json.dumps(work, ensure_ascii=False) + (folder / "docs" / "papers" / f"{work['key']}.md").read_text(
        "utf-8"
    )
    assert all(fact in written for fact in FACTS)
    # What stands above a page are values, which the templates escape.
    pages = "".join(page.read_text("utf-8").split("\n---\n", 1)[-1] for page in (folder / "docs").rglob("*.md"))
    assert not re.search(r"<img src=x|<script>alert|href=\"javascript:|<[^>]*\sonclick=alert", pages)
    main(["build", "--quiet", "--project", str(folder)])
    assert (snapshot(folder / "docs"), snapshot(folder / "bib")) == first


SLOW = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.mark.parametrize("service", ANSWERS)
@SLOW
@given(data=st.data())
def test_any_value_in_an_answer_costs_no_fact_and_brings_no_markup(
    tmp_path_factory: pytest.TempPathFactory, service: str, data: st.DataObject
) -> None:
    answer = ANSWERS[service]
    for path in data.draw(st.lists(st.sampled_from(list(places(answer))), min_size=1, max_size=3)):
        try:
            answer = changed(answer, path, data.draw(VALUES))
        except (KeyError, IndexError, TypeError):
            continue  # what stood there went with an earlier change
    with serving(Server()) as server:
        server.fault[service] = always(200, json.dumps(answer))
        check(survey(tmp_path_factory.mktemp("any"), server))


XML: dict[str, tuple[Callable[..., str], str]] = {
    "arxiv": (lambda: shapes.arxiv([PREPRINT]), "bib/sources/x.csv:arxiv:2301.01234"),
    "pubmed": (lambda: shapes.pubmed([GROUP]), "bib/sources/x.csv:pmid:33000002"),
    "acl-anthology": (lambda: shapes.anthology([ANTHOLOGY]), "bib/sources/x.csv:acl:2023.acl-long.12"),
}


@pytest.mark.parametrize("service", XML)
@SLOW
@given(text=st.sampled_from(HOSTILE), place=st.integers(0, 200), raw=st.booleans())
def test_any_text_in_a_feed_costs_no_fact_and_brings_no_markup(
    tmp_path_factory: pytest.TempPathFactory, service: str, text: str, place: int, raw: bool
) -> None:
    make, identifier = XML[service]
    answer = make()
    texts = [match.span() for match in re.finditer(r"(?<=>)[^<>\s][^<>]*(?=<)", answer)]
    start, end = texts[place % len(texts)]
    answer = answer[:start] + (text if raw else escape(text.replace("\x00", "").replace("\x1b", ""))) + answer[end:]
    name, _, value = identifier.rpartition("/x.csv:")[2].partition(":")
    with serving(Server()) as server:
        server.fault[service] = always(200, answer)
        folder = survey(tmp_path_factory.mktemp("any"), server)
        table = f"title,authors,year,doi,venue,abstract,{name}\n{ROW},{value}\n"
        (folder / "bib" / "sources" / "a.csv").write_text(table, encoding="utf-8")
        check(folder)
