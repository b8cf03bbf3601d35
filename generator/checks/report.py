"""Findings as text, as JSON, and as annotations for continuous integration."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from generator.calling import program
from generator.checks.finding import Check, Finding, Severity
from generator.text.escape import visible

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_EACH = 10  # findings of one check that are printed one by one
_PLACES = 3  # of more than these, the places that are named


def as_text(findings: Sequence[Finding]) -> str:
    """`bib/metadata.bib:123: warning [unverified] smith2020: message (hint)` lines, and the counts.

    More than ten findings of one check are one line where the first of them stands.
    """
    return "\n".join([*_lines(findings), counts(findings)]) + "\n"


def as_whole_text(findings: Sequence[Finding]) -> str:
    """The same with a line for each finding."""
    return as_lines(findings) + counts(findings) + "\n"


def as_lines(findings: Sequence[Finding]) -> str:
    """The lines alone; nothing where nothing was found."""
    return "".join(f"{_line(finding)}\n" for finding in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """`{"findings": […], "counts": {…}}`."""
    number = _counted(findings)
    return (
        json.dumps(
            {"findings": [_plain(finding) for finding in findings], "counts": number}, ensure_ascii=False, indent=1
        )
        + "\n"
    )


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands (`::warning file=…,line=…,title=…::message`), escaped as GitHub's runner reads them."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {"text": as_text, "json": as_json, "github": as_github}


def counts(findings: Sequence[Finding]) -> str:
    """`1 error, 2 warnings and 30 notes; 1 can be corrected with --fix`."""
    if not findings:
        return "Nothing found."
    number = _counted(findings)
    fixable = sum(finding.found.fix is not None for finding in findings)
    words = {"error": "error", "warning": "warning", "info": "note"}
    parts = [f"{number[severity]} {words[severity]}{'' if number[severity] == 1 else 's'}" for severity in SEVERITIES]
    return f"Found {parts[0]}, {parts[1]} and {parts[2]}." + (
        f" {fixable} can be corrected with --fix." if fixable else ""
    )


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    of_check: dict[Check, list[Finding]] = {}
    for finding in findings:
        of_check.setdefault(finding.check, []).append(finding)
    for finding in findings:
        alike = of_check[finding.check]
        if len(alike) <= _EACH:
            yield _line(finding)
        elif finding is alike[0]:
            yield _together(alike)


def _together(alike: Sequence[Finding]) -> str:
    """`bib/a.bib:1: warning [missing-year] 412 times: a work has no year; first in …` for all findings of one check."""
    check, first = alike[0].check, alike[0].found
    places = ", ".join(f"{one.found.place} ({one.found.key})".removesuffix(" ()") for one in alike[:_PLACES])
    every = f"`{program()} check --select {check.name}` lists all"
    message = f"{len(alike):,} times: {check.summary}; first in {places} ({every})"
    return visible(f"{first.place}: {check.severity} [{check.name}] {message}")


def _counted(findings: Sequence[Finding]) -> dict[str, int]:
    number = Counter(finding.check.severity for finding in findings)
    return {severity: number[severity] for severity in SEVERITIES}


def _line(finding: Finding) -> str:
    found = finding.found
    about = f"{found.key}: " if found.key else ""
    hint = f" ({'fix: ' if found.fix else ''}{found.hint})" if found.hint else ""
    return visible(f"{found.place}: {finding.check.severity} [{finding.check.name}] {about}{found.message}{hint}")


def _plain(finding: Finding) -> dict[str, object]:
    found = finding.found
    fix = (
        {
            "field": found.fix.field,
            "value": list(found.fix.value) if isinstance(found.fix.value, tuple) else found.fix.value,
        }
        if found.fix
        else None
    )
    return {
        "check": finding.check.name,
        "severity": finding.check.severity,
        "message": visible(found.message),
        "file": found.place.path,
        "line": found.place.line,
        "key": found.key or None,
        "hint": found.hint or None,
        "fix": fix,
    }


def _command(finding: Finding) -> str:
    found = finding.found
    level = {"error": "error", "warning": "warning", "info": "notice"}[finding.check.severity]
    properties = {"file": found.place.path, "line": str(found.place.line or ""), "title": finding.check.name}
    described = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    message = visible(
        (f"{found.key}: " if found.key else "") + found.message + (f" ({found.hint})" if found.hint else "")
    )
    return f"::{level} {described}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
