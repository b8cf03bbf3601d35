"""A large corpus in the manner of a real one: made works beside the given ones, as many as are asked for.

What decides the cost of a large survey is imitated: abstracts as long as real ones, made of sentences on one subject; a vocabulary that
goes on growing (Heaps' law) and whose words are as unequally common as in real texts (Zipf's law); authors of whom most have written one
work and few very many; venues of which few hold most works; half of the works with a DOI, a third with an arXiv number.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from generator.identifiers import Identifier
from generator.names import Name
from generator.text.sentences import sentences
from generator.works import Work

EXCHANGED = 1 / 8  # words of an abstract that are another's
GROWTH = 0.62  # exponent by which a vocabulary grows with the text: 0.5 to 0.7 in abstracts
NEW_AUTHOR = 0.58  # places in author lists that go to somebody who has written nothing yet
SUBJECT = 5  # letters of a word by which two titles are on one subject
COMPANIONS = 4  # works whose sentences a made abstract is made of
VENUES = 300
FIRST_YEAR, YEARS = 2004, 22
SYLLABLES = [onset + vowel for onset in "b br d dr f g gr h k kl l m n p pr r s st t tr v w z sh ch th".split() for vowel in
             ("a", "e", "i", "o", "u", "ai", "er", "on", "an", "el")]  # fmt: skip
ENDINGS = ("", "n", "s", "r", "tion", "ing", "ic", "al", "ism", "ment", "ity", "ed")


class Corpus:
    """Makes works one after another; what was made before decides which words and authors are common."""

    def __init__(self, works: Sequence[Work], seed: int = 0) -> None:
        self.works = works
        self.chance = random.Random(seed)
        self.sentences = [sentences(work.abstract) for work in works]
        self.companions = self._companions()
        texts = [word for work in works for word in work.abstract.split()]
        self.read, self.distinct = len(texts), len(set(texts))
        self.invented: list[str] = []  # once for each use: a word is used again as often as it was
        self.writing = [name for work in works for name in work.authors]
        self.known = set(self.writing)
        self.sizes = [len(work.authors) or 1 for work in works]
        self.venues = [f"{kind} of {self.word().capitalize()}" for _ in range(VENUES) for kind in [self._kind()]]
        self.share = list(accumulate(1 / (rank + 1) for rank in range(VENUES)))

    def work(self, number: int) -> Work:
        """The work of that number, which is like none of the others."""
        seed = self.chance.randrange(len(self.works))
        places = [seed, *(self.chance.choice(self.companions[seed]) for _ in range(COMPANIONS - 1))]
        pool = [sentence for place in places for sentence in self.sentences[place]]
        length = max(2, len(self.sentences[seed]) + self.chance.randrange(-2, 3))
        abstract = " ".join(self.chance.sample(pool, min(length, len(pool))))
        year = FIRST_YEAR + int(YEARS * self.chance.random() ** 0.4)
        doi = Identifier("doi", f"10.5555/made.{number}")
        arxiv = Identifier("arxiv", f"{year % 100:02}{number % 12 + 1:02}.{number % 100_000:05}")
        named = self.chance.choices((doi, arxiv, None), (50, 33, 17))[0]
        return replace(
            self.works[seed],
            key=f"made{number:06d}",
            title=self.title(seed, places[1]),
            abstract="" if self.chance.random() < 0.03 else self.exchanged(abstract),
            authors=self.authors(self.chance.choice(self.sizes)),
            year=year,
            venue="" if named is arxiv else self.chance.choices(self.venues, cum_weights=self.share)[0],
            identifiers=(named,) if named else (),
        )

    def title(self, one: int, other: int) -> str:
        """Half of one title and half of another, with words that few texts have."""
        first, last = self.works[one].title.split(), self.works[other].title.split()
        words = [*first[: max(2, len(first) // 2)], *last[len(last) // 2 :]]
        for at in self.chance.sample(range(len(words)), 2):
            words[at] = self.word().capitalize()
        return " ".join(words)

    def exchanged(self, text: str) -> str:
        """The text with some of its words exchanged."""
        words = text.split()
        self.read += len(words)
        return " ".join(self.word() if self.chance.random() < EXCHANGED else word for word in words)

    def word(self) -> str:
        """A word that is new as often as new words are met in so long a text, or one that was invented before."""
        if not self.invented or self.chance.random() < GROWTH * self.distinct / self.read / EXCHANGED:
            self.distinct += 1
            length = self.chance.choices((2, 3, 4), (5, 4, 1))[0]
            found = "".join(self.chance.choices(SYLLABLES, k=length)) + self.chance.choice(ENDINGS)
        else:
            found = self.chance.choice(self.invented)
        self.invented.append(found)
        return found

    def authors(self, count: int) -> tuple[Name, ...]:
        """An author list: somebody new, or somebody by how much they have written."""
        found: dict[Name, None] = {}
        while len(found) < min(count, 30):
            found[self._new_author() if self.chance.random() < NEW_AUTHOR else self.chance.choice(self.writing)] = None
        self.writing += found
        return tuple(found)

    def _new_author(self) -> Name:
        while True:
            one, two = (self.chance.choice(self.writing) for _ in range(2))
            family = "".join(self.chance.choices(SYLLABLES, k=self.chance.randrange(2, 4))).capitalize()
            found = Name(family if self.chance.random() < 0.8 else one.family, given=two.given or "A.")
            if found not in self.known:
                self.known.add(found)
                return found

    def _kind(self) -> str:
        return self.chance.choice(("Journal", "Proceedings of the Conference", "Annals", "Transactions", "Letters"))

    def _companions(self) -> list[list[int]]:
        """For each work those with a telling word of its title in common."""
        holding = defaultdict(list)
        for place, work in enumerate(self.works):
            for word in {word.lower() for word in work.title.split() if len(word) >= SUBJECT}:
                holding[word].append(place)
        few = {word: places for word, places in holding.items() if len(places) < max(3, len(self.works) // 10)}
        found = []
        for place, work in enumerate(self.works):
            near = [other for word in work.title.split() for other in few.get(word.lower(), ())]
            found.append(near or [place])
        return found


def made(works: Sequence[Work], count: int) -> list[Work]:
    """`count` works: the given ones first, then made ones."""
    corpus = Corpus(works)
    return [*works[:count], *(corpus.work(number) for number in range(len(works), count))]
