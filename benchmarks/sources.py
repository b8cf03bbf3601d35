"""How long reading takes: the shipped sources, the completing bibliography, and 2,000 records of mixed formats."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.config.settings import Settings
from generator.records import SourceReading
from generator.sources import read_enriching, read_sources

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "tests/data/sources"


def mixed(folder: Path) -> None:
    """Write about 2,000 records in seven formats below `folder`."""
    folder.mkdir(parents=True)
    for name, times in (("zotero.ris", 200), ("pubmed.nbib", 150), ("web_of_science.txt", 100)):
        (folder / name).write_bytes((SAMPLES / name).read_bytes() * times)
    head, rows = (SAMPLES / "zotero.csv").read_text(encoding="utf-8").split("\n", 1)
    (folder / "zotero.csv").write_text(f"{head}\n" + f"{rows.rstrip()}\n" * 250, encoding="utf-8")
    lines = (SAMPLES / "generic.jsonl").read_text(encoding="utf-8").split("\n")[:2]
    (folder / "generic.jsonl").write_text("\n".join(lines * 150), encoding="utf-8")
    (folder / "metadata.bib").write_bytes((ROOT / "bib/metadata.bib").read_bytes())


def measure(read: Callable[[], tuple[SourceReading, ...]]) -> dict[str, float]:
    """Records read, and seconds of the best of three runs."""
    best, count = float("inf"), 0
    for _ in range(3):
        started = time.perf_counter()
        count = sum(len(reading.records) for reading in read())
        best = min(best, time.perf_counter() - started)
    return {"records": count, "seconds": round(best, 3)}


def main() -> None:
    """Print the table, or JSON with `--json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "bib/sources"
        mixed(folder)
        results = {
            "shipped sources": measure(lambda: read_sources(ROOT / "bib/sources", Settings())),
            "metadata.bib": measure(lambda: read_enriching(ROOT / "bib", ("metadata.bib",), Settings())),
            "mixed formats": measure(lambda: read_sources(folder, Settings())),
        }
    if as_json:
        print(json.dumps(results, indent=2))
        return
    for name, result in results.items():
        print(f"{name:20} {result['records']:6.0f} records {result['seconds']:7.3f} s")


if __name__ == "__main__":
    main()
