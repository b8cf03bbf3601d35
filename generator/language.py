"""The language in which the website speaks to its readers: texts from a catalogue, counts, numbers, dates.

A text is written in English where it is used, and marked by the function that shows it: `gettext`, or `ngettext` where
it counts something. A text that is only named now and shown later is marked by `marked`, or kept as a `Message`.
`speaking` sets the language; without it, and for what a catalogue does not translate, that is English.

A catalogue is `generator/locale/<code>/LC_MESSAGES/survey.po`, compiled to `survey.mo` beside it (`make messages`).
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ENGLISH = "en"
_DOMAIN = "survey"

Text = TypeVar("Text", bound=str)


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The texts of a language, which has a code of BCP 47 (`de`)."""

    code: str
    texts: NullTranslations


_spoken: ContextVar[Catalogue] = ContextVar("language")
_OURS = Catalogue(ENGLISH, NullTranslations())
_spoken.set(_OURS)


def _ours() -> Traversable:
    """The program's own files."""
    from importlib.resources import files  # which takes longer to import than many a command to run

    return files("generator")


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages that have a catalogue, English first."""
    folder = _ours() / "locale"
    found = (entry.name for entry in folder.iterdir() if (entry / "LC_MESSAGES" / f"{_DOMAIN}.mo").is_file())
    return (ENGLISH, *sorted(found))


@cache
def catalogue(code: str) -> Catalogue:
    """The catalogue of a language. Raises KeyError if there is none."""
    if code == ENGLISH:
        return _OURS
    if code not in languages():
        raise KeyError(code)
    compiled = _ours().joinpath("locale", code, "LC_MESSAGES", f"{_DOMAIN}.mo")
    with compiled.open("rb") as stream:
        return Catalogue(code, GNUTranslations(stream))


@contextmanager
def speaking(language: str | Catalogue) -> Iterator[None]:
    """Show all texts in this language inside the `with` block."""
    token = _spoken.set(catalogue(language) if isinstance(language, str) else language)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The code of the current language."""
    return current().code


def current() -> Catalogue:
    """The catalogue of the current language."""
    return _spoken.get(_OURS)


def gettext(message: str, /, **values: object) -> str:
    """A text, with `values` for its `%(name)s`."""
    found = current().texts.gettext(message)
    return found % values if values else found


def pgettext(context: str, message: str, /, **values: object) -> str:
    """A text with another meaning in another context: `survey` is a kind of work, and the website."""
    found = current().texts.pgettext(context, message)
    return found % values if values else found


def ngettext(one: str, several: str, number: int, /, **values: object) -> str:
    """The form of a text for a number, which fills its `%(number)s`."""
    return form(one, several, number) % {"number": numeral(number), **values}


def form(one: str, several: str, number: int) -> str:
    """The form of a text for a number, as the catalogue has it."""
    return current().texts.ngettext(one, several, number)


def plural(number: int) -> int:
    """Which of the forms of a counted text a number takes."""
    rule = getattr(current().texts, "plural", None)
    return int(rule(number)) if rule else int(number != 1)


def marked(message: str) -> str:
    """The text unchanged: marked for the catalogue, which translates it where it is shown."""
    return message


def marked_in(context: str, message: str) -> str:
    """The same for a text that `pgettext` shows."""
    return message


@dataclass(frozen=True, slots=True)
class Message:
    """A text chosen now and shown later, in the language current then."""

    text: str
    several: str = ""
    number: int = 0
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        values = dict(self.values)
        return (
            ngettext(self.text, self.several, self.number, **values) if self.several else gettext(self.text, **values)
        )

    @property
    def english(self) -> str:
        """The text in English, for data."""
        with speaking(ENGLISH):
            return str(self)


def later(message: str, /, **values: object) -> Message:
    """A text to be shown later, as `gettext` would show it."""
    return Message(message, values=tuple(values.items()))


def nlater(one: str, several: str, number: int, /, **values: object) -> Message:
    """A text to be shown later, as `ngettext` would show it."""
    return Message(one, several, number, tuple(values.items()))


def _noun(one: str, several: str) -> tuple[str, str]:
    """The two forms of a counted noun, for the catalogue."""
    return one, several


# What is counted on pages, by its singular.
NOUNS = {
    one.removeprefix("%(number)s "): (one, several)
    for one, several in (
        _noun("%(number)s author", "%(number)s authors"),
        _noun("%(number)s check", "%(number)s checks"),
        _noun("%(number)s column", "%(number)s columns"),
        _noun("%(number)s finding", "%(number)s findings"),
        _noun("%(number)s link", "%(number)s links"),
        _noun("%(number)s linked pair", "%(number)s linked pairs"),
        _noun("%(number)s name", "%(number)s names"),
        _noun("%(number)s other work", "%(number)s other works"),
        _noun("%(number)s overview", "%(number)s overviews"),
        _noun("%(number)s piece", "%(number)s pieces"),
        _noun("%(number)s preprint", "%(number)s preprints"),
        _noun("%(number)s record", "%(number)s records"),
        _noun("%(number)s section", "%(number)s sections"),
        _noun("%(number)s shared work", "%(number)s shared works"),
        _noun("%(number)s source", "%(number)s sources"),
        _noun("%(number)s theme", "%(number)s themes"),
        _noun("%(number)s work", "%(number)s works"),
        _noun("%(number)s year", "%(number)s years"),
    )
}


def counted(number: int, noun: str = "work") -> str:
    """`1 work`, `2,000 works`: any of `NOUNS`. Raises KeyError for another."""
    return ngettext(*NOUNS[noun], number)


def numeral(number: int) -> str:
    """A whole number with its thousands separated: `2,000`, `2.000`."""
    code = current().code
    return f"{number:,}" if code == ENGLISH else _numeral(number, code)


@lru_cache(maxsize=10_000)
def _numeral(number: int, code: str) -> str:
    from babel.numbers import format_decimal  # importing takes time, and English does without

    return str(format_decimal(number, locale=code))


def decimal(number: float, digits: int = 1) -> str:
    """A number with so many digits after its decimal mark: `1.2`, `1,2`."""
    shown = f"{number:,.{digits}f}"
    code = current().code
    if code == ENGLISH:
        return shown
    from babel.numbers import format_decimal

    return str(format_decimal(number, format=f"#,##0.{'0' * digits}", locale=code))


def date(day: str) -> str:
    """An ISO date, or month, as readers of the language write it; unchanged in English, and if it is neither."""
    code = current().code
    return day if code == ENGLISH else _date(day, code)


@lru_cache(maxsize=10_000)
def _date(day: str, code: str) -> str:
    from babel.dates import format_date, format_skeleton

    try:
        if len(day) == len("2025-03"):
            return str(format_skeleton("yMMMM", datetime.date.fromisoformat(f"{day}-01"), locale=code))
        found = datetime.date.fromisoformat(day)
    except ValueError:
        return day
    written = str(format_date(found, "long", locale=code))
    is_ordinal = code == "fr" and found.day == 1  # which CLDR has no pattern for
    return f"1er {written[2:]}" if is_ordinal else written


def collated(text: str) -> tuple[str, str]:
    """A text's sort key: in English the text itself, otherwise with letters in place of their accented forms."""
    folded = text.casefold()
    if current().code == ENGLISH:
        return folded, folded
    spelt = folded.replace("ñ", "n\uffff") if current().code == "es" else folded
    return "".join(one for one in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(one)), folded


def listed(parts: Sequence[Text]) -> Text:
    """`A`, `A and B`, `A, B and C` from at least one part; the result is markup if the parts are."""
    *first, last = parts
    if not first:
        return last
    kind = type(last)
    return kind(kind(f" {gettext('and')} ").join((kind(", ").join(first), last)))
