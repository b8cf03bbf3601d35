"""A server on this machine alone that behaves like all the services, and misbehaves as they do on request."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import stamina

from generator.services import client
from generator.text.compare import fold
from tests.services import shapes
from tests.services.papers import ALL, Paper

NAMES = ("acl-anthology", "pubmed", "crossref", "arxiv", "openalex", "semantic-scholar", "dblp")
Reply = tuple[int, dict[str, str], bytes]
Fault = Callable[[str, int], Reply | None]  # (service, which of its requests) → what it answers instead


class Server:
    """What the services know, what they were asked, and how they fail.

    Attributes:
        papers: what they know.
        asked: (service, path with query, headers, body) of every request.
        fault: by service, what it answers instead of the truth.
    """

    def __init__(self, papers: Sequence[Paper] = ALL) -> None:
        self.papers = list(papers)
        self.asked: list[tuple[str, str, dict[str, str], str]] = []
        self.fault: dict[str, Fault] = {}
        self.url = ""

    @property
    def counts(self) -> Counter[str]:
        return Counter(service for service, *_ in self.asked)

    @property
    def settings(self) -> str:
        """The lines of `survey.yml` that lead here."""
        services = "".join(f"    {name}: {{url: {self.url}/{name}, pause: 0}}\n" for name in NAMES)
        return f"fetch:\n  email: curator@example.org\n  services:\n{services}"

    def known_to(self, service: str) -> list[Paper]:
        return [paper for paper in self.papers if not paper.only or service in paper.only]

    def reply(self, path: str, headers: dict[str, str], body: str) -> Reply:
        service, _, rest = path.lstrip("/").partition("/")
        self.asked.append((service, rest, headers, body))
        fault = self.fault.get(service)
        wrong = fault(service, self.counts[service]) if fault else None
        if wrong:
            return wrong
        query = {name: values[0] for name, values in parse_qs(urlsplit(path).query, keep_blank_values=True).items()}
        answer = getattr(self, service.replace("-", "_"))(rest.partition("?")[0], query, body)
        if answer is None:
            return 404, {"Content-Type": "text/plain"}, b"Resource not found."
        if isinstance(answer, str):
            return 200, {"Content-Type": "application/xml; charset=utf-8"}, answer.encode()
        return 200, {"Content-Type": "application/json"}, json.dumps(answer).encode()

    def crossref(self, path: str, query: dict[str, str], body: str) -> Any:
        papers = [paper for paper in self.known_to("crossref") if paper.doi]
        if path != "works":
            found = [paper for paper in papers if paper.doi == path.removeprefix("works/")]
            return {"status": "ok", "message-type": "work", "message": shapes.crossref(found[0])} if found else None
        if "filter" in query:
            wanted = {one.removeprefix("doi:") for one in query["filter"].split(",")}
            papers = [paper for paper in papers if paper.doi in wanted]
        else:
            papers = by_title(papers, query["query.bibliographic"])
        items = [shapes.crossref(paper) for paper in papers][: int(query["rows"])]
        return {"status": "ok", "message-type": "work-list", "message": {"total-results": len(papers), "items": items}}

    def openalex(self, path: str, query: dict[str, str], body: str) -> Any:
        name, _, values = query["filter"].partition(":")
        papers = self.known_to("openalex")
        if name == "title.search":
            papers = by_title(papers, values)
        else:
            wanted = set(values.split("|"))
            ids = {"doi": lambda p: {p.doi, f"10.48550/arxiv.{p.arxiv}"}, "pmid": lambda p: {p.pmid}}[name]
            papers = [paper for paper in papers if wanted & ids(paper) - {""}]
        return {
            "meta": {"count": len(papers)},
            "results": [shapes.openalex(paper) for paper in papers][: int(query["per-page"])],
        }

    def semantic_scholar(self, path: str, query: dict[str, str], body: str) -> Any:
        papers = self.known_to("semantic-scholar")
        if path.endswith("/match"):
            found = [paper for paper in by_title(papers, query["query"]) if fold(paper.title) == fold(query["query"])]
            return {"data": [{**shapes.semantic_scholar(found[0]), "matchScore": 200.0}]} if found else None
        ids = {
            f"{s}:{v}": p
            for p in papers
            for s, v in (("ARXIV", p.arxiv), ("DOI", p.doi), ("PMID", p.pmid), ("ACL", p.acl))
            if v
        }
        asked = {field.partition(".")[0] for field in query["fields"].split(",")} | {"paperId"}
        answers = [shapes.semantic_scholar(ids[one]) if one in ids else {} for one in json.loads(body)["ids"]]
        return [{name: value for name, value in answer.items() if name in asked} or None for answer in answers]

    def dblp(self, path: str, query: dict[str, str], body: str) -> Any:
        return shapes.dblp(by_title(self.known_to("dblp"), query["q"]))

    def arxiv(self, path: str, query: dict[str, str], body: str) -> Any:
        papers = [paper for paper in self.known_to("arxiv") if paper.arxiv and not paper.doi]
        if "id_list" in query:
            return shapes.arxiv([paper for paper in papers if paper.arxiv in query["id_list"].split(",")])
        return shapes.arxiv(by_title(papers, query["search_query"]))

    def pubmed(self, path: str, query: dict[str, str], body: str) -> Any:
        papers = [paper for paper in self.known_to("pubmed") if paper.pmid]
        if path == "esearch.fcgi":
            ids = [paper.pmid for paper in by_title(papers, query["term"].removesuffix("[Title]"))]
            return {"header": {"type": "esearch"}, "esearchresult": {"count": str(len(ids)), "idlist": ids}}
        return shapes.pubmed([paper for paper in papers if paper.pmid in query["id"].split(",")])

    def acl_anthology(self, path: str, query: dict[str, str], body: str) -> Any:
        papers = [p for p in self.known_to("acl-anthology") if p.acl.partition("-")[0] + ".xml" == path and p.acl]
        return shapes.anthology(papers) if papers else None


def by_title(papers: Sequence[Paper], words: str) -> list[Paper]:
    """Papers that share most words with a query, the best first."""
    wanted = set(fold(words).split())
    scored = [
        (len(wanted & set(fold(paper.title).split())) / len(set(fold(paper.title).split())), paper) for paper in papers
    ]
    return [paper for score, paper in sorted(scored, key=lambda one: -one[0]) if score > 0.5]


def always(status: int, body: str = "", **headers: str) -> Fault:
    """The same answer to every request."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda service, number: (status, {"Content-Type": "text/html", **given}, body.encode())


def asleep(seconds: float) -> Fault:
    """No answer for so long, then the right one."""

    def fault(service: str, number: int) -> None:
        time.sleep(seconds)

    return fault


def at_first(times: int, fault: Fault) -> Fault:
    """A fault that passes."""
    return lambda service, number: fault(service, number) if number <= times else None


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """The server at a free port of the loopback interface."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # an answer is sent in two pieces, and the second would wait

        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            status, headers, content = server.reply(self.path, dict(self.headers), self.rfile.read(length).decode())
            self.send_response(status)
            cut, trickles = headers.pop("X-Cut", ""), headers.pop("X-Trickle", "")
            for name, value in {"Content-Length": str(len(content) + (100 if cut else 0)), **headers}.items():
                self.send_header(name, value)
            with suppress(ConnectionError):  # of a client that did not wait
                self.end_headers()
                for piece in [content[n : n + 1] for n in range(len(content))] if trickles else [content]:
                    self.wfile.write(piece)
                    time.sleep(float(trickles or 0))
            if cut:
                self.close_connection = True

        do_POST = do_GET  # noqa: N815 - the library's name

        def log_message(self, *_: object) -> None:
            pass

    class Listener(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """Nothing: a client that goes away early is what some tests are about."""

    httpd = Listener(("127.0.0.1", 0), Handler)
    server.url = f"http://127.0.0.1:{httpd.server_address[1]}"
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        httpd.shutdown()
        httpd.server_close()


@contextmanager
def asked_at_once() -> Iterator[Server]:
    """All services on this machine, without a proxy on the way; what a client waits between two tries is short."""
    stamina.set_testing(False)
    with pytest.MonkeyPatch.context() as patch, serving(Server()) as server:
        patch.setattr(client, "FIRST_WAIT", 0.01)
        patch.setattr(client, "LONGEST_WAIT", 0.02)
        patch.setattr(client, "JITTER", 0.01)
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
            patch.delenv(name, raising=False)
        yield server
