"""A sentence of an abstract made to stand alone, without what ties it to the one before; and which sentences cannot."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.design_cues import PAPER_SAYS
from generator.text.doubled import without_doubled
from generator.text.empty_cues import NONE_FOUND
from generator.text.roundabout import AND_PROPOSING, BY_DOING, BY_SHOWING, CONTRIBUTIONS, WITH_THING

# A first word that only connects ("However, …"); the rest stands without it.
_JOINING = (
    "however|therefore|thus|hence|consequently|accordingly|specifically|in particular|concretely|notably"
    "|crucially|(?:(?:more|most) )?(?:importantly|interestingly|notably)|remarkably|surprisingly|encouragingly"
    "|in response|instead"
    "|to this end|to that end|as a result|moreover|furthermore|additionally|in addition"
    "|besides|finally|lastly|meanwhile|nevertheless|nonetheless|similarly|overall|in summary|in short"
    "|in contrast|by contrast|conversely|on the other hand|namely|as such"
    "|as an alternative|at the same time|for example|for instance"
    "|further|first|second|third|firstly|secondly|thirdly|next|then|also|yet|but|and"
)
_CONNECTOR = re.compile(
    rf"""
    (?:{_JOINING.replace(" ", "[ ]")}),\s+(?:(?:and|but)\s+)?               # "However, but …"
    |(?:thus|hence|therefore|nevertheless|nonetheless|moreover
      |furthermore|additionally|consequently)\s+(?!far\b)                    # "Therefore we …", not "Thus far"
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(r"^\((?:\d|[ivx]{1,4}|[a-f])\)\s+(?=[A-Z])")  # of a point in a list
_POINTER = (
    r"\b(?:this|that|these|those|such|the\ above|the\ aforementioned|the\ latter|the\ former|the\ same|it|them|the)\b"
)
# A purpose or a ground that leans on the sentence before ("To address this issue, we …", "Motivated by this, we …").
_LEANING = re.compile(
    rf"""
    (?:to|in\ order\ to|for|by|with|based\ on|building\ on|building\ upon|motivated\ by|inspired\ by|driven\ by|given
      |guided\ by|following|using|through|towards?|in\ (?:response|contrast|answer)\ to|in\ (?:the\ )?light\ of
      |via|on\ the\ basis\ of|drawing\ on|drawing\ inspiration\ from)\b                      # a purpose or a ground
    (?=[^,;:.]{{0,60}}?{_POINTER})[^,;:.]{{3,110}},\s+                                    # that points to something
    (?=(?:we|i|this\ (?:paper|work|study|article)|our|the\ authors)\b)                    # before who acts
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LEANS_ALONE = re.compile(
    r"""
    (?:based\ on|building\ on|motivated\ by|inspired\ by|given                                       # a ground, or
      |to\ (?:address|tackle|solve|overcome|mitigate|remedy|resolve|bridge|fill|close))\s+           # a purpose, and
    (?:this|that|these|those|it|them                                                                 # what it points to
      |the\ (?:above|analysis|observations?|insights?|findings?|issues?|problems?|challenges?|limitations?|gaps?))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "To address these issues we present RankGen": a purpose without a comma, before what is made.
_PURPOSE_ALONE = re.compile(
    r"""
    (?:in\ order\ to|to)\ (?:address|tackle|solve|overcome|mitigate|remedy|resolve|bridge|fill|close|answer|meet)\s+
    (?:it|them|(?:this|these|those|that|the\ above)(?:\s+[\w-]+){1,3}?)\s+
    (?=we\s+(?:\w+ly\s+)?(?:introduce|propose|present|develop|design|build|create|release|construct|train|offer)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "a new data set for addressing this question.": a clause that stands alone ends before, without a full stop.
_POINTING_TAIL = re.compile(
    r"""
    ,?\s(?:for|to|as|that|which)\s                                        # for, to, that
    (?:(?:address|tackl|solv|answer|bridg|mitigat|overcom|fill|clos|resolv|achiev|alleviat)\w*\s)?  # address
    (?:this|these|those)\s(?:[\w-]+\s)?                                  # this important
    (?:question|problem|issue|gap|challenge|limitation|need|task|goal|end|purpose|shortcoming|drawback)s?
    \.$                                                                    # at the end
    """,
    re.VERBOSE,
)
_WORKS = (
    "paper|work|study|article|survey|report|research|manuscript|review|chapter|thesis|letter|tutorial|book|trial|cohort"
    "|essay|dissertation|perspective|commentary|overview|guidelines?|statement|monograph|volume|edition|protocol|catalogue|catalog"
    "|meta-analysis|contribution|ethnography|replication|experiment|project|investigation"
)
# What stands for something said before: none of these is in the sentence.
_AIR = re.compile(
    rf"""
    \b(?:this|these|those|such)\s+(?!(?:[\w-]+\s+){{1,2}}between\b)(?!(?:(?:[\w-]+,\s+(?!(?:we|i|the|our)\b))+(?:[\w-]+\s+){{1,2}})?(?:[\w-]+\s+){{0,2}}(?:{_WORKS})\b|as\b|that\b|an?\b
      |(?:case|sense|respect|regard|year)\b           # not "this paper", "such as"
      |(?<=those\ )(?:of|in|from|on|with|who|whose|which|\w+ed|\w+ing)\b)         # nor "those observed there"
      (?:[\w-]+\s+)?[a-z][\w-]+
    |\bthe\ (?:above|aforementioned|latter|former)\b                                # what was named there
    |\bthe\ same\ (?:results?|conclusions?|arguments?|findings?|holds|is\ true)\b    # what was said there
    |\bthat\ (?:view|claim|idea|assumption|question|account|picture|narrative|gap|hypothesis|problem)\b
      (?!\ (?:of|that|is)\b)
    |\bthe\ two\ (?:cases|types|kinds|sorts|problems|issues|phenomena|questions|notions)\b(?!\ of\b)
    |\bboth\ (?:traps|problems|issues|challenges|limitations|questions|gaps|shortcomings|drawbacks|weaknesses|aspects)\b
    |\b(?:one|another|any)\ such\ [a-z]                                             # one of those there
    |\b(?:support|defend|argue\ for|test|verify|confirm|prove)\w*\ this\ thesis\b    # what was claimed there
    |\b(?:to|by|of|from|with)\ the\ (?:limitations?|shortcomings?|drawbacks?|issues?|problems?|challenges?)\.$
    |\b(?:do|does|did|with|by|from|of|for|on)\ (?:so|this|that|these|those)(?=[,.;])    # at the end of a clause
    |\bthe\ (?:proposed|resulting|presented)\ (?:approach|method|model|framework|algorithm|system)\b
    """,
    re.VERBOSE,
)
# A first part before who acts: "As a step towards an answer to this question, we …".
_ANY_LEAD = re.compile(r"[^;:.]{3,160}?,\s+(?=(?:we|i|this\s(?:paper|work|study|article))\s)", re.IGNORECASE)
# A last addition that refers elsewhere, without which the clause is whole: "determinants … in such situations".
_AWAY_AT_END = re.compile(
    r"""
    \s(?:to|in|for|on|with|from|within|under|across|at)\s             # "… in
    (?:this|these|those|such)\s[\w-]+(?:\s[\w-]+)?[.;:,]?$             # such situations"
    |\s(?:(?:that|which)\s(?:is|are)\s)?                              # "a method … that is
    (?:not\ssubject\sto|free\s(?:of|from)|without|unhampered\sby)\s    # not subject to
    (?:the|these|those|such)\s                                        # the limitations"
    (?:limitation|shortcoming|drawback|issue|problem|restriction|constraint)s?\.?$
    """,
    re.VERBOSE,
)
# Where a clause may end before what points away: the rest is an addition, a purpose or a means.
_END = re.compile(
    r"""
    [;:](?=\s)
    |,(?=\s(?:which|where|while|whereas|who|to|by|using|thereby|so|thus|for|with|and\s(?:to|we|show|find|use|apply|improve)
        |[a-z]+ing)\s)
    |\s(?=(?:which|where|while|whereas|using|so\ that|in\ order\ to|based\ on|thereby)\s)
    |(?<!show)(?<!argue)(?<!argues)(?<!find)(?<!prove)(?<!strate)(?<!strates)(?<!suggest)(?<!claim)(?<!reveal)(?<!propose)
      (?<!conclude)(?<!contend)(?<!found)(?<!shows)(?<!so)(?<!hypothesize)\s(?=that\s)
    |\s(?=to\s(?:address|tackle|solve|overcome|mitigate|remedy|resolve|bridge|fill|close|answer|alleviate|loosen?)\s)
    |\s(?=(?:by|for)\s[a-z]+ing\s)
    |\s(?=and\s(?:use|used|apply|applied|exploit|extend|validate)\s(?:this|these|it|them)\b)
    """,
    re.VERBOSE,
)
# What points away between a noun and what goes on: "an overview of this transition, beginning with …".
_AWAY_INSIDE = re.compile(
    r"\s(?:of|on|to|for|in)\s(?:this|these|those|such)\s[\w-]+,(?=\s\w+ing\s)(?!.*\b(?:its?|their|them)\b)"
)
_JOINING_END = re.compile(r"(?:[,;]?\s+(?:and|or|but)|,\s+(?:an?|one)\s+[\w-]+)+$")
_TWO = re.compile(r"\b(?:and|or|with|than|between)\b")
_SECOND_ACT = re.compile(
    r"\b(?:and|to)\s(?P<act>(?:introduce|propose|present|develop|design|devise)\s(?:an?\b|the\b|our\b|new\b|novel\b|two\b|three\b|[A-Z]))"
)
_SELF = re.compile(
    rf"""
    (?:we\ (?:\w+\ ){{1,3}}that\ )?(?:it|its|they|their|them)\b(?!\ (?:is|was|has\ been)\ )  # "They …",
      (?!\ (?:then\ |also\ |first\ |thus\ |therefore\ )?(?:{PAPER_SAYS}))                    # not "It argues that …"
    |with(?:out)?\ (?:such|this|these|those)\b(?!\ as\b)                                   # "Without such augmentation"
    |(?:in|on|at|with|after|before|under|during|unlike|besides|across|compared\ to)\ [^,;:.]{{2,60}},\ (?:it|they)\b
      (?!\ (?:is|was|has\ been|can|seems|takes|{PAPER_SAYS})\b)                        # "In long texts, it fails"
    |(?:despite|with|given|due\ to|because\ of)\ (?:its|their)\ [^,;:.]{{2,60}},\ (?:it|they)\b  # "With its cost, it …"
    |(?:although|though|while|since|because)\ (?:its|their|they)\b                         # "Although their cost …"
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TRIED = 8  # ends of clauses before what points away
_LEAST_DONE = 4  # words of what was done: "devising a new mechanism"
_LEAST_THING = 7  # words of a thing that stands for the sentence which proposes it
_LEAST_WORDS = 5  # what is left must still be a sentence


@lru_cache(maxsize=20_000)
def standing(sentence: str) -> str:
    """The sentence without what ties it to others, first letter capital; unchanged if nothing does."""
    text = without_doubled(_NUMBER.sub("", sentence))
    for pattern in (_CONNECTOR, _LEANING, _PURPOSE_ALONE, _CONNECTOR):
        match = pattern.match(text)
        if match and (pattern is not _LEANING or _is_leaning(match[0], text[match.end() :])):
            text = _rest(text, match.end())
    for pattern in (BY_DOING, BY_SHOWING, AND_PROPOSING, CONTRIBUTIONS):
        match = pattern.match(text)
        if match:
            text = _rest(text, match.start("doing"), _LEAST_DONE)
    match = WITH_THING.match(text)
    if match:
        text = _rest(text, match.start("doing"), _LEAST_THING)
    shorter = _POINTING_TAIL.sub("", text)
    return capital(shorter if len(shorter.split()) >= _LEAST_WORDS else text)


def capital(text: str) -> str:
    """`text` with a capital if its whole first word is lower-case: a name such as `bert2BERT` keeps its own."""
    first = re.match(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    if (first and first[0].islower() and not re.match(r"[\w@/.]", text[first.end() :] or " ")) or text[:2] == "a ":
        return text[0].upper() + text[1:]
    return text


@lru_cache(maxsize=20_000)
def points_away(text: str, known: str = "") -> bool:
    """Whether a sentence refers to something that only earlier sentences name ("this issue", "the above").

    `known`: what a reader knows besides, such as the title.
    """
    return _first_pointer(text, known) is not None or opens_elsewhere(text)


def without_pointing(sentence: str, known: str = "") -> str:
    """A sentence without the lead or the clauses that refer to something that only earlier sentences name; unchanged
    where none does, or where too little would be left.
    """
    if not points_away(sentence, known):
        return sentence
    lead = _ANY_LEAD.match(sentence)
    if lead and _first_pointer(lead[0], known) is not None:
        sentence = capital(_rest(sentence, lead.end()))
    if not points_away(sentence, known):
        return sentence
    inside = _AWAY_INSIDE.sub(" …", sentence)
    return before_pointing(sentence, known) or (sentence if points_away(inside, known) else inside)


def before_pointing(text: str, known: str = "") -> str:
    """A clause without what refers to something that only earlier sentences name; "" where too little is left of it.

    `known`: what a reader knows besides, such as the title.
    """
    text = _AWAY_AT_END.sub("", text) if _first_pointer(text, known) is not None else text
    away = _first_pointer(text, known)
    if away is None:
        return text
    for end in reversed([end for end in _END.finditer(text) if end.start() <= away][-_TRIED:]):
        kept = _JOINING_END.sub("", text[: end.start()].rstrip(" ,;:"))
        if kept.count("(") == kept.count(")"):
            return kept if len(kept.split()) > _LEAST_WORDS else ""
    return ""


def after_pointing(text: str, known: str = "") -> str:
    """The second act of a sentence whose first one refers to what only earlier sentences name ("We answer this and
    propose …"); "" where there is none that stands alone.
    """
    second = _SECOND_ACT.search(text, _first_pointer(text, known) or 0)
    rest = text[second.start("act") :] if second else ""
    return rest if rest and _first_pointer(rest, known) is None else ""


def _first_pointer(text: str, known: str) -> int | None:
    """Where a text first refers to something that neither it nor `known` names."""
    whole = f"{known} {text}"
    start = len(known) + 1
    found = (match for match in _AIR.finditer(whole.lower(), start) if not _is_named_before(whole, match, start))
    first = next(found, None)
    return None if first is None else first.start() - len(known) - 1


def _is_leaning(lead: str, rest: str) -> bool:
    """Whether a purpose or ground says nothing of its own besides what it refers to; what was not found was not found
    there, and not everywhere.
    """
    is_short = len(lead.split()) <= _LEAST_WORDS and not NONE_FOUND.match(rest)
    return is_short or _LEANS_ALONE.match(lead) is not None


def _is_named_before(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the noun referred to occurs earlier ("tokens … these tokens"), or two things do in the sentence from
    `start` on ("the former").
    """
    before = text[: match.start()].lower()
    if match[0] in {"the latter", "the former"}:
        return _TWO.search(before, start) is not None
    nouns = (word.lower().removesuffix("s") for word in match[0].split()[1:])
    return any(len(noun) > len("the") and noun in before for noun in nouns)


def opens_elsewhere(text: str) -> bool:
    """Whether a sentence begins with what only the one before names ("It is …", "Without such …")."""
    return _SELF.match(text) is not None


def _rest(text: str, start: int, least: int = _LEAST_WORDS) -> str:
    rest = text[start:]
    return rest if len(rest.split()) >= least else text
