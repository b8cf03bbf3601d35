"""The survey as a server of the Model Context Protocol, asked by the protocol's own client."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

from generator import pipeline
from generator.agents.library import Library
from generator.agents.server import server_of
from generator.bibliography.styles import as_text
from generator.errors import InputError
from tests.conftest import snapshot
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES

FILES: dict[str, str | bytes] = {"bib/sources/a.bib": ATTENTION + BERT + CHAIN, "bib/themes.yml": THEMES}
Ask = Callable[..., Any]


@pytest.fixture
def ask(project: Callable[..., Path]) -> Ask:
    """Call a tool of the server in this process; gives what it answers, a list or a text."""
    library = Library(pipeline.survey_of(project(FILES)))

    def called(tool: str, **arguments: Any) -> Any:
        async def call() -> Any:
            async with Client(server_of(library)) as client:
                return await client.call_tool(tool, arguments)

        return answered(anyio.run(call))

    return called


def answered(result: Any) -> Any:
    text = "\n".join(block.text for block in result.content)
    if result.is_error:
        return f"error: {text}"
    structured: Mapping[str, Any] = result.structured_content or {}
    return structured.get("result", text)


def keys(found: Any) -> list[str]:
    works = json.loads(found) if isinstance(found, str) else found
    works = works if isinstance(works, list) else [works]
    return [work["key"] for work in works]


def test_search_finds_by_words_years_themes_and_identifiers(ask: Ask) -> None:
    assert keys(ask("search", query="transformer attention"))[0] == "vaswani2017attention"
    assert keys(ask("search", query="Devlin")) == ["devlin2019bert"]
    assert keys(ask("search", query="https://arxiv.org/abs/2201.11903v2")) == ["wei2022chain"]
    assert "wei2022chain" not in str(ask("search", query="models language", to_year=2020))
    assert keys(ask("search", query="reasoning language models", theme="reasoning")) == ["wei2022chain"]
    assert keys(ask("search", query="models", limit=1)) != []


def test_a_work_and_a_theme_are_texts(ask: Ask) -> None:
    assert "## Abstract" in ask("work", reference="arxiv:1810.04805")
    assert ask("theme", theme="Models").startswith("# Models")
    assert "Attention Is All You Need" in ask("cite", references=["vaswani2017attention"])
    assert "Vaswani, A." in ask("cite", references=["vaswani2017attention"], style="apa")


def test_bibliographies_come_in_every_format(ask: Ask) -> None:
    assert ask("export", references=["devlin2019bert"]).count("@") == 1
    assert ask("export", theme="reasoning", format="ris").count("TY  - ") == 1
    assert len(json.loads(ask("export", format="csl"))) == 3


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("work", {"reference": "vaswani2017atention"}, "did you mean"),
        ("theme", {"theme": "model"}, "there is no theme `model`"),
        ("search", {"query": "x", "theme": "nope"}, "there is no theme `nope`"),
        ("export", {"format": "bibtx"}, "bibtex"),
        ("cite", {"references": ["devlin2019bert"], "style": "../../etc/passwd"}, "no citation style"),
        ("work", {"reference": "/etc/passwd"}, "no work is named"),
        ("search", {"query": "otter " * 400}, "query has 2,400 characters, more than 2,000"),
        ("theme", {"theme": "t" * 5_000_000}, "theme has 5,000,000 characters, more than 2,000"),
        ("cite", {"references": ["a", "a" * 3_000]}, "references has 3,000 characters"),
        ("export", {"references": ["a"] * 10_001}, "references has 10,001 entries, more than 10,000"),
    ],
)
def test_what_is_wrong_is_reported_with_what_would_be_right(ask: Ask, tool: str, arguments: Any, message: str) -> None:
    answer = ask(tool, **arguments)
    assert answer.startswith("error: ")
    assert message in answer


def test_the_command_answers_over_standard_input_and_writes_nothing(project: Callable[..., Path]) -> None:
    root = project(FILES)
    before = snapshot(root)
    server = StdioServerParameters(command=sys.executable, args=["-m", "generator", "mcp", "--project", str(root)])

    async def session() -> tuple[list[Any], Any]:
        async with Client(server) as client:
            return (await client.list_tools()).tools, await client.call_tool("search", {"query": "attention"})

    tools, found = anyio.run(session)
    assert [tool.name for tool in tools] == ["search", "work", "themes", "theme", "cite", "export"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)
    assert "vaswani2017attention" in str(answered(found))
    assert snapshot(root) == before


@pytest.mark.parametrize(
    "style", ["../../../etc/passwd", "/etc/passwd", "apa/../apa", "a" * 5000, "x\x00y", "__proto__"]
)
def test_a_style_that_is_none_names_no_file(style: str) -> None:
    with pytest.raises(InputError, match="there is no citation style"):
        as_text([], style)
