"""How long the bibliography takes, and how large its files are, for made-up works of the usual kind.

python -m benchmarks.bibliography [--works 345] [--json]
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from typing import Any

from generator.bibliography.bibtex import bibtex
from generator.bibliography.coins import coins
from generator.bibliography.entry import entry_of
from generator.bibliography.export import FORMATS
from generator.bibliography.keys import assign_keys
from generator.bibliography.metatags import meta_tags
from generator.bibliography.published import Published, read_published
from generator.bibliography.reference import labels, reference
from generator.bibliography.styles import STYLES, formatted
from generator.identifiers import Identifier
from generator.names import Name
from generator.records import Origin, Record
from generator.works import Work

WORDS = (
    "large", "language", "model", "transformer", "attention", "retrieval", "scaling", "BERT", "learning", "efficient", "sparse", "tuning",
    "reasoning", "LLaMA", "data",
)  # fmt: skip


def works(count: int) -> list[Work]:
    """Works with eight authors, a title of nine words and an abstract of 170 each."""
    made = []
    for n in range(count):
        words = [WORDS[(n * 7 + place * place) % len(WORDS)] for place in range(170)]
        record = Record(Origin("sources/a.txt", n + 1))
        authors = tuple(Name(f"Family{(n * 3 + place) % 200}", "Given X.") for place in range(8))
        kind = "inproceedings" if n % 2 else "preprint"
        made.append(
            Work(" ".join(words[:9]).title(), (record,), abstract=" ".join(words), authors=authors, year=2015 + n % 10, kind=kind,
                 venue="ICLR" if n % 2 else "", identifiers=(Identifier("arxiv", f"2001.{n:05}"),))
        )  # fmt: skip
    return made


def main() -> None:
    """Print a table of seconds and bytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--works", type=int, default=345)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows: list[dict[str, Any]] = []

    def measure(what: str, function: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        result = function()
        size = len(result.encode()) if isinstance(result, str) else None
        rows.append({"what": what, "seconds": round(time.perf_counter() - start, 3), "bytes": size})
        return result

    raw = works(arguments.works)
    keyed = measure("keys, nothing published", lambda: assign_keys(raw, Published())[0])
    text = bibtex(map(entry_of, keyed))
    published = measure("read survey.bib", lambda: read_published(text))
    measure("keys, all published", lambda: assign_keys(raw, published))
    measure("labels and references", lambda: [labels(keyed), *map(reference, keyed)])
    measure("COinS and meta tags", lambda: [(coins(work), meta_tags(work)) for work in keyed])
    for name, form in FORMATS.items():
        measure(f"export {name}", lambda form=form: form.write(keyed, ""))
    for style in STYLES:
        measure(f"style {style}", lambda style=style: formatted(keyed, style))
    if arguments.json:
        print(json.dumps({"works": arguments.works, "rows": rows}, indent=1))
        return
    print(f"{arguments.works} works")
    for row in rows:
        print(f"{row['what']:28} {row['seconds']:8.3f} s  {row['bytes'] or '':>9}")


if __name__ == "__main__":
    main()
