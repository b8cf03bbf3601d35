"""What a whole build takes of small projects made to exhaust it.

    python -m benchmarks.exhausting [NAME …] [--json]

Each is built in a process of its own that may use 2 GB of memory and 60 seconds of processor time. Every row has the exit code
(0 built, 1 refused with a message), seconds of processor time, the peak of memory, and the last line of what was said.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.made.exhausting import EXHAUSTING, files_of

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 60  # of processor time, after which a build is stopped
MEMORY = 2 * 10**9  # bytes; of addresses, so that no build can take more
UNPACKED = 3 * 10**9  # bytes that the archive unpacks to


@dataclass(frozen=True, slots=True)
class Ending:
    """How a build ended."""

    code: int
    seconds: float
    megabytes: int
    said: str

    @property
    def is_bounded(self) -> bool:
        """Whether it was built or refused with a message of ours, in bounded time and memory."""
        return self.code in (0, 1) and self.seconds < SECONDS and "Traceback" not in self.said


def made(folder: Path, name: str) -> Path:
    """Write the project of that name."""
    for path, text in files_of(name).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_archive() if text == "PK-BOMB" else text.encode())
    return folder


def built(project: Path, limit: Callable[[], None] | None = None) -> Ending:
    """Build it under the limits."""
    command = [sys.executable, "-m", "generator", "build", "--project", str(project)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=limit or limited,  # noqa: PLW1509
    ) as process:
        said = process.stderr.read().decode("utf-8", "replace") if process.stderr else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    last_line = said if "Traceback" in said else (said.strip().splitlines() or [""])[-1]
    return Ending(
        process.returncode, round(used.ru_utime + used.ru_stime, 1), used.ru_maxrss // 1000, last_line[-2000:]
    )


def limited() -> None:
    """The limits, in the process that builds."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def rows(names: list[str]) -> Iterator[tuple[str, Ending]]:
    """Every project whose name begins with one of `names`, and how its build ended."""
    for name in EXHAUSTING:
        if not names or name.startswith(tuple(names)):
            with tempfile.TemporaryDirectory() as folder:
                yield name, built(made(Path(folder), name))


def _archive() -> bytes:
    """A workbook whose sheet unpacks to very much."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(300):
                sheet.write(b"<c><v>1</v></c>" * (UNPACKED // 300 // 15))
    return buffer.getvalue()


def main() -> int:
    """Print the table; 1 where one was not bounded."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="beginnings of the projects' names; all without one")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found: dict[str, Ending] = {}
    for name, ending in rows(options.names):
        found[name] = ending
        if not options.json:
            print(
                f"{ending.code:4} {ending.seconds:6.1f} s {ending.megabytes:5} MB  {name}: {ending.said[-160:]}",
                flush=True,
            )
    if options.json:
        print(json.dumps({name: asdict(ending) for name, ending in found.items()}, indent=2))
    return int(not all(ending.is_bounded for ending in found.values()))


if __name__ == "__main__":
    sys.exit(main())
