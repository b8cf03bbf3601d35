"""Templates: every value that a template shows is escaped as Markdown unless it says that it is ready.

The templates write Markdown. `{{ work.title }}` is data and becomes inert; `{{ work.title | html }}` is the same
for an HTML attribute or raw HTML. Only the functions here and in `site.py` return ready text (`Markup`).
"""

from __future__ import annotations

from functools import cache, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.text import escape, math


def ready(text: str) -> Markup:
    """Mark Markdown or HTML of our own making as not to be escaped again."""
    return Markup(text)  # noqa: S704


def shown(value: object) -> Markup:
    """What a template prints for `value`: Markup as it is, everything else as inert Markdown, with mathematics as Unicode."""
    if isinstance(value, Markup):
        return value
    return _inert(str(value)) if value is not None else ready("")


@lru_cache(maxsize=100_000)
def _inert(text: str) -> Markup:
    return ready(escape.markdown(math.plain(text)))


def as_html(value: object) -> Markup:
    """`value` as HTML content or attribute value, for raw HTML in a template."""
    return value if isinstance(value, Markup) else ready(escape.html(math.plain(str(value))))


def as_yaml(value: object) -> Markup:
    """`value` as a YAML scalar, for front matter."""
    return ready(escape.yaml(math.plain(str(value))))


def as_head(value: object) -> Markup:
    """A title or description for front matter. Themes print both into the page as they are, so they are HTML already."""
    return ready(escape.yaml(as_html(value)))


def as_pre(value: object) -> Markup:
    """`value` inside `<pre>`, line ends kept."""
    return ready(escape.html_block(str(value)))


def counted(number: int, noun: str) -> Markup:
    """`1 work`, `2,000 works`."""
    return ready(f"{number:,} {noun}{'' if number == 1 else 's'}")


@cache
def environment() -> Environment:
    """The Jinja environment of all page templates."""
    env = Environment(
        loader=PackageLoader("generator.pages", "templates"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters.update(html=as_html, yaml=as_yaml, head=as_head, pre=as_pre, ready=ready)
    env.globals.update(counted=counted)
    return env
