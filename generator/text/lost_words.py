"""Where an abstract lost words, numbers or formulas on its way, shown by the traces left in the sentence.

Only what no author writes is a trace: two prepositions run together, a number run into a word, a comma after a space.
A loss after which the sentence still reads well is not recognised, but for one: an abstract that ends by calling
something available ("Our code is available.") has lost the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.text.run_together import run_together
from generator.text.sentences import spans

GLUED = "two words without a space between them"

_UNITS = r"points?|times|percent|[kMG]Hz|faster|speedup|compared|respectively"
_PREPOSITIONS = r"by|for|of|to|in|at|from|with|than"
# Each with its meaning; all are looked for in the text as shown.
_TRACES = (
    (
        GLUED,
        # At the start of a word; what may stand within one begins with its own first letter, which is found faster.
        r"\b(?:"
        rf"(?:{_PREPOSITIONS})(?:while|and|with|from|when|self-|{_UNITS})\b(?<!\bforwith)"  # `latency bywhile`
        # `forof`
        rf"|(?!(?:into|within|upto|onto|forby)\b)(?:{_PREPOSITIONS})(?:of|by|with|for|in|from|to|the)\b(?<!\bofin)"
        r"|(?:a|an|the|of|on|by|for|to|and|or|with|from|via|is|are|that|which|we|our|using|called|making|against|where|while|than)"
        r"(?=[A-Z][a-z]{2})[A-Z]\w+"  # `aSoftmax bottleneck`
        r"|(?:than|up to)(?:times|points)\b"
        r"|(?:and|with|that|from|which)(?:the|all|our|its|their|these)\b"  # `andall tokens`
        r"|(?:introduce|propose)(?![drs])[a-z]{3,}"  # `we introduceiris`
        r"|[a-z]{3,}ing(?:in|by|of|at|for)\b"  # `rankingin both tracks`
        r"|up to(?!gether\b|day\b|wards?\b|ken|tal|ol|p\b)[a-z]{3,})"  # `up toself-attention`
        r"|h(?<=[a-z]h)ttps?://"  # `available athttps://`
        r"|(?:w(?<=[A-Za-z]{4}w)ith|f(?<=[A-Za-z]{4}f)rom|t(?<=[A-Za-z]{4}t)hat)(?=[A-Z][a-z]{2})"  # `SOAPwithAdam`
        # `irisachieves`
        r"|(?:a(?<=[a-z0-9]a)(?<![Oo]vera)(?<![Uu]ndera)chieves|o(?<=[a-z0-9]o)(?<![Oo]vero)(?<![Uu]ndero)utperforms)\b"
        r"|\.(?<=[\w)]{2}\.)(?:(?:The|This|These|Those|We|Our|It|In|To|For|By|As|However|Moreover|Further|Finally)"
        r"|(?:Through|When|While|With|From|And|But|Thus|Hence|Here))(?= )",  # `such an LLM.Through`
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
# What every match of a trace contains and is found faster; most texts have none of it. In the order of the traces.
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
# The last sentence of an abstract that names no address: what is available, and not where (`Our code is available.`).
_AVAILABLE = re.compile(
    r"""
    (?:^|(?<=[.!?]\ ))
    (?:(?:our|the|all|an|a|both)\ )? (?:[\w-]+\ ){0,4}
    (?:code|codes|implementation|implementations|page|pages|models?|demo|software|checkpoints|weights)
    (?:\ of\ [\w-]+)?
    (?:\ (?:is|are))? (?:\ (?:publicly|freely|openly|now|also|made|open-source))*
    \ available (?:\ (?:at|on)\ github)? \.? $
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ADDRESS = re.compile(r"https?:|www\.|\w\.(?:com|org|io|net|edu|ai)\b")
_LAST = 160  # characters in which the last sentence stands
_FORMULA = re.compile(r"(?<!\\)\$(?!\s)[^$]{1,300}?(?<!\s)\$")


@dataclass(frozen=True, slots=True)
class Trace:
    """One trace of a loss: where it is in the text, and what it shows."""

    start: int
    end: int
    what: str


@lru_cache(maxsize=20_000)  # pages, checks and passages ask for the same abstracts
def damage(text: str) -> tuple[Trace, ...]:
    """The traces in the order of the text, each once; none for a text that is whole."""
    if not text:
        return ()
    if "$" in text:  # a formula is not prose
        text = _FORMULA.sub(lambda formula: "M" * len(formula[0]), text)
    found = [
        Trace(match.start(), match.end(), what)
        for what, sign, pattern in _COMPILED
        if sign.search(text)
        for match in pattern.finditer(text)
    ]
    found += [*(Trace(start, end, GLUED) for start, end in run_together(text)), *_without_address(text)]
    return tuple(sorted(found, key=lambda trace: (trace.start, trace.end)))


def damaged_sentences(text: str) -> frozenset[str]:
    """The sentences of a text in which something was lost."""
    traces = damage(text)
    return frozenset(
        text[start:end]
        for start, end in spans(text)
        if any(trace.start < end and trace.end > start for trace in traces)
    )


def whole_beginnings(text: str) -> dict[str, str]:
    """By sentence in which something was lost, what of it stands before the first loss."""
    traces = damage(text)
    found = {}
    for start, end in spans(text) if traces else ():
        first = next((trace.start for trace in traces if trace.start < end and trace.end > start), None)
        if first is not None:
            found[text[start:end]] = text[start : max(start, first)]
    return found


def _without_address(text: str) -> Iterator[Trace]:
    """The end of a text that calls something available without an address, which was lost."""
    end = text.rstrip()
    if "vailable" in end[-_LAST:] and not _ADDRESS.search(end):
        start = max(0, len(end) - _LAST)
        match = _AVAILABLE.search(end, start)
        if match:
            yield Trace(match.start(), match.end(), "an address missing behind what is available")
