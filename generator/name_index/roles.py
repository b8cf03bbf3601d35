"""What a work does with what it names, judged by the words around the name."""

from __future__ import annotations

import re

from generator.name_index.values import Role, Use

_WORDS = r"(?:[\w-]+\s+){0,3}?"
_BEFORE = 70  # characters read before a name
_BUILDS_ON = re.compile(
    rf"""
    \b(?:
      bas(?:ed|es)\s+on | buil(?:t|ds?|ding)\s+(?:up)?on | on\s+top\s+of | atop  # stands on it
      | extend(?:s|ed|ing)? | extensions?\s+(?:of|to) | variants?\s+of  # goes beyond it
      | generali[sz](?:es?|ed|ing|ations?)(?:\s+of)?  # makes it wider
      | modif(?:y|ies|ied|ications?)(?:\s+of)? | adapt(?:s|ed|ing|ations?)?(?:\s+of)?  # changes it
      | fine-?tun(?:e|es|ed|ing) | derived\s+from | initiali[sz]ed\s+(?:from|with)  # begins with it
      | improv(?:es?|ed|ing)\s+(?:up)?on | accelerat(?:es?|ed|ing)  # makes it better
      | alternatives?\s+to | integrat(?:es?|ed|ing)\s+(?:with|into)  # stands beside it
      | inspired\s+by | replac(?:es?|ed|ing)  # comes after it
      | compress(?:es|ed|ing)? | prun(?:es?|ed|ing) | quanti[sz](?:es?|ed|ing)  # makes it smaller
    )
    \s+(?:the\s+|an?\s+|existing\s+)?{_WORDS}$  # what stands between that and the name
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COMPARES = re.compile(
    rf"""
    \b(?:
      outperform(?:s|ed|ing)? | surpass(?:es|ed|ing)? | exceed(?:s|ed|ing)?  # is better
      | compar(?:ed|able|es?|ing)\s+(?:to|with) | comparisons?\s+with  # is compared
      | (?:better|faster|worse|lower|higher|more|less|smaller|larger|cheaper)(?:\s+\w+){{0,3}}\s+than | than  # is more
      | versus | vs\.? | against | beat(?:s|ing)?  # is set against it
      | within\s+[\d.]+\s*(?:%|points?|percent)\s+of  # is nearly as good
      | on\s+par\s+with | match(?:es|ed|ing)? | competitive\s+with  # is as good
      | (?:outperform|surpass|exceed|beat)(?:s|ed|ing)?\s+(?:[^\s.;]+\s+){{1,8}}?(?:like|such\s+as)  # names an example
      | unlike | over | baselines?(?:\s+(?:such\s+as|like))?  # takes it as what to beat
    )
    \s+(?:the\s+|that\s+of\s+)?{_WORDS}$  # what stands between that and the name
    """,
    re.IGNORECASE | re.VERBOSE,
)
_USES = re.compile(
    rf"""
    \b(?:
      us(?:e|es|ed|ing) | with | via | by | on | in | from | of | through  # prepositions
      | appl(?:y|ies|ied|ying)(?:\s+to)? | leverag(?:e|es|ed|ing) | employ(?:s|ed|ing)?  # verbs of using
      | evaluat(?:e|es|ed|ing) | train(?:s|ed|ing)? | test(?:s|ed|ing)?  # of experiments
      | adopt(?:s|ed|ing)? | observ(?:e|es|ed|ing) | sequenc(?:e|es|ed|ing) | under | for  # others
    )
    \s+(?:the\s+)?{_WORDS}$  # what stands between that and the name
    """,
    re.IGNORECASE | re.VERBOSE,
)
_APPLIES = re.compile(
    r"""
    \b(?:
      us(?:e|es|ed|ing) | with | via | by(?:\s+means\s+of)?  # means
      | appl(?:y|ies|ied|ying) | leverag(?:e|es|ed|ing) | employ(?:s|ed|ing)? | adopt(?:s|ed|ing)?  # verbs of using
    )
    \s+(?:the\s+|an?\s+)?$  # nothing else stands before the name
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OWN_DOING = re.compile(
    r"""
    \b(?:
      we | our | us | i  # the authors
      | this[ ](?:paper|work|study|article|method|model|approach|thesis)  # their work
      | experiments? | results? | evaluat\w+ | extensive | empirical\w*  # their experiments
      | is | are | was | were  # a verb
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LISTED = re.compile(
    r"(?:\s*(?:,|and|or|/|&)\s*(?:the\s+)?[A-Z][\w+.-]*(?:\s[A-Z][\w+.-]*)*(?:\s*\([^()]*\))?)+\s*(?:,|and|or)?\s*$"
)
_BASED = re.compile(r"-(?:based|tuned|finetuned|derived|style|augmented|enhanced|initiali[sz]ed)\b")


def role(sentence: str, start: int, end: int, has_numbers: bool, is_own: bool) -> Role:
    """What the work does with the name at `sentence[start:end]`; `is_own` if the work introduced it."""
    if is_own:
        return "introduces"
    before = sentence[max(0, start - _BEFORE) : start]
    listed = _LISTED.search(before)  # in `outperforms BERT, GPT and X` the verb also applies to X
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


def is_applied(use: Use) -> bool:
    """Whether a work takes a method as a means: it builds on it, or says that it works with it. `the cost of X` and
    `caused by a large X` do not say so.
    """
    return use.role in ("builds on", "introduces") or _APPLIES.search(use.sentence[: use.start]) is not None
