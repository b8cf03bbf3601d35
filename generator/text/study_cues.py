"""Turns of phrase of empirical studies of any field: what they set out to find, on whom, and what they conclude."""

from __future__ import annotations

import re

from generator.text.cues import Cue
from generator.text.ourselves import WE

_WORK = (
    "(?:paper|work|study|article|survey|report|research|review|chapter|thesis|trial|experiment|investigation|analysis"
    "|project|meta-analysis|essay)"
)
_ASK = (
    "(?:investigate|examine|explore|assess|determine|test|compare|identify|measure|quantify|characteri[sz]e|study"
    "|understand|estimate|probe|establish|clarify|delineate|elucidate|ask|detect|trace|reconstruct|disentangle|follow|track|monitor"
    "|map|predict|relate|resolve|reveal|infer|gauge|unravel|uncover|learn)"
)
_WORDS = r"(?:[\w()/-]+\s+)"  # between "the present" and "study"
# "The aim of this study was to …", "Our objective is to …".
AIM = Cue(
    rf"(?:\b(?:the|our)\s+(?:\w+\s+){{0,2}})?\b(?:aim|objective|purpose|goal|project|task)s?\s+"
    rf"(?:(?:of|in)\s+(?:the|this|our)\s+{_WORDS}{{0,6}}?{_WORK}\s+(?:was|were|is|are)|was|were)\s+"
    r"(?:\w+\s+){0,2}?to\b"
    r"|\bour\s+(?:\w+\s+){0,2}(?:aim|objective|purpose|goal)s?\s+(?:is|are)\s+to\b",
    ("aim", "objective", "purpose", "goal", "project", "task"),
)
# "The present study was conducted to …".
SET_UP = Cue(
    rf"\b(?:this|our|the\s+(?:present|current))\s+{_WORDS}{{0,6}}?{_WORK}\s+(?:was|were|is|has been)\s+(?:\w+ly\s+)?"
    rf"(?:conducted|designed|undertaken|performed|carried out|initiated|set up|intended|made)\s+(?:in order\s+)?to\b",
    ("conducted", "designed", "undertaken", "performed", "carried", "initiated", "set up", "intended", "made"),
)
_WE = (
    rf"{WE}"
    r"(?:\s+(?:\w+ly|also|then|first|here|therefore|thus)){0,2}"
)
# "We tested whether …", "We used tractography to determine …".
WE_TEST = Cue(
    rf"{_WE}\s+(?:test(?:ed)?\s+(?:whether|if|how|the|for|that|an?)\b|determined?\b|combined?\b|estimated?\b"
    rf"|set out to\b|sought to\b|wanted to\b"
    rf"|(?:(?:us|employ|appl|adopt|leverag)(?:e|ed|y|ied)?|undertook|conduct(?:ed)?|performed|carried out)"
    rf"\s[^.;]{{3,160}}?\bto\s+{_ASK}\b)",
    ("we ", "i "),
)
# "We perform a comprehensive study of …".
WE_MAKE_STUDY = Cue(
    rf"{_WE}\s+(?:conduct|perform|present|provide|carry\s+out|undertake|report|make)(?:ed)?\s+(?:an?|the\s+first)\s+(?:[\w-]+,?\s+){{0,3}}?"
    r"(?P<study>study|analysis|survey|review|investigation|comparison|evaluation|examination|overview|meta-analysis)\b",
    ("we ", "i "),
)
# "A spatial task was used to probe …", "Errors were examined in …".
WAS_STUDIED = Cue(
    rf"\b(?:was|were|is|are)\s+(?:used|employed|applied|combined|recorded|performed|conducted)\b[^.;]{{0,40}}?\bto\s+{_ASK}\b"
    rf"|^(?:an?|the|our)\s+(?:[\w-]+\s+){{0,5}}{_WORK}\s+(?:was|were)\s+(?:conducted|performed|carried\s+out|undertaken)\b"
    r"|\b(?:was|were)\s+(?:\w+ly\s+)?(?:investigated|studied|examined|explored|surveyed|reviewed|proposed|developed)\b",
    ("was ", "were ", "is used", "are used", "employed", "applied", "combined", "recorded", "performed", "conducted"),
)
# "Here the protein C6 is identified as an inhibitor of …".
HERE_IS = Cue(
    r"^here,?\s+(?!we\b)[^.;]{3,140}?\b(?:is|are|was|were|has been|have been)\s+(?:\w+ly\s+)?"
    r"(?:identified|shown|described|reported|presented|introduced|proposed|demonstrated|reviewed|analy[sz]ed|compared|developed"
    rf"|(?:used|employed|applied)\s+to\s+(?:{_ASK}|reveal))\b",
    ("here",),
)
# "To assess the prevalence of …", with nothing after it: how a structured abstract states an aim.
TO_ASK = Cue(rf"^to\s+(?:\w+ly\s+)?(?:{_ASK}|evaluate|describe|develop|review|report|validate|analy[sz]e)\b", ("to ",))
# What the authors did before: "We recently developed …".
BEFORE_THIS = Cue(
    r"\b(?:we|i)\s+(?:have\s+|had\s+)?(?:recently|previously|earlier|once)\s+(?:have\s+)?\w+"
    r"|\bin\s+(?:our|an?)\s+(?:previous|earlier|prior|recent)\s+(?:\w+\s+)?(?:paper|work|study|report|article)",
    ("recently", "previous", "earlier", "once", "prior", "recent"),
    small=True,
)
# One more thing that the authors did: "…, and we also describe …".
ALSO = Cue(
    r"(?:^|,\s+)(?:and\s+)?(?:we|i)\s+(?:also|further|additionally|furthermore|moreover)\b",
    ("also", "further", "additionally"),
)
# What says that something came out, not what: "provides the first evidence that", "present some predictions".
YIELDS = Cue(
    r"\b(?:provid|present|offer|giv|shed|yield|deliver|contribut)\w*\s+(?:\w+\s+){0,4}?(?:evidence|insights?|light|support|information"
    r"|predictions?|results?|findings?|(?:preliminary|first|important|useful|valuable|new)\s+data)\b",
    ("evidence", "insight", "light", "support", "information", "prediction", "result", "finding", "data"),
    small=True,
)
# A clause that another must follow: "although we found …".
_SUBORDINATE = re.compile(r"\b(?:although|though|while|whereas|since|because|if|when|that|whether)\s+$", re.IGNORECASE)
_OF_AIM = re.compile(
    r"""
    (?:\b(?:the|our|a)\s+(?:\w+\s+){0,2}?)?\b(?:aim|objective|purpose|goal)s?\s+of\s+$   # "The aim of" this study is
    |(?:^|,\s+)(?:the|our|an?)\s+(?:[\w-]+\s+){1,4}?(?:that\s+|which\s+)?$   # "The method" we propose is
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The first of several steps ("We first train …"), and what only leads to the work.
STEP = Cue(
    r"\bwe\s+(?:\w+ly\s+)?first\b(?! (?:show|propose|introduce|to)\b)"
    r"|^(?:here,?\s+|in\s+this\s+\w+,?\s+)?first,?\s+we\b"
    r"|^(?:then|next|subsequently|afterwards),?\s+we\b|\bwe\s+(?:then|subsequently|next)\b"
    r"|^as\s+a\s+(?:preliminary|first\s+step)\b"
    r"|\bwe\s+(?:\w+ly\s+)?(?:present|conduct|report|discuss)\s+(?:an?|two|three|several|our)?\s*(?:\w+\s+)?case\s+stud"
    r"|\bwe\s+(?:\w+ly\s+)?design\s+(?:multiple|several|various|extensive)\b",
    ("first", "preliminary", "case stud", "design", "then ", "next", "subsequently", "afterwards"),
)
# What was built to try the thing out: "We develop a prototype of …".
BUILT = Cue(
    r"\bwe\s+(?:\w+ly\s+)?(?:develop|build|built|implement|creat|provid)\w*\s+(?:an?|our)\s+(?:\w+\s+)?(?:prototype|implementation)\b",
    ("prototype", "implementation"),
)
# What is done to examine, explain or pass on what the work did before: "To better understand these results, we …".
SUPPLEMENT = Cue(
    r"^(?:\w+,\s+)?(?:in\s+order\s+)?to\s+(?:(?:begin|start)\s+to\s+)?(?:better\s+|further\s+|\w+ly\s+)?"
    r"(?:understand|explain|validate|verify|evaluate|assess|test|confirm|demonstrate|illustrate|show|support|substantiate|shed"
    r"|facilitate|encourage|promote|foster|emphasi[sz]e|highlight|showcase|justify|ensure)\b[^.;]*?,\s+(?:we|i)\b"
    r"(?!\s+(?:\w+ly\s+)?(?:introduc|propos|present|develop|design)\w*)",
    ("to ",),
)
# What the method rests on, said as such: "The main idea is to …".
KEY_IDEA = Cue(
    r"^(?:\w+,\s+)?(?:the|our)\s+(?:\w+\s+)?(?:main|key|core|central|basic|underlying|essential|principal)\s+"
    r"(?:idea|insight|intuition|innovation)\b[^.;]{0,60}?\bis\s+to\b",
    ("idea", "insight", "intuition", "innovation"),
)
# How a study was run, not what it is for.
RUN = Cue(
    rf"{_WE}\s+(?:includ|recruit|enroll?|scann|acquir|obtain|randomi[sz]|exclud|match|divid)ed\b",
    ("we ", "i "),
)
IN_THIS_STUDY = Cue(
    rf"(?:^|,\s)in\s+this\s+{_WORK},?\s+(?:we|I)\b"
    rf"|^(?:\w+,\s+)?(?:in|with|through|using)\s+(?:this|the\s+(?:present|current)|our)\s+(?:[\w()/,-]+\s+){{0,6}}?{_WORK}\b",
    ("this ", "present ", "current ", "our "),
)
# One more finding: "The results also show …".
ALSO_FOUND = Cue(
    rf"\b(?:results?|findings?|analys[ei]s|experiments?|data|{WE})\s+(?:also|further|additionally)\b"
    r"|^(?:also|in addition|additionally|moreover|furthermore|besides),|\b(?:was|were)\s+also\b",
    ("also", "further", "addition", "moreover", "besides"),
)
# A finding of what an earlier sentence names ("These models fail …"), unless that is the work's own.
OF_OTHERS = Cue(
    r"(?:^(?:\w+,\s+)?|\bthat\s+)(?:these|those|such|this)\s+(?!(?:\w+\s+){0,2}(?:results?|findings?|data|observations?|experiments?"
    r"|analys[ei]s|evidence|approach|methods?|framework|algorithm|technique|strategy|innovations?|contributions?|improvements?"
    r"|changes?|reductions?|paper|work|study|article|survey|review|research|dataset|benchmark)\b)[a-z]"
    r"|\bthat\s+(?:these|those|such)\s+(?:approaches|methods|techniques|strategies|algorithms)\s+(?:cannot|can\s+not|fail|do\s+not|are\s+not"
    r"|struggle|suffer|lack|perform\s+(?:poorly|worse))\b",
    ("these ", "those ", "such ", "this "),
)
CONCLUDES = Cue(
    r"^(?:in\s+(?:conclusion|sum(?:mary)?)|to\s+(?:conclude|sum\s+up|summari[sz]e)|taken\s+together|we\s+conclude)\b"
)
# Who took part, and in what they did not differ: no finding.
SAMPLE = Cue(
    r"\b(?:participants?|patients?|subjects?|individuals?|volunteers?|children|adults?|controls?|women|men|boys|girls"
    r"|respondents?|students?|players?|animals?|mice|rats|samples?|households?|firms?|scans?)\b[^.;]{0,80}?"
    r"\b(?:participated|(?:was|were)\s+(?:recruited|included|enrolled|scanned|randomi[sz]ed|assigned|divided|trained)"
    r"|underwent|completed|took\s+part|were\s+diet)\b",
    ("particip", "recruit", "includ", "enrol", "scanned", "random", "assigned", "divided", "trained", "underwent",
     "completed", "took"),
    small=True,
)  # fmt: skip
# What only says that others found the same.
AGREES = Cue(
    r"\bin\s+(?:good\s+|close\s+|full\s+)?agreement\s+with\b|\bconsistent\s+with\s+(?:our|previous|earlier|prior|the"
    r"\s+hypothesis)\b|\bin\s+line\s+with\b|\b(?:confirm|replicat)\w*\s+(?:our\s+)?(?:previous|earlier|prior)\b",
    ("agreement", "consistent", "in line", "confirm", "replicat"),
    small=True,
)
# "The present study suggests …"; what others have shown before; and what was not found.
STUDY_FINDS = Cue(
    rf"\b(?:this|our|the\s+(?:present|current))\s+{_WORDS}{{0,6}}?{_WORK}\s+(?:\w+ly\s+)?(?:suggest|show|demonstrate"
    r"|indicate|reveal|find|found|provide[sd]?\s+(?:\w+\s+)?evidence)"
    r"|\b(?:these|our|the)\s+(?:\w+\s+)?(?:results?|findings?|data)\s+(?:\w+ly\s+)?(?:provide\s+(?:\w+\s+)?evidence"
    r"|points?\s+to|suggest)\b",
    ("suggest", "show", "demonstrate", "indicate", "reveal", "find", "found", "evidence", "point"),
)
# A change or a relation that was measured.
CHANGED = Cue(
    r"\b(?:fell|rose|doubled|halved|tripled|declined|(?:was|were|is|are)\s+(?:\w+\s+){0,2}(?:associated|correlated|related)"
    r"|correlated\s+(?:positively|negatively|with)|predicted)\b",
    ("fell", "rose", "doubled", "halved", "tripled", "declined", "associated", "correlated", "related", "predicted"),
    small=True,
)
PRIOR = Cue(
    r"\b(?:research|stud(?:y|ies)|evidence|literature|reports?|works?)\b[^.;]{0,140}?\b(?:has|have)\s+(?:\w+\s+)?(?:shown"
    r"|demonstrated|found|revealed|suggested|reported|indicated|been)\b",
    ("has ", "have "),
    small=True,
)
NOT_FOUND = Cue(
    r"\b(?:did|do|does|was|were|could)\s+not\b|\bno\s+(?:significant|differences?|effects?|changes?|evidence)\b",
    ("not", "no "),
    small=True,
)
# Statistics of a test are no amounts of what was found.
_STATISTIC = re.compile(
    r"\(?\b(?:[ptFrRzdnNM]|df|ps|ds|SD|SE|CI)(?:\s?\([\d,. ]+\))?\s?[=<>≤≥]\s?[-–−]?\d*\.?\d+(?:[,;]\s?)?\)?"
)


# What belongs to the authors or to this work.
OURS = Cue(
    rf"\bour\b|\b(?:this|the\s+(?:present|current|proposed))\s+(?:\w+\s+)?(?:{_WORK}|method|approach|model)\b",
    ("our", "this ", "the present", "the current", "the proposed"),
)


def is_subordinate(before: str) -> bool:
    """Whether the text `before` an act makes it a clause that does not stand alone ("Although we found …")."""
    return _SUBORDINATE.search(before) is not None


def aim_before(before: str) -> int:
    """How many characters at the end of the text `before` an act belong to it ("The aim of" this study is to …)."""
    match = _OF_AIM.search(before)
    return len(before) - match.start() if match else 0


def without_statistics(sentence: str) -> str:
    """A sentence without what tests say of its numbers ("p < 0.001", "F(2, 40) = 5.7")."""
    return _STATISTIC.sub("", sentence) if "=" in sentence or "<" in sentence or ">" in sentence else sentence
