"""What a work does with what it names, by the words around the name."""

from __future__ import annotations

import re

from generator.name_index.values import Role

_WORDS = r"(?:[\w-]+\s+){0,3}?"
_BEFORE = 70  # characters before a name that are read
_BUILDS_ON = re.compile(
    rf"\b(?:bas(?:ed|es)\s+on|buil(?:t|ds?|ding)\s+(?:up)?on|on\s+top\s+of|atop|extend(?:s|ed|ing)?|extensions?\s+(?:of|to)"
    rf"|variants?\s+of|generali[sz](?:es?|ed|ing|ations?)(?:\s+of)?|modif(?:y|ies|ied|ications?)(?:\s+of)?"
    rf"|adapt(?:s|ed|ing|ations?)?(?:\s+of)?|fine-?tun(?:e|es|ed|ing)|derived\s+from|initiali[sz]ed\s+(?:from|with)"
    rf"|improv(?:es?|ed|ing)\s+(?:up)?on|accelerat(?:es?|ed|ing)|alternatives?\s+to|integrat(?:es?|ed|ing)\s+(?:with|into)"
    rf"|inspired\s+by|replac(?:es?|ed|ing)|compress(?:es|ed|ing)?|prun(?:es?|ed|ing)|quanti[sz](?:es?|ed|ing))"
    rf"\s+(?:the\s+|an?\s+|existing\s+)?{_WORDS}$",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    rf"\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|compar(?:ed|able|es?|ing)\s+(?:to|with)|comparisons?\s+with"
    rf"|(?:better|faster|worse|lower|higher|more|less|smaller|larger|cheaper)(?:\s+\w+){{0,3}}\s+than|than|versus|vs\.?|against|beat(?:s|ing)?"
    rf"|on\s+par\s+with|match(?:es|ed|ing)?|competitive\s+with|unlike|over|baselines?(?:\s+(?:such\s+as|like))?)"
    rf"\s+(?:the\s+|that\s+of\s+)?{_WORDS}$",
    re.IGNORECASE,
)
_USES = re.compile(
    rf"\b(?:us(?:e|es|ed|ing)|with|via|by|on|in|from|of|through|appl(?:y|ies|ied|ying)(?:\s+to)?|leverag(?:e|es|ed|ing)|employ(?:s|ed|ing)?"
    rf"|evaluat(?:e|es|ed|ing)|train(?:s|ed|ing)?|test(?:s|ed|ing)?|adopt(?:s|ed|ing)?|observ(?:e|es|ed|ing)|sequenc(?:e|es|ed|ing)|under|for)"
    rf"\s+(?:the\s+)?{_WORDS}$",
    re.IGNORECASE,
)
_OWN_DOING = re.compile(
    r"\b(?:we|our|us|i|this (?:paper|work|study|article|method|model|approach|thesis)|experiments?|results?|evaluat\w+"
    r"|extensive|empirical\w*|is|are|was|were)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:\s*(?:,|and|or|/|&)\s*(?:the\s+)?[A-Z][\w+.-]*(?:\s[A-Z][\w+.-]*)*(?:\s*\([^()]*\))?)+\s*(?:,|and|or)?\s*$"
)
_BASED = re.compile(r"-(?:based|tuned|finetuned|derived|style|augmented|enhanced|initiali[sz]ed)\b")


def role(sentence: str, start: int, end: int, has_numbers: bool, is_own: bool) -> Role:
    """What the work does with the name at `sentence[start:end]`; `is_own` where the work introduced it."""
    if is_own:
        return "introduces"
    before = sentence[max(0, start - _BEFORE) : start]
    listed = _LISTED.search(before)  # of `outperforms BERT, GPT and X` the verb counts for X too
    if listed:
        before = before[: listed.start()] + " "
        head = re.search(r"[A-Z][\w+.-]*(?:\s[A-Z][\w+.-]*)*\s*$", before)
        before = before[: head.start()] if head else before
    if _BUILDS_ON.search(before) or _BASED.match(sentence, end):
        return "builds on"
    if _COMPARES.search(before):
        return "compares with"
    if has_numbers:
        return "reports numbers"
    return "uses" if _USES.search(before) and _OWN_DOING.search(sentence) else "names"
