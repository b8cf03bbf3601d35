"""Turns of phrase with which a study of any field says what came out, in numbers or in words."""

from __future__ import annotations

from generator.text.cues import Cue

# A comparison in words ("grew faster than those …").
COMPARED = Cue(
    r"\b(?:more|less|fewer|greater|larger|smaller|longer|shorter|stronger|weaker|earlier|later|older|younger|slower|sooner|closer|rarer)\b"
    r"[^.;]{0,80}?\bthan\b|\b(?:twice|half|\d+(?:\.\d+)?\s+times)\s+as\s+\w+",
    ("than", " as "),
    small=True,
)
# A change by a number, but not what was made by so many ("developed by 12 experts").
BY_NUMBER = Cue(
    r"(?<!ed )(?<!wn )(?<!en )\bby\s+(?:(?:about|around|nearly|roughly|almost|more\s+than|at\s+least|some|only)\s+)?"
    r"(?:(?:us|ca|au)?\s?[$£€]\s?)?\d[\d.,]*(?![\w-])",
    ("by ",),
    small=True,
)
# A change or a measure whose value is a finding: "shortened their week by 1.7 hours", "the area under the curve was".
MEASURED = Cue(
    r"\b(?:recovered|retained|averted|eliminated|shortened|lengthened|prolonged|widened|narrowed|shrank|grew|slowed|weakened|strengthened"
    r"|climbed|worsened|raised)\b"
    r"|\b(?:area\s+under\s+the|auc|auroc|sensitivity|specificity|predictive\s+value|(?:hazard|odds|risk|rate|incidence)\s+ratio"
    r"|relative\s+risk|risk\s+difference|correlation\s+coefficient)\b",
    (
        "recovered", "retained", "averted", "eliminated", "ened", "prolonged", "narrowed", "shrank", "grew", "slowed",
        "climbed", "raised", "area", "auc", "auroc", "sensitivity", "specificity", "predictive", "ratio", "risk",
        "correlation",
    ),
    small=True,
)  # fmt: skip
# "A case study on hops shows that …": whoever shows it, but for what others have shown.
SHOWS_THAT = Cue(
    r"^(?![^.;]{0,60}?\b(?:previous|prior|recent|earlier|existing|several|numerous|many|some|other|most|theory|theories|scholars|historians"
    r"|researchers|literature|stud(?:y|ies)\s+(?:has|have))\b)[^.;]{3,90}?(?<!we)(?<!\bi)\s(?:shows?|showed|reveals?|revealed|demonstrates?"
    r"|demonstrated)\s+(?:that|no|far|much|more|fewer|less|higher|lower)\b",
    ("show", "reveal", "demonstrate"),
)
# What a paper that measures nothing claims: "It argues that …".
CLAIMS = Cue(
    r"\b(?:it|(?:this|the\s+(?:present|current))\s+(?:\w+\s+)?(?:paper|article|essay|chapter|study|book|thesis)|the\s+(?:paper|article|essay|chapter|book|thesis)|(?-i:I)|the\s+authors?)\s+(?:then\s+|thus\s+|therefore\s+)?"
    r"(?:argues?|contends?|suggests?|maintains?|claims?|concludes?|demonstrates?|shows?)\s+(?:instead\s+|here\s+)?that\b",
    ("argue", "contend", "suggest", "maintain", "claim", "conclude", "demonstrate", "show"),
)
# How numbers were got, not what they are: "odds ratios were obtained to evaluate …".
OBTAINED = Cue(
    r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:obtained|used|calculated|computed|performed|conducted|applied|employed|derived|fitted|estimated|constructed)\s"
    r"[^.;]{0,60}?\bto\s+[a-z]+",
    ("was ", "were "),
)
# What is so of something told before: "the same result holds".
SAME = Cue(
    r"\bthe\s+same\s+(?:results?|conclusions?|holds?|is\s+true|applies)\b|\bsimilar\s+results?\s+(?:hold|are|were)\b",
    ("same", "similar"),
)
# A finding about a finding before it: "The reduction is concentrated …".
OF_FINDING = Cue(
    r"^the\s+(?:reduction|increase|decline|decrease|difference|effect|improvement|association|gap|results?|change|drop|gain|pattern|relationship"
    r"|relation|correlation|trend|findings?|benefit|loss|rise)s?\s+(?:is|was|are|were|came|comes|extends?|remain\w*|persist\w*|appears?|disappear\w*"
    r"|holds?|held|generali[sz]es?)\b",
    ("the ",),
)
_CHANGED = (
    "was|were|had|did|fell|rose|grew|led|lost|kept|became|took|gave|made|shrank|came|went"
    "|(?:show|increas|decreas|declin|reduc|improv|differ|vari|remain|affect|predict|explain|acquir|recover|reach|account|occurr|result|caus"
    "|appear|respond|preferr|perform|depend|emerg|disappear|persist|tend|turn|rang|exceed|correlat|coincid|contribut|revers|vanish)ed"
)
# In the past tense, of something other than the authors: what a study of nature or people reports.
IN_PAST = Cue(
    rf"^(?!(?:we|i|our\s+(?:method|model|approach))\b)(?!(?:previous|prior|recent|earlier|existing)\b)[^.;:]{{3,120}}?\s(?:{_CHANGED})\b",
    small=True,
)
# What is wished or advised, or only expected: no finding.
EXPECTS = Cue(r"\bwill\b", ("will",), small=True)
PRESCRIBES = Cue(
    r"\b(?:should|shall|ought\s+to|must|needs?\s+to|deserves?)\b",
    ("should", "shall", "ought", "must", "need", "deserve"),
    small=True,
)
# A claim by contrast ("not before elections but after"), or of the most, of few, of all or none.
CONTRASTS = Cue(
    r"\b(?:not|never|hardly|seldom)\b[^.;]{2,80}?\bbut\b|\brather\s+than\b|\b(?:more|less|fewer)\s+\w+|\b(?:most|least|none|nearly\s+all|only|every|always)\b"
    r"|\bhalf\b|\b(?:two|three)\s+(?:thirds|quarters)\b|\bone\s+in\s+\w+",
    ("but", "rather", "more", "less", "fewer", "most", "least", "none", "all", "only", "every", "always", "half", "two",
     "three", "one in"),
    small=True,
)  # fmt: skip
NUMBER = Cue(
    r"(?<![\w-])\d+(?:[.,]\d+)*(?![\w-])|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b", small=True
)
# How something was got, what a thing holds, whom a study took, what a part of a text tells and what a word means:
# "was determined from", "the corpus holds 41 million words", "only papers in English were read", "section two tells".
_PLACE = r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|[ivx]{1,4})\b|[ab]\b)"
DESCRIBES = Cue(
    r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:determined|measured|calculated|computed|obtained|estimated|assessed|collected|recorded)\s+(?:from|by|using|with|at|in)\b"
    r"|\b(?:holds?\s+\d+|contains|comprises|consists|covers|includes)\b"
    rf"|^(?:in\s+)?(?:the\s+)?(?:chapters?|sections?|parts?|appendi(?:x|ces))\s+{_PLACE}"
    r"|^(?:in\s+)?the\s+(?:first|second|third|fourth|fifth|last|final|next|opening|closing)\s+(?:(?:two|three|four)\s+)?(?:chapter|section|part)s?\b"
    r"|^(?:one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?(?:chapters|sections|parts|appendices)\b"
    r"|\b(?:was|were)\s+(?:(?:all|each|also|then|first|not|\w+ly)\s+)?(?:paid|read|included|excluded(?!\s+from\b)|recruited|written|enrolled|invited|reimbursed"
    r"|compensated|interviewed|searched|selected|screened|transcribed|translated|coded|eligible|anonymous|drawn\s+from|taken\s+from|aged|asked)\b"
    r"|\b(?:gave|signed)\s+(?:\w+\s+)?consent\b|\b(?:lasted|took)\s+(?:\w+\s+){1,4}?(?:minutes|hours)\b"
    r"|^an?\s[^.;]{2,60}\sis\s[^.;]*?\bif\b|\b(?:is|are)\s+(?:called|termed|said\s+to\s+be|defined\s+(?:as|to|by))\b|\bby\s+definition\b"
    r"|^(?:an?|the)\s(?:\w+\s){1,3}is\s+(?:the|an?)\s(?:[\w-]+\s){1,4}(?:that|which|whose|where|with)\b",
    ("was ", "were ", "hold", "contains", "comprises", "consists", "covers", "includes", "chapter", "section", "part",
     "appendi", "consent", "lasted", "took", "is ", "are ", "definition"),
)  # fmt: skip
# A change in the past.
CHANGES = Cue(
    r"\b(?:fell|rose|grew|lost|shrank|doubled|halved|tripled|sank|climbed|dropped|became|disappeared|vanished|recovered|emerged"
    r"|(?:increas|decreas|declin|reduc|improv|differ|vari|shorten|lengthen|widen|narrow|weaken|strengthen|worsen|slow|exceed|revers)ed)\b",
    small=True,
)
