"""The command line: `python -m generator COMMAND`. Exit codes: 0 done, 1 input at fault, 2 wrong usage."""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.util
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from generator import __version__
from generator.calling import program
from generator.command_parser import CommandParser, refuse_unknown_command
from generator.errors import InputError
from generator.problem_lines import problem_lines
from generator.text.terminal import Inert

# Command to its one line of help. Modules are imported only when their command runs, to start fast.
COMMANDS = {
    "build": "read the sources and write the survey's pages, bibliography and data",
    "fetch": "ask services for the facts that works lack, into bib/fetched.bib",
    "add": "fetch one work by its identifier, address, title or PDF, and put it among the sources",
    "explain": "tell the whole story of a work: records, duplicates, fields, themes",
    "review": "look at what the program was unsure of, and write your answers into bib/decisions.yml",
    "screen": "decide which works belong in the survey, likeliest first, and keep who decided what and why",
    "check": "look for what is missing, contradictory or damaged, and say where",
    "themes": "find themes in the works and propose them as a themes.yml to edit",
    "export": "write the bibliography, or a part of it, in another form",
    "mcp": "answer language models and programs on this machine (Model Context Protocol)",
    "serve": "show the website on this machine and rebuild it at every edit",
    "offline": "make the website a folder and a zip file that work without a server",
    "compare": "say in words what changes from one state or edition of a survey to another",
    "release": "freeze the survey as an edition that stays, can be cited and archived",
    "links": "ask every address that the survey gives whether it still answers",
    "doctor": "look at what is installed, what is missing, and whether the project is whole",
    "upgrade": "bring an older or half-made project up to this version, showing the changes first",
    "new": "make a project that others can clone and build, from exports or empty",
}

# Commands whose output is what was asked for, which `--quiet` leaves as it is.
_ANSWERING = frozenset({"explain", "review", "screen", "check", "themes", "export", "mcp", "compare", "doctor"})
# Commands whose output is for programs, byte for byte, or has colours of its own; the others show people any text.
_AS_IT_IS = frozenset({"export", "mcp", "screen"})
_TELLING_ERRORS = frozenset({"build", "serve"})  # on stderr, while they run
_QUIET = "print nothing but errors, and what was asked for"


def parser_of(command: str | None) -> CommandParser:
    """The parser, with the arguments of `command` alone, so that no other command's modules are imported."""
    parser = CommandParser(prog=program(), description="From the exports of a literature search to a survey website.")
    parser.add_argument("--version", action="version", version=__version__)
    choices = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        sub = choices.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if command == name:
            importlib.import_module(f"generator.commands.{name}").add_arguments(sub)
            sub.add_argument("--quiet", action="store_true", help=_QUIET)
            sub.set_defaults(parser=sub)
    return parser


def add_project(parser: argparse.ArgumentParser) -> None:
    """Add the option that all commands on a project share."""
    parser.add_argument(
        "--project", metavar="DIR", type=Path, default=Path(), help="the survey's folder (default: the current one)"
    )


def collect_seldom() -> None:
    """Make Python look for cycles rarely: a build makes many values and hardly a cycle, and the default costs a tenth
    of its time.
    """
    gc.set_threshold(1_000_000, 20, 20)


def load_when_used(name: str) -> None:
    """Make `import` of a slow package return a module that is loaded when first used."""
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec is None or spec.loader is None:
        return
    loader = importlib.util.LazyLoader(spec.loader)
    spec.loader = loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    lazy = type(module)

    class Unloaded(lazy):  # type: ignore[misc, valid-type]  # the class of importlib's lazy modules
        def __getattribute__(self, attribute: str) -> object:
            """As of a lazy module, but `import` itself asks for the specification, which is no use."""
            return spec if attribute == "__spec__" else lazy.__getattribute__(self, attribute)

    module.__class__ = Unloaded


def start_in_utf8() -> None:
    """Start this process again in Python's UTF-8 mode if the locale uses another encoding.

    Names and texts are then the same everywhere.
    """
    if os.name == "posix" and not sys.flags.utf8_mode and sys.getfilesystemencoding().lower() != "utf-8":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 (no shell, our own words)


def _arguments(words: Sequence[str], command: str | None) -> argparse.Namespace:
    """The parsed command line; ends with exit code 2 if it cannot be understood."""
    parser = parser_of(command)
    refuse_unknown_command(parser, words, COMMANDS)
    arguments: argparse.Namespace
    arguments, unknown = parser.parse_known_args(words)
    if unknown:
        arguments.parser.refuse_unknown(unknown)
    return arguments


class _Nowhere(io.TextIOBase):
    """A stream that keeps nothing."""

    def write(self, text: str) -> int:
        return len(text)


@contextmanager
def _heard(arguments: argparse.Namespace) -> Iterator[None]:
    """Have a command's texts printed without effect on a terminal; with `--quiet`, keep from it what it reports.

    An error that ends the command comes after.
    """
    with ExitStack() as ending:
        if arguments.quiet and arguments.command not in _ANSWERING:
            ending.enter_context(redirect_stdout(_Nowhere()))
        elif arguments.command not in _AS_IT_IS:
            ending.enter_context(redirect_stdout(Inert(sys.stdout)))
        if arguments.quiet and arguments.command not in _TELLING_ERRORS:
            ending.enter_context(redirect_stderr(_Nowhere()))
        yield


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code; only argparse exits by itself (with 2)."""
    if argv is None:
        start_in_utf8()
    collect_seldom()
    arguments_given = list(sys.argv[1:] if argv is None else argv)
    command = next((word for word in arguments_given if not word.startswith("-")), None)
    if command in COMMANDS:
        load_when_used("numpy")
    try:
        arguments = _arguments(arguments_given, command)
        module = importlib.import_module(f"generator.commands.{arguments.command}")
        with _heard(arguments):
            return int(module.run(arguments))
    except InputError as error:
        for line in problem_lines(error.problems, "error"):
            print(line, file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:  # also importlib.metadata's, for a package of which only the metadata is asked
        if (error.name or "").partition(".")[0] == "generator":
            raise
        remedy = "activate it with `. .venv/bin/activate`, or make it with `make site`"
        print(
            f"error: the Python package {error.name} is missing: the environment is not active ({remedy})",
            file=sys.stderr,
        )
        return 1
    except BrokenPipeError:  # `… | head` closed the pipe: print nothing more, not even when Python flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except MemoryError:
        hint = "see whether a source is damaged, as by a record of very many authors; else use one with more memory"
        print(f"error: this machine has too little memory for the survey ({hint})", file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"error: {error.filename or ''}: {error.strerror or error} (check the disk and the permissions)",
            file=sys.stderr,
        )
        return 1
