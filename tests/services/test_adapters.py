from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from email.utils import formatdate

import pytest

from generator.identifiers import Identifier
from generator.records import Record
from generator.services import SERVICES
from generator.services.acl_anthology import _parts
from generator.services.client import Client
from generator.services.failure import ServiceError
from generator.services.memory import Answer, Memory
from generator.services.service import Question
from tests.services.papers import ANTHOLOGY, GROUP, ORDER, PREPRINT, RETRACTED, WITHDRAWN, Paper
from tests.services.server import NAMES, Server, always, at_first

Ask = Callable[..., Record | None]


@pytest.fixture
def ask(services: Server) -> Ask:
    """What a service says of one identifier."""

    def run(name: str, scheme: str, value: str) -> Record | None:
        service = SERVICES[name]
        assert service.by_identifier
        one = Identifier(scheme, value)  # type: ignore[arg-type]
        caller = Client("curator@example.org").caller(name, f"{services.url}/{name}", 0)
        return service.by_identifier(caller, [one]).get(one)

    return run


def test_all_services_of_the_settings_are_there() -> None:
    assert tuple(SERVICES) == NAMES


@pytest.mark.parametrize(
    ("service", "scheme", "value", "paper"),
    [
        ("crossref", "doi", ORDER.doi, ORDER),
        ("openalex", "doi", ORDER.doi, ORDER),
        ("semantic-scholar", "doi", ORDER.doi, ORDER),
        ("arxiv", "arxiv", PREPRINT.arxiv, PREPRINT),
        ("semantic-scholar", "arxiv", PREPRINT.arxiv, PREPRINT),
        ("openalex", "arxiv", PREPRINT.arxiv, PREPRINT),
        ("pubmed", "pmid", GROUP.pmid, GROUP),
        ("openalex", "pmid", GROUP.pmid, GROUP),
        ("acl-anthology", "acl", ANTHOLOGY.acl, ANTHOLOGY),
    ],
)
def test_each_service_is_read_in_its_own_shape(ask: Ask, service: str, scheme: str, value: str, paper: Paper) -> None:
    record = ask(service, scheme, value)
    assert record
    assert record.title == paper.title
    assert record.year == paper.year
    assert [name.family for name in record.authors] == [name[-1].removeprefix("van der ") for name in paper.authors]
    assert paper.abstract in record.abstract
    if paper.venue:
        assert record.venue == paper.venue
        assert record.pages.replace("–", "-") == paper.pages.replace("–", "-")


def test_what_has_become_of_a_work_is_reported(ask: Ask) -> None:
    answers = [
        ask("crossref", "doi", RETRACTED.doi),
        ask("openalex", "doi", RETRACTED.doi),
        ask("pubmed", "pmid", RETRACTED.pmid),
        ask("arxiv", "arxiv", WITHDRAWN.arxiv),
        ask("pubmed", "pmid", GROUP.pmid),
        ask("crossref", "doi", GROUP.doi),
        ask("crossref", "doi", ORDER.doi),
    ]
    statuses = [record.status if record else None for record in answers]
    assert statuses == ["retracted", "retracted", "retracted", "withdrawn", "corrected", "corrected", ""]


ACL = replace(ANTHOLOGY, doi="")
COMMENTED = replace(PREPRINT, published_doi="")


@pytest.mark.parametrize(
    ("service", "scheme", "paper", "status"),
    [
        ("crossref", "doi", replace(ORDER, retracted=True), "retracted"),
        ("crossref", "doi", replace(ORDER, corrected=True), "corrected"),
        ("crossref", "doi", replace(ORDER, superseded=True), "superseded"),
        ("openalex", "doi", replace(ORDER, retracted=True), "retracted"),
        ("pubmed", "pmid", replace(GROUP, retracted=True), "retracted"),
        ("pubmed", "pmid", replace(GROUP, corrected=True), "corrected"),
        ("pubmed", "pmid", replace(GROUP, corrected=False, updated_by="39000001"), "superseded"),
        ("acl-anthology", "acl", replace(ACL, retracted=True), "retracted"),
        ("acl-anthology", "acl", replace(ACL, withdrawn=True), "withdrawn"),
        ("acl-anthology", "acl", replace(ACL, corrected=True), "corrected"),
        ("arxiv", "arxiv", replace(COMMENTED, withdrawn=True), "withdrawn"),
        ("arxiv", "arxiv", replace(COMMENTED, comment="Withdrawn due to an error in the proof of Lemma 2"), "withdrawn"),
        ("arxiv", "arxiv", replace(COMMENTED, comment="This article has been retracted by its authors"), "retracted"),
        ("arxiv", "arxiv", replace(COMMENTED, comment="Superseded by arXiv:2405.01234"), "superseded"),
        ("arxiv", "arxiv", replace(COMMENTED, comment="8 pages; code for withdrawn patients"), ""),
        ("arxiv", "arxiv", replace(COMMENTED, abstract="This submission has been withdrawn by arXiv administrators"), "withdrawn"),
    ],
)  # fmt: skip
def test_each_service_tells_what_has_become_of_a_work(
    services: Server, ask: Ask, service: str, scheme: str, paper: Paper, status: str
) -> None:
    services.papers = [paper]
    record = ask(service, scheme, getattr(paper, scheme))
    assert record and record.status == status


@pytest.mark.parametrize("journal", [True, False])
def test_dblp_tells_what_was_withdrawn_and_what_it_was(services: Server, journal: bool) -> None:
    services.papers = [replace(ORDER, withdrawn=True, journal=journal)]
    by_title = SERVICES["dblp"].by_title
    assert by_title
    (record,) = by_title(Client().caller("dblp", f"{services.url}/dblp", 0), Question(ORDER.title))
    assert (record.status, record.kind) == ("withdrawn", "article" if journal else "inproceedings")


def test_a_preprint_in_pubmed_leads_to_its_published_article(services: Server, ask: Ask) -> None:
    services.papers = [replace(GROUP, corrected=False, preprint=True, updated_by="39000001")]
    record = ask("pubmed", "pmid", GROUP.pmid)
    assert record and record.status == ""
    assert [one.value for one in record.identifiers if one.scheme == "pmid"] == [GROUP.pmid, "39000001"]
    assert dict(record.extra)["published as"] == "pmid:39000001"


@pytest.mark.parametrize(
    ("service", "scheme", "paper", "license_", "citations"),
    [
        ("crossref", "doi", ORDER, ORDER.license, "7"),
        ("openalex", "doi", ORDER, "cc-by", "7"),
        ("semantic-scholar", "doi", ORDER, "CCBY", "7"),
    ],
)
def test_each_service_gives_the_licence_and_the_number_of_citations_that_it_knows(
    ask: Ask, service: str, scheme: str, paper: Paper, license_: str, citations: str | None
) -> None:
    record = ask(service, scheme, getattr(paper, scheme))
    assert record
    extra = dict(record.extra)
    assert (extra.get("license"), extra.get("citations")) == (license_, citations)


def test_a_work_that_nobody_cites_yet_has_no_citations_and_not_an_unknown_number(services: Server, ask: Ask) -> None:
    services.papers = [replace(ORDER, citations=0)]
    for service in ("crossref", "openalex", "semantic-scholar"):
        record = ask(service, "doi", ORDER.doi)
        assert record and dict(record.extra)["citations"] == "0"


def test_where_the_code_is_stands_in_the_anthology_and_in_comments_on_arxiv(services: Server, ask: Ask) -> None:
    record = ask("acl-anthology", "acl", ANTHOLOGY.acl)
    assert record and dict(record.extra)["code"] == "https://github.com/example/words"
    services.papers = [
        replace(PREPRINT, comment="12 pages. Code: https://github.com/example/trees, video https://example.org/v")
    ]
    record = ask("arxiv", "arxiv", PREPRINT.arxiv)
    assert record and dict(record.extra)["code"] == "https://github.com/example/trees"


@pytest.mark.parametrize("service", [name for name in NAMES if SERVICES[name].by_identifier])
def test_what_a_service_does_not_know_is_no_fault(ask: Ask, service: str) -> None:
    unknown = {"doi": "10.9999/x", "arxiv": "1801.09999", "pmid": "9", "pmcid": "PMC999", "acl": "1999.none-main.1"}
    scheme = SERVICES[service].schemes[0]
    assert ask(service, scheme, unknown[scheme]) is None


@pytest.mark.parametrize("service", [name for name in NAMES if SERVICES[name].by_title])
def test_a_title_is_found_at_every_service_that_looks_for_titles(services: Server, service: str) -> None:
    paper = {"arxiv": PREPRINT, "pubmed": GROUP}.get(service, ORDER)
    by_title = SERVICES[service].by_title
    assert by_title
    caller = Client().caller(service, f"{services.url}/{service}", 0)
    found = by_title(caller, Question(paper.title))
    assert [record.title for record in found][:1] == [paper.title]


def test_an_author_alone_is_no_list_in_dblp(services: Server) -> None:
    by_title = SERVICES["dblp"].by_title
    assert by_title
    (record,) = by_title(Client().caller("dblp", f"{services.url}/dblp", 0), Question(RETRACTED.title))
    assert [name.family for name in record.authors] == ["Green"]


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("2023.acl-long.12", ("long", "12")),
        ("2020.findings-emnlp.1", ("emnlp", "1")),
        ("P19-1012", ("1", "12")),
        ("W19-5301", ("53", "1")),
        ("N18-2003", ("2", "3")),
    ],
)
def test_where_a_paper_stands_in_the_anthology_follows_from_its_id(value: str, parts: tuple[str, str]) -> None:
    assert _parts(value) == parts


def test_a_doi_with_a_comma_is_asked_for_alone(services: Server, ask: Ask) -> None:
    services.papers.append(Paper("A DOI with a comma in it", (("Ann", "Smith"),), 2001, doi="10.1234/a,b", venue="J"))
    record = ask("crossref", "doi", "10.1234/a,b")
    assert record and record.title == "A DOI with a comma in it"


def test_a_date_in_retry_after_is_kept(services: Server, ask: Ask) -> None:
    services.fault["crossref"] = at_first(1, always(429, Retry_After=formatdate(time.time() + 1.5, usegmt=True)))
    start = time.monotonic()
    assert ask("crossref", "doi", ORDER.doi)
    assert time.monotonic() - start > 0.3


def test_a_feed_that_breaks_off_is_not_taken_for_all(services: Server, ask: Ask) -> None:
    services.fault["arxiv"] = always(
        200, "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>http://arxiv.org/abs/2301"
    )
    with pytest.raises(ServiceError, match="breaks off"):
        ask("arxiv", "arxiv", PREPRINT.arxiv)


def test_what_is_remembered_is_what_was_said(tmp_path: object, ask: Ask) -> None:
    record = ask("crossref", "doi", GROUP.doi)
    assert record
    memory = Memory(tmp_path)  # type: ignore[arg-type]
    memory.keep("crossref", "doi:x", Answer((record,), 100.0))
    memory.save()
    answer = memory.recall("crossref", "doi:x", 99.0)
    assert answer and answer.records == (record,)
    assert memory.recall("crossref", "doi:x", 101.0) is None
    memory.close()
