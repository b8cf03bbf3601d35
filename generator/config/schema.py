"""Settings as declared dataclasses: one annotated line per setting, from which reading, validation and reference
follow.

    engine: Annotated[Literal["auto", "parts"], Setting("the search engine")] = "auto"

The annotation says which values are valid: `str`, `bool`, `int`, `float`, `Literal[…]`, `tuple[str, …]`, or another
such dataclass for a group of settings. Any other type names its own function to read it: `Setting("…", read=…)`.
"""

from __future__ import annotations

import keyword
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from generator.config.yaml_file import Node
from generator.text.compare import did_you_mean

Read = Callable[[Node, str], Any]  # a value and the setting's name (`search.engine`) → what the dataclass holds
Group = TypeVar("Group")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is declared about one setting besides its type and default.

    Attributes:
        doc: what it sets, on one line, for the tables of settings; Markdown.
        read: how to read it if its type is not enough; raises InputError.
        short: whether it may be written alone in place of its group: `search: parts` for `search: {engine:
            parts}`.
        shown: its default in the tables, if that is not the value itself.
    """

    doc: str
    read: Read | None = None
    short: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Declared:
    """One setting as a reference shows it: name with its groups (`search.engine`), default, possible values,
    documentation.
    """

    name: str
    default: Any
    values: tuple[str, ...]
    setting: Setting


def read_group(group: type[Group], node: Node, name: str = "") -> Group:
    """The settings of a group, with defaults for those not given. Raises InputError with file and line.

    Args:
        group: a dataclass whose fields are all annotated with a `Setting`.
        node: what the file says.
        name: the group's name, "" for the whole file.
    """
    declared = _declared(group)
    short = next((key for key, (_, setting) in declared.items() if setting.short), "")
    if short and isinstance(node.value, str):
        children = {short: node}
    else:
        children = node.mapping(name or node.path.rpartition("/")[2], tuple(declared))
    values = {
        _field(key): _value(*declared[key], child, f"{name}.{key}" if name else key)
        for key, child in children.items()
        if child.value is not None
    }
    return group(**values)


def declared_settings(group: type[Any], name: str = "") -> Iterator[Declared]:
    """Every setting of a group and of the groups in it, in the order of the declarations."""
    defaults = group()
    for key, (kind, setting) in _declared(group).items():
        full = f"{name}.{key}" if name else key
        if is_dataclass(kind):
            yield from declared_settings(cast(type[Any], kind), full)
        else:
            values = get_args(kind) if get_origin(kind) is Literal else ()
            yield Declared(full, getattr(defaults, _field(key)), values, setting)


def _declared(group: type[Any]) -> Mapping[str, tuple[Any, Setting]]:
    """Type and `Setting` of each field; a field without a `Setting` cannot be set in the file."""
    return _read_declarations(cast(Hashable, group))


@cache
def _read_declarations(group: Any) -> Mapping[str, tuple[Any, Setting]]:
    hints = get_type_hints(group, include_extras=True)
    found = {}
    for one in fields(group):
        hint = hints[one.name]
        if get_origin(hint) is Annotated:
            kind, setting = get_args(hint)
            found[one.name.removesuffix("_")] = (kind, setting)
    return found


def _field(name: str) -> str:
    """The field of a setting; one named like a Python keyword (`from`) ends in an underscore."""
    return f"{name}_" if keyword.iskeyword(name) else name


def _value(kind: Any, setting: Setting, node: Node, name: str) -> Any:
    if setting.read:
        return setting.read(node, name)
    if is_dataclass(kind):
        return read_group(cast(type[Any], kind), node, name)
    if get_origin(kind) is Literal:
        return _one_of(node, name, get_args(kind))
    if kind is str:
        return node.text(name)
    if kind is bool:
        return _checked(node, isinstance(node.value, bool), f"{name} must be true or false")
    if kind is int:
        is_whole = isinstance(node.value, int) and not isinstance(node.value, bool)
        return _checked(node, is_whole, f"{name} must be a whole number")
    if kind is float:
        is_number = isinstance(node.value, (int, float)) and not isinstance(node.value, bool)
        return float(_checked(node, is_number, f"{name} must be a number"))
    if kind == tuple[str, ...]:
        return node.texts(name)
    raise TypeError(f"{name}: a setting of type {kind} needs `Setting(read=…)`")


def _checked(node: Node, is_right: bool, message: str) -> Any:
    if not is_right:
        raise node.fault(message)
    return node.value


def _one_of(node: Node, name: str, known: tuple[str, ...]) -> str:
    written = node.text(name)
    if written not in known:
        raise node.fault(f"{name}: `{written}` is not known", did_you_mean(written, known))
    return written
