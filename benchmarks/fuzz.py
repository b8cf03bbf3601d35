"""What the readers make of damaged files: 40,000 exports of every format with damage at places of chance.

    python -m benchmarks.fuzz [--files 40000] [--seed 1] [--from 0] [--json]

The files are read in a process of its own, each within ten seconds of processor time and 2 GB of memory; a reader that hangs or
dies costs that file alone, and is reported with its number, which `--from N --files 1` reads again. A record vanished if its lines
were not touched, nothing read has its title, an identifier of it or its line, and nothing was reported of the file.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.made.damaged import Damaged, damaged, wholes
from generator.config.settings import Settings
from generator.records import Record, SourceReading
from generator.sources import gathering
from generator.sources.reading import read_file

ROOT = Path(__file__).resolve().parents[1]
FILES = 40_000
SECONDS = 10  # of processor time that one file may take
MEMORY = 2 * 10**9  # bytes of addresses
SHOWN = 40  # of the files with faults
WITHOUT_LINES = ("CSV by row", "spreadsheet", "Parquet")  # of these, a line holds something of each record
LIBRARIES = ("pyarrow/", "calamine")  # what they raise for such a file is passed on as the reason
FAULTS = ("foreign exception", "hang", "crash", "vanished unreported")
foreign: list[str] = []  # what readers raised for the file that is read


def outcome(file: Damaged) -> tuple[str, str]:
    """(how the reading of a file ended, the fault if it is one)."""
    foreign.clear()
    found = read(file.data)
    if foreign:
        return "foreign exception", foreign[0]
    lost = [record.title for record in untouched(file) if not is_among(record, found, file)]
    if lost and not reported(found) - reported(read_whole(file.whole)):
        return (
            "vanished unreported",
            f"{lost} read as {found.format or 'nothing'}: {[one.title for one in found.records]}",
        )
    if lost:
        return "lost and reported", ""
    return ("read" if found.records else "left out"), ""


def reported(found: SourceReading) -> Counter[str]:
    """What is reported of a file, without the places."""
    return Counter([piece.reason for piece in found.left_out] + [problem.message for problem in found.problems])


def untouched(file: Damaged) -> list[Record]:
    """The records of the whole file that share no line with the damage."""
    whole = read_whole(file.whole)
    lines = [record.origin.line for record in whole.records]
    if file.hurt is None or whole.format in WITHOUT_LINES or None in lines or len(set(lines)) < len(lines):
        return []
    text = wholes()[file.whole]
    first, last = (1 + text.count(b"\n", 0, place) for place in file.hurt)
    starts = [line or 0 for line in lines]
    ends = [*starts, text.count(b"\n") + 2][1:]
    return [
        record for record, start, end in zip(whole.records, starts, ends, strict=True) if end <= first or start > last
    ]


def is_among(record: Record, found: SourceReading, file: Damaged) -> bool:
    """Whether a record of the whole file was read from the damaged one."""
    shift = file.data.count(b"\n") - wholes()[file.whole].count(b"\n")
    return any(
        other.title == record.title
        or set(other.identifiers) & set(record.identifiers)
        or other.origin.line in (record.origin.line, (record.origin.line or 0) + shift)
        for other in found.records
    )


@cache
def read_whole(name: str) -> SourceReading:
    """What stands in a whole file."""
    return read(wholes()[name])


def read(data: bytes) -> SourceReading:
    """What stands in a file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.txt"
        file.write_bytes(data)
        return read_file(file, "sources/a.txt", Settings())


def read_here(first: int, last: int, seed: int) -> None:
    """Read the files of these numbers in this process, and print how each ended."""
    faulthandler.register(signal.SIGPROF, chain=True)  # where it hangs, before it is ended
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    said = gathering._said

    def telling(error: Exception) -> str:
        raised_in = traceback.extract_tb(error.__traceback__)[-1].filename
        if not any(library in raised_in or library in type(error).__module__ for library in LIBRARIES):
            foreign.append("".join(traceback.format_exception(error)[-3:]))
        return said(error)

    gathering._said = telling
    for number in range(first, last):
        file = damaged(number, seed)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        ended, fault = outcome(file)
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(json.dumps([number, ended, file.whole, fault]), flush=True)


def outcomes(first: int, last: int, seed: int) -> Iterator[tuple[int, str, str, str]]:
    """(number, how it ended, name of the whole file, fault) of each file."""
    while first < last:
        command = [sys.executable, "-m", "benchmarks.fuzz", "--here", str(first), str(last), "--seed", str(seed)]
        with tempfile.TemporaryFile("w+") as said:
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True, cwd=ROOT) as process:
                for line in process.stdout or ():
                    number, ended, name, fault = json.loads(line)
                    first = number + 1
                    yield number, ended, name, fault
            if process.returncode:
                said.seek(0)
                ended = "hang" if process.returncode == -signal.SIGPROF else "crash"
                yield first, ended, damaged(first, seed).whole, said.read()[-1500:]
                first += 1


def main() -> int:
    """Print the table; 1 where a reader has a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=0, help="the number of the first file")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--here", type=int, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        read_here(*options.here, options.seed)
        return 0
    started, counts, faults = time.perf_counter(), Counter[str](), []
    for number, ended, name, fault in outcomes(options.first, options.first + options.files, options.seed):
        counts[ended] += 1
        if ended in FAULTS:
            faults.append((number, ended, name, fault))
    if options.json:
        print(json.dumps({"counts": counts, "faults": faults}, indent=2))
    else:
        print(f"{options.files:,} files of seed {options.seed} in {time.perf_counter() - started:.0f} s")
        for ended in sorted({*counts, *FAULTS}):
            print(f"{counts[ended]:8,} {ended}")
        for number, ended, name, fault in faults[:SHOWN]:
            print(f"{ended}: file {number}, of {name}: {fault}")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
