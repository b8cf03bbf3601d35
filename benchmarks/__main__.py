"""`make bench`: every benchmark, one after the other. `python -m benchmarks NAME …` runs some of them."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path


def main() -> None:
    """Run the benchmarks named, or all."""
    known = sorted(file.stem for file in Path(__file__).parent.glob("*.py") if not file.stem.startswith("_"))
    chosen = sys.argv[1:] or known
    unknown = [name for name in chosen if name not in known]
    if unknown:
        sys.exit(f"there is no benchmark {', '.join(unknown)}; known: {', '.join(known)}")
    for name in chosen:
        print(f"\n== {name}", flush=True)
        sys.argv = [name]
        try:
            runpy.run_module(f"benchmarks.{name}", run_name="__main__")
        except SystemExit as done:
            if done.code:
                print(f"{name} ended with {done.code}")


main()
