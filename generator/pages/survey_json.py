"""The whole survey as JSON values, as `data/survey.json` holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, get_args

from generator.bibliography.entry import address_of, entry_type
from generator.config.searches import Search
from generator.flow import Box, Flow
from generator.identifiers import SCHEMES
from generator.name_index.values import Named
from generator.names import Name
from generator.pages.site import Site
from generator.records import Origin, Record, source_name
from generator.screening.values import Verdict
from generator.service_facts import citations_of, licence_of
from generator.works import Choice, Work
from generator.writer import MARK


def survey_data(site: Site) -> dict[str, Any]:
    """The whole survey as JSON values."""
    survey = site.survey
    return {
        "about": MARK,
        "title": survey.settings.title,
        "themes": [
            {"id": theme.id, "title": theme.title, "section": section.title, "scope": theme.scope}
            for section in survey.taxonomy.sections
            for theme in section.themes
        ],
        **_codebook(site),
        "start": [
            {
                "theme": theme or None,
                "key": step.key,
                "reason": step.reason,
                "why": step.why,
                "other": step.other or None,
            }
            for theme, steps in survey.start.items()
            for step in steps
        ],
        "works": [_work(site, work) for work in survey.works.values()],
        "names": [_named(one) for one in survey.names],
        "flow": {
            source_name(flow.source): {
                "format": flow.format,
                "read": flow.read,
                "merged": flow.merged,
                "kept": flow.kept,
                "left_out": flow.left_out,
                "unreadable": flow.unreadable,
            }
            for flow in survey.flow
        },
        "passage": passage(survey.passage),
        "searches": [stated(search) for search in survey.searches],
        **(
            {"excluded": [_excluded(work, verdict) for work, verdict in survey.screened_out]}
            if survey.screened_out
            else {}
        ),
        "left_out": [
            {
                "source": source_name(piece.origin.source),
                "locator": locator(piece.origin),
                "title": piece.title,
                "reason": piece.reason,
                "count": piece.count,
                **({"stage": piece.stage} if piece.stage else {}),
            }
            for piece in survey.left_out
        ],
    }


def _codebook(site: Site) -> dict[str, Any]:
    """What reviewers coded, where they did."""
    dimensions = site.survey.coding.dimensions
    codes = [{"name": one.name, "title": one.title, "values": list(one.values)} for one in dimensions]
    return {"codes": codes} if codes else {}


def passage(flow: Flow) -> dict[str, Any]:
    """The numbers of the flow diagram: by column and box, and of what is included."""
    boxes: dict[str, Any] = {
        column: {box: number for box in get_args(Box) for number in [flow.count(box, column)] if number}
        for column in flow.columns
    }
    included = {"studies": flow.count("included"), "reports": flow.reports}
    earlier = {"previous": {"kept": flow.earlier, "gone": flow.gone}, "new": flow.new} if flow.added is not None else {}
    return {**boxes, "included": {**included, **earlier}}


def stated(search: Search) -> dict[str, Any]:
    """A search as its author states it; null where nothing is stated."""
    return {
        "sources": [source_name(source) for source in search.sources],
        "database": search.database or None,
        "platform": search.platform or None,
        "kind": search.kind or None,
        "query": search.query or None,
        "date": search.date or None,
        "filters": list(search.filters),
        "hits": search.hits,
        "note": search.note or None,
    }


def _excluded(work: Work, verdict: Verdict) -> dict[str, Any]:
    return {
        "title": work.title,
        "identifiers": {one.scheme: one.value for one in work.identifiers},
        "records": [_record(record) for record in work.records],
        "screening": _screening(verdict),
    }


def _screening(verdict: Verdict) -> dict[str, Any]:
    return {
        "status": verdict.status,
        "stage": verdict.stage,
        "reasons": list(verdict.reasons),
        "decided_by": verdict.decided_by,
        "labels": list(verdict.labels),
        "marks": [
            {
                "reviewer": mark.reviewer or None,
                "service": mark.service,
                "decision": mark.decision,
                "stage": mark.stage,
                "reasons": list(mark.reasons),
                "at": mark.at or None,
            }
            for mark in verdict.marks
        ],
    }


def locator(origin: Origin) -> int | str | None:
    """The line, with the entry's number where it holds several (`1.3`); the entry key of a format without lines."""
    return origin.line if origin.line is not None and origin.nth == 1 else origin.locator or None


def _work(site: Site, work: Work) -> dict[str, Any]:
    survey = site.survey
    placement = survey.placements[work.key]
    arxiv = work.identifier("arxiv")
    # arXiv registers this DOI for every paper.
    doi = work.identifier("doi") or (f"10.48550/arXiv.{arxiv}" if arxiv else None)
    identifiers: dict[str, str | None] = {"arxiv": arxiv, "doi": doi}
    identifiers |= {
        scheme: value
        for scheme in SCHEMES
        for value in [work.identifier(scheme)]
        if scheme not in identifiers and value
    }
    return {
        "key": work.key,
        "aliases": list(work.aliases),
        "title": work.shown_title,
        "authors": [_name(name) for name in work.authors],
        "year": work.year,
        "first_year": work.first_year,
        "venue": work.venue or None,
        "container": work.container or None,
        "type": entry_type(work),
        "kind": _kind(site, work),
        "identifiers": identifiers,
        "url": address_of(work) or None,
        "code": list(site.extracts.repositories[work.key]),
        "extra": dict(work.extra),
        "abstract": work.abstract,
        "gist": site.extracts.gists[work.key],
        "themes": {
            "primary": placement.primary,
            "secondary": list(placement.secondary),
            "scores": [[theme, round(score, 4)] for theme, score in placement.scores],
            "terms": [[term, round(weight, 3)] for term, weight in placement.terms],
            "runner_up": placement.runner_up,
            "unsure": placement.unsure,
            "decided_by": placement.decided_by,
            "why": placement.why,
        },
        **({"codes": dict(survey.coding.of.get(work.key, {}))} if survey.coding.dimensions else {}),
        "related": [link.key for link in survey.near.get(work.key, ())],
        "reasons": [
            survey.lineage.reasons[work.key, link.key].phrase if (work.key, link.key) in survey.lineage.reasons else ""
            for link in survey.near.get(work.key, ())
        ],
        "follows": [
            {"key": one.other, "act": one.act, "name": one.name or None}
            for one in survey.lineage.follows.get(work.key, ())
        ],
        "mentions": [{"key": mention.key, "name": mention.name} for mention in survey.mentions.get(work.key, ())],
        "records": [_record(record) for record in work.records],
        "enriched_by": [_record(record) for record in work.enriched_by],
        "fields": _fields(work.choices),
        "verified": work.verified,
        "status": work.status or None,
        **_said_by_services(work),
        **({"screening": _screening(survey.verdicts[work.key])} if survey.is_screened else {}),
    }


def _said_by_services(work: Work) -> dict[str, Any]:
    """Licence and citations, where a service says them."""
    licence, cited = licence_of(work), citations_of(work)
    said: dict[str, Any] = {}
    if licence:
        said["licence"] = {name: value or None for name, value in asdict(licence).items()}
    if cited:
        said["citations"] = asdict(cited)
    return said


def _named(one: Named) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "long_form": one.long_form or None,
        "forms": list(one.forms),
        "kind": one.kind or None,
        "introduced_by": one.introduced_by or None,
        "works": [
            {"key": use.key, "role": use.role, "sentence": use.sentence, "numbers": list(use.numbers)}
            for use in one.uses
        ],
    }


def _kind(site: Site, work: Work) -> dict[str, Any] | None:
    kind = site.survey.kinds.get(work.key)
    return {"name": kind.name, "from": kind.source, "evidence": kind.evidence} if kind else None


def _name(name: Name) -> dict[str, Any]:
    plain: dict[str, Any] = {"family": name.last, "given": name.given}
    for part in ("particle", "suffix", "corporate"):
        if getattr(name, part):
            plain[part] = getattr(name, part)
    return plain


def _record(record: Record) -> dict[str, Any]:
    return {
        "source": source_name(record.origin.source),
        "locator": locator(record.origin),
        "id": record.id,
        "title": record.title,
    }


def _fields(choices: Mapping[str, Choice]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for field, choice in sorted(choices.items()):
        result[field] = {"from": str(choice.origin), "rule": choice.rule}
        if choice.original is not None:
            result[field]["original"] = choice.original
        if choice.others:
            result[field]["others"] = [{"value": _plain(value), "from": str(origin)} for value, origin in choice.others]
    return result


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Name):
        return value.as_first_last
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)
