"""Projects that an attacker wrote: every payload of `tests/data/hostile/` in every field that a project has."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

import yaml
from markdown import Markdown

from tests.conftest import REPOSITORY

PAYLOADS = REPOSITORY / "tests/data/hostile/payloads.yml"
_AROUND = {
    "text": "<div>{}</div>",
    "double quotes": '<a title="{}" href="#">x</a>',
    "single quotes": "<a title='{}' href='#'>x</a>",
    "no quotes": "<a title={} href=#>x</a>",
    "address": '<a href="{}">x</a>',
    "script": '<script>x = {{"a": "{}"}}</script>',
    "title": "<title>{}</title>",
    "textarea": "<textarea>{}</textarea>",
    "style": '<style>p::before {{ content: "{}" }}</style>',
    "comment": "<!-- {} -->",
    "svg": "<svg><title>{0}</title><text>{0}</text></svg>",
}


@dataclass(frozen=True, slots=True)
class Payload:
    """One text of an attacker, and the place of a page where it would be live."""

    place: str
    text: str

    @property
    def unescaped(self) -> str:
        """The HTML of a page that shows it without escaping it."""
        if self.place == "markdown":
            return Markdown(extensions=["attr_list", "md_in_html"]).convert(f"A {self.text}")
        if self.place == "attribute list":
            return Markdown(extensions=["attr_list"]).convert(f'[x](y){{title="{self.text}"}}')
        return _AROUND[self.place].format(self.text)


@cache
def payloads() -> tuple[Payload, ...]:
    """All of them, each text once for each place."""
    found = yaml.safe_load(PAYLOADS.read_text(encoding="utf-8"))
    return tuple(Payload(place, text) for place, texts in found.items() for text in texts)


def texts() -> tuple[str, ...]:
    """The payloads' texts, each once."""
    return tuple(dict.fromkeys(payload.text for payload in payloads()))


def title(number: int, text: str) -> str:
    """The title of the work that carries a payload: no two are alike."""
    return f"{_word(number)} {_word(number * 7 + 3)} {text}"


def files() -> dict[str, str]:
    """The files of the project, by path."""
    records = [_record(number, text) for number, text in enumerate(texts())]
    return {
        "bib/sources/records.json": json.dumps(records, ensure_ascii=False),
        "bib/sources/left-out.json": json.dumps([{"title": f"Left out {texts()[0]}", "id": "left", "type": "book"}]),
        "bib/sources/entries.bib": "\n".join(_entry(number, text) for number, text in enumerate(texts())),
        "bib/survey.bib": "\n".join(_published(number, text) for number, text in enumerate(texts())),
        "bib/survey.yml": _yaml(
            {
                "title": f"Otters {' '.join(texts())}",
                "subtitle": " ".join(reversed(texts())),
                "description": texts()[2],
                "authors": list(texts()[:4]),
                "license": texts()[0],
                "keys": "keep",
                "date": "2026-02-01",
            }
        ),
        "bib/themes.yml": _yaml({"sections": [_section(number, text) for number, text in enumerate(texts())]}),
        "bib/history.yml": _yaml([{"date": "2026-01-01", "removed": list(texts())}]),
        "bib/decisions.yml": _yaml(
            {
                "themes": [
                    {"ref": f"doi:10.5555/{number}", "primary": f"theme-{number}", "why": text}
                    for number, text in enumerate(texts())
                ],
                "leave-out": [{"ref": "sources/left-out.json:1", "why": texts()[2]}],
            }
        ),
    }


def _word(number: int) -> str:
    """A word of letters of its own."""
    return "".join(chr(ord("a") + int(digit) * 2) for digit in f"{number * 9973 % 100000:05}")


def _record(number: int, text: str) -> dict[str, object]:
    return {
        "id": text,
        "type": "article-journal",
        "title": title(number, text),
        "author": [
            {"family": f"Otter{number}", "given": text},
            {"family": text, "given": f"Ann {text}"},
            {"literal": text},
        ],
        "issued": {"date-parts": [[2000 + number % 25]]},
        "container-title": f"{text} journal {number % 3}",
        "abstract": f"We propose {text} and show that {text} is {number} times faster than $x^{{{text}}}$. Code: https://github.com/a/{text}",
        "DOI": f"10.5555/{number}",
        "URL": text if number % 2 else f"https://a.example/{text}",
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


def _entry(number: int, text: str) -> str:
    """The same work as a BibTeX entry under a wild key, so that the records differ and are merged."""
    key = re.sub(r"[\s,{}\"%#~\\]", "", text) or "k"
    told = text.replace("{", "").replace("}", "").replace("\\", "").replace("\n", " ")
    fields = {
        "title": f"{_word(number)} {_word(number * 7 + 3)}",
        "author": f"Otter{number}, {{{told}}}",
        "year": str(2000 + number % 25),
        "doi": f"10.5555/{number}",
        "journal": told,
    }
    return f"@article{{{key}{number},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"


def _published(number: int, text: str) -> str:
    """Its entry in the published bibliography: a wild key, and a wild former one."""
    key = re.sub(r"[\s,{}\"]", "", text)
    return f"@article{{{key}{number},\n  title = {{{_word(number)}}},\n  doi = {{10.5555/{number}}},\n  ids = {{former{key}{number}}},\n}}\n"


def _section(number: int, text: str) -> dict[str, object]:
    theme = {"id": f"theme-{number}", "title": f"{text} theme {number}", "scope": text, "terms": [text]}
    return {"title": f"{text} section", "themes": [theme]}


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
