r"""LaTeX in dumped texts: commands that stand for characters, and mathematics that lost its dollars and backslashes.

Each rule is a function from text to text; what it cannot be sure of stays as it was.
"""

from __future__ import annotations

import re
import unicodedata

from generator.text.shape import shape

_GREEK = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|varphi|chi|psi|omega|"
    "Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega"
)
_COMMAND = re.compile(rf"{_GREEK}|circ|cdot|times|sum|prod|infty|leq|geq|mathcal|mathbb|mathrm|mathbf|sqrt|log|ell")
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
_ACCENT = re.compile(
    r"""\\(?:([`'^~=."])\s*|([urHvck])(?=\s*\{))\s*(?:\{\s*\\?([A-Za-z])\s*\}|\\([ij])(?![A-Za-z])|([A-Za-z]))"""
)


def escapes(text: str) -> str:
    r"""`33\%` is 33 %, `\textless2MB` is <2MB, `\800` was `\$800`."""
    if "\\" not in text:
        return text
    text = re.sub(r"\\([%&#_])", r"\1", text)
    text = re.sub(r"\\textless(?![a-z])(?:\{\})?\s?", "<", text)
    text = re.sub(r"\\textgreater(?![a-z])(?:\{\})?\s?", ">", text)
    text = re.sub(r"\\(?:textbf|textit|emph|texttt|textsc)\{([^{}\\]*)\}", r"\1", text)
    return (
        re.sub(r"(?<![\w\\$])\\(?=\d)", "$", text) if "$" not in text and len(re.findall(r"\\\d", text)) == 1 else text
    )


def unopened_braces(text: str) -> str:
    """`counts to enhance} interpretability`: the end of a command whose beginning was dropped."""
    return (
        re.sub(r"(?<=[^\W\d_])\}(?=[\s.,;:)]|$)", "", text)
        if "}" in text and "{" not in text and "\\" not in text
        else text
    )


def accents(text: str) -> str:
    r"""`na\"{\i}ve` is naïve."""
    if "\\" not in text:
        return text

    def letter(match: re.Match[str]) -> str:
        base = match[3] or match[4] or match[5]
        return unicodedata.normalize("NFC", base + chr(_ACCENTS[match[1] or match[2]]))

    return _ACCENT.sub(letter, text)


def quotes(text: str) -> str:
    "``real'' is “real”; a quotation opened with \" closes with it."
    if "''" not in text:
        return text
    text = re.sub(r"``((?:(?!``|'').){1,300})''", r"“\1”", text)
    return re.sub(r'(?<!\S)"([^"`]{1,80}?)\'\'(?!\w)', r'"\1"', text)


def dashes(text: str) -> str:
    """`showing--for` and ` -- ` are en dashes, `---` an em dash; an option `--name` is not one."""
    if "--" not in text:
        return text
    text = re.sub(r"(?<=[^\s-])---(?=[^\s-])|(?<=\s)---(?=\s)", "—", text)
    return re.sub(r"(?<=[^\s-])--(?=[^\s-])|(?<=\s)--(?=\s)", "–", text)


def ties(text: str) -> str:
    """`prediction~(CCP)` holds LaTeX's unbreakable space."""
    return re.sub(r"~(?<=[A-Za-z]~)(?=[A-Za-z(])", " ", text)


# ---- Mathematics whose backslashes and dollars were dropped ---------------------------------------------------------


# A number glued to what it multiplies: the sign between them was dropped with its spaces.
_LOST_TIMES = re.compile(
    r"""
    (\d(?<![\w.,-]\d)\d*(?:\.\d+)?)    # the number, not a part of a word or of another number
    ((?:speed-?ups?|faster|slower|smaller|larger|higher|lower|fewer|tighter|better|cheaper|shorter|longer|lighter
        |greater|more|less|reductions?|improvements?|compression|throughput)    # what it multiplies
      (?![\w-]))
    """,
    re.VERBOSE,
)


def symbols(text: str) -> str:
    """`3.4times`, `2.4speedup`, `sim0.6`, `5.9%rightarrow10.9%`, `infty-gram`, `m gg n`."""
    if "times" in text:
        text = re.sub(r"times(?<=\dtimes)(?![A-Za-z])", r"$\\times$", text)
    if "0a" in shape(text) or not text.isascii():
        text = _LOST_TIMES.sub(r"\1$\\times$ \2", text)
    if "sim" in text:
        text = re.sub(r"sim(?=\d)(?<![A-Za-z\\]sim)", r"$\\sim$", text)
    if "rightarrow" in text:
        text = re.sub(r"rightarrow(?<=[\d%]rightarrow)(?=\d)", r"$\\rightarrow$", text)
    if "infty" in text:
        text = re.sub(r"infty(?![A-Za-z])(?<![A-Za-z\\]infty)", r"$\\infty$", text)
    if re.search(r" (?:gg|ll|leq|geq) ", text):
        text = re.sub(r"(?<![\w\\])([a-zA-Z]) (gg|ll|leq|geq) ([a-zA-Z])(?!\w)", r"$\1 \\\2 \3$", text)
    return text


def formulas(text: str) -> str:
    r"""A run of pieces of formulas with balanced brackets: `mathcal{O}(mathcal{C_Phi/m} + …)`, `{p}_{theta}(Y|X)`."""
    if "{" not in text:
        return text
    parts: list[str] = []
    start = 0
    for match in re.finditer(
        r"(?<![\w\\])(?:\{[A-Za-z]\}_\{|(?:mathcal|mathbb|mathrm)\{|sum_\{|prod_\{|[A-Za-z][_^]\{)", text
    ):
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
    """Where the formula that starts at `position` ends, with its groups in braces, scripts and argument."""
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
    return (
        text.count("{") == text.count("}")
        and text.count("(") == text.count(")")
        and "\\" not in text
        and "$" not in text
    )


def _with_commands(text: str) -> str:
    r"""`C_{Phicirc Psi}` as LaTeX: `C_{\Phi\circ \Psi}`; `{p}_{theta}` loses the braces that do nothing."""
    text = re.sub(
        rf"(?<![A-Za-z\\])((?:{_COMMAND.pattern})+)(?![a-z])",
        lambda run: _COMMAND.sub(lambda c: f"\\{c[0]}", run[1]),
        text,
    )
    text = re.sub(r"^\{([A-Za-z])\}", r"\1", text)
    return re.sub(r"([_^])\{(\\[A-Za-z]+|[A-Za-z0-9])\}", r"\1\2", text)


def simple_scripts(text: str) -> str:
    """`H_2O`, `S^3c-Math`, `F_0.5 score`, `l_1-norm`, `C_Phi`, `k^{th}`; never part of a longer name (`snake_case`)."""
    if "_" not in text and "^" not in text:
        return text
    text = re.sub(rf"(?<![\w\\./])([A-Z])_({_GREEK})(?![A-Za-z])", r"$\1_\\\2$", text)
    text = re.sub(r"(?<![\w\\./])([A-Z])([_^])(\d+\.\d+)(?!\w)", r"\1$\2{\3}$", text)
    text = re.sub(r"(?<![\w\\./])([A-Z])([_^])(\d)(?![\w.]\d|\w{2})", r"\1$\2\3$", text)
    text = re.sub(r"(?<![\w\\./])([a-z]_\d|[A-Za-z]_[A-Za-z])(?![\w({.])(?!\.\w)", r"$\1$", text)
    text = re.sub(r"(?<![\w\\./])([a-z]_\d|[A-Za-z]_[A-Za-z])(?=\.(?:\s|$))", r"$\1$", text)
    return re.sub(r"(?<![\w\\./])([A-Za-z])\^\{?(th|\d)\}?(?!\w)", r"$\1^{\2}$", text)
