"""What `data/survey.json` contains: its JSON Schema, and the same as lines for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

NAME = "survey.schema.json"


def schema_text() -> str:
    """The schema (JSON Schema 2020-12), as it is published beside the data."""
    return (files("generator.datasets") / NAME).read_text("utf-8")


def described() -> Iterator[tuple[str, str]]:
    """(path, what it holds) of each value that the schema describes, such as `works[].authors`."""
    yield from _described(json.loads(schema_text()), "")


def _described(schema: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for name, value in schema.get("properties", {}).items():
        here = f"{path}{name}"
        if "description" in value:
            yield here, value["description"]
        yield from _described(value.get("items", {}), f"{here}[].")
        if value.get("type") == "object":
            yield from _described(value, f"{here}.")
