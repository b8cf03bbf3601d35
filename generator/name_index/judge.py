"""Whether what is spelt like a name is one, and of what kind: by all works' spellings and the words beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.name_index.candidates import Candidate, Corpus, Place
from generator.name_index.phrases import found_in
from generator.name_index.words import KIND_OF, NOT_NAMES, PROPER_ENDS
from generator.name_index.writing import is_strong

_INITIALS = 2  # letters below which a name may mean anything
_NEXT_WORD = re.compile(r"[ -](data sets?|[a-z]+)")
_WORD_BEFORE = re.compile(r"(data sets?|[a-z]+) (?:such as |including |like |called |named )?(?:the )?$")
_BEFORE = 40  # characters within which that word stands
_FOLLOWING = re.compile(r"\)?[ -]([A-Za-z]{4,})")
_STEM = 4  # letters that forms of a noun share: cache, caches, caching
_FEW_TERMS, _NEARLY_ALWAYS = 3, 0.75  # how often, and in which share of its places
_IS_A = re.compile(r"(?: is|,) an? (?:[\w-]+ ){0,3}?(data set|[a-z]+)(?= that| which| for| of| to|[.,;])")
_LISTED_WITH = re.compile(r"(?:,|,? and|,? or) (?P<next>[A-Z][\w+-]*)")
_EPONYM = re.compile(r"[A-Z][a-z]+(?:ian|ean|ese|ish|esque|ic|an)")


class Judge:
    """Judges candidates of a corpus; `owned` are the keys of names that a work introduced."""

    def __init__(self, corpus: Corpus, owned: Iterable[str], candidates: Mapping[str, Candidate]) -> None:
        self.corpus = corpus
        self.owned = frozenset(owned)
        self.proper = self._proper(candidates)

    def kinds(self, places: Sequence[Place]) -> Counter[str]:
        """What the words beside a name call it, with their counts."""
        found: Counter[str] = Counter()
        for place in places:
            text = self._text(place)
            before = _WORD_BEFORE.search(text[max(0, place.start - _BEFORE) : place.start])
            for match in (_NEXT_WORD.match(text, place.end), before, _IS_A.match(text, place.end)):
                if match and match[1] in KIND_OF:
                    found[KIND_OF[match[1]]] += 1
                    break
        return found

    def is_name(self, key: str, places: Sequence[Place], has_long_form: bool, has_kind: bool) -> bool:
        """Whether the spellings in all works show that it is a name; `places` are those where it stands alone."""
        if all(place.opening for place in places) or self._acts(places) or self._is_part_of_a_term(places):
            return False
        if key in self.owned:
            return True
        form = places[0].form
        if any(place.strong for place in places):
            return has_long_form or (self._is_telling(form, has_kind) and form.lower() not in self.corpus.ordinary)
        if key not in self.proper:
            return False
        first, _, last = form.rpartition(" ")
        if first:
            return last.lower() in PROPER_ENDS or has_kind or has_long_form
        return not _EPONYM.fullmatch(form) and (has_kind or self._stands_beside_names(places))

    @staticmethod
    def _is_telling(form: str, has_kind: bool) -> bool:
        """Whether it has enough letters to be unique; fewer suffice with a digit, if works say what it is."""
        letters = sum(map(str.isalpha, form))
        return letters > _INITIALS or (has_kind and 0 < letters < len(form))

    def _proper(self, candidates: Mapping[str, Candidate]) -> frozenset[str]:
        """Keys of names made of ordinary words that no abstract writes in lower case (`Clean Air Act`)."""
        weak = {
            key: " ".join(one.places[0].form.lower().split())
            for key, one in candidates.items()
            if one.places and not any(place.strong for place in one.places)
        }
        phrases = {key: phrase for key, phrase in weak.items() if " " in phrase}
        said = found_in(self.corpus.abstracts, phrases.values())
        words = self.corpus.ordinary
        alone = {key for key, word in weak.items() if key not in phrases and word.removesuffix("s") not in words}
        return frozenset(alone | {key for key, phrase in phrases.items() if phrase not in said})

    def _acts(self, places: Sequence[Place]) -> bool:
        """Whether works treat it as somebody who makes things: `OpenAI's models`, `released by Google`."""
        acting = 0
        for place in places:
            text = self._text(place)
            owning = text[place.end : place.end + 2] in ("'s", "’s")
            acting += owning or text[max(0, place.start - 3) : place.start] == "by "
        return acting * 2 > len(places)

    def _is_part_of_a_term(self, places: Sequence[Place]) -> bool:
        """Whether two letters nearly always stand before one and the same noun, which does not say what it is: `KV
        cache`.
        """
        if sum(map(str.isalpha, places[0].form)) > _INITIALS:
            return False
        following = Counter(
            match[1].lower().rstrip("s")[:_STEM]
            for place in places
            for match in [_FOLLOWING.match(self._text(place), place.end)]
            if match and match[1].lower() not in KIND_OF and match[1].lower().rstrip("s") not in KIND_OF
        )
        most = max(following.values(), default=0)
        return most >= _FEW_TERMS and most >= _NEARLY_ALWAYS * len(places)

    def _stands_beside_names(self, places: Sequence[Place]) -> bool:
        """Whether it is listed with a certain name: `Kepler and TESS`."""
        for place in places:
            other = _LISTED_WITH.match(self._text(place), place.end)
            if other and is_strong(other["next"]) and other["next"].lower() not in NOT_NAMES:
                return True
        return False

    def _text(self, place: Place) -> str:
        return self.corpus.texts[place.work][place.part]


def kind_of(kinds: Counter[str], shown: str) -> str:
    """The kind that the last word of a longer name gives, or else what most works call it."""
    first, _, last = shown.lower().rpartition(" ")
    if first and last in KIND_OF:
        return KIND_OF[last]
    return min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else ""
