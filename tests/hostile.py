"""Projects that an attacker wrote: every payload of `tests/data/hostile/` in every field that a project has."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import yaml

from tests import hostile_inputs, hostile_settings
from tests.hostile_payloads import texts

HARMLESS = (
    "Otters at sea", "a:b+c/d", "Čermák & Sons", "https://a.example/b", "12", "$x^2$", 'the "sea" otter', "sea_otter", "(1)", "x=1",
)  # fmt: skip
TOGETHER = 16  # texts in one field: which of them would be live is found on a page of its own
SCREENED = ("title", "doi", "decision", "reason", "reviewer", "abstract")
MARKED = ("ref", "decision", "stage", "reason", "at", "title")
LOADING = frozenset(
    {"img", "script", "iframe", "object", "embed", "link", "meta", "base", "form", "style", "video", "audio", "marquee"}
)
SCRIPT = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|data)[\x00-\x20]*:", re.IGNORECASE)
WILD = r"[\s,{}\"]"  # what no key of BibTeX can hold


@dataclass(frozen=True, slots=True)
class Carrier:
    """A work, with its theme, that carries some texts: all of them in every field, or one where a field holds no more."""

    number: int
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All its texts in a row."""
        return " ".join(self.texts)

    @property
    def words(self) -> str:
        """What its title begins with: no two are alike."""
        return f"{_word(self.number)} {_word(self.number * 7 + 3)}"

    @property
    def title(self) -> str:
        """The work's title."""
        return f"{self.words} {self.text}"


def carriers(carried: tuple[str, ...] | None = None) -> tuple[Carrier, ...]:
    """The works that carry the texts, the payloads' where none are given: few works, since each makes a dozen pages."""
    chosen = texts() if carried is None else carried
    number = max(4, -(-len(chosen) // TOGETHER))
    return tuple(Carrier(place, chosen[place::number]) for place in range(number))


def files(carried: tuple[str, ...] | None = None) -> dict[str, str]:
    """The files of the project, by path."""
    works = carriers(carried)
    chosen = tuple(text for work in works for text in work.texts)
    neighbours = {work: works[work.number - 1] for work in works}
    return {
        "bib/sources/records.json": json.dumps([_record(work, neighbours[work]) for work in works], ensure_ascii=False),
        "bib/sources/left-out.json": json.dumps([{"title": f"Left out {chosen[0]}", "id": "left", "type": "book"}]),
        "bib/sources/screened.csv": _table(SCREENED, [row for work in works for row in _screened(work)]),
        "bib/sources/entries.bib": "\n".join(_entry(work) for work in works),
        "bib/screening/ann.csv": _table(
            MARKED,
            [(f"doi:10.5555/{work.number}", "include", "full text", work.text, "", work.title) for work in works],
        ),
        "bib/codes.csv": _table(
            ("ref", f"design {chosen[0]}", "setting"),
            [(f"doi:10.5555/{work.number}", work.text, work.texts[0]) for work in works],
        ),
        "bib/survey.bib": "\n".join(_published(work) for work in works),
        "bib/venues.yml": hostile_inputs.venues(chosen),
        "bib/fetched.bib": hostile_inputs.fetched([(work.number, work.texts) for work in works]),
        "bib/survey.yml": hostile_inputs.as_yaml(_settings(chosen, works[2].text)),
        "bib/themes.yml": _yaml(
            {
                "sections": [_section(work) for work in works],
                "start": [{"ref": f"doi:10.5555/{work.number}", "why": work.text} for work in works[:3]],
            }
        ),
        "bib/history.yml": _yaml(
            [{"date": "2026-01-01", "removed": list(chosen)}, {"date": "2026-01-02", "added": list(chosen)}]
        ),
        "bib/decisions.yml": _yaml(
            {
                "themes": [
                    {"ref": f"doi:10.5555/{work.number}", "primary": f"theme-{work.number}", "why": work.text}
                    for work in works
                ],
                "leave-out": [{"ref": "sources/left-out.json:1", "why": works[2].text}],
                **hostile_inputs.decisions([(work.number, work.texts) for work in works]),
            }
        ),
    } | {
        path: text
        for work in works
        for path, text in hostile_inputs.beside(work.number, work.texts, neighbours[work].number).items()
    }


def _settings(chosen: tuple[str, ...], description: str) -> dict[str, object]:
    """`survey.yml`: every setting that carries a text, and those by which the project is built at all."""
    carried = hostile_settings.carrying(chosen)
    free = {name: value for name, value in carried.items() if name not in hostile_settings.DECIDING}
    return hostile_settings.nested(free) | {
        "title": f"Otters {' '.join(chosen)}",
        "subtitle": " ".join(reversed(chosen)),
        "description": description,
        "authors": list(chosen[:4]),
        "license": chosen[0],
        "keys": "keep",
        "date": "2026-02-01",
        "screening": {
            "column": "decision",
            "include": ["yes"],
            "exclude": ["no"],
            "reason": "reason",
            "reviewer": "reviewer",
        },
    }


def _word(number: int) -> str:
    """A word of letters of its own."""
    return "".join(chr(ord("a") + int(digit) * 2) for digit in f"{number * 9973 % 100000:05}")


def _record(work: Carrier, neighbour: Carrier) -> dict[str, object]:
    text, number = work.text, work.number
    return {
        "id": work.texts[0],
        "type": "article-journal",
        "title": work.title,
        "author": [
            {"family": f"Otter{number}", "given": text},
            {"family": text, "given": f"Ann {text}"},
            {"literal": text},
            {"literal": neighbour.text},  # who has two works has a page
        ],
        "issued": {"date-parts": [[2000 + number % 25]]},
        "container-title": f"{text} journal",
        "abstract": (
            f"We propose {text} and show that {text} is {number} times faster than $x^{{{text}}}$. "
            f"Code: https://github.com/a/{text}"
        ),
        "DOI": f"10.5555/{number}",
        "URL": f"https://a.example/{text}",
        "note": text,
        "keyword": text,
        "volume": text,
        "issue": text,
        "page": text,
        "publisher": text,
        "publisher-place": text,
        "collection-title": text,
        "language": text,
    }


def _entry(work: Carrier) -> str:
    """The same work as a BibTeX entry under a wild key, so that the records differ and are merged."""
    key = re.sub(r"[\s,{}\"%#~=\\]", "", work.text)
    plain = re.sub(r"[{}\\\n$%]", " ", work.text)  # what BibTeX and LaTeX would read as something else
    fields = {
        "title": f"{work.words} {plain}",
        "author": f"Otter{work.number}, {{{plain}}}",
        "year": str(2000 + work.number % 25),
        "doi": f"10.5555/{work.number}",
        "journal": plain,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{{key}{work.number},\n{lines}}}"


def _published(work: Carrier) -> str:
    """Its entry in the published bibliography: a key that holds all of its texts, and a former one of each."""
    wild = [f"{re.sub(WILD, '', text)}{work.number}" for text in work.texts]
    former = ",".join(f"former{key}" for key in wild)
    title = f"  title = {{{work.words}}},\n  doi = {{10.5555/{work.number}}},\n  ids = {{{former}}},\n"
    return f"@article{{{''.join(wild)},\n{title}}}\n"


def _screened(work: Carrier) -> Iterator[tuple[str, ...]]:
    """The rows of a table in which somebody included the work, and excluded one of a title that is like no other."""
    yield (work.title, f"10.5555/{work.number}", "yes", "", work.text, "")
    other = " ".join(_word(work.number * 20 + place) for place in range(1, 16))
    yield (f"{other} {work.text}", "", "no", work.text, work.text, work.text)


def _section(work: Carrier) -> dict[str, object]:
    theme = {
        "id": f"theme-{work.number}",
        "title": f"{work.text} theme {work.number}",
        "scope": work.text,
        "terms": list(work.texts),
    }
    return {"title": f"{work.text} section", "themes": [theme]}


def _table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows([columns, *rows])
    return written.getvalue()


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


class Parts(HTMLParser):
    """What a piece of HTML is made of: its elements with their attributes, and its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""

    @classmethod
    def of(cls, html: str) -> Parts:
        """The parts of that HTML."""
        read = cls()
        read.feed(html)
        read.close()
        return read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Note a piece of text."""
        self.text += data

    @property
    def live(self) -> list[str]:
        """Handlers, addresses that are scripts, and elements that load or run something."""
        found = [f"<{name}>" for name, _ in self.elements if name in LOADING]
        for name, attributes in self.elements:
            found += [f"<{name} {key}>" for key in attributes if key.startswith("on")]
            addresses = (attributes.get(key, "") for key in ("href", "src", "xlink:href", "action", "formaction"))
            found += [f"<{name}> to {address}" for address in addresses if SCRIPT.match(address)]
        return found
