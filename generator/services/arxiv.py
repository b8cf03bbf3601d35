"""arXiv's API: Atom feeds, up to 100 identifiers a request, one request in three seconds.

Its feeds have no licences; OpenAlex knows those of many preprints.
Shape and terms: https://info.arxiv.org/help/api/user-manual.html and https://info.arxiv.org/help/api/tou.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator import status
from generator.config.values import SERVICE_LABELS
from generator.identifiers import Identifier
from generator.links import repositories
from generator.records import Record
from generator.services.client import Caller, Params
from generator.services.drafted import with_status
from generator.services.failure import misshapen
from generator.services.service import Question, Service
from generator.sources import arxiv_atom
from generator.sources.content import Content
from generator.text.compare import fold

_CANDIDATES = 3
_WORDS = 12  # of a title that a search holds


def _by_identifier(caller: Caller, asked: Sequence[Identifier]) -> Mapping[Identifier, Record]:
    ids = ",".join(one.value for one in asked)
    found = {one.identifier("arxiv"): one for one in _feed(caller, {"id_list": ids, "max_results": str(len(asked))})}
    return {one: found[one.value] for one in asked if one.value in found}


def _by_title(caller: Caller, question: Question) -> Sequence[Record]:
    words = " ".join(fold(question.title).split()[:_WORDS])
    return list(_feed(caller, {"search_query": f'ti:"{words}"', "max_results": str(_CANDIDATES)}))


def _feed(caller: Caller, params: Params) -> Iterator[Record]:
    text = caller.text("api/query", params)
    if text is None:
        return
    if "<feed" not in text:
        raise misshapen("it is not an Atom feed")
    if not text.rstrip().endswith("</feed>"):
        raise misshapen("it breaks off")
    for item in arxiv_atom.read(Content("arxiv", text.encode())):
        # Errors and unknown identifiers come as entries, too, but without an identifier.
        if isinstance(item, Record) and item.identifier("arxiv") and not re.search(r"/api/errors", item.url):
            comment = next((value for name, value in item.extra if name == "comment"), "")
            code = tuple(("code", address) for address in repositories(comment)[:1])
            statuses = [status.status_in(comment), status.status_in(item.abstract)]
            yield with_status(replace(item, extra=(*item.extra, *code)), statuses)


SERVICE = Service(
    "arxiv",
    SERVICE_LABELS["arxiv"],
    "https://export.arxiv.org",
    ("arxiv",),
    batch=100,
    pause=3.0,
    by_identifier=_by_identifier,
    by_title=_by_title,
)
