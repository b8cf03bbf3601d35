"""The order of reading: which undecided works are likeliest to be included, learnt from the marks so far.

A logistic regression over TF-IDF of title and abstract, retrained as decisions come in: active learning by certainty
in its plain form. Simulations of screening found TF-IDF with such simple classifiers to serve best or nearly so
(Ferdinands et al. 2023, doi:10.1186/s13643-023-02257-7). It orders the reading and decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.works import Work

LEAST_FREQUENT = 2  # a word that occurs in only one work says nothing about others
MOST_TERMS = 50_000


class ReadingOrder:
    """Works in the order in which they should be read; the text features are made once."""

    def __init__(self, works: Sequence[Work]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        texts = [f"{work.title}. {work.title}. {work.abstract}" for work in works]
        least = LEAST_FREQUENT if len(works) > LEAST_FREQUENT else 1
        vectorizer = TfidfVectorizer(sublinear_tf=True, min_df=least, max_features=MOST_TERMS)
        self._size = len(works)
        try:
            self._features = vectorizer.fit_transform(texts)
        except ValueError:  # not a single word in all the texts
            self._features = None

    def ranked(self, decisions: Mapping[int, bool]) -> list[tuple[int, float | None]]:
        """The undecided places, likeliest first, each with its probability of being included.

        `decisions` says of a place whether it was included. Until both answers have been given, nothing can be learnt:
        the order is that of the works, and the probability None.
        """
        open_places = [place for place in range(self._size) if place not in decisions]
        if self._features is None or len(set(decisions.values())) == 1 or not decisions or not open_places:
            return [(place, None) for place in open_places]
        from sklearn.linear_model import LogisticRegression

        places = sorted(decisions)
        model = LogisticRegression(C=10.0, class_weight="balanced", solver="liblinear", random_state=0)
        model.fit(self._features[places], [decisions[place] for place in places])
        likely = model.predict_proba(self._features[open_places])[:, 1]
        ranked = sorted(zip(open_places, map(float, likely), strict=True), key=lambda pair: (-pair[1], pair[0]))
        return [(place, round(probability, 4)) for place, probability in ranked]
