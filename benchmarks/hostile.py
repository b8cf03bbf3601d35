"""What reading takes of files made to exhaust it: a million empty entries of each format, one line of 200 MB, NUL bytes.

    python -m benchmarks.hostile [NAME …] [--entries 1000000] [--json]

Each file is read in a process of its own; the figures are seconds (wall and processor), the peak of memory, and the report's length.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.made.measured import memory

ROOT = Path(__file__).resolve().parents[1]
LINE = 200 * 2**20  # bytes of the giant line
EMPTY: dict[
    str, tuple[bytes, bytes]
] = {  # head of the file, and the entry that is repeated; %d gives each a key of its own
    "BibTeX": (b"", b"@article{k%d,}\n"),
    "BibTeX, one key": (b"", b"@misc{k,}\n"),
    "BibTeX, no key": (b"", b"@misc{}\n"),
    "BibTeX, empty field": (b"", b"@misc{k%d, title = {}}\n"),
    "RIS": (b"", b"TY  - JOUR\nER  - \n"),
    "RIS without ends": (b"", b"TY  - JOUR\n"),
    "MEDLINE": (b"PMID- 1\nTI  - One\n\n", b"PMID- \n\n"),
    "Web of Science": (b"FN Clarivate Analytics Web of Science\nVR 1.0\n", b"PT J\nER\n"),
    "CSV": (b"title,authors,year,doi\n", b",,,\n"),
    "CSV, only years": (b"title,authors,year,doi\n", b",,2020,\n"),
    "CSV, broken rows": (b"title,authors,year,doi\n", b"a,b,c,d,%d,\n"),
    "TSV": (b"title\tauthors\tyear\tdoi\n", b"\t\t\t\n"),
    "JSON": (b"[", b"{},"),
    "JSON Lines": (b"", b"{}\n"),
    "CSL-JSON": (b"[", b'{"type": "article-journal"},'),
    "Atom": (b"<feed>", b"<entry></entry>\n"),
    "EndNote XML": (b"<xml><records>", b"<record></record>\n"),
    "Markdown": (b"- [A title](https://arxiv.org/abs/2101.00001)\n", b"- [x](https://example.org/)\n"),
    "table dump": (b"2101.00001 | A text |\n", b"x%d | |\n"),
    "YAML": (b"", b"- {}\n"),
}
STARTS = {
    "BibTeX": b"@misc{a, title = {", "RIS": b"TY  - JOUR\nTI  - ", "MEDLINE": b"PMID- 1\nTI  - ", "JSON": b'{"title": "', "CSV": b'title,year\n"',
    "Atom": b"<feed><entry><title>", "page dump": b"A title\n\n", "Markdown": b"# List\n\n- [",
}  # fmt: skip


def write(file: Path, name: str, entries: int) -> None:
    """Write the hostile file of that name."""
    kind, _, form = name.partition(": ")
    if kind == "entries":
        head, unit = EMPTY[form]
        file.write_bytes(
            head + (b"".join(unit % number for number in range(entries)) if b"%d" in unit else unit * entries)
        )
    elif kind == "line":
        file.write_bytes(STARTS[form] + b"word {x} " * (LINE // 9))
    else:
        file.write_bytes(STARTS[form] + b"\x00" * LINE)


def measured(file: Path) -> None:
    """Read one file here, and print what that took."""
    from generator.config.settings import Settings
    from generator.sources.reading import read_file

    wall, processor = time.perf_counter(), time.process_time()
    reading = read_file(file, "sources/a.txt", Settings())
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    pieces = len(reading.left_out) + len(reading.problems)
    last = next((str(one) for one in (*(found.reason for found in reading.left_out[-1:]), *reading.problems[-1:])), "")
    figures = {
        "wall": round(wall, 1),
        "processor": round(processor, 1),
        "peak MB": memory(),
        "records": len(reading.records),
        "report": pieces,
    }
    print(json.dumps({"format": reading.format, **figures, "last": last[:100]}))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "names", nargs="*", help="beginnings of the cases to measure (`entries: RIS`); all without a word"
    )
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.file:
        measured(options.file)
        return
    cases = [f"entries: {form}" for form in EMPTY] + [f"{kind}: {form}" for kind in ("line", "NUL") for form in STARTS]
    figures = {}
    for name in cases:
        if options.names and not name.startswith(tuple(options.names)):
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "a.txt"
            write(file, name, options.entries)
            command = [sys.executable, "-m", "benchmarks.hostile", "--file", str(file)]
            figures[name] = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
        if not options.json:
            one = figures[name]
            print(
                f"{name:30} {one['wall']:6.1f} s {one['processor']:6.1f} s {one['peak MB']:5} MB  {one['records']} records, {one['report']} told"
                f" ({one['format']}; {one['last']})",
                flush=True,
            )
    if options.json:
        print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
