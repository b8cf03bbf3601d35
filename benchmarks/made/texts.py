"""Every public function of the program that takes a text, found by its signature, as a function of that text alone.

Such a function is public, stands in a module of `generator`, and its first argument is a `str`. Where it wants more
than that, `arguments.FURTHER` gives the rest. `not_texts.NO_TEXTS` names those whose first argument is never a text of
anybody, with the reason.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import generator
from benchmarks.made.arguments import FURTHER, LIBRARY
from benchmarks.made.not_texts import NO_TEXTS
from generator.config.settings import Settings
from generator.errors import InputError
from generator.names.marks import without_degrees
from generator.prose import cleaning
from generator.prose.backlinks import backlinks
from generator.prose.sources import Written
from generator.sources.content import Content
from generator.sources.registry import READERS

OfText = Callable[[str], object]

# What an argument gets of which nothing else is said, by its annotation.
_SIMPLE: Mapping[str, OfText] = {
    "str": lambda text: text,
    "int": lambda text: 1,
    "float": lambda text: 1.0,
    "bool": lambda text: False,
    "Settings": lambda text: Settings(encodings={"*.csv": "windows-1250"}),
    **dict.fromkeys(
        ("Collection[str]", "Iterable[str]", "Sequence[str]", "Sequence[Any]", "tuple[str, ...]", "list[str]"),
        lambda text: [text],
    ),
    **dict.fromkeys(("frozenset[str]", "set[str]", "Set[str]"), lambda text: {text}),
    **dict.fromkeys(("dict[str, str]", "Mapping[str, str]"), lambda text: {text: text}),
}

# What is no function of a text by its signature, and reads texts all the same.
OTHERS: Mapping[str, OfText] = {
    "names.marks.without_degrees": lambda text: without_degrees(text.split()),
    "prose.backlinks.backlinks": lambda text: backlinks(
        [Written("a", "a.md", "A", cleaning.cleaned(text, "a.md")[0])], LIBRARY
    ),
}


@cache
def found() -> Mapping[str, Callable[..., Any]]:
    """The public functions whose first argument is a text, by their names without `generator.`, caches taken off."""
    functions: dict[str, Callable[..., Any]] = {}
    modules = (module.name for module in pkgutil.walk_packages(generator.__path__, "generator."))
    for module in (name for name in modules if not name.endswith("__main__")):
        for name, value in vars(importlib.import_module(module)).items():
            function = inspect.unwrap(value) if callable(value) else value
            is_own = inspect.isfunction(function) and function.__module__ == module and not name.startswith("_")
            if is_own and _takes_text(function):
                functions[f"{module.removeprefix('generator.')}.{name}"] = function
    return functions


def _takes_text(function: Callable[..., Any]) -> bool:
    return next((one.annotation for one in inspect.signature(function).parameters.values()), None) in ("str", str)


def without_texts() -> frozenset[Callable[..., Any]]:
    """The functions in `NO_TEXTS`, caches taken off."""
    return frozenset(inspect.unwrap(function) for functions in NO_TEXTS.values() for function in functions)


def unknown() -> list[str]:
    """The names of those that want something else than a text, of which neither table says what."""
    known = {*map(inspect.unwrap, FURTHER), *without_texts()}
    return [name for name, one in found().items() if one not in known and not _arguments(one) <= set(_SIMPLE)]


def text_functions() -> dict[str, OfText]:
    """Every function to measure, by name: what a text may make it refuse with a message is no fault."""
    others = {*without_texts(), *(found()[name] for name in unknown())}
    functions = {name: _alone(one) for name, one in found().items() if one not in others}
    functions |= {name: _ended(function) for name, function in OTHERS.items()}
    return functions | {f"reader of {reader.name}": _ended(_reading(reader.read)) for reader in READERS}


def _alone(function: Callable[..., Any]) -> OfText:
    further = {inspect.unwrap(key): value for key, value in FURTHER.items()}.get(function)
    if further is not None:
        return _ended(lambda text: further(function, text))
    required = {one.name: _SIMPLE[_annotation(one)] for one in _required(function)}
    return _ended(lambda text: function(text, **{key: make(text) for key, make in required.items()}))


def _arguments(function: Callable[..., Any]) -> set[str]:
    return {_annotation(one) for one in _required(function)}


def _required(function: Callable[..., Any]) -> list[inspect.Parameter]:
    """What it wants besides the text."""
    _, *others = inspect.signature(function).parameters.values()
    return [one for one in others if one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)]


def _annotation(parameter: inspect.Parameter) -> str:
    return str(getattr(parameter.annotation, "__name__", parameter.annotation))


def _reading(read: Callable[[Content], Iterator[object]]) -> OfText:
    return lambda text: read(Content("sources/a.txt", text.encode("utf-8", "replace")))


def _ended(function: OfText) -> OfText:
    """The function, what it gives piece by piece taken to its end."""

    def ended(text: str) -> None:
        try:
            given = function(text)
            if isinstance(given, Iterator):
                for _ in given:
                    pass
        except (InputError, ValueError):
            return  # the text is refused

    return ended
