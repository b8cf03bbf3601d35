"""References in the CSL style that `survey.yml` chooses, remembered between builds: applying one takes seconds.

The memory is one more generated file. It holds nothing but what the style makes of each work, so a build without it
gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator.bibliography.csl import csl_text
from generator.bibliography.styles import formatted
from generator.errors import InputError
from generator.project.box import read
from generator.project.paths import GENERATED_LIMIT, REFERENCES
from generator.prose.library import STYLES
from generator.works import Work

NAME = REFERENCES


def csl_style(style: str) -> str:
    """The CSL style that the setting `citations.style` names, or "" for the survey's own styles."""
    return "" if style in STYLES else style


def styled(works: Mapping[str, Work], style: str, project: Path) -> dict[str, str]:
    """The reference of every work by key in a CSL style, as plain text. Raises InputError for an unknown style."""
    prints = _prints(works, style)
    known = _remembered(project)
    new = [work for key, work in works.items() if prints[key] not in known]
    known |= {prints[key]: text for key, text in formatted(new, style).items()} if new or not works else {}
    return {key: known[prints[key]] for key in works}


def memory(works: Mapping[str, Work], style: str, references: Mapping[str, str]) -> str:
    """The references as the next build will look for them."""
    prints = _prints(works, style)
    return (
        json.dumps(
            {prints[key]: references[key] for key in sorted(works)}, ensure_ascii=False, indent=0, sort_keys=True
        )
        + "\n"
    )


def _prints(works: Mapping[str, Work], style: str) -> dict[str, str]:
    """What a reference depends on, by key: the style and all that CSL sees of the work."""
    return {
        key: hashlib.sha256(f"{style}\n{csl_text(work)}".encode("utf-8", "surrogatepass")).hexdigest()
        for key, work in works.items()
    }


def _remembered(project: Path) -> dict[str, str]:
    try:
        found = json.loads(read(project, NAME, GENERATED_LIMIT) or b"{}")
    except (InputError, ValueError, RecursionError):
        return {}
    return {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}
