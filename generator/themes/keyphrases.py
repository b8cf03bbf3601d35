"""Key phrases: what a group of works is about, in the words of its authors."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.text.compare import ascii_letters, fold
from generator.text.remarks import without_rights
from generator.text.sentences import sentences
from generator.themes.languages import ENGLISH, languages
from generator.themes.no_subjects import is_place, is_plain, place_names
from generator.themes.other_words import is_known, stop_words
from generator.themes.phrases import LONGEST, Stems, phrases
from generator.themes.plain_words import VAGUE_WORDS
from generator.themes.stems import STOP
from generator.themes.synonyms import synonyms
from generator.works import Work

BY_LENGTH = (1.0, 1.6, 1.5)  # worth of a phrase of one, two, three words
PART_OF = 0.7  # of a phrase's works; if so many have it in one longer phrase, it is only a piece of that
PIECE_OF = 0.9  # of a word's works; if so many have it in longer phrases, it names nothing alone
OFTEN = 0.15  # of a word's titles: longer phrases that fewer of them have are chance
TELLING = 1.5  # times as often as elsewhere must a group use a phrase that tells it from the rest
NAME_BY_LENGTH = (1.0, 2.0, 1.8)  # a phrase of two words that is half as telling as a word is a better name
HYPHENATED = 0.85  # of a name's worth: `few-shot` says of what kind something is, and not what
VAGUE = 0.4  # of a name's worth: `learning` and `texts` are what every work is about
TITLE_WORTH, TEXT_WORTH = 1.0, 0.3  # of a work that has the name in its title or only in its text
NAMES = 8  # of the strongest phrases may name a group
# A word that stands before another in so many of its mentions, and before so many different ones, says little alone.
MODIFYING, CHANGING = 0.6, 2
ALWAYS = 3  # mentions in titles, from which on a word before all of them belongs to a phrase
_COINED = re.compile(r"\w[A-Z]|\d|[^\x00-\u024f]")  # LoRA, BERT, 4D; scripts without capitals
FEW_WORKS = 3  # in so small a corpus a phrase may stand in one work only


class KeyPhrases:
    """The phrases of a corpus: in which works each stands, and how it is usually written.

    A phrase is one to three words within a sentence without a function word among them. Of the single words only those
    are kept that stand in a title: titles name things, sentences also say what happens to them.
    """

    def __init__(self, works: Sequence[Work]) -> None:
        found: dict[Stems, list[int]] = {}
        self.in_titles: dict[Stems, set[int]] = {}
        self.forms: dict[Stems, Counter[str]] = {}
        self.size = len(works)
        self.spoken = languages(works)
        self.language: dict[str, str] = {}  # of a form
        self.titles = [work.title for work in works]
        same = synonyms(works, self.spoken)
        for row, work in enumerate(works):
            texts = (work.title, *work.keywords, *sentences(without_rights(work.abstract)))
            for place, text in enumerate(texts):
                for written, form in phrases(text, place == 0, self.spoken[row]):
                    self.language.setdefault(form, self.spoken[row])
                    phrase = same.get(written, written)
                    self.forms.setdefault(phrase, Counter())[form] += 1
                    rows = found.setdefault(phrase, [])
                    if not rows or rows[-1] != row:
                        rows.append(row)
                    if place == 0:
                        self.in_titles.setdefault(phrase, set()).add(row)
        least = 2 if len(works) > FEW_WORKS else 1
        names_nothing = self._outside(works)
        kept = {
            phrase: rows
            for phrase, rows in found.items()
            if len(rows) >= least
            and (len(phrase) > 1 or phrase in self.in_titles)
            and not names_nothing(self.written(phrase))
        }
        for phrase in [phrase for phrase in kept if len(phrase) > 1]:
            for part in {phrase[:-1], phrase[1:]} & kept.keys():
                if len(found[phrase]) >= PART_OF * len(found[part]):
                    del kept[part]
        pieces = _pieces(kept, self.in_titles, same)
        self.works = {phrase: rows for phrase, rows in kept.items() if phrase not in pieces}

    def of(self, rows: Iterable[int], count: int) -> list[Stems]:
        """The `count` phrases that best tell these works from the others, best first; no two share a word.

        The score is the part of the group that uses a phrase (in titles: twice) times the logarithm of how much more
        often it does so than the rest, and more for a name of two or three words than for a single word: a bag of words
        is not a label.
        """
        inside = set(rows)
        here: Counter[Stems] = Counter()
        for phrase, found in self.works.items():
            common = len(inside.intersection(found))
            if common > 1 or (common and self.size <= FEW_WORKS):
                here[phrase] = common
        score: dict[Stems, float] = {}
        for phrase, common in here.items():
            share, rest = common / len(inside), (len(self.works[phrase]) - common + 0.5) / (self.size - len(inside) + 1)
            if share > TELLING * rest:
                titles = len(inside & self.in_titles.get(phrase, set())) / len(inside)
                score[phrase] = (share + titles) * math.log(share / rest) * BY_LENGTH[min(len(phrase), LONGEST) - 1]
        chosen: list[Stems] = []
        for phrase in sorted(score, key=lambda name: (-score[name], name)):
            if not any(set(phrase) & set(other) for other in chosen):
                chosen.append(phrase)
            if len(chosen) == count:
                break
        return chosen

    def name(self, best: Sequence[Stems], rows: Iterable[int]) -> Stems | None:
        """Of the phrases that best distinguish these works, the one that names most of them and few others, preferably
        of several words.
        """
        inside = set(rows)

        def worth(phrase: Stems) -> float:
            found = self.works[phrase]
            titles, common = len(inside & self.in_titles.get(phrase, set())), len(inside.intersection(found))
            form = self.written(phrase).split()
            words = min(len(form), len(phrase), LONGEST)  # small words between nouns do not count
            kind = NAME_BY_LENGTH[words - 1] * (HYPHENATED if "-" in form[-1] else 1.0)
            kind *= VAGUE if self.is_vague(phrase) else 1.0
            return kind * (TITLE_WORTH * titles + TEXT_WORTH * (common - titles)) * math.sqrt(common / len(found))

        return max(best[:NAMES], key=worth, default=None)

    def _outside(self, works: Sequence[Work]) -> Callable[[str], bool]:
        """Whether a phrase as written is a place, a publisher or a formula of publications, and not a subject."""
        owners = {fold(owner) for work in works for owner in (work.publisher, work.school) if owner}
        known = place_names(frozenset(self.spoken))
        return lambda form: is_plain(form) or is_place(form, known) or fold(form) in owners

    def is_vague(self, phrase: Stems) -> bool:
        """Whether the phrase is a single word that names a subject only together with another."""
        return len(phrase) == 1 and self.written(phrase).lower() in VAGUE_WORDS

    def is_modifier(self, phrase: Stems) -> bool:
        """Whether the phrase is one word that titles mostly put before changing others, so that alone it says little.

        `Fruit set`, `fruit quality` and `fruit drop` are about none of the same things; `asthma` stands for itself.
        """
        if len(phrase) > 1 or _COINED.search(self.written(phrase)):
            return False
        found = [after for row in self.in_titles.get(phrase, ()) for after in self._after(self.forms[phrase], row)]
        others = {after.lower() for after in found if after}
        followed = sum(bool(after) for after in found)
        return len(others) >= CHANGING and followed >= MODIFYING * len(found)

    def _after(self, forms: Iterable[str], row: int) -> Iterator[str]:
        """The telling word that follows each mention of a word, in any of its forms, in a title, or ""."""
        stop = stop_words(self.spoken[row]) if is_known(self.spoken[row]) else STOP
        words = "|".join(map(re.escape, sorted(forms)))
        for match in re.finditer(rf"(?i)\b(?:{words})\b(?:\s+([^\W\d_]+))?", self.titles[row]):
            after = match[1] or ""
            yield "" if ascii_letters(after).lower() in stop else after

    def whole(self, phrase: Stems) -> str:
        """The phrase as a title has it, with the word that all titles put before it: `spotted wing drosophila`.

        Of the forms that are about as usual in another language, the shortest: `Flüsse` rather than `Flüssen`.
        """
        form = self.written(phrase)
        if not self.is_english(phrase):
            usual = [one for one, number in self.forms[phrase].items() if 2 * number >= self.forms[phrase][form]]
            return min(usual, key=lambda one: (len(one), one))
        before = Counter(
            (match[1] or "").lower()
            for row in self.in_titles.get(phrase, ())
            for match in re.finditer(rf"(?i)(?:\b([a-z]+)\s+)?\b{re.escape(form)}\b", self.titles[row])
        )
        word = next(iter(before), "")
        is_part = len(before) == 1 and before.total() >= ALWAYS and word and word not in STOP
        return f"{word} {form}" if is_part else form

    def written(self, phrase: Stems) -> str:
        """The form in which the corpus most often writes a phrase."""
        return min(self.forms[phrase].items(), key=lambda item: (-item[1], item[0]))[0]

    def is_english(self, phrase: Stems) -> bool:
        """Whether a text in English has the phrase as it is written."""
        return self.language.get(self.written(phrase), ENGLISH) == ENGLISH

    def title(self, phrase: Stems) -> str:
        """The phrase as a heading: words with inner capitals or digits stay as they are (`LoRA`, `GPT-4`); of another
        language than English only its first word gets a capital.
        """
        words = self.whole(phrase).split()
        english = self.is_english(phrase)
        return " ".join(
            word
            if (at and not english) or any(letter.isupper() for letter in word[1:])
            else word[:1].upper() + word[1:]
            for at, word in enumerate(words)
        )


def _pieces(
    kept: Mapping[Stems, Sequence[int]], titles: Mapping[Stems, set[int]], same: Mapping[Stems, Stems]
) -> set[Stems]:
    """The single words that (nearly) always stand in one of a few longer phrases where a title has them: `agua` of
    `agua potable` and `calidad del agua`.
    """
    longer: dict[Stems, list[set[int]]] = {}
    written = [*((phrase, phrase) for phrase in kept), *((phrase, one) for phrase, one in same.items() if one in kept)]
    for phrase, one in written:
        for part in phrase if len(phrase) > 1 else ():
            longer.setdefault((part,), []).append(titles.get(one, set()))
    found = set()
    for word in kept.keys() & longer.keys():
        rows = titles.get(word, set())
        often = [where & rows for where in longer[word] if len(where & rows) >= OFTEN * len(rows)]
        if rows and len(set().union(*often)) >= PIECE_OF * len(rows):
            found.add(word)
    return found
