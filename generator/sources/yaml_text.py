"""Which texts are lists of publications in YAML, as pandoc, Better BibTeX and Typst keep them.

Their lines look like labelled text, but a field may hold fields of its own: read line by line, the title of a journal
would be that of a work.
"""

from __future__ import annotations

import re

from generator.sources.content import Content

# CSL items, as pandoc and Better BibTeX write them: an item of a list, and persons within it.
_CSL_ITEM = re.compile(r"^ {0,8}- +(?:id|type|title|author|DOI|issued|abstract|citation-key): *", re.MULTILINE)
_CSL_PERSON = re.compile(r"^ {2,16}(?:- )?(?:family|given|literal|date-parts): *\S?", re.MULTILINE)
_TITLE = re.compile(r"\s+(?:- )?title\s*:(?:\s.*)?")  # as YAML has it: indented and in small letters
_NOT_FLAT = re.compile(r"^\s*- |:[ ]*[>|][+-]?\s*$")  # an item of a list, or a text on the lines below
_HOLDER = re.compile(r"- .*|[^\s:][^:]*:")  # an item of a list, or a name without a value


def is_csl_yaml(content: Content) -> bool:
    """Whether a text is CSL items in YAML."""
    return bool(_CSL_ITEM.search(content.start) and _CSL_PERSON.search(content.start))


def is_yaml(content: Content) -> bool:
    """Whether a text is CSL in YAML, or most of its titles are fields of another field."""
    return is_csl_yaml(content) or _has_titles_within_fields(content.start.split("\n"))


def _has_titles_within_fields(lines: list[str]) -> bool:
    within = others = 0
    depths: set[int] = set()  # at which titles stand
    above: list[tuple[int, bool]] = []  # (indentation, whether it may hold fields) of the lines that a line is below
    for line in lines:
        text = line.lstrip()
        if not text:
            continue
        indent = len(line) - len(text)
        while above and above[-1][0] >= indent:
            above.pop()
        if _TITLE.fullmatch(line) and above and above[-1][1]:
            within += 1
            depths.add(indent)
        elif text[:6].lower() == "title:":
            others += 1
        above.append((indent, _HOLDER.fullmatch(text.rstrip()) is not None))
    return within > others and (len(depths) > 1 or any(map(_NOT_FLAT.search, lines)))
