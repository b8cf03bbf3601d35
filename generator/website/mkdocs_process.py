"""`python -m generator.website.mkdocs_process …`: MkDocs, which ends when the command that started it ends.

Its standard input is a pipe to which nothing is written; when the other end closes, the command is gone,
in whatever way it ended. A build prints the line `STEP` for each page that it has read, and again for each that it has
made.
"""

from __future__ import annotations

import logging
import os
import sys
import threading

STEP = "page"
_COUNTED = ("Reading: ", "Building page ")


class _PageLogger(logging.Logger):
    """The logger of MkDocs' build, which names every page for debugging: here each is counted."""

    def isEnabledFor(self, level: int) -> bool:  # noqa: N802 (as the standard library has it)
        return level == logging.DEBUG or super().isEnabledFor(level)

    def handle(self, record: logging.LogRecord) -> None:
        if record.levelno > logging.DEBUG:
            super().handle(record)
        elif str(record.msg).startswith(_COUNTED):
            print(STEP, flush=True)  # noqa: T201 (what this process is there to tell)


def end_with_parent() -> None:
    """Wait until the other end of this process's standard input closes, then end the process."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


def main() -> None:
    """Run MkDocs with the arguments of the command line."""
    threading.Thread(target=end_with_parent, daemon=True).start()
    if sys.argv[1:2] == ["build"]:
        logging.setLoggerClass(_PageLogger)
        logging.getLogger("mkdocs.commands.build")
        logging.setLoggerClass(logging.Logger)
    from mkdocs.__main__ import cli

    logging.disable(logging.INFO)  # not MkDocs' own --quiet: that hides warnings from --strict, too
    cli(sys.argv[1:], prog_name="mkdocs")


if __name__ == "__main__":
    main()
