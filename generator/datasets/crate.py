"""`ro-crate-metadata.json`: the data as a Research Object Crate 1.1, which archives read when they accept the folder.

The rules are those of https://www.researchobject.org/ro-crate/specification/1.1: a flat list of entities, of which the
first describes this file, and the second, `./`, the data set.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.datasets.package import About

SPECIFICATION = "https://w3id.org/ro/crate/1.1"
NAME = "ro-crate-metadata.json"


def crate(about: About, files: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """The crate of a folder; `files` gives, by path, the media type of each file and what it is."""
    people = [
        {"@id": f"#author-{number}", "@type": "Person", "name": name} for number, name in enumerate(about.authors, 1)
    ]
    address = f"https://spdx.org/licenses/{about.license}" if about.license else ""
    values: dict[str, Any] = {
        "name": about.title,
        "description": about.description or about.title,
        "datePublished": about.date,
        "version": about.version,
        "license": {"@id": address} if address else "",
        "url": about.url,
        "identifier": about.doi,
        "author": [{"@id": one["@id"]} for one in people],
        "keywords": list(about.keywords),
        "hasPart": [{"@id": path} for path in files],
    }
    graph: list[dict[str, Any]] = [
        {"@id": NAME, "@type": "CreativeWork", "conformsTo": {"@id": SPECIFICATION}, "about": {"@id": "./"}},
        {"@id": "./", "@type": "Dataset", **{name: value for name, value in values.items() if value}},
        *(
            {"@id": path, "@type": "File", "name": description, "encodingFormat": media}
            for path, (media, description) in files.items()
        ),
        *people,
        *([{"@id": address, "@type": "CreativeWork", "name": about.license}] if address else ()),
    ]
    return {"@context": f"{SPECIFICATION}/context", "@graph": graph}
