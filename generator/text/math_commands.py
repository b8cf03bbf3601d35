"""What commands of a formula print, for those that have no symbol of their own."""

from __future__ import annotations

# The combining character of each.
ACCENTS = {
    "hat": 0x302,
    "widehat": 0x302,
    "tilde": 0x303,
    "widetilde": 0x303,
    "bar": 0x304,
    "overline": 0x305,
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
ALPHABETS = ("mathbb", "mathcal", "mathscr", "mathfrak")
FRACTIONS = ("frac", "dfrac", "tfrac", "cfrac", "nicefrac")
BINOMIALS = ("binom", "dbinom", "tbinom")
STACKS = ("overset", "stackrel", "underset")
# Their argument is a delimiter that grows; a full stop is none.
DELIMITED = ("left", "right", "middle")
# They print nothing themselves: fonts, sizes, the growth of delimiters.
SILENT = frozenset(
    """
    big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm displaystyle textstyle
    scriptstyle scriptscriptstyle limits nolimits rm bf it cal sf tt sc em boldmath mathstrut strut nonumber notag
    begingroup endgroup relax protect
    """.split()
)
# They print their argument.
SETS_ARGUMENT = frozenset(
    """
    mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb text textrm textbf textit textsf texttt textsc
    mbox hbox operatorname mathop mathbin mathrel mathord mathopen mathclose mathpunct overbrace underbrace boxed
    ensuremath emph textnormal phantom cancel
    """.split()
)
# What letters look like behind them, or in their argument: "" is upright.
FONTS = {
    "mathrm": "", "mathbf": "bold", "mathit": "italic", "mathsf": "sans", "mathtt": "mono", "mathnormal": "italic",
    "boldsymbol": "bold italic", "bm": "bold italic", "pmb": "bold italic", "boldmath": "bold italic",
    "rm": "", "bf": "bold", "it": "italic", "em": "italic", "sf": "sans", "tt": "mono", "sc": "",
}  # fmt: skip
# Their argument is words, with the spaces between them.
WORDS = {
    "text": "", "textrm": "", "textnormal": "", "mbox": "", "hbox": "", "textsc": "", "textbf": "bold",
    "textit": "italic", "emph": "italic", "textsf": "sans", "texttt": "mono",
}  # fmt: skip
SPACES = frozenset(("quad", "qquad", "enspace", "thinspace", "space", "hspace", "hskip"))
# They print their own name.
FUNCTIONS = frozenset(
    """
    max min sup inf lim limsup liminf log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh
    coth det dim ker deg gcd hom arg Pr argmax argmin injlim projlim bmod mod pmod
    """.split()
)
ENVIRONMENTS = ("begin", "end")
# Their first argument, an address or a colour, is not printed.
DROPS_FIRST = ("href", "color", "textcolor", "label", "tag", "hypertarget")
