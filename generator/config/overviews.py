"""`bib/overviews/<theme>.md`: what a person wrote about each theme; `index.md` there opens the front page."""

from __future__ import annotations

from pathlib import Path

from generator.config.taxonomy import Taxonomy
from generator.errors import Place, Problem
from generator.text.compare import nearest

FOLDER = "bib/overviews"


def read_overviews(project: Path, taxonomy: Taxonomy) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Markdown text by theme id (and `index`), and what is wrong with the files. Never raises for a bad file."""
    folder = project / FOLDER
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        name = f"{FOLDER}/{file.name}"
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except (UnicodeDecodeError, OSError):
            problems.append(Problem("cannot be read as UTF-8 text", Place(name), "save it as UTF-8"))
            continue
        if file.stem != "index" and file.stem not in taxonomy.by_id:
            close = nearest(file.stem, taxonomy.by_id)
            problems.append(
                Problem(
                    "belongs to no theme",
                    Place(name),
                    f"did you mean {close[0]}.md?" if close else "name it after a theme id",
                )
            )
            continue
        texts[file.stem] = text.replace("\r\n", "\n").rstrip() + "\n"
    return texts, tuple(problems)
