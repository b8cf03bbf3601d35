"""Links from a work to where it and its code are on the web."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from generator.bibliography.entry import address_of
from generator.identifiers.schemes import ABOUT
from generator.language import gettext
from generator.text.escape import visible
from generator.text.math import plain
from generator.works import Work

# Places where a title is looked up, with what comes before the query.
_LOOKUPS = (
    ("Google Scholar", "https://scholar.google.com/scholar?"),
    ("Semantic Scholar", "https://www.semanticscholar.org/search?"),
)


def outward(work: Work, repositories: Sequence[str]) -> list[tuple[str, str, str]]:
    """(label, address, what it is) of the places on the web where a work and its code stand."""
    found: list[tuple[str, str, str]] = []
    for identifier in work.identifiers:
        label = ABOUT[identifier.scheme].site
        if label and label not in (known[0] for known in found):
            found.append((label, identifier.url, f"{label} {identifier.value}"))
            if identifier.scheme == "arxiv":
                address = f"https://arxiv.org/pdf/{identifier.value}"
                found.append(("PDF", address, gettext("PDF on arXiv, %(id)s", id=identifier.value)))
    if not found and address_of(work):
        found.append((gettext("Web page"), address_of(work), gettext("Where it stands on the web")))
    return found + [(gettext("Code"), repository, repository) for repository in repositories[:1]]


def lookups(work: Work) -> list[tuple[str, str]]:
    """(label, address) of services that know who cites a work and what is similar: a search for its title."""
    query = urlencode({"q": plain(visible(work.shown_title))})
    return [(label, f"{start}{query}") for label, start in _LOOKUPS]


def in_markdown(work: Work, label: str, page: str) -> str:
    """A reference as Markdown writes it: `Brown et al., 2020: [title](address)`, or with `page` as the address."""
    title = re.sub(r"([\\\[\]*_`<>])", r"\\\1", plain(visible(work.shown_title)))
    address = re.sub(r"[()<>\s]", lambda sign: f"%{ord(sign[0]):02X}", address_of(work) or page)
    return f"{label}: [{title}]({address})" if address else f"{label}: {title}"
