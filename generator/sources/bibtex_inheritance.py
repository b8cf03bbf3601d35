"""What an entry takes from others of its file: BibTeX's and BibLaTeX's `crossref`, BibLaTeX's `xdata`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.sources.bibtex_fields import LOCAL, STRUCTURE

Fields = Mapping[str, str]

# What is the parent's own: its names as a publication, its identifiers, its text. The rest holds for its parts too.
_OWN = frozenset(
    [
        "author",
        "title",
        "subtitle",
        "titleaddon",
        "shorttitle",
        "abstract",
        "keywords",
        "doi",
        "url",
        "urldate",
        "eprint",
        "eprinttype",
        "archiveprefix",
        "pmid",
        "pmcid",
        "pages",
        "pagetotal",
        "note",
        "addendum",
        "annotation",
        "number",
        "type",
        "month",
    ]
)
_IN_A_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_IN_A_PERIODICAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_CONTAINERS = ("journal", "journaltitle", "booktitle")


def with_inherited(fields: Fields, entries: Mapping[str, Fields], kind: str) -> dict[str, str]:
    """An entry's fields and those that it inherits; `entries` has every entry's fields by its key in lower case."""
    found = _with_shared(fields, entries)
    key = found.get("crossref", "").strip().lower()
    seen: set[str] = set()
    while key in entries and key not in seen:
        seen.add(key)
        parent = _with_shared(entries[key], entries)
        found |= {name: value for name, value in _of_parent(parent, kind, found).items() if name not in found}
        key = parent.get("crossref", "").strip().lower()
    return found


def _with_shared(fields: Fields, entries: Mapping[str, Fields]) -> dict[str, str]:
    found = dict(fields)
    for shared in _shared(fields, entries, set()):
        found |= {name: value for name, value in shared.items() if name not in found}
    return found


def missing_parent(fields: Fields, entries: Mapping[str, Fields]) -> str:
    """The key that `crossref` or `xdata` names and that is not in the file, or ""."""
    named = [fields.get("crossref", ""), *fields.get("xdata", "").split(",")]
    return next((key.strip() for key in named if key.strip() and key.strip().lower() not in entries), "")


def _shared(fields: Fields, entries: Mapping[str, Fields], seen: set[str]) -> Iterator[Fields]:
    for key in fields.get("xdata", "").lower().split(","):
        one = entries.get(key.strip())
        if one is None or key.strip() in seen:
            continue
        seen.add(key.strip())
        yield {name: value for name, value in one.items() if name != "xdata"}
        yield from _shared(one, entries, seen)


def _of_parent(parent: Fields, kind: str, own: Fields) -> dict[str, str]:
    apart = (_OWN, STRUCTURE, LOCAL, _CONTAINERS)
    inherited = {name: value for name, value in parent.items() if not any(name in names for names in apart)}
    if not any(name in own for name in _CONTAINERS):
        names = _IN_A_PERIODICAL if kind == "article" and "booktitle" not in parent else _IN_A_BOOK
        inherited |= {names[name]: value for name, value in parent.items() if name in names}
        inherited |= {name: parent[name] for name in _CONTAINERS if name in parent}
    if "author" in parent and parent["author"] != own.get("author"):
        inherited["bookauthor" if "author" in own else "author"] = parent["author"]
    return inherited
