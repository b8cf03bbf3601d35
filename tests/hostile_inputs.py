"""Files beside the records and settings of a project, each with texts of an attacker in all that takes a text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.config.decisions import CORRECTABLE
from generator.editions.edition import Edition, EditionTheme, EditionWork
from generator.editions.file import path_of
from generator.editions.file import written as edition_text
from generator.fetching.bib_file import written as fetched_text
from generator.fetching.entry import EXTRAS, FACTS, Fetched
from generator.identifiers import Identifier
from generator.names import Name
from generator.prose.front_matter import HIDE
from generator.venues.table import FIELDS as VENUE_FIELDS
from tests.hostile_settings import SAFE

# A correction of these has a form of its own, or would make the work another.
_EXACT = frozenset(
    {
        "kind",
        "year",
        "month",
        "title",
        "doi",
        "authors",
        "editors",
        "url",
        "status",
        "first_year",
        "preprint",
        "published",
    }
)


def beside(number: int, texts: Sequence[str], neighbour: int) -> dict[str, str]:
    """The files that carry the texts for the work of that number, which is `doi:10.5555/<number>`, as one of many."""
    text = " ".join(texts)
    return {
        f"bib/pages/own-{number}.md": page(number, texts),
        f"bib/editions/1.{number}.json": edition(number, text, neighbour),
        f"bib/screening/{reviewer(texts[0])}{number}.csv": (
            "ref,decision,stage,reason,at,title\n"
            f'doi:10.5555/{number},include,full text,"{quoted(text)}","{quoted(text)}","{quoted(text)}"\n'
        ),
    }


def page(number: int, texts: Sequence[str]) -> str:
    """A page of the survey's own, whose front matter carries the texts."""
    front = {
        "title": f"Own page {number} {' '.join(texts)}",
        "subtitle": " ".join(texts),
        "description": " ".join(texts),
        "tags": list(texts),
        "hide": list(HIDE[:2]),
        "order": number,
    }
    unknown = {text: text for text in texts}
    return f"---\n{as_yaml(front | unknown)}\n---\n\nOtters of {number}.\n"


def edition(number: int, text: str, neighbour: int) -> str:
    """A released edition in which a work went and another had other words."""
    themes = (EditionTheme(f"theme-{number}", f"{text} theme", text), EditionTheme(f"gone-{number}", text, text))
    works = [
        EditionWork(
            key=key, title=f"{text} {key}", aliases=(f"old{key}",), authors=(Name(text, text), Name(text, corporate=True)),
            year=2001, venue=text, kind="article", identifiers=(Identifier("doi", doi),), theme=theme.id,
            secondary=(f"gone-{number}",), text="0",
        )
        for key, doi, theme in (
            (f"gone{number}", f"10.5555/gone-{number}", themes[1]),
            (f"neighbour{number}", f"10.5555/{neighbour}", themes[0]),
        )
    ]  # fmt: skip
    written = Edition(
        name=f"1.{number}", title=text, date=f"2026-01-{number % 28 + 1:02}", doi=text,
        works={work.key: work for work in works}, themes=themes, introduction=f"{SAFE}\n\n{text}",
    )  # fmt: skip
    assert path_of(written.name) == f"bib/editions/1.{number}.json"
    return edition_text(written).decode()


def decisions(carried: Sequence[tuple[int, Sequence[str]]]) -> dict[str, list[dict[str, Any]]]:
    """A decision of each section about each work, with the texts as reasons and as corrected values."""
    refs = {number: f"doi:10.5555/{number}" for number, _ in carried}
    others = [*refs.values()][1:] + [*refs.values()][:1]
    fields = [name for name in CORRECTABLE if name not in _EXACT and name in FACTS]
    return {
        "not-same": [
            {"refs": [refs[number], other], "why": " ".join(texts)}
            for (number, texts), other in zip(carried, others, strict=True)
        ],
        "include": [{"ref": refs[number], "why": " ".join(texts)} for number, texts in carried],
        "fields": [
            {"ref": refs[number], "set": {fields[number % len(fields)]: " ".join(texts)}, "why": " ".join(texts)}
            for number, texts in carried
        ],
        "kinds": [{"ref": refs[number], "kind": "theory", "why": " ".join(texts)} for number, texts in carried],
    }


def venues(texts: Sequence[str]) -> str:
    """A table of venues of the survey's own."""
    series: Mapping[str, Any] = {
        text: {
            "names": [f"{text} journal", f"{text} of otters"], "title": text.replace("{", "(").replace("}", ")"),
            "publisher": text, "series": text, "journal": True,
        }
        for text in texts
    }  # fmt: skip
    assert set(VENUE_FIELDS) - {"counted_from", "numbers", "volume"} == {key for one in series.values() for key in one}
    return as_yaml(series)


def fetched(carried: Sequence[tuple[int, Sequence[str]]]) -> str:
    """What services said of each work."""
    entries = []
    for number, texts in carried:
        text = " ".join(texts)
        people = (Name(text, text), Name(text, corporate=True))
        exact: dict[str, Any] = {"authors": people, "editors": people, "year": 2001, "month": 2, "kind": "article"}
        facts = {name: exact.get(name, text) for name in (*FACTS, *EXTRAS)}
        sources = dict.fromkeys((*facts, "identifiers"), (text.split()[0], "2026-01-02"))
        entries.append(Fetched(f"doi:10.5555/{number}", facts, (Identifier("doi", f"10.5555/{number}"),), sources))
    return fetched_text(entries)


def reviewer(text: str) -> str:
    """A reviewer's name as near to the text as a name of a file can be."""
    return "".join(letter for letter in text if letter not in '/\\:*?"<>|\0\n\r\t').strip(" .")[:60] or "ann"


def as_yaml(value: object) -> str:
    """As JSON, which is YAML where no line ends within a text: YAML takes the separators of Unicode for line ends."""
    return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def quoted(text: str) -> str:
    """As a cell of a table between double quotes."""
    return text.replace('"', '""')
