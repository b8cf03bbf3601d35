"""What functions of a text get besides it, where that is no value that their annotation alone could give."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from yaml import Mark, MarkedYAMLError

from generator import addresses, status
from generator.bibliography import latex_characters, latex_markdown, proper_nouns, publishers, survey_bib
from generator.commands import review_records
from generator.config import decision_file, program_version, searches, settings_text, yaml_file, yaml_remedies
from generator.dedupe import agreement, title_words, venues, vocabulary
from generator.errors import Place
from generator.figures import drawing, lettering
from generator.identifiers import SCHEMES, identifier
from generator.kinds import tell
from generator.links import occurrences, terms
from generator.links.occurrences import index
from generator.name_index import numbers, roles, writing
from generator.pages import website_language, written
from generator.prose import allowed, cleaning, contributed, edits, front_matter, overview, raw_html, render, result
from generator.prose.backlinks import cited_sentences
from generator.prose.library import Library
from generator.records import Origin, Record
from generator.search import short_forms, words
from generator.search.rules import STEMMERS
from generator.sources import (
    bibtex_scanner,
    bibtex_types,
    bibtex_values,
    markup,
    missing_values,
    ris_tags,
    stated_identifiers,
)
from generator.text import abbreviations, clean, escape, glued_words, parting, passages, shape
from generator.text import compare as text_compare
from generator.themes import discovery, languages, no_subjects, other_words, phrases, synonyms
from generator.venues import series, table
from generator.venues.series import VenueSeries
from generator.website import offline

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
    raw_html.in_raw_html: lambda call, text: call(clean := cleaning.cleaned(text, "a.md")[0], [len(clean) // 2]),
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
    shape.may_hold: lambda call, text: call(text, "a0"),
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
