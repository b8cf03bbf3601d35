"""How fast prose is read, cited and traced back: the survey's own overviews, once and many times over.

python -m benchmarks.prose [--copies 1,20] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.prose.backlinks import backlinks
from generator.prose.citations import read_markup
from generator.prose.library import Library
from generator.prose.overview import parse_overview
from generator.prose.render import cite
from generator.prose.sources import Written

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Print seconds for each step and number of pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", default="1,20")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "bib/overviews").glob("*.md"))]
    keys = {item.key for text in texts for citation in read_markup(text).citations for item in citation.items}
    library = Library(
        dict.fromkeys(keys, "A title"),
        dict.fromkeys(keys, "Smith et al., 2022"),
        {key: f"papers/{key}.md" for key in keys},
        known(keys),
        str,
    )
    rows = []
    for copies in map(int, arguments.copies.split(",")):
        pages = [
            Written("", f"p{copy}-{nth}.md", "", f"{text}\n<!-- {copy} -->\n")
            for copy in range(copies)
            for nth, text in enumerate(texts)
        ]
        row: dict[str, float] = {
            "pages": len(pages),
            "citations": sum(len(read_markup.__wrapped__(page.text).citations) for page in pages),
        }
        read_markup.cache_clear()
        row["cite (s)"] = seconds(lambda pages=pages: [cite(page.text, page.page, library) for page in pages])
        row["overview (s)"] = seconds(
            lambda pages=pages: [parse_overview(page.text, library.resolve) for page in pages]
        )
        row["backlinks (s)"] = seconds(lambda pages=pages: backlinks(pages, library))
        rows.append(row)
    if arguments.json:
        print(json.dumps(rows))
    else:
        print("  ".join(f"{name:>13}" for name in rows[0]))
        for row in rows:
            print(
                "  ".join(f"{value:>13.3f}" if isinstance(value, float) else f"{value:>13}" for value in row.values())
            )
    return 0


def known(keys: set[str]) -> Callable[[str], str | None]:
    """A library's `resolve` for these keys."""
    return lambda written: written if written in keys else None


def seconds(step: Callable[[], object]) -> float:
    """Seconds of process time that `step` takes."""
    started = time.process_time()
    step()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
