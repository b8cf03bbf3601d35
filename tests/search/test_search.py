from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.config.setting_groups import SearchSettings
from generator.config.settings import Settings
from generator.errors import InputError
from generator.search.engine import MANY, engine
from generator.search.pagefind import add_pagefind, plain_pages
from tests.conftest import REPOSITORY

DOCS = [
    {"location": "papers/a/", "title": "CoLT5: Faster", "text": ""},
    {
        "location": "papers/a/#top",
        "title": "CoLT5: Faster",
        "text": "<p>Joshua Ainslie</p> <p>ainslie2023colt5 · arXiv 2303.09752</p>",
    },
    {
        "location": "papers/a/#abstract",
        "title": "Abstract",
        "text": "<p>Many tasks benefit from long inputs &amp; outputs.</p>",
    },
    {"location": "", "title": "Home", "text": "<p>A survey.</p>"},
]


def test_large_surveys_get_pagefind_and_the_setting_goes_before_the_size() -> None:
    assert engine(Settings(), MANY - 1) == "material"
    assert engine(Settings(), MANY) == "pagefind"
    assert engine(Settings(search=SearchSettings("pagefind")), 1) == "pagefind"
    assert engine(Settings(search=SearchSettings("material")), 10 * MANY) == "material"


def test_pagefind_reads_the_same_text_as_the_other_search() -> None:
    pages = plain_pages(DOCS, "en")
    assert set(pages) == {"papers/a/index.html", "index.html"}
    assert pages["papers/a/index.html"].count("CoLT5") == 1
    assert "2303.09752" in pages["papers/a/index.html"]


def test_pagefind_indexes_a_website_and_takes_over_its_search_box(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "assets").mkdir()
    (tmp_path / "search/search_index.json").write_text(json.dumps({"config": {"lang": ["en"]}, "docs": DOCS}))
    add_pagefind(tmp_path)
    assert (tmp_path / "pagefind/pagefind.js").is_file()
    assert b"pagefind" in (tmp_path / "assets/search.js").read_bytes()


def test_a_website_without_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"search_index\.json"):
        add_pagefind(tmp_path)


def test_the_search_box_cuts_words_where_the_index_does() -> None:
    script = (REPOSITORY / "generator/assets/search.js").read_text(encoding="utf-8")
    cut = re.search(r"\.split\(/(.+)/\)\s*\.filter\(Boolean\)", script)
    assert cut
    for settings in ("mkdocs.yml", "generator/skeleton/mkdocs.yml"):
        separator = re.search(r"separator: '(.+?)'", (REPOSITORY / settings).read_text(encoding="utf-8"))
        assert separator
        assert separator[1].replace(r"\[", "[") == cut[1]


@pytest.mark.skipif(not shutil.which("node"), reason="Node runs the script of the search box")
@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (
            "Mistral-SPLADE: LLMs",
            ["+Mistral +SPLADE +LLMs", "Mistral^1 SPLADE^1 LLMs^2 LLMs"],
        ),  # a colon would name a field
        ("the Computation", ["Computation^2 Computation"]),
        ("the", ["the^2 the"]),
        ("Tian Ye", ["+Tian +Ye", "Tian^1 Ye^1"]),
        ("2303.09752", ["2303.09752^2 2303.09752"]),
        ("https://arxiv.org/abs/2303.09752", ["2303.09752^2 2303.09752"]),
        ("https://arxiv.org/pdf/2303.09752v2.pdf", ["2303.09752^2 2303.09752"]),
        ("arXiv:2303.09752v2", ["2303.09752^2 2303.09752"]),
        ("https://doi.org/10.48550/arXiv.2303.09752", ["2303.09752^2 2303.09752"]),
        ("doi:10.1145/3600006", ["+10.1145 +3600006", "10.1145^1 3600006^2 3600006", "10.1145^1"]),
        ("https://doi.org/10.1145/3600006", ["+10.1145 +3600006", "10.1145^1 3600006^2 3600006", "10.1145^1"]),
        ("Ontañón", ["Ontañón^2 Ontañón Ontanon^2 Ontanon"]),
        ("Łukasz Kaiser", ["+Lukasz +Kaiser", "+Łukasz +Kaiser", "Łukasz^1 Lukasz^1 Kaiser^2 Kaiser"]),
        ("Attention Is All You Need ", ["+Attention +Need", "Attention^1 Need^1"]),
        (
            "PaLM 2 Report",
            ["+PaLM +2 +Report", "+PaLM +Report", "PaLM^1 2^1 Report^2 Report", "PaLM^1 Report^2 Report"],
        ),
        ('"exactly this"', ['"exactly this"']),
        ("+must have", ["+must have"]),
    ],
)
def test_all_words_are_asked_for_and_any_of_them_where_no_page_has_all(typed: str, asked: list[str]) -> None:
    script = (REPOSITORY / "generator/assets/search.js").read_text(encoding="utf-8")
    bare = re.search(
        r"  function bare\(text\) \{.*?\n  \}\n",
        (REPOSITORY / "generator/assets/survey.js").read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert bare
    program = f"""
        globalThis.document = new EventTarget();
        globalThis.window = {{ Worker: class extends EventTarget {{
            postMessage(message) {{
                console.log(message.data);
                this.dispatchEvent(new MessageEvent("message", {{ data: {{ type: 3, data: {{ items: [] }} }} }}));
            }}
        }} }};
        {bare[0]}
        window.survey = {{ bare }};
        {script}
        new window.Worker().postMessage({{ type: 2, data: {json.dumps(typed)} }});
    """
    done = subprocess.run(["node", "-e", program], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip("\n").splitlines() == asked
