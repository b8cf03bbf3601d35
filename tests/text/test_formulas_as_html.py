"""Formulas as pages show them: text with italics and scripts on one line, MathML for what stands in two dimensions."""

from __future__ import annotations

import re
import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.math_html import formula_html
from tests.hostile_payloads import texts
from tests.text.test_formulas import FORMULAS

OF_TEXT = {"span": {"class"}, "i": set(), "b": set(), "sub": set(), "sup": set()}
OF_MATHEMATICS = {
    "math": {"display"}, "mrow": set(), "mi": {"mathvariant", "class"}, "mn": {"class"}, "mtext": {"class"},
    "mo": {"lspace", "rspace", "stretchy"}, "mspace": {"width"}, "mfrac": {"linethickness", "displaystyle"}, "msqrt": set(),
    "mroot": set(), "msub": set(), "msup": set(), "msubsup": set(), "munder": {"accentunder"}, "mover": {"accent"},
    "munderover": set(), "mtable": set(), "mtr": set(), "mtd": {"class"}, "mphantom": set(),
}  # fmt: skip
ALLOWED = OF_TEXT | OF_MATHEMATICS
# How many elements stand in an element of two dimensions.
PARTS = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}


def elements(formula: str, *, is_display: bool = False) -> ElementTree.Element:
    """What the formula is made of; it must be ours, and whole."""
    root = ElementTree.fromstring(f"<p>{formula_html(formula, is_display=is_display)}</p>")
    for element in root.iter():
        if element is root:
            continue
        assert set(element.attrib) <= ALLOWED[element.tag]
        assert len(element) == PARTS.get(element.tag, len(element))
    return root


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (r"\times", "×"),
        (r"100\%", "100%"),
        (r"\sim 10\times", "∼10×"),
        ("-1", "−1"),
        (">0.5", "&gt;0.5"),
        ("1:10", "1:10"),
        ("_2", '<span class="formula"><sub>2</sub></span>'),
        ("x_i", '<span class="formula"><i>x</i><sub><i>i</i></sub></span>'),
        (r"\mathcal{O}(n^2)", '<span class="formula">𝒪(<i>n</i><sup>2</sup>)</span>'),
        (r"\mathrm{H}_2\mathrm{O}", '<span class="formula">H<sub>2</sub>O</span>'),
        (r"m \gg n", '<span class="formula"><i>m</i>\u00a0≫ <i>n</i></span>'),
        ("a-b", '<span class="formula"><i>a</i>\u00a0− <i>b</i></span>'),
        (r"n\log n", '<span class="formula"><i>n</i>\u00a0log\u00a0<i>n</i></span>'),
        (r"\hat{A}", '<span class="formula"><i>Â</i></span>'),
        ("f''(x)", '<span class="formula"><i>f</i>′′(<i>x</i>)</span>'),
        (r"\text{loss of } A", '<span class="formula">loss of <i>A</i></span>'),
        (r"\mathbf{w}^\top", '<span class="formula"><b>w</b><sup>⊤</sup></span>'),
        (r"p(A \mid b; \theta)", '<span class="formula"><i>p</i>(<i>A</i>\u00a0| <i>b</i>; <i>θ</i>)</span>'),
        (r"\{ x \}", '<span class="formula">{<i>x</i>}</span>'),
        ("1{,}000", "1,000"),
        (r"a \equiv b \pmod{n}", '<span class="formula"><i>a</i>\u00a0≡ <i>b</i> (mod <i>n</i>)</span>'),
        (r"k \bmod 2", '<span class="formula"><i>k</i>\u00a0mod 2</span>'),
        (r"f\colon A \to B", '<span class="formula"><i>f</i>: <i>A</i>\u00a0→ <i>B</i></span>'),
        (
            r"x \ne y \iff y \ne x",
            '<span class="formula"><i>x</i>\u00a0≠ <i>y</i>\u00a0⟺ <i>y</i>\u00a0≠ <i>x</i></span>',
        ),
        (r"\ket{\psi}", '<span class="formula">|<i>ψ</i>⟩</span>'),
        (r"\mathbbm{R}", "ℝ"),
        (r"37\degree", "37°"),
        (r"10\textsuperscript{6}", '<span class="formula">10<sup>6</sup></span>'),
        (r"\alpha*\beta", '<span class="formula"><i>α</i>\u00a0∗ <i>β</i></span>'),
        (r"\pi*r^2", '<span class="formula"><i>π</i>\u00a0∗ <i>r</i><sup>2</sup></span>'),
        (r"\operatorname*{rank}A", '<span class="formula">rank\u00a0<i>A</i></span>'),
        (r"f^\prime(x)", '<span class="formula"><i>f</i>′(<i>x</i>)</span>'),
        (r"f^{\prime\prime}", '<span class="formula"><i>f</i>′′</span>'),
        ("a:=b", '<span class="formula"><i>a</i>\u00a0:= <i>b</i></span>'),
        ("a: b", '<span class="formula"><i>a</i>: <i>b</i></span>'),
        ("x\u0338", '<span class="formula"><i>x\u0338</i></span>'),
        ("cafe\u0301s", '<span class="formula"><i>caf\u00e9s</i></span>'),
        ("\u0338x", '<span class="formula">\u00a0\u0338<i>x</i></span>'),
        ("x^", '<span class="formula"><i>x</i>^</span>'),
        ("{x_}", '<span class="formula"><i>x</i>_</span>'),
        ("^", "^"),
        (r"\text{if $x_1$ holds}", '<span class="formula">if <i>x</i><sub>1</sub> holds</span>'),
        (r"\text{of $5}", "of $5"),
        (r"\left<x\right>", '<span class="formula">⟨<i>x</i>⟩</span>'),
        (r"\mathbb{1}_A", '<span class="formula">𝟙<sub><i>A</i></sub></span>'),
        (r"\hspace{1cm}x", '<span class="formula"><i>x</i></span>'),
        (r"\vspace*{1cm}x", '<span class="formula"><i>x</i></span>'),
        (r"\rule[1pt]{1cm}{2pt}x", '<span class="formula"><i>x</i></span>'),
        (r"a\hskip 2pt b", '<span class="formula"><i>a</i>\u00a0<i>b</i></span>'),
        (r"\color[rgb]{1,0,0}x", '<span class="formula"><i>x</i></span>'),
        ("x_1_2", '<span class="formula"><i>x</i><sub>1</sub><sub>2</sub></span>'),
    ],
)
def test_what_fits_on_a_line_is_text(formula: str, shown: str) -> None:
    assert formula_html(formula) == shown


@pytest.mark.parametrize(
    ("formula", "held", "text"),
    [
        (r"\frac{a}{b+1}", {"mfrac"}, "ab+1"),
        (r"\sqrt[3]{x}", {"mroot"}, "x3"),
        (r"\sum_{i=1}^{n} x_i", {"msubsup", "msub"}, "∑i=1nxi"),
        (r"\binom{n}{k}", {"mfrac"}, "(nk)"),
        (r"A \xrightarrow{f} B", {"mover"}, "A→fB"),
        (r"\bar{x} \pm s", {"mover"}, "x¯±s"),
        (r"\underbrace{a+b}_{n}", {"munder"}, "a+b⏟n"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", {"mtable", "mtr", "mtd"}, "(abcd)"),
        (r"\left. \frac{a}{b} \right|", {"mfrac"}, "ab|"),
        (r"{n \choose k}", {"mfrac"}, "(nk)"),
        (r"1 + {a \over b}", {"mfrac"}, "1+ab"),
        (r"\left( a + b \over c \right)^2", {"mfrac", "msup"}, "(a+bc)2"),
        (r"\begin{cases} a \over b & c \\ n \choose k & d \end{cases}", {"mtable", "mfrac"}, "{abc(nk)d"),
        (r"\begin{pmatrix} a \\[2pt] b \end{pmatrix}", {"mtable"}, "(ab)"),
        (r"\begin{pmatrix} a \\[0.5\baselineskip] [b] \end{pmatrix}", {"mtable"}, "(a[b])"),
        (r"\begin{tabular}{l|r} a & b \end{tabular}", {"mtable"}, "ab"),
        (r"\begin{array}[t]{cc} a & b \end{array}", {"mtable"}, "ab"),
        (r"\begin{alignat*}{2} a &= b \end{alignat*}", {"mtable"}, "a=b"),
        (r"\xrightarrow[n \to \infty]{d}", {"munderover"}, "→n→∞d"),
        (r"\sqrt[n+1]{x}", {"mroot"}, "xn+1"),
        (r"\left\{ \frac{a}{b} \middle| c \right\}", {"mfrac"}, "{ab|c}"),
    ],
)
def test_what_stands_in_two_dimensions_is_mathml(formula: str, held: set[str], text: str) -> None:
    root = elements(formula)
    assert root[0].tag == "math"
    assert held <= {element.tag for element in root.iter()}
    assert "".join(root.itertext()) == text


def test_limits_stand_above_and_below_only_in_a_formula_of_its_own() -> None:
    assert "munderover" in {element.tag for element in elements(r"\sum_{i}^{n} x", is_display=True).iter()}
    assert "munderover" not in {element.tag for element in elements(r"\sum_{i}^{n} x").iter()}
    assert "munderover" not in {element.tag for element in elements(r"\int_0^1 x", is_display=True).iter()}


@pytest.mark.parametrize("formula", FORMULAS)
def test_each_of_three_hundred_formulas_keeps_its_letters(formula: str) -> None:
    shown = "".join(elements(formula).itertext())
    source = re.sub(r"\\(?:begin|end)\{\w+\}|\\[A-Za-z]+", " ", formula)
    for letter in re.findall(r"(?<![\\A-Za-z])[A-Za-z](?![A-Za-z])", source):
        assert letter in unicodedata.normalize("NFKD", shown), (letter, shown)
    assert "{" not in shown


@pytest.mark.parametrize("is_display", [False, True])
@pytest.mark.parametrize("text", texts())
def test_what_an_attacker_writes_in_a_formula_is_text(text: str, is_display: bool) -> None:
    for formula in (text, rf"\text{{{text}}}", rf"\frac{{{text}}}{{2}}", rf"\operatorname{{{text}}}_{{{text}}}"):
        elements(formula, is_display=is_display)


PIECES = (
    r"\frac", r"\sqrt", "[3]", r"\left", r"\right", r"\middle", "(", ")", "|", r"\{", ".", "{", "}", "_", "^", "'", "&", "~", r"\\", r"\begin{cases}",
    r"\begin{array}", r"\end{cases}", r"\not", r"\hat", r"\vec", r"\mathcal", r"\rm", r"\text", r"\overset", r"\underbrace", r"\foo", r"\color{red}",
    r"\,", r"\|", "a", "12", "é", "漢", "<", '"', " ", "=", "-", r"\sum", r"\alpha", r"\href{javascript:alert(1)}",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=14).map("".join), st.booleans())
@example("\x00", False)
@example("", True)
def test_any_formula_is_whole(formula: str, is_display: bool) -> None:
    elements(formula, is_display=is_display)


@pytest.mark.parametrize(
    "piece", ["{", r"\left(", r"\begin{pmatrix}", r"\frac", r"\hat", "^", r"\sqrt{", "x_{", r"\left(\frac{"]
)
def test_a_formula_of_very_many_levels_is_read(piece: str) -> None:
    assert "x" in "".join(elements(piece * 700 + "x").itertext())


@pytest.mark.parametrize("is_display", [False, True])
@pytest.mark.parametrize(
    "formula",
    [
        "_1" * 1600,
        "^{a}" * 1000,
        "x^2_1" * 1000,
        r"\hat" * 1600,
        r"\sqrt" * 1000,
        "{" * 2500,
        r"{x \over " * 500,
        "{x_1_1_1" * 600,
        "{" * 60 + "x" + "_1_1_1_1_1_1_1}" * 60,
        r"\left(x_1_1_1" * 300,
        r"\sqrt[" * 700,
        r"\text{$" * 600,
        "'_1" * 1000,
    ],
)
def test_a_formula_nested_beyond_all_bounds_is_shown(formula: str, is_display: bool) -> None:
    root = elements(formula, is_display=is_display)
    assert len(root) or root.text
    assert "x" not in re.sub(r"\\[a-z]+", "", formula) or "x" in "".join(root.itertext())


@pytest.mark.parametrize("mark", ["\u0338", "\u0301", "\u20d2", "\u0338\u0301"])
@pytest.mark.parametrize(
    "before",
    [
        "",
        "x",
        "1",
        "'",
        "=",
        "<",
        ")",
        "~",
        "&",
        "{}",
        "{x}",
        r"\mathbf{x}",
        r"\alpha",
        r"\,",
        r"\text{",
        "x_",
        r"\frac",
    ],
)
def test_a_mark_that_combines_changes_no_markup(before: str, mark: str) -> None:
    for formula, is_display in ((before + mark, False), (before + mark + "y", True)):
        shown = formula_html(formula, is_display=is_display)
        assert not re.search(f">{mark}", shown)
        assert unicodedata.normalize("NFC", shown) == shown
