"""A taxonomy as a `themes.yml` that a person can edit."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from generator.config.taxonomy import Taxonomy, Theme
from generator.text.escape import yaml

WIDTH = 116
_HEAD = """\
# The themes of the survey: sections in reading order, each with its themes.
# `id` is the page's address, `title` its heading, `scope` what belongs there (and what does not: "Not …").
# `terms` are words and phrases that speak for a theme (`phrase: 2` counts twice), `not` those that speak against it,
# `central` are the works that the program found at its middle; `exemplars: [reference, …]` are works of which you say
# that they stand for it. Edit freely; the next build follows this file.
"""


def themes_yaml(taxonomy: Taxonomy) -> str:
    """The text of a `bib/themes.yml` that reads back as `taxonomy`."""
    if not taxonomy.sections:
        return f"{_HEAD}sections: []\n"
    lines = [_HEAD + "sections:"]
    for section in taxonomy.sections:
        lines.append(f"  - title: {yaml(section.title)}")
        lines.append("    themes:" if section.themes else "    themes: []")
        for theme in section.themes:
            lines.extend(_theme(theme, taxonomy.given))
    return "\n".join(lines) + "\n"


def _theme(theme: Theme, given: bool) -> list[str]:
    lines = [
        f"      - id: {yaml(theme.id)}",
        f"        title: {yaml(theme.title)}",
        f"        scope: {yaml(theme.scope)}",
    ]
    terms = [f"{yaml(term)}: {weight:g}" if weight != 1 else yaml(term) for term, weight in theme.terms]
    for name, items in (
        ("terms", terms),
        ("not", [yaml(term) for term in theme.excludes]),
        ("exemplars" if given else "central", [yaml(ref) for ref in theme.exemplars]),
        ("central", [yaml(ref) for ref, _ in theme.central]),
    ):
        if items:
            lines.extend(_flow(name, items))
    return lines


def _flow(name: str, items: Sequence[str]) -> list[str]:
    """A YAML list in brackets, broken between items only."""
    glued = [item.replace(" ", "\0") for item in items]
    text = textwrap.wrap(
        f"[{', '.join(glued)}]",
        WIDTH,
        initial_indent=" " * 10,
        subsequent_indent=" " * 11,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [f"        {name}:", *(line.replace("\0", " ") for line in text)]
