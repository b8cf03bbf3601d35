"""Templates: the template engine escapes every value as HTML, unless it is markup already.

A template writes blocks of HTML, which Markdown leaves alone, and headings, which must be Markdown because the engines
build the table of contents from them: there a value goes through the filter `heading`, and an id through `id`. Only the
functions here and in `page.py`, `references.py` and `texts.py` return markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator import language
from generator.cache.compiled import Compiled
from generator.pages.printing import PlainCalls
from generator.text import escape, math
from generator.text.standing import capital


def ready(text: str) -> Markup:
    """Mark HTML of our own making so that it is not escaped again."""
    return str.__new__(Markup, text)  # as `Markup(text)`, which first asks in Python whether the text is markup already


def shown(value: object) -> Markup:
    """What a template prints for `value`: markup as it is, everything else as HTML text, with mathematics as Unicode.

    It is right between tags and in a quoted attribute.
    """
    if isinstance(value, Markup):
        return value
    return _text(str(value)) if value is not None else ready("")


@lru_cache(maxsize=100_000)
def _text(text: str) -> Markup:
    return ready(escape.html(math.plain(text)))


def element(name: str, content: object, **attributes: object) -> Markup:
    """An element of HTML; content and attribute values are data. Underscores in `class_` and `data_key` are dropped
    or become hyphens.
    """
    written = "".join([f' {_written(key)}="{shown(attributes[key])}"' for key in sorted(attributes)])
    return ready(f"<{name}{written}>{shown(content)}</{name}>")


@cache
def _written(attribute: str) -> str:
    return attribute.rstrip("_").replace("_", "-")


def as_heading(value: object) -> Markup:
    """`value` for a Markdown heading, which must not be empty."""
    return ready(escape.heading(math.plain(str(value))) or "Untitled")


def as_id(value: object) -> Markup:
    """`value` as an id in a heading's attribute list."""
    return ready(escape.identifier(str(value)))


def as_pre(value: object) -> Markup:
    """`value` for a `<pre>` element, with its line breaks."""
    return ready(escape.html_block(str(value)))


def with_code(value: object) -> Markup:
    """`value` with text between backticks as code. A backtick within a word, or alone, is shown as it is."""
    first, *others = str(value).split("`")
    ends = [not piece[:1].isalnum() for piece in others]  # whether the backtick before each may end a code
    last_end = max((number for number, may_end in enumerate(ends) if may_end), default=-1)
    written, code = [_between(first)], ""
    is_code, before = False, first
    for number, piece in enumerate(others):
        if is_code and ends[number] and not code[-1:].isspace():
            written += [element("code", code), _between(piece)]
            is_code = False
        elif is_code:
            code += f"`{piece}"
        elif number < last_end and not before[-1:].isalnum() and piece[:1].strip():
            is_code, code = True, piece
        else:
            written += [shown("`"), _between(piece)]
        before = piece
    return ready("".join([*written, _between(f"`{code}")] if is_code else written))


def _between(text: str) -> Markup:
    """A text beside elements, with the spaces that part it from them."""
    return ready(escape.html_spaced(math.plain(text)))


def gettext(message: str, /, **values: object) -> Markup:
    """A text of the catalogue, which is markup, with values, which are data."""
    return _filled(language.gettext(message), values) if values else _plain(message, language.current())


def ngettext(one: str, several: str, number: int, /, **values: object) -> Markup:
    """The form of such a text for a number, which is its `%(number)s`."""
    return _filled(language.form(one, several, number), {"number": language.numeral(number), **values})


def english() -> Markup:
    """The attribute that marks a text as English; nothing if that is the page's language."""
    return ready("" if language.spoken() == language.ENGLISH else ' lang="en"')


def translated(text: str, context: str = "") -> str:
    """A text that is data, in the page's language if the catalogue has it; to be escaped like any other data."""
    if not text:
        return ""
    return language.pgettext(context, text) if context else language.gettext(text)


def in_english(text: str) -> Markup:
    """A text that is always English, marked as such if the page's language is another."""
    return shown(text) if language.spoken() == language.ENGLISH else element("span", text, lang="en")


@lru_cache(maxsize=10_000)
def _plain(message: str, catalogue: language.Catalogue) -> Markup:
    return ready(catalogue.texts.gettext(message))


def _filled(message: str, values: Mapping[str, object]) -> Markup:
    return ready(message % {name: shown(value) for name, value in values.items()})


class _Environment(Environment):
    context_class = PlainCalls


@cache
def environment() -> Environment:
    """The Jinja environment of all page templates."""
    env = _Environment(
        loader=PackageLoader("generator.pages", "templates"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=Compiled(),
    )
    env.filters.update(capital=capital, heading=as_heading, id=as_id, pre=as_pre, with_code=with_code)
    env.globals.update(
        _=gettext,
        translated=translated,
        ngettext=ngettext,
        counted=language.counted,
        numeral=language.numeral,
        date=language.date,
        english=english,
        in_english=in_english,
    )
    return env
