"""References in the styles that a reader may choose, as citeproc-js makes them of what the pages get."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any

import pytest

from generator.bibliography.styles import OF_PAGES, page_locales, page_style, style_item
from generator.identifiers import Identifier
from generator.names import Name
from generator.works import Work
from tests.conftest import REPOSITORY

ARXIV = Identifier("arxiv", "2307.06290")
WORKS = (
    Work(
        title="Attention is all you need",
        records=(),
        key="vaswani2017",
        kind="inproceedings",
        authors=(Name("Vaswani", "Ashish"), Name("Polosukhin", "Illia")),
        year=2017,
        venue="NeurIPS",
        pages="5998–6008",
    ),
    Work(
        title="Letters",
        records=(),
        key="king1963",
        kind="article",
        authors=(Name("King", "Martin Luther", suffix="Jr."),),
        year=1963,
        venue="The Atlantic",
        volume="212",
        number="2",
    ),
    Work(title="深度学习", records=(), key="zhou2016", kind="book", authors=(Name("周", "志华"),), year=2016, publisher="清华"),
    Work(title="An anonymous note", records=(), key="anonymous2020", kind="misc", year=2020),
    Work(title="Instruction mining", records=(), key="cao2023", kind="preprint", authors=(Name("van der Berg", ""),), identifiers=(ARXIV,), year=2023),
    Work(title="Particles", records=(), key="berg2021", kind="article", authors=(Name("Berg", "Anna", particle="van der"),), year=2021, venue="Nature"),
    Work(title="Scaling LLaMA with GPT-4 & <b>tags</b>", records=(), key="ai2024", kind="misc", authors=(Name("01.AI", "", corporate=True),), year=2024),
    Work(title="No year", records=(), key="nobody", kind="phdthesis", authors=(Name("Nobody", "Ann"),), school="ETH"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "codes"),
    [
        ("en", ["en-US"]),
        ("de", ["de-DE", "en-US"]),
        ("es", ["es-ES", "en-US"]),
        ("fr", ["fr-FR", "en-US"]),
        ("it", ["it-IT", "en-US"]),
        ("pt_BR", ["pt-PT", "en-US"]),
        ("tlh", ["en-US"]),
    ],
)
def test_a_language_has_its_own_words_in_references_where_csl_has_them(language: str, codes: list[str]) -> None:
    assert list(page_locales(language)) == codes


def cited(works: tuple[Work, ...], language: str = "en") -> dict[str, dict[str, dict[str, str]]]:
    """What Node makes of works: by style, then `own` or `plain`, then key."""
    if not shutil.which("node") or not (REPOSITORY / "node_modules" / "citeproc").is_dir():
        message = "citeproc-js is not installed: `npm ci`"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    locales = page_locales(language)
    given = {
        "items": [style_item(work) for work in works],
        "styles": {name: page_style(name) for name in OF_PAGES},
        "locales": locales,
        "language": next(iter(locales)),
    }
    done = subprocess.run(
        ["node", str(REPOSITORY / "tests/scripts/cite.mjs")],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, dict[str, str]]]:
    return cited(WORKS)


def tight(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("style", OF_PAGES)
def test_pages_give_what_citeproc_gives(style: str, found: dict[str, dict[str, dict[str, str]]]) -> None:
    own, plain = found[style]["own"], found[style]["plain"]
    assert list(own) == [work.key for work in WORKS]
    assert {key: tight(text) for key, text in own.items()} == {key: tight(text) for key, text in plain.items()}


@pytest.mark.parametrize("style", OF_PAGES)
def test_every_work_has_its_title_and_nothing_that_a_program_forgot(
    style: str, found: dict[str, dict[str, dict[str, str]]]
) -> None:
    for work in WORKS:
        text = found[style]["own"][work.key]
        assert work.title.replace("<b>", "").replace("</b>", "").casefold() in text.casefold(), text
        assert not any(word in text for word in ("undefined", "[object", "nocase", "CSL", "NaN"))


@pytest.mark.parametrize(
    ("style", "key", "part"),
    [
        ("apa", "king1963", "King, M. L., Jr. (1963)."),
        ("ieee", "king1963", "[2] M. L. King Jr., “Letters,”"),
        ("vancouver", "king1963", "2. King ML Jr. Letters."),
        ("apa", "berg2021", "van der Berg, A. (2021). Particles. Nature."),
        ("chicago", "zhou2016", "周志华. 2016."),
        ("apa", "anonymous2020", "An anonymous note. (2020)."),
        ("acm", "ai2024", "01.AI. 2024."),
        ("apa", "cao2023", "(Preprint arXiv:2307.06290)"),
        ("chicago", "vaswani2017", "Vaswani, Ashish, and Illia Polosukhin. 2017. “Attention Is All You Need.”"),
        ("apa", "nobody", "(n.d.)"),
    ],
)
def test_names_dates_and_missing_fields_are_written_as_the_style_has_them(
    style: str, key: str, part: str, found: dict[str, dict[str, dict[str, str]]]
) -> None:
    assert part in found[style]["own"][key], found[style]["own"][key]


def test_another_language_has_its_own_words() -> None:
    assert "Vaswani, Ashish, und Illia Polosukhin" in cited(WORKS[:1], "de")["chicago"]["own"]["vaswani2017"]
