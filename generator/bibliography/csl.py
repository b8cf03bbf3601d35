"""CSL-JSON, the data that citation styles are applied to (CSL 1.0.2, `csl-data.json`)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.bibliography.entry import address_of, doi_of, page_range, preprint_note, status_note
from generator.names import Name
from generator.service_facts import licence_of
from generator.text.escape import visible
from generator.text.math import plain
from generator.works import Work

_TYPES = {
    "article": "article-journal", "inproceedings": "paper-conference", "incollection": "chapter", "book": "book",
    "proceedings": "book", "phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report",
    "preprint": "article", "dataset": "dataset", "software": "software", "patent": "patent", "misc": "document",
}  # fmt: skip
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "preprint": "Preprint"}


def csl_json(works: Iterable[Work]) -> str:
    """The works as a CSL-JSON array, in their order."""
    return csl_array([csl_text(work) for work in works])


def csl_text(work: Work) -> str:
    """One work as the text of a JSON object."""
    return json.dumps(csl_item(work), ensure_ascii=False)


def csl_array(items: Iterable[str]) -> str:
    """Written items as the text of a JSON array, in their order."""
    return "[" + ",\n ".join(items) + "]\n"


def csl_item(work: Work, abstract: bool = True, parted: bool = False) -> dict[str, Any]:
    """One work as a CSL item; only fields that have a value.

    Args:
        work: with its key.
        abstract: whether to include it.
        parted: particle and suffix of a name in separate fields, for processors that know them. Zotero drops them, but
        every processor finds them in `van der Berg` and `Martin Luther, Jr.`
    """
    arxiv = work.identifier("arxiv")
    contained = work.kind in ("article", "inproceedings", "incollection")
    first, last = page_range(work.pages)
    licence = licence_of(work)
    served_by = "arXiv" if arxiv and not work.published else work.cited_venue
    texts = {
        "title": plain(work.title),
        "genre": _GENRES.get(work.kind, ""),
        "container-title": work.cited_venue if contained else "",
        "collection-title": work.series,
        "volume": work.volume,
        "issue" if work.kind == "article" else "number": work.number,
        "page": f"{first}-{last}" if last else first,
        "publisher": work.institution or ("" if contained else served_by),
        "publisher-place": work.address,
        "ISBN": work.identifier("isbn") or "",
        "DOI": doi_of(work) or "",
        "PMID": work.identifier("pmid") or "",
        "PMCID": work.identifier("pmcid") or "",
        "URL": address_of(work),
        "language": work.language,
        "keyword": ", ".join(work.keywords),
        "license": licence.name or licence.url if licence else "",
        "abstract": plain(work.abstract) if abstract else "",
    }
    if arxiv and not work.published:
        texts["number"] = f"arXiv:{arxiv}"
    elif arxiv:
        texts["note"] = f"arXiv:{arxiv}"  # under `archive`, styles would print it beside the venue
    texts["note"] = ". ".join(part for part in (status_note(work), preprint_note(work), texts.get("note", "")) if part)
    item: dict[str, Any] = {"id": work.key, "type": _TYPES[work.kind]}
    people = {
        "author": [_name(name, parted) for name in work.authors],
        "editor": [_name(name, parted) for name in work.editors],
    }
    if work.authors_truncated:
        people["author"].append({"literal": "others"})
    item |= {role: [name for name in names if name] for role, names in people.items() if any(names)}
    if work.year:
        item["issued"] = {"date-parts": [[work.year, work.month] if work.month else [work.year]]}
    return item | {field: text for field, value in texts.items() for text in [visible(value)] if text}


def _name(name: Name, parted: bool) -> dict[str, str]:
    if name.corporate or not (name.given or name.particle or name.suffix):
        return {"literal" if name.corporate else "family": visible(name.family)} if visible(name.family) else {}
    parts = {"family": name.family, "given": name.given, "non-dropping-particle": name.particle, "suffix": name.suffix}
    if not parted:
        given = ", ".join(part for part in (name.given, name.suffix) if part)
        parts = {"family": name.last, "given": given} if name.given else {"family": f"{name.last} {name.suffix}"}
    return {part: text for part, value in parts.items() for text in [visible(value)] if text}
