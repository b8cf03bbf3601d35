"""Fetching again: what is asked again, what a failing service must not remove, and what a run says about itself."""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.fetch_progress import EVERY, Lines
from generator.fetching.entry import Fetched, merged
from generator.identifiers import Identifier
from tests.conftest import MakeProject
from tests.services.papers import GROUP, ORDER
from tests.services.server import Server, always


def a_survey(project: MakeProject, services: Server, *rows: str) -> Path:
    text = "\n".join(("title,doi,arxiv,pmid", *rows))
    return project({"bib/survey.yml": services.settings, "bib/sources/list.csv": f"{text}\n"})


def run(folder: Path, *arguments: str) -> int:
    return main(["fetch", "--project", str(folder), *arguments])


def fetched(folder: Path) -> str:
    return (folder / "bib" / "fetched.bib").read_text(encoding="utf-8")


def aged(folder: Path, days: int, key: str) -> None:
    """Let what was fetched of one entry, and what was answered about it, be so many days old."""
    day = time.strftime("%Y-%m-%d", time.gmtime(time.time() - days * 86_400))
    entries = fetched(folder).split("\n@")
    aged_ones = [
        re.sub(r"\d{4}-\d\d-\d\d\}", f"{day}}}", one) if key in one.partition("\n")[0] else one for one in entries
    ]
    (folder / "bib" / "fetched.bib").write_text("\n@".join(aged_ones), encoding="utf-8")
    with closing(sqlite3.connect(folder / ".survey" / "fetch" / "answers.sqlite")) as answers:
        answers.execute("UPDATE answers SET time = time - ?", (days * 86_400,))
        answers.commit()


def asked_for(services: Server, doi: str) -> int:
    return sum(doi.partition("/")[2] in path for service, path, *_ in services.asked if service == "crossref")


@pytest.mark.parametrize("arguments", [("--older-than", "30d"), ("--refresh", "--older-than", "30d")])
def test_only_what_is_as_old_is_asked_for_again(
    project: MakeProject, services: Server, arguments: tuple[str, ...]
) -> None:
    folder = a_survey(project, services, f",{ORDER.doi},,", f",{GROUP.doi},,")
    run(folder)
    aged(folder, 31, ORDER.doi)
    services.asked.clear()
    assert run(folder, "--check", "--older-than", "30d") == 1
    assert run(folder, "--check", "--older-than", "32d") == 0
    assert run(folder, *arguments) == 0
    assert asked_for(services, ORDER.doi) == 1 and asked_for(services, GROUP.doi) == 0
    assert run(folder, "--check", "--older-than", "30d") == 0


def test_a_refresh_of_what_is_old_also_asks_for_what_was_never_fetched(project: MakeProject, services: Server) -> None:
    whole = (
        f"{ORDER.title},Ann Smith,2022,Journal of Sets and Sequences,{ORDER.doi},We study the order of sets at length."
    )
    files = {
        "bib/survey.yml": services.settings,
        "bib/sources/a.csv": f"title,authors,year,venue,doi,abstract\n{whole}\n",
    }
    folder = project(files)
    run(folder, "--older-than", "30d")
    assert not services.asked
    run(folder, "--refresh", "--older-than", "30d")
    assert asked_for(services, ORDER.doi) == 1


def test_a_check_names_old_facts_with_their_day(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, f",{ORDER.doi},,")
    run(folder)
    aged(folder, 100, ORDER.doi)
    capsys.readouterr()
    assert run(folder, "--check") == 1
    assert re.search(r"was last asked for on \d{4}-\d\d-\d\d\n1 of 1 works", capsys.readouterr().out)


def test_a_service_that_fails_in_a_refresh_keeps_what_it_said_before(project: MakeProject, services: Server) -> None:
    folder = a_survey(project, services, f",{ORDER.doi},,")
    run(folder)
    before = fetched(folder)
    services.fault["crossref"] = always(500)
    assert run(folder, "--refresh") == 0
    assert fetched(folder) == before


def test_a_value_is_replaced_by_another_service_only_where_its_own_has_answered() -> None:
    old = Fetched(
        "k", {"title": "Whole", "year": 2020}, (), {"title": ("crossref", "2026-01-01"), "year": ("dblp", "2026-01-01")}
    )
    new = Fetched("k", {"title": "Cut", "year": 2021}, (Identifier("doi", "10.1/x"),), {"title": ("dblp", "2026-05-05"), "year": ("dblp", "2026-05-05")})  # fmt: skip
    assert merged(old, new, {"crossref"}).facts == {"title": "Whole", "year": 2021}
    assert merged(old, new, {"crossref"}).sources["title"] == ("crossref", "2026-01-01")
    assert merged(old, new).facts == {"title": "Cut", "year": 2021}
    shared = Fetched(
        "k", {"references": "doi:10.1/a doi:10.1/b"}, (), {"references": ("crossref+openalex", "2026-01-01")}
    )
    fewer = Fetched("k", {"references": "doi:10.1/a"}, (), {"references": ("openalex", "2026-05-05")})
    assert merged(shared, fewer, {"crossref"}).facts["references"] == "doi:10.1/a doi:10.1/b"


def test_a_run_says_what_was_asked_found_changed_refused_failed_unknown_and_skipped(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (
        f",{ORDER.doi},,",
        f"How to keep bees through a cold winter,{GROUP.doi},,",
        "A tale that nobody has heard of,10.9999/none,,",
        "Sets,,,",
    )
    services.fault["semantic-scholar"] = lambda service, number: (
        always(500)(service, number)
        if "batch" in services.asked[-1][1] and ORDER.doi in services.asked[-1][3]
        else None
    )
    folder = a_survey(project, services, *rows)
    assert run(folder) == 0
    summary = dict(re.findall(r"^([A-Z]\w+)\s+(.*)$", capsys.readouterr().out, re.MULTILINE))
    assert re.match(r"about 3 works in \d+ requests \(.*Crossref \d", summary["Asked"])
    assert summary["Found"] == "1 work"
    assert re.match(r"1 work, \d+ values$", summary["Changed"])
    assert summary["Refused"] == "1 answer"
    assert summary["Failed"].startswith(
        "Semantic Scholar, 3 works: it is out of order (HTTP 500) (run the command again"
    )
    assert re.match(r"1 work \(no identifier .*\): \S+$", summary["Skipped"])


def test_what_no_service_knows_is_named(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, "A tale that nobody has heard of,10.9999/none,,")
    assert run(folder) == 0
    assert re.search(
        r"^Unknown  1 work, to all services that were asked: \S+tale", capsys.readouterr().out, re.MULTILINE
    )


def test_a_service_that_is_tried_again_says_nothing_on_the_way(
    project: MakeProject, services: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    services.fault["crossref"] = always(500)
    run(a_survey(project, services, f",{ORDER.doi},,"))
    assert capfd.readouterr().err == ""


def test_a_long_run_without_a_terminal_says_every_ten_seconds_how_far_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock = iter([0.0, 4.0, 11.0, 12.0, 60.0])
    lines = Lines(lambda: next(clock))
    for done in (0, 400, 1100, 1200, 3000):
        lines("Crossref", done, 10_000)
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        "Crossref: 1,100 of 10,000 works, about 1 min left",
        "Crossref: 3,000 of 10,000 works, about 2 min left",
    ]
    assert EVERY == 10.0 and not said.out
