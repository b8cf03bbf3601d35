"""Fields of BibTeX and BibLaTeX that no field of a record holds, but that are kept from the source to the entry.

A record and a work have them in `extra` under these names; `survey.json` and the BibTeX entry show them. The manual of
BibLaTeX (P. Kime et al., sections 2.2 and 2.3) lists them; `howpublished`, `annote` and `key` are those of "BibTeXing"
(O. Patashnik).
"""

from __future__ import annotations

_OF_THE_WORK = """
    type edition chapter part volumes pagetotal howpublished organization version pubstate
    titleaddon shorttitle origtitle origlanguage origdate origlocation origpublisher reprinttitle nameaddon
    booktitleaddon bookauthor maintitle mainsubtitle maintitleaddon issuetitle issuesubtitle issuetitleaddon season
    eventtitle eventtitleaddon eventdate venue translator annotator commentator introduction foreword afterword holder
    collaboration
    editora editorb editorc editortype editoratype editorbtype editorctype authortype
    journalabbreviation issn isrn ismn isan iswc mrnumber zblnumber lccn urldate
    namea nameb namec nameatype namebtype namectype lista listb listc listd liste listf
    usera userb userc userd usere userf verba verbb verbc
    addendum note eprint eprinttype
"""
KEPT: tuple[str, ...] = tuple(_OF_THE_WORK.split())  # in the order in which they are written
# Taken from the cited version, so that no edition meets another's pages.
OF_THE_VERSION = frozenset(
    [
        "edition",
        "chapter",
        "part",
        "volumes",
        "pagetotal",
        "howpublished",
        "organization",
        "version",
        "pubstate",
        "booktitleaddon",
        "maintitle",
        "mainsubtitle",
        "maintitleaddon",
        "issuetitle",
        "issuesubtitle",
        "issuetitleaddon",
        "season",
        "eventtitle",
        "eventtitleaddon",
        "eventdate",
        "venue",
        "issn",
        "isrn",
    ]
)
VERBATIM = frozenset(
    [
        "eprint",
        "eprinttype",
        "issn",
        "isrn",
        "ismn",
        "isan",
        "iswc",
        "urldate",
        "eventdate",
        "origdate",
        "verba",
        "verbb",
        "verbc",
    ]
)
