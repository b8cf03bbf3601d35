"""Every text of the website that the program writes is marked for the catalogue, in whatever way it reaches a page.

A survey is built in a language that no person reads, in which each marked text is written in letters of its own; what is
left in plain letters, and is no word of the survey's own files, was not marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from gettext import NullTranslations
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from generator import language, messages, pages, pipeline
from generator.bibliography.export import FORMATS
from generator.editions.edition import Edition
from generator.editions.today import edition_of
from generator.language import Catalogue
from generator.pages.assets import TEXT
from tests.hostile import files

CODE = "ja"  # whose dates have no Latin letters
PLAIN = "abcdefghijklmnopqrstuvwxyz"
OTHER = "åƀçđéƒğĥíĵķłɱñóþɋřšťúṽŵẋýž"
LETTERS = str.maketrans(PLAIN + PLAIN.upper(), OTHER + OTHER.upper())
KEPT = re.compile(r"<code>.*?</code>|<[^<>]*>|%\(\w+\)s|`[^`]*`|\[@key\]")
OWN = ("Otters at sea", "Badgers in woods", "Beavers in rivers", "Herons in reeds")
SHOWN = ("alt", "aria-label", "data-copy", "data-label", "data-tip", "data-uncoded", "label", "placeholder", "title")
UNSHOWN = ("code", "pre", "script", "style")
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
LITERAL = re.compile(r"(?P<error>Error\(\s*)?(?:\"(?P<one>(?:[^\"\\\n]|\\.)*)\"|`(?P<two>(?:[^`\\]|\\.)*)`)")
HOLE = re.compile(r"\$\{.*\}", re.DOTALL)
# Names of keys and classes.
NO_TEXTS = {
    "use strict",
    "Stemmer",
    "Chicago",
    "Vancouver",
    "Escape",
    "Enter",
    "Tab",
    "admonition warning offline-missed",
}
SENTENCE = re.compile(r"^[A-Z“][a-z]+(?: [a-z]+|$)|[a-z]+,? [a-z]+ [a-z]+")
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
ENGLISH = re.compile(r"^#.*lang=\"en\".*$", re.MULTILINE)  # headings of what is always English
MARKDOWN = re.compile(r"\{ #[^{}]*\}|\]\(<[^<>]*>\)|`[^`]*`")
# Names of formats, programs and services, and Latin of references, which are the same in every language.
NAMES = set(
    "al ascii arxiv bibtex biber biblatex bib csl csv datapackage doi ed eds endnote et excel frictionless google https html "
    "http in json kb markdown mb mendeley pandoc parquet pdf png prisma ris ro scholar semantic sqlite svg txt xml yml zotero "
    "crate no pp vol and org schema metadata pandas duckdb abstracts".split()
) | {word for form in FORMATS.values() for word in form.ending.strip(".-").replace("-", ".").split(".")}  # fmt: skip


class Disguised(NullTranslations):
    """Each text in letters of its own, with its tags, code and placeholders as they are."""

    def gettext(self, message: str) -> str:
        pieces, end = [], 0
        for kept in KEPT.finditer(message):
            pieces += [message[end : kept.start()].translate(LETTERS), kept[0]]
            end = kept.end()
        return "".join((*pieces, message[end:].translate(LETTERS)))

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


class Reader(HTMLParser):
    """The words that a reader meets: between tags and in the attributes that are shown or read aloud."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("br", "img", "input"):
            pass
        elif self.unread or tag in UNSHOWN or given.get("lang") == "en" or given.get("class") == "Z3988":
            self.unread.append(tag)
        if not self.unread:
            self.texts += [value for name, value in attrs if name in SHOWN and value]

    def handle_endtag(self, tag: str) -> None:
        if self.unread and self.unread[-1] == tag:
            self.unread.pop()

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.texts.append(data)


@cache
def disguised() -> tuple[dict[str, str], str]:
    """The pages of a survey that has everything, in that language, and the words of its own files."""
    given = files(OWN)
    with TemporaryDirectory() as folder:
        for path, text in given.items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        survey = pipeline.survey_of(Path(folder))
        survey = replace(
            survey, settings=replace(survey.settings, language=CODE), editions=tuple(released(edition_of(survey)))
        )
        with mock.patch.object(language, "catalogue", lambda code: Catalogue(code, Disguised())):
            made, _ = pages.render(survey, Path(folder))
    texts = {path: text for path, text in made.items() if isinstance(text, str) and path.endswith(".md")}
    return texts, " " + " ".join(word.lower() for text in (*given, *given.values()) for word in words(text))


def released(now: Edition) -> Iterator[Edition]:
    """Two editions: of what came since the first, went, moved and has another text."""
    first, second, third, *_ = now.works.values()
    themes = (replace(now.themes[0], title=OWN[0], overview=OWN[1]), *now.themes[2:])
    changed = replace(first, theme=now.themes[1].id, title=OWN[2], text="another", year=1999)
    works = {first.key: changed, "Ottersatsea9": replace(third, key="Ottersatsea9", identifiers=())}
    yield replace(now, name="2025.1", date="2025-01-31", works=works, themes=themes)
    yield replace(now, name="2026.1", date="2026-01-31", works={**works, second.key: second})


def words(text: str) -> list[str]:
    """The words of a text, with and without their accents; addresses have none."""
    bare = unescape(ADDRESS.sub(" ", text))
    return WORD.findall(bare)


def read(text: str) -> Iterator[str]:
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    yield from re.findall(r'^(?:title|description): "(.*)"$', front, re.MULTILINE)
    reader = Reader()
    reader.feed(MARKDOWN.sub(" ", ENGLISH.sub("", body)))
    reader.close()
    yield from reader.texts


def test_each_text_of_a_page_is_marked() -> None:
    made, own = disguised()
    unmarked: dict[str, set[str]] = {}
    for path, text in made.items():
        for shown in read(text):
            if not all(word.lower() in NAMES or f" {word.lower()}" in own for word in words(shown)):
                unmarked.setdefault(shown.strip(), set()).add(path)
    unmarked_lines = [f"{sorted(paths)[0]}: {text}" for text, paths in sorted(unmarked.items())]
    assert unmarked_lines == [], (
        "mark them: `_` in a template, `gettext` in the program (see the guide's page on languages); "
        "what is a name in every language goes to NAMES in this file"
    )


def test_each_text_of_a_script_is_marked() -> None:
    """A string of a script that reads like words to a person is one that the catalogue has."""
    marked = {
        text for _, found, _ in messages.script_texts() for text in (found if isinstance(found, tuple) else (found,))
    }
    unmarked = []
    for file in messages.scripts():
        code = COMMENT.sub("", file.read_text(encoding="utf-8"))
        for literal in LITERAL.finditer(code):
            text = literal["one"] or HOLE.sub("", literal["two"] or "")
            if not literal["error"] and SENTENCE.search(text) and text not in marked and text not in NO_TEXTS:
                unmarked.append(f"{file.name}: {text}")
    assert unmarked == [], "mark them by `gettext` of scripts/language.js"


def test_each_text_of_the_theme_is_marked() -> None:
    """What the overrides of the theme show stands in double brackets."""
    unmarked = []
    for file in sorted((messages.ROOT / "generator/assets/overrides").rglob("*.html")):
        text = JINJA.sub(" ", TEXT.sub(lambda found: b"", file.read_bytes()).decode())
        reader = Reader()
        reader.feed(text)
        reader.close()
        unmarked += [f"{file.name}: {shown.strip()}" for shown in reader.texts if WORD.search(shown)]
    assert unmarked == [], "write `[[the text]]`"
