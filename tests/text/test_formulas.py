"""Formulas as titles and abstracts have them, read without a renderer: three hundred of them, of which no letter is lost."""

from __future__ import annotations

import itertools
import re
import unicodedata

import pytest

from generator.text.math import plain

LETTERS = ("x", "n", "T", "A", "k", "q")
# Where `A` and `b` stand, letters of the alphabet are put in.
SHAPES = (
    r"\sum_{A=1}^{b} x_A", r"\prod_{A \in b} f(A)", r"\max_{A} f(b)", r"\min_{A, b}", r"\arg\max_A b", r"\int_0^A b\,dx",
    r"\lim_{A \to \infty} b", r"\mathcal{O}(A \log b)", r"O(\sqrt{A} + b)", r"\frac{A}{b + 1}", r"\binom{A}{b}", r"A_{b}^{2}",
    r"A^{b}", r"\hat{A}_{b}", r"\bar{A} - \tilde{b}", r"\mathbb{E}[A \mid b]", r"\mathrm{rank}(A) \le b", r"\operatorname{tr}(A^b)",
    r"\left( A, b \right)", r"\| A - b \|_2", r"\mathbf{A}^{\top} \mathbf{b}", r"\text{loss of } A \text{ and } b", r"A \times b",
    r"A \rightarrow b", r"\theta_A^{b}", r"\lambda_{A} \cdot b", r"p(A \mid b; \theta)", r"\nabla_{A} b", r"\sqrt[A]{b}",
    r"e^{-A^{2}/b}", r"\log_{A} b", r"\overline{A b}", r"\unknown{A} + \foo b", r"\ell_{A} \neq b", r"A\%, b\&c", r"\vec{A} \cdot \vec{b}",
    r"{\rm A}_{b}", r"{\bf A}b", r"\underset{A}{\operatorname{argmin}} b", r"\overset{A}{=} b", r"\not= A b", r"A' b''",
    r"\begin{pmatrix} A & b \end{pmatrix}", r"\bigl[A, b\bigr)", r"\dfrac{\partial A}{\partial b}", r"\mathfrak{A} \oplus b",
    r"\boldsymbol{A}_{b}", r"\langle A, b \rangle", r"\forall A \exists b", r"\epsilon\text{-}A\text{-}b",
)  # fmt: skip
FORMULAS = [
    shape.replace("A", first).replace("b", second)
    for shape, (first, second) in itertools.product(SHAPES, zip(LETTERS, ("m", "y", "S", "B", "j", "z"), strict=True))
]
_SILENT = re.compile(
    r"\\(?:begin|end)\{\w+\}|\\(?:mathbb|mathcal|mathbf|mathrm|mathfrak|boldsymbol|operatorname|text|rm|bf|left|right|bigl|bigr|hat|bar|tilde|vec|"
    r"overline|underset|overset|frac|dfrac|binom|sqrt|unknown)(?![A-Za-z])"
)
_GREEK_AND_SIGNS = re.compile(r"\\(?!(?:max|min|arg|lim|log|foo)(?![A-Za-z]))[A-Za-z]+")


def test_there_are_three_hundred() -> None:
    assert len(set(FORMULAS)) == 300


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_letter_of_a_formula_is_lost(formula: str) -> None:
    shown = plain(f"for ${formula}$ here")
    assert shown.startswith("for ")
    assert shown.endswith(" here")
    assert "{" not in shown
    letters = sorted(re.findall("[A-Za-z]", _GREEK_AND_SIGNS.sub(" ", _SILENT.sub(" ", formula))))
    kept = list(re.findall("[A-Za-z]", unicodedata.normalize("NFKD", shown)))
    for letter in letters:
        assert letter in kept, f"{letter} of {formula} in {shown}"
        kept.remove(letter)


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (r"\sum_{i=1}^n x_i", "∑ᵢ₌₁ⁿ xᵢ"),
        (r"\max_{x} f(x)", "maxₓ f(x)"),
        (r"\mathcal{O}(\sqrt{T})", "𝒪(√(T))"),
        (r"\alpha_{ij}^{2}", "αᵢⱼ²"),
        (r"\frac{a+b}{2}", "(a+b)/2"),
        (r"\mathbb{R}^{n \times m}", "ℝ^(n×m)"),
        (r"\mathrm{H}_2\mathrm{O}", "H₂O"),
        (r"a \not= b", "a ≠ b"),
        (r"\alpha*\beta", "α*β"),
        (r"f^\prime(x)", "f′(x)"),
        (r"f^{\prime\prime}(x)", "f′′(x)"),
        (r"{ n \choose k }", "(n k)"),
        (r"{a + b \over 2}", "(a + b)/2"),
        (r"A \xrightarrow[n \to \infty]{} B", "A →_(n→∞) B"),
        (r"\color[rgb]{1,0,0}x\hspace{1cm}y", "x y"),
        (r"\left<x\right>", "⟨x⟩"),
        (r"\mathbb{1}", "𝟙"),
        (r"\begin{tabular}{lr} a \\[2pt] b \end{tabular}", "a b"),
    ],
)
def test_formulas_read_as_a_person_would_write_them(formula: str, shown: str) -> None:
    assert plain(f"${formula}$") == shown


def test_a_formula_of_very_many_braces_is_read() -> None:
    assert plain("$" + "{" * 140 + "x" + "}" * 140 + "$").count("{") == 0
