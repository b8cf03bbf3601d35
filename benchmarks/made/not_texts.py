"""Public functions whose first argument is a `str` and never a text of anybody, by the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator import cli, deferred, language, messages
from generator.bibliography import export, latex_characters, styles, transliteration
from generator.cache import sealed
from generator.coding import run
from generator.commands import answers, screen_tables, serve
from generator.commands import compare as commands_compare
from generator.fetching import wording
from generator.figures import drawing, pdf, picture, theme_timeline
from generator.identifiers import identifier
from generator.pages import environment, keyed, reading_offline, search
from generator.project import box, placing
from generator.reading_path import reasons
from generator.records import unreadable
from generator.services import drafted
from generator.sources import bibtex_record, reading, ris_record, ris_tags, tagged
from generator.text import candidates
from generator.themes import other_words

_OURS = "a name of ours"
_PLACE = "a place in the file system"
_MESSAGE = "a text of ours, or a name that a message is about"
_WITH_READER = "a piece of what a reader found: the readers are measured whole"
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
