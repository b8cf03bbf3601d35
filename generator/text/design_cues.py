"""Turns of phrase that say what was done without "we": in the passive, of a paper, or by naming the design."""

from __future__ import annotations

from generator.text.cues import ADVERBS, Cue

WORK = (
    "(?:paper|work|study|article|survey|report|research|manuscript|review|chapter|thesis|dissertation|essay|monograph|volume"
    "|edition|perspective|commentary|overview|tutorial|trial|experiment|meta-analysis|investigation|project"
    "|guidelines?|(?:consensus |position |scientific )?statement|protocol|catalogue|catalog"
    "|contribution|ethnography|replication|analysis)"
)
_NEEDS = (
    "paper", "work", "study", "article", "survey", "report", "research", "manuscript", "review", "chapter", "thesis",
    "dissertation", "essay", "monograph", "volume", "edition", "perspective", "commentary", "tutorial", "trial",
    "experiment", "analysis", "investigation", "project", "guideline", "statement", "protocol", "catalog",
    "contribution", "ethnography", "replication",
)  # fmt: skip
# What a paper does, beyond what any of its authors would say of themselves ("this guideline makes 23 recommendations"):
# any act but those that tell what it found, is worth or lacks.
_IS_NO_ACT = (
    r"(?:is|was|has|does|goes|needs|suggests?|suggested|shows|showed|reveals|revealed|finds|indicates|indicated|implies|implied|yields"
    r"|yielded|confirm(?:s|ed)|underscore[sd]|highlight(?:s|ed)|support(?:s|ed)|add(?:s|ed)|serve[sd]|pave[sd]|help(?:s|ed)|require[sd]"
    r"|remain(?:s|ed)|deserve[sd]|allow(?:s|ed)|enable[sd]|opens|opened|calls|called|illustrate[sd]|emphasi[sz]e[sd]|concludes|concluded"
    r"|closes|closed|ends|ended|points|pointed|lacks|lacked|suffers|suffered|contribute[sd]|appears|appeared|depends|depended|involve[sd]"
    r"|includes?|included|recruited|enrolled|hopes|demonstrate[sd]|prove[sd]|takes|took|strengthens|strengthened|lays|received|may|based"
    r"|related|titled|funded|needed|used)\b"
)
_DOES = (
    rf"(?!{_IS_NO_ACT})\w{{2,}}(?:[^s\W]s|ed)|made|brought|t(?:akes|ook)\s+stock|sought|set\s+out|drew"
    r"|use[sd]?\s[^.;]{3,160}?\bto\s+[a-z]+"
)
WORK_ACTS = Cue(
    r"(?<!\bin )(?<!\bof )\b(?:this|the\s+(?:present|current)|our)\s+"
    r"(?!(?:line|body|kind|type|strand|stream|area|field|wave|form)\b)(?:[\w-]+\s+){0,2}?"
    rf"{WORK}(?:,\s[^,;.]{{3,90}},)?{ADVERBS}\s+(?:{_DOES})\b",
    _NEEDS,
)
# "The authors analyse …".
AUTHORS_ACT = Cue(
    r"\bthe\s+(?:present\s+)?authors?\s+(?:then\s+|also\s+|first\s+|here\s+|\w+ly\s+)?(?:analy[sz]|compar|examin|explor|investigat|propos|present"
    r"|develop|describ|introduc|assess|evaluat|estimat|survey|trac|reconstruct|review|measur|quantif|test|discuss|us)(?:e|es|ed|s|ies|ied)?\b",
    ("author",),
)
# "It argues that …": what only a paper does.
PAPER_SAYS = (
    r"(?:argues|shows|demonstrates|contends|concludes|finds|suggests|reveals|explains|describes|asks|documents)\s+(?:\w+\s+)?"
    r"(?:that|how|why|whether|what)\b"
    r"|(?:derives|traces|examines|explores|investigates|reviews|surveys|reconstructs|reconsiders|re-?examines|revisits|analy[sz]es)\b"
)
IT_ACTS = Cue(
    rf"^(?:[^.;:]{{3,100}}, )?it\s+(?:then\s+|also\s+|first\s+|thus\s+|therefore\s+)?(?:{PAPER_SAYS})", ("it ",)
)
# What is done to things and people in a study, of any field.
_DONE = (
    "collected|sampled|recorded|measured|monitored|interviewed|surveyed|sequenced|genotyped|randomi[sz]ed|compared|tested"
    "|analy[sz]ed|prepared|synthesi[sz]ed|fabricated|deposited|manipulated|moved|exposed|treated|subjected|transplanted"
    "|simulated|modelled|modeled|digiti[sz]ed|transcribed|coded|reconstructed|traced|excavated|imaged|tracked|followed\\s+(?:up\\s+)?for"
    "|screened|compiled|assembled|constructed|evaluated|assessed|examined|characteri[sz]ed|quantified|carried\\s+out|performed"
    "|conducted|undertaken|combined"
)
IN = r"(?:[^.;:]|[.:](?=\d))"  # within a clause: no full stop or colon but that of a number
WAS_DONE = Cue(
    rf"^(?!(?:these|those|they|it|this|that|such|both|all\s+(?:these|those))\b){IN}{{3,160}}?\b(?:was|were)\s+(?:\w+ly\s+)?(?:{_DONE})\b",
    ("was ", "were "),
)
# Data that were only gathered, for no purpose that the sentence tells: "Samples were collected from 42 fields".
ONLY_GATHERED = Cue(
    r"^(?!(?:these|those|they|it|this|that|such|both)\b)[^.;:]{3,160}?\b(?:was|were)\s+(?:\w+ly\s+)?"
    r"(?:collected|sampled|recorded|measured)\b(?![^.]*?\b(?:to\s+[a-z]|and\s+[a-z]+ed\b))",
    ("was ", "were "),
)
# "New series of wages are presented."
_NO_THING = (
    "implications?|recommendations?|limitations?|results?|conclusions?|directions?|examples?|findings?|suggestions?"
    "|details?|applications?"
)
IS_PRESENTED = Cue(
    rf"^(?!(?:these|those|they|it|this|that|such|both)\b)(?![^.;:]*?\b(?:{_NO_THING})\s+"
    r"(?:(?:of|for|to|from|on|in|with)\s[^.;:]{3,60}\s)?(?:is|are|was|were)\b)"
    r"[^.;:]{3,200}?\b(?<!that )(?:is|are)\s+(?:\w+ly\s+|therefore\s+|thus\s+|here\s+|then\s+|also\s+)?"
    r"(?:proposed|presented|introduced|reported|suggested|put\s+forward|offered|derived|(?<=is )described"
    r"|drawn\s+from)\b"
    r"(?!\s+(?:by\s+(?!which\b)|as\b|to\s+be\b|that\b))",
    ("proposed", "presented", "introduced", "reported", "suggested", "put forward", "offered", "derived", "described",
     "drawn"),
)  # fmt: skip
# What a guideline recommends is what it contributes.
GUIDELINE = Cue(
    r"\bthis\s+(?:[\w-]+\s+){0,2}?(?:guidelines?|statement|consensus)\b", ("guideline", "statement", "consensus")
)
# One of several things that were tried: "In one experiment we …".
EXAMPLE = Cue(
    r"^(?:for\s+(?:example|instance)|in\s+(?:one|another)\s+(?:experiment|study|test|case|example))\b",
    ("for ", "in one", "in another"),
)
# What is only looked at, as a case or a setting: "We consider a setting where …".
CONSIDERS = Cue(
    r"\bwe\s+(?:\w+ly\s+|also\s+|first\s+|then\s+)?consider(?:ed)?\s+an?\s+(?:\w+\s+){0,2}?(?:settings?|scenarios?|cases?|situations?|regimes?)\b",
    ("consider",),
)
# "It is shown that …".
IT_IS_SHOWN = Cue(
    r"\bit\s+(?:is|was)\s+(?:\w+\s+)?(?:shown|demonstrated|found|argued|concluded|established|revealed|proposed)\s+(?:here\s+)?that\b",
    ("it is", "it was"),
)
# "In two preregistered experiments, …": the design, not of a study that others made.
BY_DESIGN = Cue(
    r"^(?:in|across|over|through|using|with)\s+(?:an?|two|three|four|five|six|seven|eight|\d+)\s+"
    r"(?!(?:[\w-]+\s+){0,3}?(?:recent|previous|earlier|prior|seminal|landmark|classic|famous|influential)\b)(?:[\w-]+\s+){0,4}?"
    r"(?:experiments?|studies|study|trials?|surveys?|cohorts?|samples?|interviews?|simulations?)\b(?!\s+by\b)",
    ("experiment", "stud", "trial", "survey", "cohort", "sample", "interview", "simulation"),
)
# What only announces how many things follow: "The purpose of this paper is threefold."
MANIFOLD = Cue(r"\b(?:is|are|was|were)\s+(?:two|three|four|five|mani)-?\s?fold\s*[.:]?$", ("fold",), small=True)
