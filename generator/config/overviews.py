"""`bib/overviews/<theme>.md`: what a person wrote about each theme; `index.md` there opens the front page."""

from __future__ import annotations

from pathlib import Path

from generator.config.taxonomy import Taxonomy
from generator.errors import InputError, Place, Problem
from generator.project.box import files_below, folder_problems, read_text
from generator.project.paths import OVERVIEWS
from generator.text.compare import did_you_mean

FOLDER = OVERVIEWS


def read_overviews(project: Path, taxonomy: Taxonomy) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Markdown text by theme id (and `index`), and faults in the files. Never raises for a bad file."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    found = files_below(project, FOLDER)
    problems += folder_problems(found, FOLDER, ".md")
    for file in found.files:
        if not file.name.casefold().endswith(".md"):
            continue
        if "/" in file.name or not file.name.endswith(".md"):
            hint = f"an overview is {FOLDER}/<theme>.md"
            problems.append(Problem("is not read", Place(f"{FOLDER}/{file.name}"), hint))
            continue
        name, stem = f"{FOLDER}/{file.name}", file.name.removesuffix(".md")
        try:
            text = read_text(project, file.path) or ""
        except InputError as error:
            problems += error.problems
            continue
        if stem != "index" and stem not in taxonomy.by_id:
            problems.append(
                Problem(
                    "belongs to no theme",
                    Place(name),
                    did_you_mean(stem, taxonomy.by_id, "name it after a theme id", show="{}.md".format),
                )
            )
            continue
        texts[stem] = text.rstrip() + "\n"
    return texts, tuple(problems)
