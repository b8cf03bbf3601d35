"""Addresses in an abstract: where code, models or data are, and project pages."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.text.escape import safe_url
from generator.works import Work

CODE = "code"  # the field of `bib/fetched.bib` and `bib/metadata.bib` for the place of the code
_HOSTS = (
    "github.com",
    "gitlab.com",
    "bitbucket.org",
    "huggingface.co",
    "zenodo.org",
    "osf.io",
    "codeberg.org",
    "sourceforge.net",
    "figshare.com",
    "gitee.com",
)
_ADDRESS = re.compile(
    rf"""
    https?://[^\s<>\"“”{{}}|\\^`]+                                                # an address
    | (?<![\w./@-])(?:www\.)?(?:{"|".join(re.escape(host) for host in _HOSTS)})   # or a host of code, no scheme,
      /[^\s<>\"“”{{}}|\\^`]+                                                      # and a path there
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The next sentence, attached: a full stop, a capital, and nothing of an address after it (`bar.Our`, `bar).We`).
_GLUED = re.compile(r"[.,;:)\]]+(?:[A-Z][a-z]*|\d{3}[A-Z][a-z]*)$")
_CLOSING = {")": "(", "]": "["}


def repositories(abstract: str) -> tuple[str, ...]:
    """Addresses of repositories of code, models or data that `abstract` names, once each, in order."""
    return tuple(address for address in _addresses(abstract) if _is_repository(address))


def code_of(work: Work) -> tuple[str, ...]:
    """The repositories that a work's abstract names, then those that services and people list for it."""
    said = (value for record in work.enriched_by for name, value in record.extra if name == CODE)
    return tuple(dict.fromkeys((*repositories(work.abstract), *(one for text in said for one in repositories(text)))))


def pages(abstract: str) -> tuple[str, ...]:
    """All other addresses that `abstract` names (project pages, demonstrations), once each, in order."""
    return tuple(address for address in _addresses(abstract) if not _is_repository(address))


def _addresses(abstract: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for match in _ADDRESS.finditer(abstract):
        written = _mended(match[0], abstract[match.end() : match.end() + 2])
        address = safe_url(written if "://" in written else f"https://{written}")
        host = (urlsplit(address).hostname or "") if address else ""
        if "." in host.strip("."):
            found[address] = None
    return tuple(found)


def _mended(written: str, after: str) -> str:
    """`written` without the punctuation and the words of the surrounding sentence.

    A final hyphen is removed only if the text continues in lower case (a line break, or a dash), because the name of a
    repository may end in one.
    """
    before = ""
    while before != written:
        before = written
        written = _GLUED.sub("", written).rstrip(".,;:!?'’”\"*$~")
        if written.endswith(tuple(_CLOSING)) and written.count(_CLOSING[written[-1]]) < written.count(written[-1]):
            written = written[:-1]
        if written.endswith(("--", "–", "—")) or (written.endswith("-") and re.match(r" [a-z]", after)):
            written = written.rstrip("-–—")
    return written


def _is_repository(address: str) -> bool:
    """Whether the address leads to something on a repository host, beyond its front page."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    hosted = any(host == known or host.endswith(f".{known}") for known in _HOSTS)
    return (hosted or host.startswith("gitlab.")) and parts.path.strip("/") != ""
