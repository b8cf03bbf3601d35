"""What commands of a formula take and print, for those that have no symbol of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

Kind = Literal[
    "fraction", "binomial", "root", "brace", "accent", "alphabet", "stack", "arrow", "script", "enclosed", "words",
    "operator", "phantom", "argument", "delimiter", "silent", "space", "environment", "negation", "function", "symbol",
]  # fmt: skip

# The combining character of each.
ACCENTS = {
    "hat": 0x302,
    "widehat": 0x302,
    "tilde": 0x303,
    "widetilde": 0x303,
    "bar": 0x304,
    "overline": 0x305,
    "overrightarrow": 0x20D7,
    "overleftarrow": 0x20D6,
    "vec": 0x20D7,
    "dot": 0x307,
    "ddot": 0x308,
    "check": 0x30C,
    "breve": 0x306,
    "acute": 0x301,
    "grave": 0x300,
    "mathring": 0x30A,
    "underline": 0x332,
}
BRACES = ("overbrace", "underbrace")  # above or below their argument; in a line of text they are left out
# The alphabet of each, by LaTeX's own name for it.
ALPHABETS = {
    "mathbb": "mathbb", "mathcal": "mathcal", "mathscr": "mathscr", "mathfrak": "mathfrak",
    "mathds": "mathbb", "mathbbm": "mathbb", "mathbbold": "mathbb",
}  # fmt: skip
FRACTIONS = ("frac", "dfrac", "tfrac", "cfrac", "nicefrac")
BINOMIALS = ("binom", "dbinom", "tbinom")
STACKS = ("overset", "stackrel", "underset")
# Arrows that grow with what stands above them.
ARROWS = {"xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒", "xmapsto": "↦"}
# What stands before and behind the argument: "(mod n)", and the brackets of quantum physics.
ENCLOSED = {
    "pmod": (" (mod ", ")"), "norm": ("‖", "‖"), "abs": ("|", "|"), "ket": ("|", "⟩"), "bra": ("⟨", "|"),
    "braket": ("⟨", "⟩"), "ceil": ("⌈", "⌉"), "floor": ("⌊", "⌋"),
}  # fmt: skip
SCRIPTS = ("textsuperscript", "textsubscript")
# Their argument is a delimiter that grows; a full stop is none.
DELIMITED = ("left", "right", "middle")
# They print nothing themselves: fonts, sizes, the growth of delimiters.
SILENT = frozenset(
    """
    big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm displaystyle textstyle
    scriptstyle scriptscriptstyle limits nolimits rm bf it cal sf tt sc em boldmath mathstrut strut nonumber notag
    begingroup endgroup relax protect rule vskip vfill smallskip medskip bigskip
    """.split()
)
# They print their argument.
SETS_ARGUMENT = frozenset(
    """
    mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb text textrm textbf textit textsf texttt textsc
    mbox hbox operatorname mathop mathbin mathrel mathord mathopen mathclose mathpunct overbrace underbrace boxed
    ensuremath emph textnormal phantom cancel smash rlap llap clap mathrlap mathllap mathclap substack num si unit ce
    """.split()
)
# What letters look like behind them, or in their argument: "" is upright.
FONTS = {
    "mathrm": "", "mathbf": "bold", "mathit": "italic", "mathsf": "sans", "mathtt": "mono", "mathnormal": "italic",
    "boldsymbol": "bold italic", "bm": "bold italic", "pmb": "bold italic", "boldmath": "bold italic",
    "rm": "", "bf": "bold", "it": "italic", "em": "italic", "sf": "sans", "tt": "mono", "sc": "",
    "num": "", "si": "", "unit": "", "ce": "",
}  # fmt: skip
# Their argument is words, with the spaces between them.
WORDS = {
    "text": "", "textrm": "", "textnormal": "", "mbox": "", "hbox": "", "textsc": "", "textbf": "bold",
    "textit": "italic", "emph": "italic", "textsf": "sans", "texttt": "mono",
}  # fmt: skip
SPACES = frozenset(
    ("quad", "qquad", "enspace", "thinspace", "space", "hspace", "hskip", "hfill", "kern", "mkern", "mskip")
)
# They print their name, or what TeX prints for it.
_NAMES = """
    max min sup inf lim limsup liminf log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh
    coth det dim ker deg gcd hom arg Pr argmax argmin injlim projlim bmod mod
""".split()
FUNCTIONS = {name: name for name in _NAMES} | {"bmod": "mod", "limsup": "lim sup", "liminf": "lim inf"}
ENVIRONMENTS = ("begin", "end")
# Their first argument, an address or a colour, is not printed.
DROPS_FIRST = tuple("href color textcolor label tag hypertarget vphantom hphantom raisebox scalebox vspace".split())
_OF_ONE = (
    *ACCENTS, *ALPHABETS, *ARROWS, *ENCLOSED, *SCRIPTS, *SETS_ARGUMENT, *ENVIRONMENTS, *DROPS_FIRST, *DELIMITED,
)  # fmt: skip
# How many arguments each command takes; those that are not here take none.
ARITY = dict.fromkeys((*FRACTIONS, *BINOMIALS, *STACKS), 2) | dict.fromkeys(_OF_ONE, 1) | {
    "sqrt": 1, "not": 1, "hspace": 1, "rule": 2,
}  # fmt: skip
_BY_KIND: dict[Kind, Iterable[str]] = {
    "fraction": FRACTIONS, "binomial": BINOMIALS, "root": ("sqrt",), "brace": BRACES, "accent": ACCENTS,
    "alphabet": ALPHABETS, "stack": STACKS, "arrow": ARROWS, "script": SCRIPTS, "enclosed": ENCLOSED, "words": WORDS,
    "operator": ("operatorname",), "phantom": ("phantom",), "argument": SETS_ARGUMENT, "delimiter": DELIMITED,
    "silent": (*SILENT, *DROPS_FIRST), "space": SPACES, "environment": ENVIRONMENTS, "negation": ("not",),
    "function": FUNCTIONS,
}  # fmt: skip
# Of the commands that print their argument, some have a kind of their own: the first kind of a name counts.
_KINDS: Mapping[str, Kind] = {name: kind for kind, names in reversed(_BY_KIND.items()) for name in names}


def kind_of(name: str) -> Kind:
    """What kind of command has this name; one that no table has stands for a symbol."""
    return _KINDS.get(name, "symbol")
