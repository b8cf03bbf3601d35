"""Turns of phrase that say by what means or for what purpose something was done: by a study, its people, or nobody."""

from __future__ import annotations

from generator.text.cues import ADVERBS, OURSELVES, Cue
from generator.text.design_cues import IN, WORK
from generator.text.ourselves import WE

_PARTICIPLE = r"(?:\w{2,}ed|drawn|made|built|found|sought|taken|given|set|put|shown|grown|run|held)\b"
_NOT_OF_LATE = (
    r"(?!(?:[\w-]+\s+){0,3}?(?:recent|previous|earlier|prior|seminal|landmark|classic|famous|influential|first)\b)"
)
_STUDIES = (
    r"(?:experiments?|trials?|meta-analys[ie]s|studies|study|replications?|investigations?|simulations?|tests|re-?analys[ie]s"
    r"|comparisons?|surveys?|interviews)"
)
# Trials that disagree are those of others.
_CONSISTENT = (
    r"(?![^.;]*?\b(?:conflicting|mixed|inconsistent|contradictory)\s+"
    r"(?:results?|findings?|outcomes?|evidence|answers?|conclusions?|effects?)\b)"
)
# What is so in most places or every year is no study.
_NOT_IN_GENERAL = (
    r"(?![^.;]*?\b(?:(?:in|at|by|across|on|for)\s+(?:most|many|nearly\s+all|almost\s+all)\b|(?:each|every)\s+(?:year|day|spring|summer|autumn|winter)"
    r"|worldwide|around\s+the\s+world|all\s+over|everywhere)\b)"
)
# The study as what acts: "A three-year field experiment compared …".
STUDY_ACTS = Cue(
    rf"^{_CONSISTENT}(?:an?|two|three|four|five|six|seven|eight|\d+)\s+{_NOT_OF_LATE}(?:[\w-]+\s+){{0,4}}?{_STUDIES}\b(?!\s+by\b)(?:[^.;:,]|[.,](?=\d)){{0,110}}?\s"
    r"(?:compar|assess|explor|examin|test|investigat|estimat|evaluat|ask|trac|follow|determin|probe|prob|measur)(?:e|es|ed|s)\b"
    rf"|^{_CONSISTENT}(?:an?|our|the)\s+{_NOT_OF_LATE}(?:[\w-]+\s+){{0,4}}?{_STUDIES}\b(?!\s+by\b)(?:[^.;:,]|[.,](?=\d)){{0,110}}?\sshow(?:s|ed)?\s+(?:which|how|why|what|whether)\b",
    ("experiment", "trial", "stud", "replication", "investigation", "simulation", "tests", "analys", "comparison",
     "survey", "interview"),
)  # fmt: skip
# "It is tested here whether …".
IT_IS_ASKED = Cue(
    r"\bit\s+(?:is|was)\s+(?:then\s+|here\s+|also\s+)?(?:tested|asked|examined|investigated|explored|studied|assessed|analy[sz]ed)\s+"
    r"(?:here\s+)?(?:whether|how|if|why|which|what)\b",
    ("it is", "it was"),
)
# What a thing made in this work does: "The joint developed in this research transfers loads …".
MADE_HERE = Cue(
    r"^the\s+(?:[\w-]+\s+){1,3}(?:developed|proposed|presented|described|introduced|reported|designed|outlined)\s+(?:here|in\s+this\s+\w+)\s+"
    r"(?!(?:is|was|has|had|can|may|could|shows|achieves|outperforms)\b)\w+s\b",
    (" here", " in this "),
)
_OFTEN = (
    "commonly|often|usually|typically|mostly|generally|frequently|widely|traditionally|mainly|normally|increasingly|sometimes|rarely"
    "|currently|largely|routinely|seldom|hardly|conventionally|historically|regularly"
)
# Not how a study was run.
_NO_ACT = r"(?!(?:divided|recruited|included|enrolled|scanned|matched|excluded|invited|needed|required|limited)\b)"
# What things in the plural are is told of a study only where it is an inquiry: "votes are counted" is so in the world.
_INQUIRED = (
    r"(?:re-?)?(?:analy[sz]|compar|construct|quantifi|estimat|model|modell|simulat|examin|investigat|studi|assess|test|deriv|identifi|trac"
    r"|formulat|explor|evaluat|characteri[sz]|predict|inferr|interpret|determin|survey|review|dat)ed\b"
)
_ADVERB = rf"(?:(?!(?:{_OFTEN})\b)\w+ly\s+|then\s+|thus\s+|therefore\s+|here\s+)?"
_IS_DONE = rf"\b(?:(?:is|was|were|has\s+been|have\s+been)\s+{_ADVERB}{_NO_ACT}{_PARTICIPLE}|are\s+{_ADVERB}{_INQUIRED})"
# "The bending of reeds was investigated by …".
WAS_STUDIED = Cue(
    rf"^(?!(?:these|those|they|it|this|that|such|both)\b){IN}{{3,200}}?\b(?:was|were)\s+(?:\w+ly\s+)?"
    r"(?:investigated|studied|examined|explored|surveyed|reviewed|proposed|developed)\b",
    ("was ", "were "),
)
# "Using parsed corpora of 72 languages, the trade-off is quantified …"; "In this article, the problem is formulated …".
DONE_WITH = Cue(
    rf"^{_NOT_IN_GENERAL}(?:(?:using|combining|comparing|drawing\s+(?:up)?on|based\s+on|with\s+the\s+(?:help|aid)\s+of|on\s+the\s+basis\s+of|through\s+an?|by\s+\w+ing"
    rf"|applying|linking|relying\s+on|by\s+means\s+of)\b[^.;:]{{3,160}}?,|in\s+this\s+{WORK},?)\s+"
    rf"(?!(?:we|i|these|those|it|they|this)\b)[^.;:,]{{3,120}}?{_IS_DONE}",
    ("is ", "are ", "was ", "were ", " been "),
)
# What is done by means of something or in order to learn something: "The template is reconstructed on the basis of …".
DONE_BY_MEANS = Cue(
    rf"^(?!(?:these|those|they|it|this|that|such|both)\b){_NOT_IN_GENERAL}[^.;:]{{3,140}}?{_IS_DONE}[^.;:]{{0,80}}?\b(?:on\s+the\s+basis\s+of"
    r"|by\s+means\s+of|with\s+the\s+(?:help|aid)\s+of|(?:so\s+as|in\s+order)\s+to\s+(?:learn|find|determine|test|establish|assess|identify|see))\b",
    ("basis of", "means of", "help of", "aid of", "so as to", "in order to"),
)
# "A new data set of 612 cabinets allows us to examine …".
LETS_US = Cue(
    r"^(?!(?:this|these|those|it|they|such|which)\b)[^.;:]{3,140}?\b(?:allow|enable|permit|let|help)s?\s+us\s+(?:to\s+)?"
    r"(?:investigate|examine|explore|assess|determine|test|compare|identify|measure|quantify|study|estimate|trace|ask|follow)\b",
    (" us ",),
)
# What people did in a study: "Participants in four experiments rated 2,000 photographs".
THEY_DID = Cue(
    rf"^{_NOT_IN_GENERAL}(?:\w+\s+)?(?:participants|adults|children|students|volunteers|respondents|infants|pupils|patients|speakers|listeners|observers)\b"
    r"[^.;:]{0,80}?\s(?:rated|judged|viewed|read|heard|learned|chose|watched|performed|played|completed|named|were\s+(?:\w+ly\s+)?(?:assigned|allocated"
    r"|asked|trained|tested|shown))\b",
    ("participants", "adults", "children", "students", "volunteers", "respondents", "infants", "pupils", "patients",
     "speakers", "listeners", "observers"),
)  # fmt: skip
# What the authors say of their work, without doing anything in it: "We discuss …".
WE_SPEAK = Cue(
    rf"{WE}{ADVERBS}\s+(?:discuss|outline|report|argue|suggest|speculate|propose|show|find|found|reveal|demonstrate|prove)(?:e?d|s)?\s+"
    r"(?:that|how|why|what|whether|implications?|limitations?|directions?|results?)\b"
    rf"|{WE}{ADVERBS}\s+(?:discuss|conclude|note|hope|believe)(?:e?d|s)?\b",
    OURSELVES,
)
# A thing observed is a study; that something was observed is a finding.
WE_OBSERVE = Cue(
    rf"{WE}{ADVERBS}\s+(?:observe|uncover|establish)(?:d|ed)?\s+(?!(?:that|an?|no|how|the|this|these|only|strong|clear)\b)[^.;]{{3,}}",
    OURSELVES,
)
