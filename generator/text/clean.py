r"""Titles and abstracts made clean: the damage that web dumps and exports do is mended where it is certain.

Every rule is a small function from text to text with a name; what a rule cannot be sure of stays as it was.
Mathematics that can be restored becomes `$…$` with real LaTeX. Cleaning twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_GREEK = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|varphi|chi|psi|omega|"
    "Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega"
)
_COMMAND = re.compile(rf"{_GREEK}|circ|cdot|times|sum|prod|infty|leq|geq|mathcal|mathbb|mathrm|mathbf|sqrt|log|ell")
_PROTECTED = re.compile(r"https?://\S+|(?<!\\)\$(?![\s\d])[^$]{0,300}?(?<!\s)\$|(?<!\\)\$\d[^$\s]{0,40}\$")
_MASKED = re.compile("[\U000f0000-\U0010ffff]")
_MASK = 0xF0000  # private-use characters stand for addresses and mathematics while the prose around them is mended
_ACCENTS = {
    "`": 0x300,
    "'": 0x301,
    "^": 0x302,
    "~": 0x303,
    "=": 0x304,
    "u": 0x306,
    ".": 0x307,
    '"': 0x308,
    "r": 0x30A,
    "H": 0x30B,
    "v": 0x30C,
    "c": 0x327,
    "k": 0x328,
}
_ACCENT = re.compile(r"""\\(?:([`'^~=."])\s*|([urHvck])(?=\s*\{))\s*(?:\{\s*\\?([A-Za-z])\s*\}|\\([ij])(?![A-Za-z])|([A-Za-z]))""")


def clean_title(text: str) -> str:
    """A title ready to be shown: one line, LaTeX's accents, quotes and dashes as characters, sub- and superscripts as `$…$`."""
    return _apply(_visible(text), (_escapes, _accents), (_simple_scripts, _symbols), (_dashes, _quotes))


def clean_abstract(text: str, title: str = "") -> str:
    """An abstract ready to be shown, on one line.

    The title, if given, says what the names in the abstract are (`Math-Shepherd: …`), which settles what a bare macro
    (`\\methodname`) or a glued name stands for.
    """
    name = _name_of(title)
    prose: tuple[Callable[[str], str], ...] = (
        _placeholders, _dashes, _quotes, _ties, _author_notes, _footnotes, lambda t: _bare_macros(t, name), _space_before_punctuation,
        _glued_sentences, _glued_commas, lambda t: _glued_names(t, name), _glued_genitives, _dangling_end,
    )  # fmt: skip
    return _apply(_visible(text), (_escapes, _accents), (_formulas, _simple_scripts, _symbols), prose)


_Rules = tuple[Callable[[str], str], ...]


def _apply(text: str, escapes: _Rules, mathematics: _Rules, prose: _Rules) -> str:
    """The text after all rules, again and again until none finds anything (one mended piece may lay open the next)."""
    if _MASKED.search(text):
        return text
    for _ in range(10):
        mended = _once(text, escapes, mathematics, prose)
        if "$$" in mended and "$$" not in text:  # two formulas side by side would become one displayed formula
            mended = _once(text, escapes, (), prose)
        if mended == text:
            break
        text = mended
    return text


def _once(text: str, escapes: _Rules, mathematics: _Rules, prose: _Rules) -> str:
    kept: list[str] = []

    def mask(match: re.Match[str]) -> str:
        kept.append(match[0])
        return chr(_MASK + len(kept) - 1)

    for rules in (escapes, *((rule,) for rule in mathematics), prose):
        if "$" in text or "://" in text:
            text = _PROTECTED.sub(mask, text)
        for rule in rules:
            text = rule(text)
    if "$" in text or "://" in text:
        text = _PROTECTED.sub(mask, text)
    text = " ".join(text.split())
    while _MASKED.search(text):
        text = _MASKED.sub(lambda character: kept[ord(character[0]) - _MASK], text)
    return text


def _visible(text: str) -> str:
    """One line without soft hyphens, zero-width characters and a table's last bar."""
    text = " ".join(re.sub("[\u00ad\u200b\u200c\u2060\ufeff]", "", text).split())
    while text.endswith(" |"):
        text = text[:-2].rstrip()
    return text


# ---- LaTeX that stands for characters -------------------------------------------------------------------------------


def _escapes(text: str) -> str:
    r"""`33\%` is 33 %, `\textless2MB` is <2MB, `\800` was `\$800`."""
    if "\\" not in text:
        return text
    text = re.sub(r"\\([%&#_])", r"\1", text)
    text = re.sub(r"\\textless(?![a-z])(?:\{\})?\s?", "<", text)
    text = re.sub(r"\\textgreater(?![a-z])(?:\{\})?\s?", ">", text)
    text = re.sub(r"\\(?:textbf|textit|emph|texttt|textsc)\{([^{}\\]*)\}", r"\1", text)
    return re.sub(r"(?<![\w\\$])\\(?=\d)", "$", text) if "$" not in text and len(re.findall(r"\\\d", text)) == 1 else text


def _accents(text: str) -> str:
    r"""`na\"{\i}ve` is naïve."""
    if "\\" not in text:
        return text

    def letter(match: re.Match[str]) -> str:
        base = match[3] or match[4] or match[5]
        return unicodedata.normalize("NFC", base + chr(_ACCENTS[match[1] or match[2]]))

    return _ACCENT.sub(letter, text)


def _quotes(text: str) -> str:
    "``real'' is “real”; a quotation opened with \" closes with it."
    if "''" not in text:
        return text
    text = re.sub(r"``((?:(?!``|'').){1,300})''", r"“\1”", text)
    return re.sub(r'(?<!\S)"([^"`]{1,80}?)\'\'(?!\w)', r'"\1"', text)


def _dashes(text: str) -> str:
    """`showing--for` and ` -- ` are en dashes, `---` an em dash; an option `--name` is none."""
    if "--" not in text:
        return text
    text = re.sub(r"(?<=[^\s-])---(?=[^\s-])|(?<=\s)---(?=\s)", "—", text)
    return re.sub(r"(?<=[^\s-])--(?=[^\s-])|(?<=\s)--(?=\s)", "–", text)


def _ties(text: str) -> str:
    """`prediction~(CCP)` holds LaTeX's unbreakable space."""
    return re.sub(r"~(?<=[A-Za-z]~)(?=[A-Za-z(])", " ", text)


# ---- Mathematics whose backslashes and dollars were dropped ---------------------------------------------------------


_LOST_TIMES = re.compile(  # a number that is glued to what it multiplies: the sign between them was dropped with its spaces
    r"(\d(?<![\w.,-]\d)\d*(?:\.\d+)?)((?:speed-?ups?|faster|slower|smaller|larger|higher|lower|fewer|tighter|better|cheaper|shorter|longer|lighter|greater|more|less|reductions?|improvements?|compression|throughput)(?![\w-]))"
)


def _symbols(text: str) -> str:
    """`3.4times`, `2.4speedup`, `sim0.6`, `5.9%rightarrow10.9%`, `infty-gram`, `m gg n`."""
    text = re.sub(r"times(?<=\dtimes)(?![A-Za-z])", r"$\\times$", text)
    text = _LOST_TIMES.sub(r"\1$\\times$ \2", text)
    text = re.sub(r"sim(?=\d)(?<![A-Za-z\\]sim)", r"$\\sim$", text)
    text = re.sub(r"rightarrow(?<=[\d%]rightarrow)(?=\d)", r"$\\rightarrow$", text)
    text = re.sub(r"infty(?![A-Za-z])(?<![A-Za-z\\]infty)", r"$\\infty$", text)
    if re.search(r" (?:gg|ll|leq|geq) ", text):
        text = re.sub(r"(?<![\w\\])([a-zA-Z]) (gg|ll|leq|geq) ([a-zA-Z])(?!\w)", r"$\1 \\\2 \3$", text)
    return text


def _formulas(text: str) -> str:
    r"""A run of formula pieces with balanced brackets: `mathcal{O}(mathcal{C_Phi/m} + …)`, `{p}_{theta}(Y|X)`, `N_E sum_{i=1}^{N_E} f_i p_i`."""
    if "{" not in text:
        return text
    parts: list[str] = []
    start = 0
    for match in re.finditer(r"(?<![\w\\])(?:\{[A-Za-z]\}_\{|(?:mathcal|mathbb|mathrm)\{|sum_\{|prod_\{|[A-Za-z][_^]\{)", text):
        if match.start() < start:
            continue
        begin = _formula_start(text, match.start(), start)
        end = _formula_end(text, match.start())
        source = text[begin:end]
        if end <= match.end() or not _balanced(source):
            continue
        parts.extend((text[start:begin], f"${_with_commands(source)}$"))
        start = end
    return "".join(parts) + text[start:]


_PIECE_BEFORE = re.compile(r"(?<![\w\\])[A-Za-z]_[A-Za-z0-9] $")
_PIECE_AFTER = re.compile(r" (?:[A-Za-z]_[A-Za-z0-9](?![\w{])|(?:[=<>+/-] )(?:[A-Za-z]_[A-Za-z]+|\d+)(?![\w{]))")


def _formula_start(text: str, position: int, floor: int) -> int:
    before = _PIECE_BEFORE.search(text, max(floor, position - 4), position)
    return before.start() if before else position


def _formula_end(text: str, position: int) -> int:
    """Where the formula that starts at `position` ends: groups in braces, scripts and an argument in parentheses belong to it."""
    index = position
    while index < len(text):
        character = text[index]
        if character in "{(":
            close = _closing(text, index)
            if close < 0 or (character == "(" and re.search(r"[a-z]{4,} [a-z]{3,}", text[index:close])):
                return index
            index = close + 1
            if character == "(":
                break
        elif character in "_^" or character.isalnum():
            index += 1
        else:
            break
    while (after := _PIECE_AFTER.match(text, index)) is not None:
        index = after.end()
    return index


def _closing(text: str, index: int) -> int:
    """Position of the bracket that closes the one at `index`, or -1."""
    depth = 0
    for position in range(index, min(len(text), index + 200)):
        depth += (text[position] in "{(") - (text[position] in "})")
        if depth == 0:
            return position
    return -1


def _balanced(text: str) -> bool:
    return text.count("{") == text.count("}") and text.count("(") == text.count(")") and "\\" not in text and "$" not in text


def _with_commands(text: str) -> str:
    r"""`C_{Phicirc Psi}` as LaTeX: `C_{\Phi\circ \Psi}`; `{p}_{theta}` loses the braces that do nothing."""
    text = re.sub(rf"(?<![A-Za-z\\])((?:{_COMMAND.pattern})+)(?![a-z])", lambda run: _COMMAND.sub(lambda c: f"\\{c[0]}", run[1]), text)
    text = re.sub(r"^\{([A-Za-z])\}", r"\1", text)
    return re.sub(r"([_^])\{(\\[A-Za-z]+|[A-Za-z0-9])\}", r"\1\2", text)


def _simple_scripts(text: str) -> str:
    """`H_2O`, `S^3c-Math`, `F_0.5 score`, `l_1-norm`, `f_i`, `C_Phi`, `k^{th}`; never part of a longer name (`snake_case`)."""
    if "_" not in text and "^" not in text:
        return text
    text = re.sub(rf"(?<![\w\\./])([A-Z])_({_GREEK})(?![A-Za-z])", r"$\1_\\\2$", text)
    text = re.sub(r"(?<![\w\\./])([A-Z])([_^])(\d+\.\d+)(?!\w)", r"\1$\2{\3}$", text)
    text = re.sub(r"(?<![\w\\./])([A-Z])([_^])(\d)(?![\w.]\d|\w{2})", r"\1$\2\3$", text)
    text = re.sub(r"(?<![\w\\./])([a-z]_\d|[A-Za-z]_[A-Za-z])(?![\w({.])(?!\.\w)", r"$\1$", text)
    text = re.sub(r"(?<![\w\\./])([a-z]_\d|[A-Za-z]_[A-Za-z])(?=\.(?:\s|$))", r"$\1$", text)
    return re.sub(r"(?<![\w\\./])([A-Za-z])\^\{?(th|\d)\}?(?!\w)", r"$\1^{\2}$", text)


# ---- Text that lost the spaces around macros and footnote marks -----------------------------------------------------

_STARTERS = (
    "This|These|We|The|In|Our|It|From|Based|Experimental|Experiments|However|Moreover|Furthermore|Finally|To|For|By|Here|Code|Using|While|When|With|"
    "Although|Results|Specifically|Additionally|Extensive|Then|Thus|As|Unlike|They|Such"
)
_INTRODUCING = "propose|proposes|proposed|present|presents|introduce|introduces|named|called|outperform|outperforms|than|that|with|through|using|implement|the"
_PREPOSITIONS = "by|on|of|in|to|for|and|via|at|as|from|is|over"
_FOLLOWING = {
    "also", "and", "are", "as", "by", "can", "could", "does", "first", "for", "from", "has", "in", "into", "is", "of", "on", "or", "over", "that", "then",
    "to", "uses", "via", "was", "we", "which", "while", "will", "with",
}  # fmt: skip


def _placeholders(text: str) -> str:
    """`[NO_TEXT]` says that there is nothing."""
    return re.sub(r"\[NO_(?:TEXT|ABSTRACT|TITLE)\]", " ", text)


def _author_notes(text: str) -> str:
    """`Language††*equal contributionmodels` holds a note on the authors."""
    if "†" not in text and "‡" not in text:
        return text
    return re.sub(
        r"\s*[†‡]{1,3}\*?\s*(?:(?:these authors )?(?:equal contributions?|contributed equally)|corresponding authors?)\.?", " ", text, flags=re.IGNORECASE
    )


_MARKS = tuple(digit * 3 for digit in "123456789")


def _footnotes(text: str) -> str:
    """`baselines.111Code and models`: a footnote's mark, which such dumps repeat three times, and its text."""
    if not any(mark in text for mark in _MARKS):
        return text
    text = re.sub(r"(?<=[^\W\d_])(?<![A-Z])\s?([1-9])\1\1(?=[A-Z][a-z]+ )", ". ", text)
    return re.sub(r"(?<!\d)([.!?])([1-9])\2\2(?=[A-Z][a-z]* |\s|$)\s*", r"\1 ", text).rstrip()


def _bare_macros(text: str, name: str) -> str:
    r"""`called\methodname, which`: the macro that stands for the method's name, which the title gives if it starts with one."""
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


def _space_before_punctuation(text: str) -> str:
    """`(LLMs) ,`"""
    return re.sub(r" (?=[.,;:](?:\s|$|\d{3}))(?<=[)\]”] )", "", text)


def _glued_sentences(text: str) -> str:
    """`learning.Experimental results`, `(e.g.InstructGPT)`, `algorithm:Shampoo`."""
    text = re.sub(rf"\.(?<=[a-z]{{3}}\.)(?=(?:{_STARTERS})\s)", ". ", text)
    text = re.sub(r"([ei](?<!\w[ei])\.[ge]\.)(,?)(?=[A-Za-z])", r"\1\2 ", text)
    return re.sub(r":(?<=[a-z]{3}:)(?=[A-Z][a-z])", ": ", text)


def _glued_commas(text: str) -> str:
    """`Moreover,CoLT5can`, `adapters,no additional`."""
    text = re.sub(r",(?<=[a-z]{2},)(?=[A-Z][A-Za-z\d])", ", ", text)
    return re.sub(r",(?<=[a-z]{4},)(?=(?:and|but|etc|here|no|or|we|where|which|while)\b)", ", ", text)


def _glued_names(text: str, title_name: str) -> str:
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

    glued = re.search(r"[a-z][A-Z]", text)  # spaces are put in between, so that later there can be none where there is none now
    if glued:
        text = re.sub(rf"(?<![\w-])({_INTRODUCING})([A-Z][\w+-]*[\w+])", free, text)
    text = re.sub(r"(to(?<![\w-]to)|by(?<![\w-]by)|than(?<![\w-]than))(?=\d)", r"\1 ", text)
    names = {word for word in re.findall(r"[A-Z](?<![\w-][A-Z])[\w+]*(?:-[\w+]+)*", text) if re.search(r".[A-Z\d]", word)}
    names |= {name for name in found if re.fullmatch(r"[A-Z][\w+-]{2,}", name)}
    if names and glued:
        text = re.sub(
            rf"(?<![\w-])({_PREPOSITIONS})([A-Z][\w+-]*[\w+])(?=[\s.,;:)])",
            lambda m: f"{m[1]} {m[2]}" if m[2] in names and re.search(r"(?<![\w-])" + re.escape(m[2]), text) else m[0],
            text,
        )
    if names:
        starts = tuple(names)
        text = re.sub(r"[A-Z](?<![A-Za-z\d][A-Z])[\w+-]*[a-z]{2}(?![\w+-])", lambda m: _set_free(m[0], names) if m[0].startswith(starts) else m[0], text)
        text = re.sub(r"([A-Z](?<=[a-z]{3}\.[A-Z])[\w+-]*[\w+])(?= [a-z\d])", lambda m: f" {m[1]}" if m[1] in names else m[1], text)
    if found and glued:
        text = re.sub(r"\b((?:[A-Z][a-z]+){2,5}) \((\w{2,8})\)", lambda m: _initials(m) if m[1] in found else m[0], text)
    return re.sub(r"\((?<=[a-z]{3}\()(?=[A-Z]{3,}\))", " (", text)


def _set_free(glued: str, names: set[str]) -> str:
    """`CoLT5achieves` cut after the longest known name that leaves a word of the sentence."""
    cuts = (cut for cut in range(len(glued) - 2, 1, -1) if glued[:cut] in names)
    return next((f"{glued[:cut]} {glued[cut:]}" for cut in cuts if _follows(glued[cut:])), glued)


def _follows(word: str) -> bool:
    """Whether a word can be what comes after a name in a sentence, rather than the name's own ending."""
    return word in _FOLLOWING or (len(word) >= 6 and word.isalpha() and word.islower() and word.endswith(("ly", "ed", "es", "ows", "kes", "rms", "ins")))


def _initials(match: re.Match[str]) -> str:
    """`HypotheticalDocumentEmbeddings (HyDE)`: words run together whose initials are the abbreviation's capitals."""
    words = re.findall(r"[A-Z][a-z]+", match[1])
    capitals = [character for character in match[2] if character.isupper()]
    return f"{' '.join(words)} ({match[2]})" if [word[0] for word in words] == capitals else match[0]


def _glued_genitives(text: str) -> str:
    """`GPT-3’sfew-shot`"""
    return re.sub(r"’s(?=[a-z]{3})(?<=[\w)]’s)", "’s ", text)


def _dangling_end(text: str) -> str:
    """`Code is available at` lost its address: the sentence ends before the preposition."""
    cut = max(0, len(text) - 80)
    end = re.sub(r"(?:(?<=[.!?])|(?<=[.!?]\)))\s+(?:Code|Project page|Website|Demo)s?(?:\s+at)?:?$", "", text[cut:])
    end = re.sub(r"\s+(?:\(?https?)?:$|(?<=[a-z]):$", ".", end)
    return text[:cut] + re.sub(r"(?<=\w)\s+at\.?$", ".", end)


def _name_of(title: str) -> str:
    """The name that a title starts with: `SFR-RAG: Towards …` → `SFR-RAG`."""
    match = re.match(r"([A-Z][\w+-]*[\w+]):\s", title)
    return match[1] if match and (re.search(r".[A-Z\d]", match[1]) or "-" in match[1]) else ""
