"""The payloads of `tests/data/hostile/`, and the page of each on which it would be live."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import yaml
from jinja2 import Environment
from markdown import Markdown
from markdown_it import MarkdownIt

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
    "mutation": "<div id=twice>{}</div><script>twice.innerHTML = twice.innerHTML</script>",
}
_SITE = (
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "pymdownx.details", "pymdownx.emoji",
    "pymdownx.keys", "pymdownx.mark", "pymdownx.snippets", "pymdownx.tabbed", "pymdownx.tasklist",
)  # fmt: skip
# What a renderer that trusts formulas makes of a command and its first argument.
_DRAWN = {
    "href": '<a href="{}">a</a>',
    "url": '<a href="{0}">{0}</a>',
    "includegraphics": '<img src="{}">',
    "htmlStyle": '<span style="{}">a</span>',
    "style": '<span style="{}">a</span>',
    "class": '<span class="{}">a</span>',
    "htmlData": '<span data-{}">a</span>',
    "unicode": "<span>{}</span>",
}
_COMMAND = re.compile(r"\$\\(?P<name>\w+)\{(?P<argument>[^{}]*)\}.*\$")


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
        if self.place in _READ:
            return _READ[self.place](self.text)
        return _AROUND[self.place].format(self.text)


def _page(text: str) -> str:
    folder = {"pymdownx.snippets": {"base_path": [str(PAYLOADS.parent)]}}
    return Markdown(extensions=_SITE, extension_configs=folder).convert(text)


def _template(text: str) -> str:
    return Environment().from_string(text).render()


def _formula(text: str) -> str:
    command = _COMMAND.fullmatch(text)
    assert command, text
    return _DRAWN[command["name"]].format(command["argument"])


def _commonmark(text: str) -> str:
    reader = MarkdownIt("commonmark")
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    return str(reader.render(text))


_READ: Mapping[str, Callable[[str], str]] = {
    "page": _page,
    "template": _template,
    "formula": _formula,
    "commonmark": _commonmark,
}


@cache
def payloads() -> tuple[Payload, ...]:
    """All of them, each text once for each place."""
    found = yaml.safe_load(PAYLOADS.read_text(encoding="utf-8"))
    return tuple(Payload(place, text) for place, texts in found.items() for text in texts)


def texts() -> tuple[str, ...]:
    """The payloads' texts, each once."""
    return tuple(dict.fromkeys(payload.text for payload in payloads()))
