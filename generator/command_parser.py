"""The parser of the command line: options must be written out, and the nearest is suggested for an unknown one."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from generator.text.compare import did_you_mean, suggestion


class CommandParser(argparse.ArgumentParser):
    """A parser that accepts no abbreviated options: `--sit` would mean `--site` only until there is another."""

    def __init__(self, **values: Any) -> None:
        super().__init__(**{**values, "allow_abbrev": False})
        self._given: list[str] = []

    @property
    def options(self) -> list[str]:
        """The long options that the command has."""
        return [name for action in self._actions for name in action.option_strings if name.startswith("--")]

    def refuse_unknown(self, unknown: Sequence[str]) -> NoReturn:
        """End with exit code 2 and a message that suggests what each unknown word may have meant."""
        hints = [self._hint(word) for word in unknown if word.startswith("-")]
        several = [
            action.option_strings[0] for action in self._actions if action.option_strings and action.nargs == "+"
        ]
        if not hints and several:
            hints.append(f"files go after `{several[0]}`")
        self._refuse(f"unrecognized arguments: {' '.join(unknown)}", hints)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As `argparse` does, but remember the words for when something is missing."""
        self._given = [str(word) for word in args or ()]
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """As `argparse` does; an unknown option may be the reason why an argument is missing or wrong."""
        names = [word.partition("=")[0] for word in self._given if word.startswith("--") and word != "--"]
        strange = [name for name in names if name not in self.options]
        if strange:
            self._refuse(f"{message}; unrecognized: {' '.join(strange)}", [self._hint(name) for name in strange])
        super().error(message)

    def _refuse(self, message: str, hints: Sequence[str]) -> NoReturn:
        advice = "; ".join(dict.fromkeys(hint for hint in hints if hint))
        super().error(message + (f" ({advice})" if advice else ""))

    def _hint(self, word: str) -> str:
        name = f"--{word.lstrip('-').partition('=')[0]}"
        begun = [option for option in self.options if option.startswith(name) and len(name) > len("--")]
        return suggestion(begun) or did_you_mean(name, self.options, "")


def refuse_unknown_command(parser: argparse.ArgumentParser, words: Sequence[str], commands: Mapping[str, str]) -> None:
    """End with exit code 2 if the first word is no command: suggest one, or say that options come after it."""
    first = words[0] if words else ""
    if first in ("", "-h", "--help", "--version") or first in commands:
        return
    if first.startswith("-"):
        parser.error(f"`{first}` stands before the command: options come after it, as in `build {first} …`")
    parser.error(f"there is no command `{first}` ({did_you_mean(first, commands)})")
