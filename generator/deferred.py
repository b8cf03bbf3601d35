"""Names of a package that are loaded when they are first used, because most commands and builds do without them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping, Sequence


def deferred(package: str, names: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """A package's `__getattr__` (PEP 562) that takes names from its modules: module to the names that it has.

    No name may be that of a module of the package, which Python itself would put in its place.
    """
    homes = {name: module for module, held in names.items() for name in held}

    def found(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])
        value = getattr(importlib.import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return found
