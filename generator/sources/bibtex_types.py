"""Types of BibTeX and BibLaTeX entries, and what a `type` field adds to them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.sources.kinds import kind_of, of_masters

NO_PUBLICATION = ("xdata", "set", "comment", "preamble", "bibnote", "control")  # entries that only serve other entries
_WORD = re.compile(r"[^\W\d_]+")
_KINDS = {
    "letter": "misc", "commentary": "misc", "image": "misc", "artwork": "misc", "audio": "misc", "movie": "misc",
    "music": "misc", "performance": "misc", "jurisdiction": "misc", "legislation": "misc", "legal": "misc",
    "software": "software", "www": "misc", "bookinbook": "incollection", "suppcollection": "incollection",
    "inreference": "incollection",
    "reference": "book", "mvreference": "book", "mvcollection": "book", "collection": "book",
    "periodical": "proceedings",
    "suppperiodical": "article",
    "unpublished": "preprint", "custom": "misc",
}  # fmt: skip
# BibLaTeX's words for a `type` (section 4.9.2.13 of its manual), which it prints in the document's language.
_PHRASES = {
    "mathesis": "", "phdthesis": "", "thesis": "", "techreport": "", "mastersthesis": "",
    "bathesis": "Bachelor's thesis", "candthesis": "Candidate thesis", "resreport": "Research report",
    "software": "Computer software", "datacd": "Data CD", "audiocd": "Audio CD", "patent": "Patent",
    "patentde": "German patent", "patenteu": "European patent", "patentfr": "French patent",
    "patentuk": "British patent", "patentus": "U.S. patent", "patreq": "Patent request",
    "patreqde": "German patent request", "patreqeu": "European patent request",
    "patreqfr": "French patent request",
    "patrequk": "British patent request", "patrequs": "U.S. patent request",
}  # fmt: skip
_THESES = ("phdthesis", "mastersthesis")
_PLAIN_ARTICLES = ("article", "inproceedings", "incollection", "book", "proceedings")


def kind_word(written: str, fields: Mapping[str, str]) -> str:
    """The word for an entry's kind of publication: its type (`['JournalArticle', 'Review']`), refined by its fields."""
    words = [_KINDS.get(word, word) for word in (word.lower() for word in _WORD.findall(written))]
    word = next((word for word in ["".join(words), *words] if kind_of(word)), "misc" if words else "")
    said = fields.get("document_type") or fields.get("type", "")
    kind = kind_of(word)
    # Scopus: `@article` for a paper in a series of proceedings.
    if kind == "article" and kind_of(said) == "inproceedings":
        return "inproceedings"
    if kind == "misc" and kind_of(said) in (*_THESES, "techreport"):
        word, kind = said, kind_of(said)
    if kind in _THESES:
        return "mastersthesis" if kind == "mastersthesis" or of_masters(said) else "phdthesis"
    return word


def shown_type(kind: str, said: str) -> str:
    """What a `type` field adds to the kind: `mémoire de maîtrise`; "" for a word that only names the kind again."""
    key = said.strip().lower()
    if key in _PHRASES:
        return _PHRASES[key]
    return "" if kind in _PLAIN_ARTICLES and kind_of(said) else said
