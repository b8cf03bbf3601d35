r"""Words in dumped texts that lost the spaces around macros, footnote marks and line ends.

Each rule is a function from text to text; what it cannot be sure of stays as it was.
"""

from __future__ import annotations

import re

from generator.text.shape import may_hold, shape

_STARTERS = (
    "This|These|We|The|In|Our|It|From|Based|Experimental|Experiments|However|Moreover|Furthermore|Finally|To|For|By|Here|Code|Using|While|When|With|"
    "Although|Results|Specifically|Additionally|Extensive|Then|Thus|As|Unlike|They|Such"
)
_STOP_BEFORE_STARTER = re.compile(rf"\.(?<=[a-z]{{3}}\.)(?=(?:{_STARTERS})\s)")
_INTRODUCING = (
    "propose|proposes|proposed|present|presents|introduce|introduces|named|called|outperform|outperforms"
    "|than|that|with|through|using|implement|the"
)
_PREPOSITIONS = "by|on|of|in|to|for|and|via|at|as|from|is|over"
_FOLLOWING = {
    "also", "and", "are", "as", "by", "can", "could", "does", "first", "for", "from", "has", "in", "into", "is", "of",
    "on", "or", "over", "that", "then",
    "to", "uses", "via", "was", "we", "which", "while", "will", "with",
}  # fmt: skip
_WORD = 6  # letters of a word that may be two


def _before_a_capital(words: str) -> re.Pattern[str]:
    """A capital glued to one of the words, looked for from the capital: they are few in a text."""
    ends = "|".join(rf"(?<={word}[A-Z])" for word in words.split("|"))
    return re.compile(rf"[A-Z](?<=[a-z][A-Z])(?:{ends})")


_INTRODUCED = _before_a_capital(_INTRODUCING)
_AFTER_PREPOSITION = _before_a_capital(_PREPOSITIONS)
# A run of letters from its first capital that opens a name; and the same where the name has a capital, a digit or a
# hyphen within, as all have but those that an introducing word shows. Always to the end, so that none is tried again.
_FROM_OPENING_CAPITAL = re.compile(r"[A-Z](?<![A-Za-z\d][A-Z])[\w+-]++")
_FROM_MIXED_CAPITAL = re.compile(r"[A-Z](?<![A-Za-z\d][A-Z])(?=[\w+-]*?[A-Z\d-])[\w+-]++")
_MIXED_NAME = re.compile(r"[A-Z](?<![\w-][A-Z])(?=[\w+-]*?[A-Z\d])[\w+]*(?:-[\w+]+)*")
_NAME_AFTER_STOP = re.compile(r"([A-Z](?<=[a-z]{3}\.[A-Z])[\w+-]*[\w+])(?= [a-z\d])")
_DIGIT_AFTER_PREPOSITION = re.compile(  # from the digit, which is rarer than the letters
    r"""\d(?: (?<=to\d)(?<![\w-]to\d) | (?<=by\d)(?<![\w-]by\d) | (?<=than\d)(?<![\w-]than\d) )""", re.VERBOSE
)
_MANY_NAMES = 40  # from which all words are looked at, rather than what stands behind each name
_LONGEST_NAME = 60  # characters of a name that other words are glued to
_CAPITAL_OR_DIGIT_WITHIN = re.compile(r".[A-Z\d]")


def placeholders(text: str) -> str:
    """`[NO_TEXT]` says that there is no text."""
    return re.sub(r"\[NO_(?:TEXT|ABSTRACT|TITLE)\]", " ", text)


def author_notes(text: str) -> str:
    """`Language††*equal contributionmodels` holds a note on the authors."""
    if "†" not in text and "‡" not in text:
        return text
    return re.sub(
        r"\s*[†‡]{1,3}\*?\s*(?:(?:these authors )?(?:equal contributions?|contributed equally)"
        r"|corresponding authors?)\.?",
        " ",
        text,
        flags=re.IGNORECASE,
    )


_MARKS = tuple(digit * 3 for digit in "123456789")


def footnotes(text: str) -> str:
    """`baselines.111Code and models`: a footnote's mark, which such dumps repeat three times, and its text."""
    if "000" not in shape(text) or not any(mark in text for mark in _MARKS):
        return text
    text = re.sub(r"(?<=[^\W\d_])(?<![A-Z])\s?([1-9])\1\1(?=[A-Z][a-z]+ )", ". ", text)
    return re.sub(r"(?<!\d)([.!?])([1-9])\2\2(?=[A-Z][a-z]* |\s|$)\s*", r"\1 ", text).rstrip()


def bare_macros(text: str, name: str) -> str:
    r"""`called\methodname, which`: the macro stands for the method's name; the title gives it if it starts with one."""
    macro = (
        r"\\(?:methodname|modelname|systemname|ourmethod|ourmodel|ours|method|model|name|system)"
        r"(?=$|[^A-Za-z]|is |in |offers|model|significantly|can |has |with )"
    )

    def mended(match: re.Match[str]) -> str:
        word = name or match[0].strip()
        before = "" if match.start() == 0 or text[match.start() - 1] in " (" else " "
        after = " " if re.match(r"[A-Za-z]", text[match.end() : match.end() + 1]) else ""
        return f"{before}{word}{after}"

    return re.sub(macro, mended, text) if "\\" in text else text


def space_before_punctuation(text: str) -> str:
    """`(LLMs) ,`"""
    return re.sub(r" (?=[.,;:](?:\s|$|\d{3}))(?<=[)\]”] )", "", text) if " ." in shape(text) else text


def glued_sentences(text: str) -> str:
    """`learning.Experimental results`, `(e.g.InstructGPT)`, `algorithm:Shampoo`."""
    text = _STOP_BEFORE_STARTER.sub(". ", text)
    if ".g." in text or ".e." in text:
        text = re.sub(r"([ei](?<!\w[ei])\.[ge]\.)(,?)(?=[A-Za-z])", r"\1\2 ", text)
    return re.sub(r":(?<=[a-z]{3}:)(?=[A-Z][a-z])", ": ", text)


def glued_commas(text: str) -> str:
    """`Moreover,CoLT5can`, `adapters,no additional`."""
    text = re.sub(r",(?<=[a-z]{2},)(?=[A-Z][A-Za-z\d])", ", ", text)
    return re.sub(r",(?<=[a-z]{4},)(?=(?:and|but|etc|here|no|or|we|where|which|while)\b)", ", ", text)


def glued_names(text: str, title_name: str) -> str:
    """`We proposeCoLT5`, `thatCoLT5achieves`: an ordinary word, a name, and what the name does.

    Before a name only words are cut off that begin no name; after it only where the name stands free elsewhere in the
    text or in the title and the rest is a word of the sentence (a verb, an adverb, a preposition).
    """
    if not re.search(r"[a-z][A-Z\d]|[A-Z\d+][a-z]{3}", text):
        return text
    found: list[str] = [title_name] if title_name else []

    def free(match: re.Match[str]) -> str:
        after = re.fullmatch(rf"(.*\d)({'|'.join(sorted(_FOLLOWING))})", match[2])
        found.append(after[1] if after else match[2])
        return f"{match[1]} {found[-1]}{' ' + after[2] if after else ''}"

    # Spaces are put in between, so that later there can be none where there is none now.
    glued = "aA" in shape(text)
    if glued and _INTRODUCED.search(text):
        text = re.sub(rf"(?<![\w-])({_INTRODUCING})([A-Z][\w+-]*[\w+])", free, text)
    if may_hold(text, "a0"):
        text = _DIGIT_AFTER_PREPOSITION.sub(r" \g<0>", text)
    words = _MIXED_NAME.findall(text)
    names = {word for word in words if len(word) <= _LONGEST_NAME and _CAPITAL_OR_DIGIT_WITHIN.search(word)}
    names |= {name for name in found if re.fullmatch(rf"[A-Z][\w+-]{{2,{_LONGEST_NAME - 1}}}", name)}
    if names and glued and _AFTER_PREPOSITION.search(text):
        is_there = title_name in words or re.search(r"(?<![\w-])" + re.escape(title_name), text)
        free_names = names if is_there else names - {title_name}
        text = re.sub(
            rf"(?<![\w-])({_PREPOSITIONS})([A-Z][\w+-]*[\w+])(?=[\s.,;:)])",
            lambda m: f"{m[1]} {m[2]}" if m[2] in free_names else m[0],
            text,
        )
    if len(names) > _MANY_NAMES or any(after[:1].isalpha() for name in names for after in text.split(name)[1:]):
        lengths = sorted({len(name) for name in names}, reverse=True)
        run = _FROM_OPENING_CAPITAL if len(found) > bool(title_name) else _FROM_MIXED_CAPITAL
        text = run.sub(lambda m: _with_names_free(m[0], names, lengths), text)
    if names and "a.A" in shape(text):
        text = _NAME_AFTER_STOP.sub(lambda m: f" {m[1]}" if m[1] in names else m[1], text)
    if found and glued:
        text = re.sub(
            r"\b((?:[A-Z][a-z]+){2,5}) \((\w{2,8})\)", lambda m: _initials(m) if m[1] in found else m[0], text
        )
    return re.sub(r"\((?<=[a-z]{3}\()(?=[A-Z]{3,}\))", " (", text)


def _with_names_free(glued: str, names: set[str], lengths: list[int]) -> str:
    """`CoLT5achieves` cut after the longest known name that leaves a word of the sentence."""
    for length in lengths:
        if glued[:length] in names and _follows(glued[length:]):
            return f"{glued[:length]} {glued[length:]}"
    return glued


def _follows(word: str) -> bool:
    """Whether a word can be what comes after a name in a sentence, rather than the name's own ending."""
    return word in _FOLLOWING or (
        len(word) >= _WORD
        and word.isalpha()
        and word.islower()
        and word.endswith(("ly", "ed", "es", "ows", "kes", "rms", "ins"))
    )


def _initials(match: re.Match[str]) -> str:
    """`HypotheticalDocumentEmbeddings (HyDE)`: words run together whose initials are the abbreviation's capitals."""
    words = re.findall(r"[A-Z][a-z]+", match[1])
    capitals = [character for character in match[2] if character.isupper()]
    return f"{' '.join(words)} ({match[2]})" if [word[0] for word in words] == capitals else match[0]


def glued_genitives(text: str) -> str:
    """`GPT-3’sfew-shot`"""
    return re.sub(r"’s(?=[a-z]{3})(?<=[\w)]’s)", "’s ", text)


_DANGLING = (  # what is left at the end of a text that lost its address
    ":", "at", "at.", "Code", "Codes", "Project page", "Project pages", "Website", "Websites", "Demo", "Demos",
)  # fmt: skip


def dangling_end(text: str) -> str:
    """`Code is available at` lost its address: the sentence ends before the preposition."""
    if not text.endswith(_DANGLING):
        return text
    cut = max(0, len(text) - 80)
    end = re.sub(r"(?:(?<=[.!?])|(?<=[.!?]\)))\s+(?:Code|Project page|Website|Demo)s?(?:\s+at)?:?$", "", text[cut:])
    end = re.sub(r"\s+(?:\(?https?)?:$|(?<=[a-z]):$", ".", end)
    return text[:cut] + re.sub(r"(?<=\w)\s+at\.?$", ".", end)


def name_of(title: str) -> str:
    """The name that a title starts with: `SFR-RAG: Towards …` → `SFR-RAG`."""
    match = re.match(r"([A-Z][\w+-]*[\w+]):\s", title)
    return match[1] if match and (re.search(r".[A-Z\d]", match[1]) or "-" in match[1]) else ""
