"""The archive of an edition: the website as it works from disk, what it was made from, and metadata for Zenodo.

The same edition gives the same bytes, so that a checksum says that nothing was changed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.config.settings import Settings
from generator.editions.edition import Edition
from generator.file_names import file_name
from generator.names import Name
from generator.project.box import files_below, read
from generator.project.paths import BIB, CITATION, GENERATED_LIMIT, MKDOCS, SITE
from generator.text.counting import counted
from generator.website.offline import make_offline, zipped

FOLDER = "editions"  # where archives are put; not committed
_AROUND = (MKDOCS, CITATION, "README.md", "requirements.txt", "Makefile")
_LICENCES = {"CC-BY-4.0": "cc-by-4.0", "CC-BY-SA-4.0": "cc-by-sa-4.0", "CC0-1.0": "cc-zero", "MIT": "mit"}


def archive_name(settings: Settings, edition: Edition) -> str:
    """`my-survey-2026.1`."""
    words = "-".join("".join(c if c.isalnum() else " " for c in settings.title.casefold()).split())
    return f"{file_name(words)[:60]}-{edition.name}"


def archive(project: Path, settings: Settings, edition: Edition) -> bytes:
    """The zip file: `site/`, `bib/` and what builds them, with `.zenodo.json`."""
    files = {f"{SITE}/{path}": content for path, content in make_offline(project / SITE).items()}
    for found in files_below(project, BIB).files:
        files[f"{BIB}/{found.name}"] = read(project, found.path, GENERATED_LIMIT) or b""
    for path in _AROUND:
        content = read(project, path)
        if content is not None:
            files[path] = content
    files[".zenodo.json"] = zenodo(settings, edition)
    return zipped(files, archive_name(settings, edition))


def zenodo(settings: Settings, edition: Edition) -> bytes:
    """What Zenodo needs for a deposit (https://developers.zenodo.org/#representation), as far as the survey gives
    it.
    """
    about = settings.description or settings.subtitle or settings.title
    related = [
        {"identifier": address, "relation": relation, "resource_type": kind}
        for address, relation, kind in (
            (f"{settings.url}v/{edition.name}/" if settings.url else "", "isIdenticalTo", "other"),
            (settings.repository, "isSupplementTo", "software"),
        )
        if address
    ]
    data: dict[str, Any] = {
        "title": f"{settings.title}, edition {edition.name}",
        "upload_type": "dataset",
        "description": f"{about}. {counted(len(edition.works))} in {counted(len(edition.themes), 'theme')}.",
        "creators": [{"name": _inverted(name)} for name in settings.authors],
        "version": edition.name,
        "publication_date": edition.date,
        "license": _LICENCES.get(settings.license, ""),
        "keywords": [theme.title for theme in edition.themes],
        "related_identifiers": related,
    }
    return (
        json.dumps({name: value for name, value in data.items() if value}, ensure_ascii=False, indent=2) + "\n"
    ).encode()


def _inverted(name: Name) -> str:
    return name.family if name.corporate else name.as_last_first
