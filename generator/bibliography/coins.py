"""COinS: a work as an OpenURL ContextObject (ANSI/NISO Z39.88-2004, key/encoded-value), for `<span class="Z3988"
title="…">`.

Reference managers find the spans of a list page and offer all its works. The names take the form that Zotero reads: one
`rft.au` per person, family name before a comma; a group with a space in its name gets a final comma, which keeps it
whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from generator.bibliography.entry import address_of, doi_of, page_range
from generator.names import Name
from generator.text.escape import visible
from generator.text.math import plain
from generator.works import Work

_GENRES = {
    "inproceedings": "proceeding",
    "incollection": "bookitem",
    "book": "book",
    "proceedings": "book",
    "techreport": "report",
}


def coins(work: Work) -> str:
    """The `title` of the span, percent-encoded (ASCII, joined by `&`; the template escapes it like any attribute)."""
    pairs = [("ctx_ver", "Z39.88-2004"), *_fields(work)]
    return "&".join(f"{key}={quote(text, safe='')}" for key, value in pairs for text in [visible(value)] if text)


def inverted(name: Name) -> str:
    """`van Family, Given Jr.` as Zotero and Google Scholar read it; a single name that contains a space ends in a
    comma.
    """
    if name.corporate or not name.given:
        whole = visible(" ".join(part for part in (name.last, name.suffix) if part)).replace(",", "").replace(";", "")
        return f"{whole}," if " " in whole else whole
    family, given = (
        visible(part).replace(",", "").replace(";", "") for part in (name.last, f"{name.given} {name.suffix}")
    )
    return f"{family}, {given.strip()}" if family else given.strip()


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    title = plain(work.title)
    if work.kind == "article":
        yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"
        yield "rft.genre", "article"
        yield "rft.atitle", title
        yield "rft.jtitle", work.cited_venue
    elif work.kind in ("inproceedings", "incollection"):
        yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:book"
        yield "rft.genre", _GENRES[work.kind]
        yield "rft.atitle", title
        yield "rft.btitle", work.cited_venue
    elif work.kind in ("book", "proceedings", "techreport"):
        yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:book"
        yield "rft.genre", _GENRES[work.kind]
        yield "rft.btitle", title
    elif work.is_thesis:
        yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:dissertation"
        yield "rft.title", title
        yield "rft.inst", work.institution
        yield "rft.degree", "PhD" if work.kind == "phdthesis" else "Master"
    else:  # OpenURL knows no preprints; Zotero takes its own type from Dublin Core
        yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"
        yield "rft.type", "preprint" if work.kind == "preprint" else "document"
        yield "rft.title", title
    for name in work.authors or work.editors:
        yield "rft.au", inverted(name)
    if work.year:
        yield "rft.date", f"{work.year}-{work.month:02}" if work.month else str(work.year)
    yield "rft.series", work.series
    yield "rft.volume", work.volume
    yield "rft.issue", work.number
    first, last = page_range(work.pages)
    yield ("rft.pages" if last else "rft.spage"), (f"{first}-{last}" if last else first)
    yield (
        ("rft.publisher" if work.kind in ("preprint", "misc") else "rft.pub"),
        work.publisher or ("arXiv" if _on_arxiv(work) else ""),
    )
    yield "rft.place", work.address
    yield "rft.isbn", work.identifier("isbn") or ""
    doi = doi_of(work)
    yield "rft_id", f"info:doi/{doi}" if doi else ""
    yield "rft_id", address_of(work)


def _on_arxiv(work: Work) -> bool:
    return work.kind == "preprint" and bool(work.identifier("arxiv"))
