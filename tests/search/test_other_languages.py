"""Queries of readers whose language is not English, each with what it has to find among the first three: no browser is needed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import REPOSITORY, MakeProject

DATA = REPOSITORY / "tests/data/search"
FEWEST = 20  # queries of a language
SETTINGS = {
    "german": ("works.bib", "title: Schule und Lernen\nlanguage: de\n"),
    "chinese": ("works.ris", "title: 人工智能文献\n"),
}
ASK = """
    import { readFileSync } from "node:fs";
    const { module, folder, queries } = JSON.parse(readFileSync(0, "utf8"));
    const { searchOf } = await import(module);
    const { grouped } = await import(module.replace("tests/scripts/search-of-folder.mjs", "scripts/search/groups.js"));
    const search = searchOf(folder);
    const found = [];
    for (const query of queries) found.push(grouped((await search.ask(query)).hits).flat().map((hit) => hit.title));
    console.log(JSON.stringify(found));
"""


def asked(folder: Path, queries: list[str]) -> list[list[str]]:
    """The first three titles that the page's own scripts list for each query, from the index of a built project."""
    module = REPOSITORY / "tests/scripts/search-of-folder.mjs"
    given = {"module": module.as_uri(), "folder": str(folder / "docs/assets/search"), "queries": queries}
    done = subprocess.run(
        ["node", "--input-type=module", "-e", ASK],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    return [titles[:3] for titles in json.loads(done.stdout)]


@pytest.mark.skipif(not shutil.which("node"), reason="Node runs the page's script")
@pytest.mark.skipif(not (REPOSITORY / "node_modules/minisearch").exists(), reason="npm ci brings what the search uses")
@pytest.mark.parametrize("language", SETTINGS)
def test_what_readers_of_another_language_type_finds_its_work(language: str, project: MakeProject) -> None:
    source, settings = SETTINGS[language]
    folder = project(
        {
            f"bib/sources/{source}": (DATA / language / source).read_bytes(),
            "bib/themes.yml": (DATA / language / "themes.yml").read_bytes(),
            "bib/survey.yml": settings,
        }
    )
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    lines = (DATA / language / "queries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) >= FEWEST
    found = asked(folder, [query for _, query, _ in rows])
    missed = [
        f"{kind}: {query} gave {titles}"
        for (kind, query, wanted), titles in zip(rows, found, strict=True)
        if not any(title.startswith(wanted) for title in titles)
    ]
    assert not missed, "\n".join(missed)
