"""What the measurements of a built website share: their options, and whether there is what they need."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """A parser of the options that all of them have."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the website (default: site)")
    parser.add_argument(
        "--runs", type=int, default=3,
        help="of which the one in the middle counts; a busy machine costs much (default: 3)",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true")
    return parser


def is_skipped(name: str, needed: Mapping[str, object]) -> bool:
    """Whether something that is needed is not there; prints what. `needed` says of each by its name whether it is."""
    missing = [what for what, there in needed.items() if not there]
    if missing:
        print(f"{name}: skipped, there is no {' and no '.join(missing)}")
    return bool(missing)
