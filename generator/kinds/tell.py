"""What kind of work a title and an abstract show: every sign counts for its kind; the strongest is the evidence.

The first act says most ("we present a corpus"); later ones may only be mentioned in passing. Weights were chosen
on the development half of the labelled works (`tests/data/kind-labels.csv` and `other-fields.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.kinds.phrases import (
    ACT,
    DATA,
    FAINT,
    IS_A,
    MAKES,
    METHOD,
    NOT_MEANT,
    PASSIVE,
    POSITION,
    STUDY,
    SURVEY,
    THESIS,
    TOOL,
    VERBS,
    head,
)
from generator.kinds.signs import ABSTRACT_SIGNS, COLON, HEAD_OF_TITLE, NAMED_IN_TITLE, TITLE_SIGNS
from generator.kinds.values import Source, WorkKind
from generator.text.sentences import sentences
from generator.works import Work

_OBJECT = re.compile(r"\b(?!(?:in|and|of|that|while|as)\b)\w+\s$", re.IGNORECASE)  # a verb before what it is done to
_CLAIM = re.compile(r"\s+(?:that|how|why|whether|(?:\w+\s+){0,2}evidence)\b")  # no thing that was made
_TITLE_HEAD = 2.4  # what a title names first or after its colon
_TITLE_NAME = 1.0  # a title that opens with the work's own name
_FIRST_ACT, _LATER_ACT = 2.2, 0.8
_ACTS = 3  # acts that count: of making something, and of each other kind
_BY_THE_WAY = {STUDY: (1.3, 0.5), POSITION: (0.8, 0.8)}  # every author finds and argues something
_FAINT = 0.5  # of these, if the verb may only speak of a means
_UNKNOWN_THING = 0.7  # something new that no noun classifies is usually a method
_DEFINITION = 2.2
_LEAST = 0.6  # with less, no kind is given
_SHOWN = 90  # characters of evidence
_WORD = 100  # characters before it in which the word there is looked for
_PHRASE = 1000  # characters after a verb among which what it makes is looked for
Sign = tuple[str, float, str, Source]  # kind, weight, words, where they stand


def kind_in_text(work: Work) -> WorkKind | None:
    """The kind that the text of `work` shows, or None."""
    if work.kind in ("phdthesis", "mastersthesis"):
        return WorkKind(THESIS, work.kind, "record")
    scores: dict[str, float] = {}
    best: dict[str, Sign] = {}
    for sign in signs(work.title, work.abstract):
        kind, weight, _, _ = sign
        scores[kind] = scores.get(kind, 0.0) + weight
        if kind not in best or weight > best[kind][1]:
            best[kind] = sign
    if work.kind in ("dataset", "software"):
        kind = DATA if work.kind == "dataset" else TOOL
        scores[kind] = scores.get(kind, 0.0) + _TITLE_HEAD
        best.setdefault(kind, (kind, 0.0, work.kind, "record"))
    ranked = sorted(scores, key=lambda kind: (-scores[kind], kind))
    if not ranked or scores[ranked[0]] < _LEAST:
        return None
    first = ranked[0]
    second = round(scores[ranked[1]], 2) if len(ranked) > 1 else 0.0
    _, _, words, source = best[first]
    return WorkKind(first, _short(words), source, round(scores[first], 2), second)


def signs(title: str, abstract: str) -> Iterator[Sign]:
    """Everything that suggests a kind, in the order of the text."""
    yield from _of_title(title)
    found = sentences(abstract)
    counts: dict[str, int] = {}  # acts so far: of making something, and of each other kind
    for number, sentence in enumerate(found):
        for kind, weight, words in _acts(sentence):
            own = kind if kind in _BY_THE_WAY else "made"
            counts[own] = counts.get(own, 0) + 1
            if counts[own] <= _ACTS:
                first, later = _BY_THE_WAY.get(kind, (_FIRST_ACT, _LATER_ACT))
                yield kind, weight * (first if counts[own] == 1 else later), words, "abstract"
        if number == 0 and (definition := IS_A.match(sentence)) and (thing := head(definition["object"])):
            yield thing[0], _DEFINITION, _until(thing[1], sentence, definition.end("name")), "abstract"
    for kind, weight, cue in ABSTRACT_SIGNS:
        match = cue.search(abstract)
        if match:
            yield kind, weight, match[0], "abstract"


def _of_title(title: str) -> Iterator[Sign]:
    pieces = COLON.split(title)
    for piece in pieces if len(pieces) > 1 else [title]:
        match = HEAD_OF_TITLE.match(piece)
        thing = head(_lower(match["rest"])) if match else None
        if match and thing and (thing[0] not in (METHOD, STUDY) or (match["article"] and len(pieces) > 1)):
            yield thing[0], _TITLE_HEAD, thing[1], "title"
    if len(pieces) > 1 and NAMED_IN_TITLE.fullmatch(pieces[0].strip()):
        yield METHOD, _TITLE_NAME, pieces[0].strip(), "title"
    for kind, weight, cue in TITLE_SIGNS:
        match = cue.search(title)
        if match:
            yield kind, weight, match[0], "title"


def _acts(sentence: str) -> Iterator[tuple[str, float, str]]:
    """(kind, weight, words) of the acts of one sentence."""
    passive = PASSIVE.match(sentence)
    if passive:
        thing = head(passive["object"])
        yield (thing[0] if thing else METHOD), 1.0 if thing else _UNKNOWN_THING, passive[0]
    for act in ACT.finditer(sentence):
        verb, after = act["verb"], sentence[act.end() : act.end() + _PHRASE]
        kind = VERBS.get(verb)
        before = sentence[max(0, act.start() - _WORD) : act.start()]
        is_object = _OBJECT.search(before) is not None  # "we support this thesis with …"
        if act["paper"] in ("thesis", "dissertation") and not act["who"].startswith("Our") and not is_object:
            yield THESIS, 2.0, act[0]
        elif act["paper"] in ("survey", "review", "overview", "tutorial"):
            yield SURVEY, 1.5, act[0]
        elif act["paper"] in ("essay", "perspective", "commentary"):
            yield POSITION, 1.2, act[0]
        if verb in MAKES:
            yield from _made(verb, after, sentence, act)
        elif kind and not NOT_MEANT.search(sentence, act.start("verb") - 12, act.end() + 30):
            strong = kind != STUDY or act.start() < len(sentence) // 2
            yield kind, 1.0 if strong else _FAINT, act[0]


def _made(verb: str, after: str, sentence: str, act: re.Match[str]) -> Iterator[tuple[str, float, str]]:
    thing = head(after)
    share = _FAINT if verb in FAINT else 1.0
    if thing:
        kind, words = thing
        yield kind, share, _until(words, sentence[act.start() :], act.end() - act.start())
    else:
        kind = STUDY if verb.startswith("describe") or _CLAIM.match(after) else METHOD
        yield kind, share * _UNKNOWN_THING, _opening(sentence[act.start() :], act.end() - act.start() + _SHOWN // 2)


def _until(words: str, text: str, start: int) -> str:
    """`text` up to the end of `words`, which stand behind `start`; where they do not as they are, up to a space."""
    place = text.find(words, start)
    return " ".join(text[: place + len(words)].split()) if place >= 0 else _opening(text, start + _SHOWN // 2)


def _short(words: str) -> str:
    """`words` cut at a space to fit on a line."""
    return _opening(words, _SHOWN).strip(" ,;:")


def _opening(text: str, most: int) -> str:
    """At most `most` characters of `text`, whole words, and the mark that more follows where it does."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most + 1].rsplit(' ', 1)[0].rstrip(' ,;:')} …"


def _lower(title: str) -> str:
    """A title as running text: `A Survey of` is read as `a survey of`; `of the` ends a phrase in any case."""
    return title if title.islower() else title.lower()


def best_of(works: Iterable[Work]) -> dict[str, WorkKind]:
    """The kind of each work that shows one, by key."""
    found = {work.key: kind_in_text(work) for work in works}
    return {key: kind for key, kind in found.items() if kind}
