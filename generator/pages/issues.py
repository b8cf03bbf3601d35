"""Links to GitHub's issue forms, filled in with what the page knows: see `.github/ISSUE_TEMPLATE/`."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

from generator.config.settings import Settings
from generator.text.escape import visible

LONGEST = 300  # characters of a value: GitHub refuses addresses above some 8,000


def issue(settings: Settings, form: str, title: str, fields: Mapping[str, str]) -> str:
    """The address of a new issue with its form's title and fields (by their ids); "" without a repository on GitHub."""
    if "github" not in (urlsplit(settings.repository).hostname or ""):
        return ""
    given = {"template": f"{form}.yml", "title": title, **fields}
    return f"{settings.repository}/issues/new?" + urlencode(
        {name: visible(value)[:LONGEST] for name, value in given.items() if visible(value)}, quote_via=quote
    )


def suggestion(settings: Settings, theme: str = "") -> str:
    """Where to suggest a paper, for the theme with that title."""
    return issue(settings, "suggest-a-paper", "Suggest: ", {"theme": theme})


def correction(settings: Settings, key: str, title: str, page: str) -> str:
    """Where to correct the record of a work."""
    return issue(settings, "correct-a-record", f"Correct: {key}", {"key": key, "paper": title, "page": page})


def file_address(settings: Settings, path: str) -> str:
    """Where a file of the project can be seen and edited in a browser, or ""."""
    return (
        f"{settings.repository}/blob/HEAD/{quote(path)}"
        if "github" in (urlsplit(settings.repository).hostname or "")
        else ""
    )
