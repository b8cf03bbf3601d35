"""Where an abstract lost words, numbers or formulas on its way: by the traces that are left in the sentence.

Only what no author writes is a trace: two prepositions run together, a number run into a word, a comma after a space.
A sentence that reads well in spite of a loss ("Code is available.") cannot be told, and is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from generator.text.sentences import spans

_UNITS = r"points?|times|percent|[kMG]Hz|faster|speedup|compared|respectively"
_PREPOSITIONS = r"by|for|of|to|in|at|from|with|than"
# Each with what it tells of; all are looked for in the text as it is shown.
_TRACES = (
    (
        "two words without a space between them",
        rf"\b(?:{_PREPOSITIONS})(?:while|and|with|from|when|self-|{_UNITS})\b(?<!\bforwith)"  # `latency bywhile`
        # `forof`
        rf"|\b(?!(?:into|within|upto|onto|forby)\b)(?:{_PREPOSITIONS})(?:of|by|with|for|in|from|to|the)\b(?<!\bofin)"
        r"|\b(?:a|an|the|of|on|by|for|to|and|or|with|from|via|is|are|that|which|we|our|using|called|making|against|where|while|than)"
        r"(?=[A-Z][a-z]{2})[A-Z]\w+"  # `aSoftmax bottleneck`
        r"|\b(?:than|up to)(?:times|points)\b"
        r"|\b[a-z]{3,}ing(?:in|by|of|at|for)\b"  # `rankingin both tracks`
        r"|\bup to(?!gether\b|day\b|wards?\b|ken|tal|ol|p\b)[a-z]{3,}",  # `up toself-attention`
    ),
    (
        "a number run into a word or another number",
        r"\d(?:\.\d+)?%\d"  # `74.4%82.1%`
        r"|(?<![\w.-])\d+\.\d+(?:on|in|over|for|of|to|and|with|at|by|from|times|points?|faster|slower|better|higher|lower|more|fewer"
        r"|speedups?|improvements?|reductions?|compared|while|when|million|billion)\b"  # `2.16on summarization`
        # `saving4.4 million`
        r"|\b(?:saving|of|by|than|to|with|over|achieves?|using|only|just|about|and)\d+(?:\.\d+)?\b",
    ),
    (
        "a word missing before a comma or a full stop",
        r"(?<=[a-z]) ,(?=\s)"  # `we present , a technique`
        r"|\b(?:than|the|an|up to|such as|whose|our|their|its)[.,](?=\s|$)"
        # `the same weight space of, these`
        r"|\b(?:of|by|from)[.,] (?=(?:We|These|those|these|which|this|This|The|it|In)\b)"
        r"|\b(?:this|it|them) to\. (?=[A-Z])"
        r"|\w-\.(?=\s|$)",  # `Min-SNR-.`
    ),
    (
        "a word missing between two others",
        r"\b(?:by|up to|of|than)\s(?:compared to|respectively|while|faster)\b|\b(?:by|up to)\swhen\b"
        r"|\b(?:from to|by and|than and|the of|the and|a of|an of|is and is|up to and)\b"
        r"(?!\s(?:large|including|through)\b)"
        r"|\bor more than\s(?:on|in|of)\b",
    ),
    (
        "doubled punctuation",
        r",\s*[,;.](?=\s|$)|;\s*[;,.](?=\s|$)|:\s*[.,;](?=\s|$)|\(\s*[,;]?\s*\)|\[\s*\](?!\s*[({])",
    ),
    (
        "a footnote's mark or a macro in the text",
        r"[A-Za-z]{4}(?:111|222|333)\b|footnotetext|footnotemark|\\(?:mathcal|mathbb|mathrm|textbf|textsc|emph|cite|ref)\b|[a-z]x20[0-9a-f]{2}[a-z]",
    ),
)  # fmt: skip
# What stands in every match of a trace and is found sooner; most texts have none of it. In the order of the traces.
_SIGNS = (
    "",
    r"\d(?:(?<=[%a-z]\d)|(?=[a-z]))",  # a digit beside a letter or after a sign of per cent
    r"[.,](?=\s|$)(?:(?<= [.,])|(?<=-[.,])|(?<=\b(?:an|by|of)[.,])|(?<=\b(?:the|our|its)[.,])|(?<=\b(?:than|from)[.,])"
    r"|(?<=\b(?:whose|their|up to)[.,])|(?<=\bsuch as[.,])|(?<=\b(?:this|them) to[.,])|(?<=\bit to[.,]))",
    "",
    "",
    r"111|222|333|footnote|\\|x20",
)
_COMPILED = tuple(
    (what, re.compile(sign), re.compile(pattern)) for (what, pattern), sign in zip(_TRACES, _SIGNS, strict=True)
)
_FORMULA = re.compile(r"(?<!\\)\$(?!\s)[^$]{1,300}?(?<!\s)\$")
_INNER_CAPITAL = re.compile(r"[A-Z](?<=[a-z]{5}[A-Z])")
_CAPITAL_INSIDE = re.compile(r"\b([a-z]{5,30})(?=[A-Z][a-z]{2})\w+")  # `retrieverContriever`
_WORD = re.compile(r"[A-Z]?[a-z]+")
# Function words that may have lost their space before or behind another word (`thatparaphrasing`, `postsand`), and how
# many letters the other one has at least, so that no word of its own is meant (`theory`, `online`, `comparison`).
_BEFORE = {
    "that": 4, "this": 4, "which": 4, "where": 4, "though": 4, "against": 4, "using": 4, "from": 4, "with": 4, "the": 5,
    "and": 4, "of": 4, "on": 4,
    "by": 4, "a": 7, "to": 5, "without": 4, "define": 4,
}  # fmt: skip
_BEHIND = {
    "and": 4,
    "the": 4,
    "with": 4,
    "that": 4,
    "from": 4,
    "which": 4,
    "after": 4,
    "also": 4,
    "as": 6,
    "on": 6,
    "to": 6,
    "is": 6,
    "of": 6,
}
_BETWEEN = re.compile(r"(?<=[a-z]{4})(?:and|with|from|that|which)(?=[a-z]{4})")  # `dataandreduce`
_HALF = 6  # letters of each of two common words that nothing joins (`pointsdifference`)
_JOINING = frozenset(
    ["counter", "straight", "further", "through", "spread", "nearest", "middle", "double", "single"]
)  # begin words of their own
_ENDING = frozenset(["ability", "abilities", "worthy", "function", "bearing"])  # end words of their own
_LONGEST_WORD = 60  # letters; what is longer is no word
# Words that are made so all the same.
_WHOLE = frozenset(
    [
        "another",
        "together",
        "withdraw",
        "withdrawal",
        "onboard",
        "ongoing",
        "online",
        "offline",
        "bypass",
        "android",
        "wherever",
        "everywhere",
        "withstand",
        "withhold",
        "thereof",
        "whereof",
        "asymmetric",
        "asymmetry",
        "asynchronous",
        "atypical",
        "aperiodic",
        "amoral",
        "ahistorical",
        "acyclic",
        "asymptomatic",
        "understand",
        "stand",
        "offset",
        "onset",
        "oncoming",
        "onsite",
        "onshore",
        "bystander",
        "byproduct",
        "bylaw",
        "offspring",
        "theorem",
        "theory",
        "thesis",
        "thereby",
        "therefore",
        "themes",
        "withdrawn",
        "whereby",
        "wherein",
        "ontology",
        "ontologies",
        "topology",
    ]
)


@dataclass(frozen=True, slots=True)
class Trace:
    """One trace of a loss: where it stands in the text, and what it tells of."""

    start: int
    end: int
    what: str


@lru_cache(maxsize=20_000)  # pages, checks and passages ask for the same abstracts
def damage(text: str) -> tuple[Trace, ...]:
    """The traces in the order of the text, each once; none for a text that is whole."""
    if not text:
        return ()
    if "$" in text:  # what stands in a formula is no prose
        text = _FORMULA.sub(lambda formula: "M" * len(formula[0]), text)
    found = [
        Trace(match.start(), match.end(), what)
        for what, sign, pattern in _COMPILED
        if sign.search(text)
        for match in pattern.finditer(text)
    ]
    found += _glued(text)
    return tuple(sorted(found, key=lambda trace: (trace.start, trace.end)))


def damaged_sentences(text: str) -> frozenset[str]:
    """The sentences of a text in which something is lost."""
    traces = damage(text)
    return frozenset(
        text[start:end]
        for start, end in spans(text)
        if any(trace.start < end and trace.end > start for trace in traces)
    )


def _glued(text: str) -> list[Trace]:
    """A function word glued to another word that is common or stands elsewhere in the text."""
    common = common_words()
    own = {word.lower() for word in _WORD.findall(text)}
    odd = {word for word in own - common if word not in _WHOLE and _is_glued(word, own)}
    found = [
        Trace(match.start(), match.end(), _TRACES[0][0])
        for match in (_WORD.finditer(text) if odd else ())
        if match[0].lower() in odd and not _inside_name(text, match)
    ]
    capitals = _CAPITAL_INSIDE.finditer(text) if _INNER_CAPITAL.search(text) else ()
    inside = (match for match in capitals if match[1] in common)
    return found + [Trace(match.start(), match.end(), _TRACES[0][0]) for match in inside]


def _is_glued(word: str, own: Collection[str]) -> bool:
    """Whether a word is two: a function word before, behind or between others, or two long common words."""
    return any(all(part in own for part in rare) for rare in _splits(word))


@lru_cache(maxsize=100_000)  # abstracts share most of their words
def _splits(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which a word could be two, each as those of its parts that are no common words."""
    if len(word) > _LONGEST_WORD:
        return ()
    found = [
        (word[len(one) :],) for one, least in _BEFORE.items() if word.startswith(one) and len(word) - len(one) >= least
    ]
    found += [
        (word[: -len(one)],) for one, least in _BEHIND.items() if word.endswith(one) and len(word) - len(one) >= least
    ]
    halves = [(word[: link.start()], word[link.end() :]) for link in _BETWEEN.finditer(word)]
    cuts = ((word[:cut], word[cut:]) for cut in range(_HALF, len(word) - _HALF + 1))
    halves += [(left, right) for left, right in cuts if left not in _JOINING and right not in _ENDING]
    common = common_words()
    return tuple(tuple(part for part in parts if part not in common) for parts in (*found, *halves))


def _inside_name(text: str, match: re.Match[str]) -> bool:
    """Whether the letters are a part of a longer word or name (`GPT-neo`, `McDonald`)."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before.isalnum() or after.isalnum() or before in ("_", "\\", "/", "@", "$")


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words that many abstracts use (`common_words.txt`)."""
    return frozenset((files("generator") / "text" / "common_words.txt").read_text(encoding="utf-8").split())
