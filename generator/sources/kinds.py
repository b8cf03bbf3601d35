"""What formats call a type of publication, and our names for it."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.records import Kind

_WORDS: dict[Kind, str] = {
    "article": "article|journal article|journal-article|article-journal|articlejournal|jour|journal|journalarticle|"
    "ejour|magazinearticle|article-magazine|"
    "article-newspaper|newspaperarticle|mgzn|news|review|letter|editorial|note|erratum|corrigendum|correction|"
    "data paper|article in press|early access|jfull|"
    "journal article review|conference abstract in journal|"
    "short survey|journal articles|academic journal|peer reviewed journal|periodical|inpr|book review",
    "inproceedings": "inproceedings|conference|conference paper|proceedings paper|proceedings-article|"
    "paper-conference|conferencepaper|cpaper|conf paper|"
    "conference proceedings article|meeting abstract|inproceeding|conferenceproceeding|"
    "conference article|conference and workshop papers|conference papers|meeting paper",
    "proceedings": "proceedings|conf|conference proceedings|conference proceeding|mvproceedings|proceedings volume|"
    "conference review",
    "incollection": "incollection|inbook|book chapter|book-chapter|bookchapter|chapter|chap|booksection|"
    "book section|suppbook|book, section|encyclopediaarticle|ency|echap|encyc|dict",
    "book": "book|edited book|monograph|mvbook|ebook|collection|edbook|edited-book|reference-book|clswk",
    "phdthesis": "phdthesis|thesis|thes|dissertation|phd thesis|doctoral thesis|doctoral dissertation|"
    "phd dissertation|habilitation|candthesis|dissertation/thesis",
    "mastersthesis": "mastersthesis|master thesis|master's thesis|masters thesis|master’s thesis|mathesis|bathesis|"
    "bachelor thesis|bachelor's thesis|diploma thesis|diplomarbeit|masterarbeit",
    "techreport": "techreport|report|rprt|technical report|manual|standard|stand|report-component|report component|"
    "research report|project report|government document|govdoc|working-paper",
    "preprint": "preprint|posted-content|unpublished|prep|unpb|working paper|unpd|repository",
    "dataset": "dataset|data|dbase|data set|datasets|database|aggregated database",
    "software": "software|computer program|computer software|program|code|computerprogram|comp",
    "patent": "patent|pat|patents|granted patent|patent application|patent of addition|design patent",
    "misc": "misc|online|electronic|elec|webpage|web page|gen|generic|other|paratext|blog|document|"
    "post|post-weblog|blogpost|booklet|video|report-series",
}  # fmt: skip
_KINDS: dict[str, Kind] = {word: kind for kind, words in _WORDS.items() for word in words.split("|")}

_SPACE = re.compile(r"[\s_]+")
_BETWEEN = re.compile("[;,|]")
# IEEE Xplore names the publisher before the kind: `IEEE Standards`, `IET Journals`, `Wiley-IEEE Press eBook Chapters`.
_OF_PUBLISHER = re.compile(
    r"""(?:ieee|iet|iee|vde|bitp|tup|csee|aces|wiley-ieee\ press|mit\ press
      |wiley|now|river\ publishers|morgan\ &\ claypool)
      \ (journals(?:\ &\ magazines)?|magazines|early\ access\ articles|conferences|standards  # what it is one of
        |ebook\ chapters|ebooks|books)""",
    re.VERBOSE,
)
_PLURALS: dict[str, Kind] = {
    "journals": "article",
    "journals & magazines": "article",
    "magazines": "article",
    "early access articles": "article",
    "conferences": "inproceedings",
    "standards": "techreport",
    "ebook chapters": "incollection",
    "ebooks": "book",
    "books": "book",
}
_MASTERS = re.compile(
    r"""master | mathesis | bathesis | bachelor | \bm\.?\s?(?:sc|a|phil|eng)\b | licen[ct] | diplom(?!a[ct]) | magist
      | laurea | ma[iî]trise | tfm\b | 硕士 | 碩士 | 修士 | 석사 | магист""",
    re.IGNORECASE | re.VERBOSE,
)
_DOCTORS = re.compile(r"\bph\.?\s?d\b|\bd\.?\s?phil\b|do[ctu]tor|doktor|docteur|博士|박사|доктор", re.IGNORECASE)
_CODE = re.compile(r" \([a-z]{2}\)$")  # Engineering Village: `Journal article (JA)`


@lru_cache(maxsize=10_000)  # a source has a few words for the type, and many records
def kind_of(text: str) -> Kind | None:
    """Our kind for a source's word for the type (`JOUR`, `Conference Paper`, `proceedings-article`), or None."""
    word = _CODE.sub("", _SPACE.sub(" ", text.strip().lower()))
    found = _KINDS.get(word)
    if not found and (of_publisher := _OF_PUBLISHER.fullmatch(word)):
        return _PLURALS[of_publisher[1]]
    if found or not _BETWEEN.search(word):
        return found
    return next((kind for kind in (_KINDS.get(part.strip()) for part in _BETWEEN.split(word)) if kind), None)


def of_masters(said: str) -> bool:
    """Whether a thesis that says this of itself (`M.Sc.`, `Diplomarbeit`, `硕士`) is for less than a doctorate."""
    return bool(_MASTERS.search(said)) and not _DOCTORS.search(said)
