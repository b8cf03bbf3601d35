"""The language in `mkdocs.yml`: that of the theme, and the few texts of the website that stand there.

Only where `bib/survey.yml` gives a language (or gave one: the line says so), and only texts that this program brought,
in any of its languages: what a person wrote there stays.
"""

from __future__ import annotations

import re

from generator.language import ENGLISH, gettext, languages, marked, speaking
from generator.text import escape

_FROM_SURVEY = "# from bib/survey.yml"
_THEME = re.compile(r"^theme:[ ]*\n(?:[ ]+[^\n]*\n|\n)*", re.MULTILINE)
_LANGUAGE = re.compile(r"^(?P<head>[ ]+language:[ ]*)(?P<code>[^\n#]*?)(?P<note>[ ]*#[^\n]*)?$", re.MULTILINE)
_NAME = re.compile(r"^(?P<indent>[ ]+)name:[^\n]*\n", re.MULTILINE)
_TEXTS = (marked("Switch to dark"), marked("Switch to light"), marked("On this page"))
_TEXT = re.compile(r"^(?P<head>[ ]+(?:name|title):[ ]*)(?P<text>[^\n#]*?)[ ]*$", re.MULTILINE)
_PERMALINK = re.compile(
    rf"^(?P<line>(?P<indent>[ ]+)permalink:[ ]*true[ ]*\n)(?:[ ]+permalink_title:[^\n]*{re.escape(_FROM_SURVEY)}\n)?",
    re.MULTILINE,
)


def in_language(text: str, code: str, is_given: bool) -> str:
    """`mkdocs.yml` in a language that is spoken; `is_given`: whether `bib/survey.yml` names it."""
    theme = _THEME.search(text)
    if not theme:
        return text
    line = _LANGUAGE.search(theme[0])
    if not is_given and not (line and _FROM_SURVEY in (line["note"] or "")):
        return text
    head = _with_line(theme[0], code, is_given)
    return _with_texts(text[: theme.start()] + head + text[theme.end() :], code)


def _with_line(theme: str, code: str, is_given: bool) -> str:
    note = f"  {_FROM_SURVEY}" if is_given and code != ENGLISH else ""
    if _LANGUAGE.search(theme):
        return _LANGUAGE.sub(lambda line: f"{line['head'].rstrip()} {code}{note}", theme, count=1)
    return _NAME.sub(lambda name: f"{name[0]}{name['indent']}language: {code}{note}\n", theme, count=1)


def _with_texts(text: str, code: str) -> str:
    known = {}
    for one in languages():
        with speaking(one):
            known.update({gettext(message): message for message in _TEXTS})

    def translated(found: re.Match[str]) -> str:
        message = known.get(found["text"].strip("\"'"))
        return f"{found['head']}{bare(gettext(message))}" if message else found[0]

    def titled(found: re.Match[str]) -> str:
        title = escape.yaml(gettext("Permanent link"))
        own = "" if code == ENGLISH else f"{found['indent']}permalink_title: {title}  {_FROM_SURVEY}\n"
        return found["line"] + own

    return _PERMALINK.sub(titled, _TEXT.sub(translated, text))


def bare(text: str) -> str:
    """A short text as HTML in YAML, without quotation marks where it needs none."""
    return escape.html(text) if re.fullmatch(r"[^\W\d_][\w’ -]*", text) else escape.yaml(escape.html(text))
