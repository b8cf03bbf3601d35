"""The survey cites itself: as a reference, as BibTeX, and as `CITATION.cff` (Citation File Format 1.2.0)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.bibliography.bibtex import bibtex
from generator.bibliography.entry import entry_of
from generator.bibliography.pattern import DEFAULT, key_pattern
from generator.bibliography.schema_org import agent
from generator.config.settings import Settings
from generator.config.taxonomy import Taxonomy
from generator.identifiers import parse_doi
from generator.names import Name
from generator.pages.compressed import COMPRESSED, ENDING
from generator.pages.site import Site
from generator.project.box import read
from generator.project.paths import CITATION
from generator.survey import Survey
from generator.text.escape import visible, yaml
from generator.works import Work
from generator.writer import MARK

NAME = CITATION
UNTITLED = "Untitled"  # the format refuses an empty title
# The identifiers from https://spdx.org/licenses that authors give a survey, its data or its code; the format takes no
# others.
LICENSES = frozenset({
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-NC-4.0",
    "CC-BY-NC-ND-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", "EUPL-1.2", "GPL-2.0-only",
    "GPL-3.0-only", "GPL-3.0-or-later", "AGPL-3.0-only", "LGPL-3.0-only", "MIT", "MPL-2.0", "ODbL-1.0", "ODC-By-1.0",
    "PDDL-1.0",
    "Unlicense",
})  # fmt: skip


def survey_work(settings: Settings) -> Work:
    """The survey as a Work, so that the functions that cite works can cite it too."""
    doi = parse_doi(settings.doi)
    work = Work(
        title=settings.title,
        records=(),
        authors=settings.authors,
        year=int(settings.date[:4]) if settings.date else None,
        url=settings.url or settings.repository,
        identifiers=(doi,) if doi else (),
    )
    return Work(
        **{field: getattr(work, field) for field in work.__slots__ if field != "key"}, key=key_pattern(DEFAULT)(work)
    )


def survey_bibtex(settings: Settings) -> str:
    """The survey's own BibTeX entry."""
    return bibtex([entry_of(survey_work(settings))])


def survey_schema(site: Site) -> dict[str, Any]:
    """The survey as a schema.org `Dataset`, for search engines of data sets."""
    settings = site.survey.settings
    doi = parse_doi(settings.doi)
    data = site.places.whole_file("data/survey.json")
    files = {
        COMPRESSED if data.endswith(ENDING) else "application/json": data,
        "application/x-bibtex": "downloads/survey.bib",
    }
    values: dict[str, Any] = {
        "name": visible(settings.title),
        "description": visible(settings.description or settings.subtitle or settings.title),
        "url": settings.url,
        "creator": [agent(name) for name in settings.authors],
        "version": visible(settings.version),
        "datePublished": settings.date,
        "license": f"https://spdx.org/licenses/{settings.license}" if settings.license in LICENSES else "",
        "identifier": doi.url if doi else "",
        "keywords": [theme.title for theme in site.survey.taxonomy.themes],
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": address}
            for media, path in files.items()
            for address in [site.places.web_address(path)]
            if address
        ],
    }
    return {"@context": "https://schema.org", "@type": "Dataset"} | {
        name: value for name, value in values.items() if value
    }


def citation_file(survey: Survey, project: Path) -> dict[str, str]:
    """`CITATION.cff` by its name; nothing without an author (the format needs one), or if a person wrote the file."""
    present = read(project, NAME)
    if not survey.settings.authors or (present is not None and MARK.encode() not in present[:2000]):
        return {}
    return {NAME: citation_cff(survey)}


def citation_cff(survey: Survey) -> str:
    """The file's text. A setting that the format's schema refuses (a licence without SPDX name, say) is left out."""
    settings = survey.settings
    doi = parse_doi(settings.doi)
    lines = [
        f"# {MARK} from bib/survey.yml",
        "cff-version: 1.2.0",
        "message: If you use this survey, please cite it as below.",
        "type: dataset",
        f"title: {yaml(visible(settings.title) or UNTITLED)}",
        "authors:",
        *(line for name in settings.authors for line in _author(name)),
    ]
    scalars = {
        "abstract": settings.description or settings.subtitle,
        "version": settings.version,
        "date-released": settings.date,
        "doi": doi.value if doi and re.fullmatch(r"10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+", doi.value) else "",
        "url": settings.url if urlsplit(settings.url).hostname else "",
        "repository-code": settings.repository,
        "license": settings.license if settings.license in LICENSES else "",
    }
    lines += [f"{name}: {yaml(value)}" for name, value in scalars.items() if visible(value)]
    keywords = _keywords(survey.taxonomy)
    if keywords:
        lines += ["keywords:", *(f"  - {yaml(keyword)}" for keyword in keywords)]
    return "\n".join(lines) + "\n"


def _keywords(taxonomy: Taxonomy) -> list[str]:
    """The titles of the sections, or of the themes if there is only one section, whose title is rarely meaningful."""
    sections = [section for section in taxonomy.sections if section.themes]
    named = sections if len(sections) > 1 else taxonomy.themes
    return list(dict.fromkeys(filter(None, (visible(one.title) for one in named))))


def _author(name: Name) -> list[str]:
    parts = {"name": name.family} if name.corporate else {
        "family-names": name.family, "given-names": name.given, "name-particle": name.particle,
        "name-suffix": name.suffix,
    }  # fmt: skip
    lines = [f"{part}: {yaml(value)}" for part, value in parts.items() if visible(value)] or ['name: "?"']
    return [f"  {'-' if not index else ' '} {line}" for index, line in enumerate(lines)]
