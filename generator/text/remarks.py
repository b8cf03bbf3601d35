"""What publishers and journals add to an abstract, which is no part of what its work says: statements of rights, and
sentences that end the abstracts of several works alike ("Please see later in the article for the Editors' Summary").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

# After this sign, nothing belongs to the work.
_RIGHTS = re.compile(
    r"""
    (?: (?: © | \(c\)\s*(?=(?:19|20)\d\d) | copyright\ (?:©|\(c\)) | (?:^|(?<=[.\n]\s)|(?<=\n))copyright\ \d{4} )
        .*                                              # © 2014 Springer Science+Business Media
      | (?<![^.])[^.]* \b (?:all\ rights\ reserved | published\ by\ elsevier | alle\ rechte\ vorbehalten
                   | tous\ droits\ réservés | todos\ (?:los\ derechos\ reservados|os\ direitos\ reservados)
                   | tutti\ i\ diritti\ riservati) .*
    )$
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_ENDS = (". ", "! ", "? ", "。", "！", "？", "\n")
_AROUND = " .。"
_WORKS = 3  # whose abstracts end alike: then none of their authors wrote that sentence
_LENGTH = range(25, 400)  # characters of such a sentence; a shorter one is the authors' own ("Code is available.")
_SENTENCES = 3  # are looked at from the end
_BEFORE = 30  # characters in which the sentences before it differ


def without_rights(abstract: str) -> str:
    """An abstract without the rights statement that its publisher added."""
    return _RIGHTS.sub("", abstract)


def without_remarks(abstracts: Sequence[str]) -> list[str]:
    """The abstracts of a survey's works without statements of rights, and without the sentences that end several of
    them, behind different ones (the versions of one work end alike, too); unchanged where nothing would be left.
    """
    texts = [without_rights(abstract).rstrip() for abstract in abstracts]
    for _ in range(_SENTENCES):
        before: defaultdict[str, set[str]] = defaultdict(set)
        for text in texts:
            start = max(text.rfind(end, 0, -1) for end in _ENDS) + 1
            if start > 0 and len(text) - start in _LENGTH:
                before[text[start:].strip(_AROUND)].add(text[:start][-_BEFORE:])
        shared = {end for end, different in before.items() if len(different) >= _WORKS}
        if not shared:
            break
        lengths = sorted({len(end) for end in shared}, reverse=True)
        texts = [_without_end(text, shared, lengths) for text in texts]
    return [text or abstract for text, abstract in zip(texts, abstracts, strict=True)]


def _without_end(text: str, shared: Collection[str], lengths: Sequence[int]) -> str:
    """A text without the longest of the shared sentences with which it ends, behind a full stop or not."""
    ended = text.rstrip(_AROUND)  # some have the full stop, some have not
    length = next((length for length in lengths if ended[-length:] in shared), 0)
    return ended[:-length].rstrip() if length else text
