"""`bib/survey.yml`: what the survey is called and how it is built. Every key has a default."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.config.yaml_file import Node, read_yaml
from generator.names import Name, parse_name
from generator.text.compare import nearest
from generator.text.escape import safe_url

NAME = "bib/survey.yml"
KNOWN = (
    "title", "subtitle", "description", "authors", "url", "repository", "license", "version", "date", "doi",
    "enrich", "fields", "keys", "citations", "search", "check",
)  # fmt: skip
ENGINES = ("auto", "material", "pagefind")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a survey.

    Attributes:
        title, subtitle, description: of the survey and its site.
        authors: the survey's own authors, for its citation.
        url: address of the published site, with a final slash, or "".
        repository: address of the repository, without a final slash, or "" (then no issue links are made).
        date: ISO date of the survey's version, for its own citation and feeds (never the clock's).
        enrich: files beside `bib/survey.yml` that complete works and never add one.
        fields: per source file (or glob), a map from our field names to the columns of that file.
        keys: "pattern" of citation keys, or "keep" imported ones; see `bibliography/keys.py`.
        citations: {"style": "author-year" | "numbered" | a CSL style name}.
        search: {"engine": "auto" | "material" | "pagefind"}.
        check: {"ignore": names of checks that are not made}.
        field_lines: the line of bib/survey.yml on which `fields` names a file (file, "") or a field of it (file, field).
    """

    title: str = "A literature survey"
    subtitle: str = ""
    description: str = ""
    authors: tuple[Name, ...] = ()
    url: str = ""
    repository: str = ""
    license: str = ""
    version: str = ""
    date: str = ""
    doi: str = ""
    enrich: tuple[str, ...] = ("metadata.bib",)
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    keys: Mapping[str, Any] = field(default_factory=dict)
    citations: Mapping[str, Any] = field(default_factory=dict)
    search: Mapping[str, Any] = field(default_factory=dict)
    check: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    field_lines: Mapping[tuple[str, str], int] = field(default_factory=dict, compare=False)


def read_settings(project: Path) -> Settings:
    """Read `bib/survey.yml` of a project; a missing file gives the defaults. Raises InputError with file and line."""
    file = project / NAME
    if not file.exists():
        return Settings()
    top = read_yaml(file, NAME).mapping("survey.yml", KNOWN)
    values: dict[str, Any] = {}
    for key in ("title", "subtitle", "description", "license", "version", "doi"):
        if key in top and top[key].value is not None:
            values[key] = top[key].text(key)
    if "date" in top:
        values["date"] = str(top["date"].value)
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", values["date"]):
            raise top["date"].fault("date must be written as YYYY-MM-DD")
    for key in ("url", "repository"):
        if key in top and top[key].value:
            address = top[key].text(key)
            if not safe_url(address):
                raise top[key].fault(f"{key} must be an http or https address")
            values[key] = address.rstrip("/") + ("/" if key == "url" else "")
    if "authors" in top:
        values["authors"] = tuple(parse_name(text) for text in top["authors"].texts("authors"))
    if "enrich" in top:
        values["enrich"] = tuple(_inside(node, "enrich") for node in top["enrich"].items("enrich"))
    if "fields" in top:
        values["fields"] = {
            source: {
                name: node.text(f"fields.{source}.{name}") for name, node in table.mapping(f"fields.{source}").items()
            }
            for source, table in top["fields"].mapping("fields").items()
        }
        values["field_lines"] = {
            (source, name): line
            for source, table in top["fields"].mapping("fields").items()
            for name, line in (("", table.line), *((name, node.line) for name, node in table.mapping(source).items()))
        }
    if "check" in top:
        values["check"] = {
            name: node.texts(f"check.{name}") for name, node in top["check"].mapping("check", ("ignore",)).items()
        }
    if "keys" in top:
        values["keys"] = (
            {"mode": top["keys"].value}
            if isinstance(top["keys"].value, str)
            else top["keys"].plain()
            if top["keys"].mapping("keys")
            else {}
        )
    for key, name in (("citations", "style"), ("search", "engine")):
        if key in top:  # `search: pagefind` is short for `search: {engine: pagefind}`
            nodes = {name: top[key]} if isinstance(top[key].value, str) else top[key].mapping(key, (name,))
            if nodes:
                values[key] = {name: nodes[name].text(f"{key}.{name}")}
            if nodes and key == "search":
                _one_of(nodes[name], "search.engine", ENGINES)
    return Settings(**values)


def _one_of(node: Node, what: str, known: tuple[str, ...]) -> None:
    """Raises InputError with the nearest where the value is none of those known."""
    if node.value not in known:
        close = nearest(str(node.value), known)
        raise node.fault(
            f"{what}: `{node.value}` is not known",
            f"did you mean `{close[0]}`?" if close else "known: " + ", ".join(known),
        )


def _inside(node: Node, what: str) -> str:
    """A relative path that stays inside `bib/`. Raises InputError."""
    path = node.text(what)
    if path.startswith(("/", "~")) or ".." in Path(path).parts or "\\" in path or ":" in path:
        raise node.fault(f"{what}: `{path}` leaves the folder bib/", "give a path inside bib/")
    return path
