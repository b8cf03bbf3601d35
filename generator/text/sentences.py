"""Sentences of an abstract: where one ends, and where a full stop means something else."""

from __future__ import annotations

import re
from functools import lru_cache

# A stop with its closing quotes and brackets, white space, and something that can open a sentence: a capital, a
# digit, an opening mark, or a name such as `bert2BERT`. Web dumps lose the space (`overlap.We show`, `used.111Code
# is`); after an acronym or a number that is certain only before a word that opens sentences (`the original LLM.Through
# empirical`). Chinese and Japanese stops need none.
_STOP = re.compile(r"[.!?…]+|[。！？]")
_END = re.compile(
    r"""
    (?:[.!?…]++[\"”’'»)\]}]*+(?P<gap>\s++)               # a stop, what closes behind it and a space, before
          (?=[\"“‘'`«(\[{$\\*]{0,3}                      # what opens a quotation, a formula or an emphasis,
            (?:[^\W_a-z]|[a-z]+\d*[A-Z]))                # a capital, a digit, or a name such as `mT5`
      |(?<=[a-z)\]\"]{2})[.!?](?P<glued>)                # a stop glued to what follows: behind a word before
          (?=[A-Z][\w+-]*[\s,:]                          # a word with a capital,
            |(?P<digit>\d)(?P=digit){2}[A-Z][a-z]+\s)    # or one behind the sign of a footnote: `111Code `
      |(?<=[A-Z\d%$)\]])[.!?](?P<joined>)                # glued behind an acronym or a number,
          (?=[A-Z][a-z]*\s+[a-z])                        # where the word after it is the only sign
      |[。！？]+[」』”）]*(?P<wide>))                          # Chinese and Japanese
    """,
    re.VERBOSE,
)
# Words that open a sentence but hardly a name: before these, an initial or `et al.` did end its sentence.
_OPENER = re.compile(
    r"""
    (?:We|Our|The|This|These|Those|In|To|It|Its|They|Their|There                                # who, what and where
      |However|Moreover|Furthermore|Finally|For|On|By|With|As|At|An?|When|While|Here|Then       # what joins
      |Thus|Hence|Therefore|Additionally|Specifically|Experiments?|Results|Existing|Although|Despite|Unlike|Using|From
      |Since|If|But|And|Extensive|First|Second|Recently|Recent|Such|Both|Each|Most|Many|Some|All|Based|Through|Inspired
      |Code|Notably|Previous|Prior|One|Under)\b                                                 # what abstracts tell of
    """,
    re.VERBOSE,
)
_NEVER = re.compile(
    r"""
    (?:^|[\s(\[\"“])                                          # a whole word
    (?:e\.?g|i\.?e|cf|vs|v\.s                                 # between words
      |Figs?|Eqs?|Eqns?|Secs?|Tabs?|Thms?|Refs?|Chs?|Apps?    # before the number of a part
      |Dr|Prof|Mr|Mrs|Ms|St                                   # before a name
      |resp|approx|pp)\.$                                     # before what they qualify
    """,
    re.VERBOSE,
)
_SELDOM = re.compile(
    r"(?:^|[\s(\[\"“.-])(?:etc|al|ca|Inc|Ltd|Corp|Co|Jr|Sr|Ph\.D|dept|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_NUMBERED = re.compile(r"(?:^|[\s(\[])(?:[Nn]o|[Nn]os|[Vv]ol|[Aa]rt|[Vv]er|v)\.$")
# Before a glued stop; not part of an address or a path.
_PLAIN_WORD = re.compile(r"(?:^|[\s(\"“‘-])[a-z]{3,}[)\]\"]*\.?$")
_ITEM = re.compile(r"(?:^|[:;,]\s+)\(?(?:\d{1,2}|[a-z]|[ivx]+)\.$")
_ABBREVIATION = 24  # letters that no abbreviation before a stop has


@lru_cache(maxsize=10_000)  # themes, links and pages ask for the same abstracts
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of every sentence of `text`, in order, without the white space between them."""
    found: list[tuple[int, int]] = []
    start = after = len(text) - len(text.lstrip())
    for stopped in _STOP.finditer(text):  # looking for the stops first takes a third of the time
        if stopped.start() < after:
            continue
        match = _END.match(text, stopped.start())
        if match is None and stopped.end() - stopped.start() > 1:  # of several stops, the last may be glued to a word
            match = _END.match(text, stopped.end() - 1)
        if match is None:
            continue
        after = match.end()
        group = next(name for name in ("gap", "glued", "joined", "wide") if match[name] is not None)
        stop = match.start(group)
        if stop > start and _ends(text, start, stop, after, group):
            found.append((start, stop))
            start = after
            while start < len(text) and text[start].isspace():
                start += 1
    end = len(text.rstrip())
    if end > start:
        found.append((start, end))
    return tuple(found)


def sentences(text: str) -> list[str]:
    """`text` split at its sentence ends, word for word; abbreviations, initials, list numbers and brackets end none."""
    return [text[start:end] for start, end in spans(text)]


def _ends(text: str, start: int, stop: int, after: int, group: str) -> bool:
    """Whether the sentence that began at `start` ends at `stop`, the next one beginning at `after`."""
    if group == "wide":
        return True
    tail = text[max(start, stop - 24) : stop]
    if stop - start > _ABBREVIATION:
        tail = "-" + tail  # no word begins where the window cuts
    if group == "glued" and not _PLAIN_WORD.search(tail.rstrip("!?")):
        return False
    if group == "joined" and not _OPENER.match(text, after):
        return False
    if _NEVER.search(tail) or _ITEM.search(tail):
        return False
    if _SELDOM.search(tail) and not _OPENER.match(text, after):
        return False
    if _NUMBERED.search(tail) and text[after : after + 1].isdigit():
        return False
    return not _inside_brackets(text, start, stop)


def _inside_brackets(text: str, start: int, stop: int) -> bool:
    """Whether a bracket that opened in this sentence closes within the next 200 characters, before another opens."""
    if "(" not in text[start:stop]:
        return False
    depth = 0
    for character in text[start:stop]:
        if character == "(":
            depth += 1
        elif character == ")" and depth:
            depth -= 1
    return depth > 0 and re.match(r"[^()]*\)", text[stop : stop + 200]) is not None
