"""Every public function of the program that takes a text, found by its signature, as a function of that text alone.

Such a function is public, stands in a module of `generator`, and its first argument is a `str`. Where it wants more than
that, `FURTHER` gives the rest. `NO_TEXTS` names those whose first argument is never a text of anybody, with the reason.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from yaml import Mark, MarkedYAMLError

import generator
from generator import addresses, cli, deferred, language, messages, status
from generator.bibliography import (
    export,
    latex_characters,
    latex_markdown,
    proper_nouns,
    publishers,
    styles,
    survey_bib,
    transliteration,
)
from generator.cache import sealed
from generator.coding import run
from generator.commands import answers, review_records, screen_tables, serve
from generator.commands import compare as commands_compare
from generator.config import decision_file, program_version, searches, settings_text, yaml_file, yaml_remedies
from generator.config.settings import Settings
from generator.dedupe import agreement, title_words, venues, vocabulary
from generator.errors import InputError, Place
from generator.fetching import wording
from generator.figures import drawing, lettering, pdf, picture, theme_timeline
from generator.identifiers import SCHEMES, identifier
from generator.kinds import tell
from generator.links import occurrences, terms
from generator.links.occurrences import index
from generator.name_index import numbers, roles, writing
from generator.names.marks import without_degrees
from generator.pages import environment, keyed, reading_offline, search, website_language, written
from generator.project import box, placing
from generator.prose import allowed, cleaning, contributed, edits, front_matter, overview, raw_html, render, result
from generator.prose.backlinks import backlinks, cited_sentences
from generator.prose.library import Library
from generator.prose.sources import Written
from generator.reading_path import reasons
from generator.records import Origin, Record, unreadable
from generator.search import short_forms, words
from generator.search.rules import STEMMERS
from generator.services import drafted
from generator.sources import (
    bibtex_record,
    bibtex_scanner,
    bibtex_types,
    bibtex_values,
    markup,
    missing_values,
    reading,
    ris_record,
    ris_tags,
    stated_identifiers,
    tagged,
)
from generator.sources.content import Content
from generator.sources.registry import READERS
from generator.text import abbreviations, candidates, clean, escape, glued_words, parting, passages
from generator.text import compare as text_compare
from generator.themes import discovery, languages, no_subjects, other_words, phrases, synonyms
from generator.venues import series, table
from generator.venues.series import VenueSeries
from generator.website import offline

OfText = Callable[[str], object]
LIBRARY = Library({"k": "T"}, {"k": "L, 2020"}, {"k": "p.md"}, lambda key: "k" if key == "k" else None, lambda key: "R")
_RECORD = Record(Origin("a.bib", 1), title="Order matters for sets")
_TEN = 10  # characters of an abbreviation or a name in a longer text

# What a function gets besides the text: (the function without its cache, the text) → what it gives.
FURTHER: Mapping[Callable[..., Any], Callable[[Callable[..., Any], str], object]] = {
    addresses.between: lambda call, text: call(text, "a/b.md"),
    addresses.href: lambda call, text: call("a/b.md", text),
    latex_characters.plain_text: lambda call, text: call(text, "ascii"),
    latex_markdown.latex_markdown: lambda call, text: call(text, {"k"}),
    parting.parted: lambda call, text: call(text, parting.Texts((text, "of by and with jointly learning"))),
    proper_nouns.proper_nouns: lambda call, text: call(text, text),
    publishers.place_of: lambda call, text: call(text, 2020),
    survey_bib.survey_bib: lambda call, text: call(text, text),
    review_records.wrapped: lambda call, text: call(text, 80, "  "),
    decision_file.with_entries: lambda call, text: call(
        f"include:\n- {{ref: {json.dumps(text)}}}\n", "include", [{"ref": "doi:10.5555/1"}]
    ),
    program_version.older_version_problem: lambda call, text: call(text, Place("bib/survey.yml")),
    searches.kind_of: lambda call, text: call(text, ()),
    searches.name_of: lambda call, text: call(text, ()),
    settings_text.with_setting: lambda call, text: call(text, "title", "Sets"),
    yaml_file.parse_yaml: lambda call, text: call(text, "a.yml"),
    yaml_remedies.remedy: lambda call, text: call(
        text, MarkedYAMLError("a", None, "b", Mark("a.yml", 0, 0, 0, text, 0))
    ),
    agreement.is_no_title: lambda call, text: call(text, _RECORD, (_RECORD,)),
    title_words.is_typo: lambda call, text: call(text, f"a{text}"),
    title_words.may_be_another: lambda call, text: call(text, text[1:]),
    title_words.opposed: lambda call, text: call(text, text[1:]),
    venues.is_acronym: lambda call, text: call(text[:_TEN], tuple(text.split())),
    vocabulary.mark_of: lambda call, text: call(text, text_compare.fold(text)),
    drawing.link: lambda call, text: call(text, text),
    lettering.cut: lambda call, text: call(text, 300.0, 12.0),
    lettering.width: lambda call, text: call(text, 12.0),
    lettering.wrap: lambda call, text: call(text, 300.0, 12.0),
    identifier.parse_identifier: lambda call, text: [call(text, scheme) for scheme in SCHEMES],
    tell.signs: lambda call, text: call(escape.visible(text), escape.visible(text)),
    occurrences.occurrences: lambda call, text: call(text, index([text[:_TEN], "Aa", "a b"])),
    terms.written: lambda call, text: call(text, {"order", "sets"}),
    numbers.near: lambda call, text: call(text, len(text) // 2, len(text) // 2 + 1),
    roles.role: lambda call, text: call(text, len(text) // 2, len(text) // 2 + 1, True, True),
    writing.written: lambda call, text: call(text, frozenset(), is_title=False),
    offline.flat: lambda call, text: call("a/index.html", text, frozenset()),
    offline.offline_page: lambda call, text: call("a/index.html", text, frozenset()),
    website_language.in_language: lambda call, text: call(text, "de", True),
    allowed.allowed: lambda call, text: call("a", "href", text),
    allowed.may_write: lambda call, text: call("a", "href", text),
    cleaning.cleaned: lambda call, text: call(text, "a.md"),
    contributed.conflicts: lambda call, text: call(text, "a.md"),
    edits.listed: lambda call, text: call(text, [text]),
    front_matter.read: lambda call, text: call(text, "a.md"),
    written.read: lambda call, text: call(cleaning.cleaned(text, "a.md")[0], LIBRARY),
    cited_sentences: lambda call, text: call(cleaning.cleaned(text, "a.md")[0], LIBRARY),
    overview.cited_keys: lambda call, text: call(text, LIBRARY.resolve),
    overview.parse_overview: lambda call, text: call(text, LIBRARY.resolve),
    raw_html.in_raw_html: lambda call, text: call(text, [len(text) // 2]),
    render.cite: lambda call, text: call(text, "a.md", LIBRARY, source="a.md"),
    result.faults: lambda call, text: call(cleaning.cleaned(text, "a.md")[0], "a.md"),
    short_forms.long_form: lambda call, text: call(text[:_TEN], text),
    **dict.fromkeys((words.root, words.roots), lambda call, text: [call(text, language) for language in STEMMERS]),
    words.terms: lambda call, text: call(text, "de"),
    bibtex_scanner.next_field: lambda call, text: call(text, 0),
    bibtex_types.kind_word: lambda call, text: call(text, {"type": text}),
    bibtex_types.shown_type: lambda call, text: call("phdthesis", text),
    bibtex_values.value_of: lambda call, text: call(text, {"jan": "January"}),
    markup.without_markup: lambda call, text: call(text, folded=True),
    missing_values.is_missing: lambda call, text: call("pages", text),
    ris_tags.identifier_in: lambda call, text: (call("UR", text, text), call("AN", text, "PubMed")),
    stated_identifiers.stated: lambda call, text: [call(text, scheme) for scheme in SCHEMES],
    status.said_by: lambda call, text: call(text, text),
    abbreviations.long_form: lambda call, text: call(text, text[:_TEN]),
    text_compare.did_you_mean: lambda call, text: call(text, ["order", "sets"]),
    text_compare.nearest: lambda call, text: call(text, ["order", text[1:]]),
    escape.link: lambda call, text: call(text, "a.md"),
    glued_words.bare_macros: lambda call, text: call(text, text[:_TEN]),
    glued_words.glued_names: lambda call, text: call(text, text[:_TEN]),
    passages.gist: lambda call, text: call(text, text),
    clean.clean_abstract: lambda call, text: call(text, text),
    discovery.theme_id: lambda call, text: call(text, set()),
    languages.detected: lambda call, text: call(text, "en"),
    no_subjects.is_place: lambda call, text: call(text, frozenset()),
    other_words.is_adjective: lambda call, text: call(text, "de"),
    other_words.stem_of: lambda call, text: call(text, "de"),
    phrases.phrases: lambda call, text: (list(call(text, heading=False)), list(call(text, heading=True))),
    synonyms.words_of: lambda call, text: call(text, "en"),
    series.with_acronym: lambda call, text: call(text, "ACL"),
    table.is_full_name: lambda call, text: call(text, VenueSeries("acl", names=("ACL",))),
}

# What an argument gets of which nothing else is said, by its annotation.
_SIMPLE: Mapping[str, OfText] = {
    "str": lambda text: text,
    "int": lambda text: 1,
    "float": lambda text: 1.0,
    "bool": lambda text: False,
    "Settings": lambda text: Settings(encodings={"*.csv": "windows-1250"}),
    **dict.fromkeys(
        ("Collection[str]", "Iterable[str]", "Sequence[str]", "Sequence[Any]", "tuple[str, ...]", "list[str]"),
        lambda text: [text],
    ),
    **dict.fromkeys(("frozenset[str]", "set[str]", "Set[str]"), lambda text: {text}),
    **dict.fromkeys(("dict[str, str]", "Mapping[str, str]"), lambda text: {text: text}),
}

_OURS = "a name of ours"
_PLACE = "a place in the file system"
_MESSAGE = "a text of ours, or a name that a message is about"
_WITH_READER = "a piece of what a reader found: the readers are measured whole"
# Those whose first argument is never a text of anybody.
NO_TEXTS: Mapping[str, tuple[Callable[..., Any], ...]] = {
    _OURS: (
        candidates.in_part, export.format_named, styles.page_locales, styles.page_style, sealed.keep_own,
        sealed.own, cli.load_when_used, screen_tables.table, drawing.legend, drawing.sign,
        drawing.signs, drawing.svg, drawing.tag, theme_timeline.small_svg, language.catalogue,
        messages.begin, messages.po_file, messages.read, messages.updated, environment.element,
        reading_offline.worker, search.file, search.stemmer, drafted.record_of, reading.made_anew,
        other_words.is_known, other_words.links, other_words.stop_words, deferred.deferred, keyed.made_anew, keyed.each_made_anew,
    ),
    _PLACE: (
        commands_compare.state_of, box.read_plain, placing.check_replaceable, placing.fill,
        placing.put, placing.sync_folder, placing.write_new,
    ),
    _MESSAGE: (
        run.title_of, answers.answer_to, serve.tell, wording.differences, language.form,
        language.marked_in, language.ngettext, language.nlater, language.pgettext, environment.ngettext,
        reasons.about, reasons.introduced, unreadable, tagged.cut_off,
        tagged.two_in_one, tagged.without_end,
    ),
    _WITH_READER: (bibtex_record.draft_of, ris_record.record_of, ris_tags.is_proceedings),
    "a single character": (latex_characters.command_for, transliteration.in_latin),
    "a drawing of ours": (pdf.pdf, picture.picture),
    "a number that `parse_arxiv` gave": (identifier.arxiv_month, identifier.year_of_arxiv),
}  # fmt: skip
# What is no function of a text by its signature, and reads texts all the same.
OTHERS: Mapping[str, OfText] = {
    "names.marks.without_degrees": lambda text: without_degrees(text.split()),
    "prose.backlinks.backlinks": lambda text: backlinks(
        [Written("a", "a.md", "A", cleaning.cleaned(text, "a.md")[0])], LIBRARY
    ),
}


@cache
def found() -> Mapping[str, Callable[..., Any]]:
    """The public functions whose first argument is a text, by their names without `generator.`, caches taken off."""
    functions: dict[str, Callable[..., Any]] = {}
    modules = (module.name for module in pkgutil.walk_packages(generator.__path__, "generator."))
    for module in (name for name in modules if not name.endswith("__main__")):
        for name, value in vars(importlib.import_module(module)).items():
            function = inspect.unwrap(value) if callable(value) else value
            is_own = inspect.isfunction(function) and function.__module__ == module and not name.startswith("_")
            if is_own and _takes_text(function):
                functions[f"{module.removeprefix('generator.')}.{name}"] = function
    return functions


def _takes_text(function: Callable[..., Any]) -> bool:
    return next((one.annotation for one in inspect.signature(function).parameters.values()), None) in ("str", str)


def without_texts() -> frozenset[Callable[..., Any]]:
    """The functions in `NO_TEXTS`, caches taken off."""
    return frozenset(inspect.unwrap(function) for functions in NO_TEXTS.values() for function in functions)


def unknown() -> list[str]:
    """The names of those that want something else than a text, of which neither table says what."""
    known = {*map(inspect.unwrap, FURTHER), *without_texts()}
    return [name for name, one in found().items() if one not in known and not _arguments(one) <= set(_SIMPLE)]


def text_functions() -> dict[str, OfText]:
    """Every function to measure, by name: what a text may make it refuse with a message is no fault."""
    others = {*without_texts(), *(found()[name] for name in unknown())}
    functions = {name: _alone(one) for name, one in found().items() if one not in others}
    functions |= {name: _ended(function) for name, function in OTHERS.items()}
    return functions | {f"reader of {reader.name}": _ended(_reading(reader.read)) for reader in READERS}


def _alone(function: Callable[..., Any]) -> OfText:
    further = {inspect.unwrap(key): value for key, value in FURTHER.items()}.get(function)
    if further is not None:
        return _ended(lambda text: further(function, text))
    required = {one.name: _SIMPLE[_annotation(one)] for one in _required(function)}
    return _ended(lambda text: function(text, **{key: make(text) for key, make in required.items()}))


def _arguments(function: Callable[..., Any]) -> set[str]:
    return {_annotation(one) for one in _required(function)}


def _required(function: Callable[..., Any]) -> list[inspect.Parameter]:
    """What it wants besides the text."""
    _, *others = inspect.signature(function).parameters.values()
    return [one for one in others if one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)]


def _annotation(parameter: inspect.Parameter) -> str:
    return str(getattr(parameter.annotation, "__name__", parameter.annotation))


def _reading(read: Callable[[Content], Iterator[object]]) -> OfText:
    return lambda text: read(Content("sources/a.txt", text.encode("utf-8", "replace")))


def _ended(function: OfText) -> OfText:
    """The function, what it gives piece by piece taken to its end."""

    def ended(text: str) -> None:
        try:
            given = function(text)
            if isinstance(given, Iterator):
                for _ in given:
                    pass
        except (InputError, ValueError):
            return  # the text is refused

    return ended
