"""The ways from a work to where it and its code stand on the web."""

from __future__ import annotations

from collections.abc import Sequence

from generator.bibliography.entry import address_of
from generator.schemes import ABOUT
from generator.works import Work


def outward(work: Work, repositories: Sequence[str]) -> list[tuple[str, str, str]]:
    """(label, address, what it is) of the places on the web where a work and its code stand."""
    found: list[tuple[str, str, str]] = []
    for identifier in work.identifiers:
        label = ABOUT[identifier.scheme].site
        if label and label not in (known[0] for known in found):
            found.append((label, identifier.url, f"{label} {identifier.value}"))
            if identifier.scheme == "arxiv":
                address = f"https://arxiv.org/pdf/{identifier.value}"
                found.append(("PDF", address, f"PDF on arXiv, {identifier.value}"))
    if not found and address_of(work):
        found.append(("Web page", address_of(work), "Where it stands on the web"))
    return found + [("Code", repository, repository) for repository in repositories[:1]]
