"""YAML as this project reads it: safe, without aliases or repeated keys, every node with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.config.yaml_remedies import remedy
from generator.errors import InputError, Place, Problem, at_fault
from generator.project.box import read_text
from generator.project.paths import TEXT_LIMIT
from generator.project.unmerged import check_merged
from generator.text.compare import did_you_mean, suggestion
from generator.text.conflict import REMEDY

LIMIT = TEXT_LIMIT  # characters; no settings file written by hand comes near
DEEPEST = 50  # levels of lists and mappings; ours have six
MOST = 500_000  # values in one file; 20,000 decisions have some 200,000
LONGEST_TEXT = 200_000  # characters of one value; the longest search strategies have some 30,000
LONGEST_NUMBER = (
    100  # characters of a number or a date; longer ones are read as text, because parsing them would take long
)


@dataclass(frozen=True, slots=True)
class Node:
    """A value read from YAML with the line (1-based) and file it stands in.

    `value` is a dict of str to Node, a list of Node, or a scalar (str, int, float, bool, date, None); `written` is a
    scalar as it stands in the file (`yes`, which YAML takes for true).
    """

    value: Any
    path: str
    line: int
    written: str = ""

    def fault(self, message: str, hint: str = "") -> InputError:
        """An error that points at this node."""
        return at_fault(message, self.path, self.line, hint)

    def mapping(
        self, what: str, allowed: tuple[str, ...] = (), elsewhere: Mapping[str, str] | None = None
    ) -> dict[str, Node]:
        """This node as a mapping with keys from `allowed` only (any, if empty).

        `elsewhere` says what other names mean. Raises InputError.
        """
        if self.value is None:
            return {}
        if not isinstance(self.value, dict):
            raise self.fault(f"{what} must be a mapping of `key: value` lines")
        for key, node in self.value.items():
            if allowed and key not in allowed:
                meant = (elsewhere or {}).get(key.lower())
                raise node.fault(
                    f"{what}: unknown key `{key}`", suggestion([meant]) if meant else did_you_mean(key, allowed)
                )
        return self.value

    def items(self, what: str) -> list[Node]:
        """This node as a list. Raises InputError."""
        if self.value is None:
            return []
        if not isinstance(self.value, list):
            raise self.fault(f"{what} must be a list (`- …` lines)")
        return self.value

    def text(self, what: str) -> str:
        """This node as a non-empty text of one paragraph; a number is taken as written. Raises InputError."""
        if isinstance(self.value, bool) or not isinstance(self.value, (str, int, float)) or not str(self.value).strip():
            raise self.fault(f"{what} must be a text")
        if len(str(self.value)) > LONGEST_TEXT:
            raise self.fault(f"{what} is longer than {LONGEST_TEXT:,} characters", "shorten it")
        return " ".join(str(self.value).split())

    def texts(self, what: str) -> tuple[str, ...]:
        """This node as a list of texts; a single text counts as a list of one. Raises InputError."""
        if isinstance(self.value, str):
            return (self.text(what),)
        return tuple(item.text(what) for item in self.items(what))

    def plain(self) -> Any:
        """The value without the lines on which its parts stand, to be passed on unchanged."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


_YAML = "tag:yaml.org,2002:"
_COUNTED = frozenset(_YAML + kind for kind in ("int", "float", "timestamp"))
_TAGS = _COUNTED | {_YAML + kind for kind in ("str", "bool", "null", "seq", "map")} | {"!"}
# libyaml's loader is ten times faster, if PyYAML was built with it.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(project: Path, path: str, merging: str = REMEDY) -> Node | None:
    """Read the YAML file at `path`, relative to the project; None if there is none. Raises InputError with the line."""
    text = read_text(project, path)
    return None if text is None else parse_yaml(text, path, merging)


def parse_yaml(text: str, name: str, merging: str = REMEDY) -> Node:
    """One YAML document as a node. `name` is the path shown in messages, `merging` what to do about two versions of it
    that git could not merge. Raises InputError with the line.

    Refusing takes bounded time: before anything is built from the document, its events are checked one by one, which
    needs no memory for nesting.
    """
    check_merged(text, name, merging)
    if len(text) > LIMIT:
        raise at_fault("is too large for a settings file", name)
    try:
        _check_bounds(text, name)
        loader = _Loader(text)
        node = loader.get_single_node()
        return _convert(node, loader, name) if node is not None else Node(None, name, 1)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        hint = remedy(text, error)
        said = error.problem or error.context
        raise at_fault(f"is not valid YAML: {said}", name, mark.line + 1 if mark else None, hint) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        said = " ".join(str(error).split())[:200] or "nested too deeply"
        raise at_fault(f"is not valid YAML: {said}", name) from error


def _check_bounds(text: str, name: str) -> None:
    """Raises InputError for aliases, and for more levels or values than a settings file has."""
    depth, values = 0, 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.AliasEvent):
            raise at_fault("aliases (`*name`) are not allowed here: write the value out", name, line)
        tag = getattr(event, "tag", None)
        if tag and tag not in _TAGS:
            raise at_fault(f"the tag `{tag.removeprefix(_YAML)[:100]}` is not allowed here", name, line, "leave it out")
        values += isinstance(event, yaml.NodeEvent)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise at_fault(f"is nested more than {DEEPEST} levels deep", name, line)
        if values > MOST:
            raise at_fault(f"holds more than {MOST:,} values", name, line)


def _convert(node: Any, loader: Any, path: str) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Node] = {}
        problems: list[Problem] = []
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise at_fault("a key must be a plain word", path, key_node.start_mark.line + 1)
            key, at = str(key_node.value), key_node.start_mark.line + 1
            if key in result:
                problems.append(Problem(f"`{key}` is given twice", Place(path, at), "keep one of them", "error"))
            value = _convert(value_node, loader, path)
            result[key] = Node(value.value, path, at, value.written)
        if problems:
            raise InputError(*problems)
        return Node(result, path, line)
    if isinstance(node, yaml.SequenceNode):
        return Node([_convert(item, loader, path) for item in node.value], path, line)
    return Node(_scalar(node, loader, path), path, line, node.value)


def _scalar(node: Any, loader: Any, path: str) -> Any:
    if len(node.value) > LONGEST_NUMBER and node.tag in _COUNTED:
        return node.value
    try:
        return loader.construct_object(node, deep=True)
    except (ValueError, OverflowError) as error:  # a date that does not exist
        raise at_fault(f"`{node.value[:100]}` is not a valid value: {error}", path, node.start_mark.line + 1) from error


def walk(node: Node) -> Iterator[Node]:
    """The node and all nodes below it."""
    yield node
    if isinstance(node.value, dict | list):
        for child in node.value.values() if isinstance(node.value, dict) else node.value:
            yield from walk(child)
