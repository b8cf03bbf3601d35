r"""LaTeX commands of texts, by what becomes of them and their arguments when the text is read as Unicode."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.latex_symbols import symbols as known_symbols

ACCENTS = {
    "`": 0x300, "'": 0x301, "^": 0x302, "~": 0x303, "=": 0x304, "u": 0x306, ".": 0x307, '"': 0x308, "r": 0x30A,
    "H": 0x30B, "v": 0x30C, "d": 0x323, "c": 0x327, "k": 0x328, "b": 0x331, "t": 0x361, "h": 0x309, "G": 0x30F,
    "U": 0x30E, "grave": 0x300, "acute": 0x301, "hat": 0x302, "tilde": 0x303, "bar": 0x304, "breve": 0x306,
    "dot": 0x307,
    "ddot": 0x308,
    "mathring": 0x30A, "check": 0x30C,
}  # fmt: skip
# These print nothing: switches of font, size and spacing, and instructions to TeX.
SILENT = frozenset(
    [
        "em",
        "it",
        "bf",
        "tt",
        "sc",
        "rm",
        "sf",
        "sl",
        "normalfont",
        "bfseries",
        "mdseries",
        "itshape",
        "slshape",
        "scshape",
        "upshape",
        "ttfamily",
        "rmfamily",
        "sffamily",
        "tiny",
        "scriptsize",
        "footnotesize",
        "small",
        "normalsize",
        "large",
        "Large",
        "LARGE",
        "huge",
        "Huge",
        "displaystyle",
        "textstyle",
        "scriptstyle",
        "scriptscriptstyle",
        "limits",
        "nolimits",
        "relax",
        "protect",
        "leavevmode",
        "null",
        "allowbreak",
        "noindent",
        "indent",
        "nobreak",
        "unskip",
        "ignorespaces",
        "centering",
        "raggedright",
        "xspace",
        "bgroup",
        "egroup",
        "begingroup",
        "endgroup",
        "nolinebreak",
        "linebreak",
        "nopagebreak",
        "sloppy",
        "boldmath",
        "unboldmath",
        "mathstrut",
        "strut",
        "/",
        "-",
        "!",
        "@",
        "|",
        "maketitle",
        "selectfont",
        "frenchspacing",
        "penalty",
    ]
)
# The argument is only for TeX, or names another place: a label, a length, an index entry.
DROPPED = {
    "label": 1, "index": 1, "noopsort": 1, "SortNoop": 1, "sortnoop": 1, "vspace": 1, "selectlanguage": 1,
    "fontsize": 2, "includegraphics": 1, "begin": 1, "end": 1, "color": 1, "vphantom": 1, "hphantom": 1, "phantom": 1,
    "pagestyle": 1, "rule": 2, "bibitem": 1, "newblock": 0, "switchargs": 0, "fontfamily": 1, "fontseries": 1,
    "fontshape": 1,
    "printfirst": 1, "fnref": 1, "tnoteref": 1, "corref": 1, "inst": 1, "affiliationmark": 1, "addtocounter": 2,
    "setcounter": 2, "setlength": 2, "addtolength": 2, "refstepcounter": 1, "usepackage": 1, "markboth": 2,
    "hyphenation": 1, "pdfbookmark": 2, "addcontentsline": 3, "footnotemark": 0, "thispagestyle": 1,
}  # fmt: skip
FIRST_DROPPED = {
    "href": 1, "textcolor": 1, "colorbox": 1, "fcolorbox": 2, "foreignlanguage": 1, "raisebox": 1, "scalebox": 1,
    "resizebox": 2, "parbox": 1, "hyperref": 0, "texorpdfstring": 1, "rotatebox": 1, "swapargs": 0, "hyperlink": 1,
    "hypertarget": 1, "bibinfo": 1, "makebox": 0, "framebox": 0, "discretionary": 2, "textlang": 1, "otherlanguage": 1,
}  # fmt: skip
# These print their argument in another font, or as it is.
SETTING = frozenset(
    "emph textit textbf texttt textsc textsf textrm textup textnormal textsl text mbox hbox underline".split()
)
CASES = {
    "uppercase": str.upper, "MakeUppercase": str.upper, "MakeTextUppercase": str.upper,
    "lowercase": str.lower, "MakeLowercase": str.lower, "MakeTextLowercase": str.lower,
}  # fmt: skip
CITING = re.compile(r"(?:no|foot|text|paren|auto|smart|super|full)?[Cc]ite[a-zA-Z]*|(?:page|eq|c|C|auto|name)?ref")
SPACES = frozenset(
    (
        *("\\", ",", ":", ";", ">", " ", "\n", "\t"),
        *"""
        quad qquad enspace enskip thinspace medspace thickspace space nobreakspace par newline linebreak item hfill
        smallskip medskip bigskip tabularnewline cr vskip
        """.split(),
    )
)
HORIZONTAL = ("hspace", "hskip")  # spaces as wide as is said behind them
LENGTHS = ("raise", "lower", "kern", "vskip", "moveleft", "moveright", "mkern", "mskip", "penalty")
QUOTES = {
    "enquote": ("“", "”"),
    "textquote": ("“", "”"),
    "blockquote": ("“", "”"),
    "mkbibquote": ("“", "”"),
    "ulqq": ("“", "”"),
}
_OWN_SYMBOLS = {
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX",
    "pdfTeX": "pdfTeX", "textless": "<", "textgreater": ">", "textbar": "|", "textquotesingle": "'",
    "textquotedbl": '"', "textbackslash": "\\", "textasciitilde": "\ue0fe", "textasciicircum": "^",
    "texttildelow": "\ue0fe",
    "textunderscore": "_", "textdollar": "$", "textbraceleft": "{", "textbraceright": "}", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "lq": "‘", "rq": "’",
    "textasciigrave": "`", "textasciiacute": "´", "textemdash": "—", "textendash": "–", "textellipsis": "…",
    "dots": "…", "ldots": "…", "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "copyright": "©",
    "textdegree": "°", "degree": "°", "dag": "†", "ddag": "‡", "P": "¶", "S": "§", "pounds": "£", "textsterling": "£",
    "euro": "€", "texteuro": "€", "EUR": "€", "textmu": "µ", "micro": "µ", "textperiodcentered": "·", "textbullet": "•",
    "textnumero": "№", "textordfeminine": "ª", "textordmasculine": "º", "flq": "‹", "frq": "›", "flqq": "«",
    "frqq": "»", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "og": "« ", "fg": " »", "slash": "/",
    "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³", "ng": "ŋ", "NG": "Ŋ", "textsection": "§",
    "textohm": "Ω", "textperthousand": "‰", "permil": "‰", "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "cyrchar": "",
    "textcommabelow": "", "dh": "ð", "DH": "Ð",
    "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "i": "ı",
    "j": "ȷ",
}  # fmt: skip
# Letters that the package textgreek has for texts: `\textalpha`.
_GREEK = """
    alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda nu xi pi rho sigma varsigma tau upsilon
    phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
""".split()


@lru_cache(maxsize=1)
def symbols() -> dict[str, str]:
    """The commands without arguments that stand for a character."""
    greek = {f"text{name}": known_symbols()[name] for name in _GREEK if name in known_symbols()}
    return greek | known_symbols() | _OWN_SYMBOLS
