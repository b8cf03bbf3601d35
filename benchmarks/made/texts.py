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
from typing import Any

from yaml import Mark, MarkedYAMLError

import generator
from generator.config.settings import Settings
from generator.errors import InputError, Place
from generator.identifiers import SCHEMES
from generator.links.occurrences import index
from generator.names.marks import without_degrees
from generator.prose.backlinks import backlinks
from generator.prose.library import Library
from generator.prose.sources import Written
from generator.records import Origin, Record
from generator.search.rules import STEMMERS
from generator.sources.content import Content
from generator.sources.registry import READERS
from generator.text.compare import fold
from generator.text.escape import visible
from generator.venues.table import VenueSeries

OfText = Callable[[str], object]
LIBRARY = Library({"k": "T"}, {"k": "L, 2020"}, {"k": "p.md"}, lambda key: "k" if key == "k" else None, lambda key: "R")
_RECORD = Record(Origin("a.bib", 1), title="Order matters for sets")
_TEN = 10  # characters of an abbreviation or a name in a longer text

# What a function gets besides the text, by its name without `generator.`; (the function, the text) → what it gives.
FURTHER: Mapping[str, Callable[[Callable[..., Any], str], object]] = {
    "addresses.between": lambda call, text: call(text, "a/b.md"),
    "addresses.href": lambda call, text: call("a/b.md", text),
    "bibliography.latex_characters.plain_text": lambda call, text: call(text, "ascii"),
    "bibliography.latex_markdown.latex_markdown": lambda call, text: call(text, {"k"}),
    "bibliography.proper_nouns.proper_nouns": lambda call, text: call(text, text),
    "bibliography.publishers.place_of": lambda call, text: call(text, 2020),
    "bibliography.survey_bib.survey_bib": lambda call, text: call(text, text),
    "commands.review_records.wrapped": lambda call, text: call(text, 80, "  "),
    "config.decision_file.with_entries": lambda call, text: call(
        f"include:\n- {{ref: {json.dumps(text)}}}\n", "include", [{"ref": "doi:10.5555/1"}]
    ),
    "config.program_version.told_of_older": lambda call, text: call(text, Place("bib/survey.yml")),
    "config.searches.kind_of": lambda call, text: call(text, ()),
    "config.searches.name_of": lambda call, text: call(text, ()),
    "config.settings_text.with_setting": lambda call, text: call(text, "title", "Sets"),
    "config.yaml_file.parse_yaml": lambda call, text: call(text, "a.yml"),
    "config.yaml_remedies.remedy": lambda call, text: call(
        text, MarkedYAMLError("a", None, "b", Mark("a.yml", 0, 0, 0, text, 0))
    ),
    "dedupe.agreement.is_no_title": lambda call, text: call(text, _RECORD, (_RECORD,)),
    "dedupe.title_words.is_typo": lambda call, text: call(text, f"a{text}"),
    "dedupe.title_words.may_be_another": lambda call, text: call(text, text[1:]),
    "dedupe.title_words.opposed": lambda call, text: call(text, text[1:]),
    "dedupe.venues.is_acronym": lambda call, text: call(text[:_TEN], tuple(text.split())),
    "dedupe.vocabulary.mark_of": lambda call, text: call(text, fold(text)),
    "figures.drawing.link": lambda call, text: call(text, text),
    "figures.lettering.cut": lambda call, text: call(text, 300.0, 12.0),
    "figures.lettering.width": lambda call, text: call(text, 12.0),
    "figures.lettering.wrap": lambda call, text: call(text, 300.0, 12.0),
    "identifiers.identifier.parse_identifier": lambda call, text: [call(text, scheme) for scheme in SCHEMES],
    "kinds.tell.signs": lambda call, text: call(visible(text), visible(text)),
    "links.occurrences.occurrences": lambda call, text: call(text, index([text[:_TEN], "Aa", "a b"])),
    "links.terms.written": lambda call, text: call(text, {"order", "sets"}),
    "name_index.numbers.beside": lambda call, text: call(text, len(text) // 2, len(text) // 2 + 1),
    "name_index.roles.role": lambda call, text: call(text, len(text) // 2, len(text) // 2 + 1, True, True),
    "name_index.writing.written": lambda call, text: call(text, frozenset(), is_title=False),
    "website.offline.flat": lambda call, text: call("a/index.html", text, frozenset()),
    "website.offline.offline_page": lambda call, text: call("a/index.html", text, frozenset()),
    "pages.website_language.in_language": lambda call, text: call(text, "de", True),
    "prose.allowed.allowed": lambda call, text: call("a", "href", text),
    "prose.allowed.may_write": lambda call, text: call("a", "href", text),
    "prose.cleaning.cleaned": lambda call, text: call(text, "a.md"),
    "prose.contributed.conflicts": lambda call, text: call(text, "a.md"),
    "prose.edits.listed": lambda call, text: call(text, [text]),
    "prose.front_matter.read": lambda call, text: call(text, "a.md"),
    "prose.overview.cited_keys": lambda call, text: call(text, LIBRARY.resolve),
    "prose.overview.parse_overview": lambda call, text: call(text, LIBRARY.resolve),
    "prose.raw_html.in_raw_html": lambda call, text: call(text, [len(text) // 2]),
    "prose.render.cite": lambda call, text: call(text, "a.md", LIBRARY, source="a.md"),
    "prose.result.faults": lambda call, text: call(text, "a.md"),
    "search.short_forms.long_form": lambda call, text: call(text[:_TEN], text),
    "search.words.root": lambda call, text: [call(text, language) for language in STEMMERS],
    "search.words.roots": lambda call, text: [call(text, language) for language in STEMMERS],
    "search.words.terms": lambda call, text: call(text, "de"),
    "sources.bibtex_scanner.next_field": lambda call, text: call(text, 0),
    "sources.bibtex_types.kind_word": lambda call, text: call(text, {"type": text}),
    "sources.bibtex_types.shown_type": lambda call, text: call("phdthesis", text),
    "sources.bibtex_values.value_of": lambda call, text: call(text, {"jan": "January"}),
    "sources.column_map.columns_for": lambda call, text: call(text, Settings()),
    "sources.markup.without_markup": lambda call, text: call(text, folded=True),
    "sources.missing_values.is_missing": lambda call, text: call("pages", text),
    "sources.ris_tags.identifier_in": lambda call, text: (call("UR", text, text), call("AN", text, "PubMed")),
    "sources.stated_identifiers.stated": lambda call, text: [call(text, scheme) for scheme in SCHEMES],
    "status.said_by": lambda call, text: call(text, text),
    "text.abbreviations.long_form": lambda call, text: call(text, text[:_TEN]),
    "text.compare.did_you_mean": lambda call, text: call(text, ["order", "sets"]),
    "text.compare.nearest": lambda call, text: call(text, ["order", text[1:]]),
    "text.escape.link": lambda call, text: call(text, "a.md"),
    "text.glued_words.bare_macros": lambda call, text: call(text, text[:_TEN]),
    "text.glued_words.glued_names": lambda call, text: call(text, text[:_TEN]),
    "text.passages.gist": lambda call, text: call(text, text),
    "text.clean.clean_abstract": lambda call, text: call(text, text),
    "themes.discovery.theme_id": lambda call, text: call(text, set()),
    "themes.languages.detected": lambda call, text: call(text, "en"),
    "themes.no_subjects.is_place": lambda call, text: call(text, frozenset()),
    "themes.other_words.is_adjective": lambda call, text: call(text, "de"),
    "themes.other_words.stem_of": lambda call, text: call(text, "de"),
    "themes.phrases.phrases": lambda call, text: (list(call(text, heading=False)), list(call(text, heading=True))),
    "themes.synonyms.words_of": lambda call, text: call(text, "en"),
    "venues.series.with_acronym": lambda call, text: call(text, "ACL"),
    "venues.table.is_full_name": lambda call, text: call(text, VenueSeries("acl", names=("ACL",))),
}

_OURS = "a name of ours"
_PLACE = "a place in the file system"
_MESSAGE = "a text of ours, or a name that a message is about"
_WITH_READER = "a piece of what a reader found: the readers are measured whole"
# Those whose first argument is never a text of anybody.
NO_TEXTS: Mapping[str, tuple[str, ...]] = {
    _OURS: (
        "bibliography.export.format_named", "bibliography.styles.page_locales", "bibliography.styles.page_style", "cache.sealed.keep_own",
        "cache.sealed.own", "cli.load_when_used", "commands.screen_tables.table", "figures.drawing.legend", "figures.drawing.sign",
        "figures.drawing.signs", "figures.drawing.svg", "figures.drawing.tag", "figures.theme_timeline.small_svg", "language.catalogue",
        "messages.begin", "messages.po_file", "messages.read", "messages.updated", "pages.environment.element", "pages.findable.made_anew",
        "pages.reading_offline.worker", "pages.search.file", "pages.search.stemmer", "services.drafted.record_of", "sources.reading.made_anew",
        "themes.other_words.is_known", "themes.other_words.links", "themes.other_words.stop_words",
    ),
    _PLACE: (
        "commands.compare.state_of", "project.box.read_plain", "project.placing.check_replaceable", "project.placing.fill",
        "project.placing.put", "project.placing.sync_folder", "project.placing.write_new",
    ),
    _MESSAGE: (
        "coding.run.title_of", "commands.answers.answer_to", "commands.serve.tell", "fetching.told.differences", "language.form",
        "language.marked_in", "language.ngettext", "language.nlater", "language.pgettext", "pages.environment.ngettext",
        "reading_path.reasons.about", "reading_path.reasons.introduced", "sources.reading.unreadable", "sources.tagged.cut_off",
        "sources.tagged.two_in_one", "sources.tagged.without_end",
    ),
    _WITH_READER: ("sources.bibtex_record.draft_of", "sources.ris_record.record_of", "sources.ris_tags.is_proceedings"),
    "a single character": ("bibliography.latex_characters.command_for", "bibliography.transliteration.in_latin"),
    "a drawing of ours": ("figures.pdf.pdf", "figures.picture.picture"),
    "a number that `parse_arxiv` gave": ("identifiers.identifier.arxiv_month", "identifiers.identifier.year_of_arxiv"),
}  # fmt: skip
# What is no function of a text by its signature, and reads texts all the same.
OTHERS: Mapping[str, OfText] = {
    "names.marks.without_degrees": lambda text: without_degrees(text.split()),
    "prose.backlinks.backlinks": lambda text: backlinks([Written("a", "a.md", "A", text)], LIBRARY),
}


def found() -> dict[str, Callable[..., Any]]:
    """The public functions whose first argument is a text, by their names without `generator.`, caches taken off."""
    functions: dict[str, Callable[..., Any]] = {}
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            function = inspect.unwrap(value) if callable(value) else value
            is_own = inspect.isfunction(function) and function.__module__ == module.name and not name.startswith("_")
            if is_own and _takes_text(function):
                functions[f"{module.name.removeprefix('generator.')}.{name}"] = function
    return functions


def _takes_text(function: Callable[..., Any]) -> bool:
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return first is not None and first.annotation in ("str", str)


def excluded() -> frozenset[str]:
    """The names in `NO_TEXTS`."""
    return frozenset(name for names in NO_TEXTS.values() for name in names)


def wants_more(function: Callable[..., Any]) -> bool:
    """Whether it cannot be called with a text alone."""
    _, *others = inspect.signature(function).parameters.values()
    return any(one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD) for one in others)


def text_functions() -> dict[str, OfText]:
    """Every function to measure, by name: what a text may make it refuse with a message is no fault."""
    functions: dict[str, OfText] = {name: _alone(name, one) for name, one in found().items() if name not in excluded()}
    functions |= {name: _ended(function) for name, function in OTHERS.items()}
    return functions | {f"reader of {reader.name}": _ended(_reading(reader.read)) for reader in READERS}


def _alone(name: str, function: Callable[..., Any]) -> OfText:
    further = FURTHER.get(name)
    return _ended(function if further is None else lambda text: further(function, text))


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
