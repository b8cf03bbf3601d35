"""`python -m generator.mkdocs_process …`: MkDocs, which ends when the command that started it ends, however that ends.

Its standard input is a pipe that nothing is written to; when the other end closes, there is nobody left to work for.
"""

from __future__ import annotations

import logging
import os
import sys
import threading


def _end_with_parent() -> None:
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


def main() -> None:
    """Run MkDocs with the arguments of the command line."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from mkdocs.__main__ import cli

    logging.disable(logging.INFO)  # not by MkDocs' own --quiet: that hides warnings from --strict, too
    cli(sys.argv[1:], prog_name="mkdocs")


if __name__ == "__main__":
    main()
