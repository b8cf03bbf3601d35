"""Text as publishers deposit it: HTML, JATS, MathML, entities, all of it also escaped once more."""

from __future__ import annotations

import pytest

from generator.sources.markup import without_markup


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<i>P. rosa</i> at pH &lt; 6", "P. rosa at pH < 6"),
        ("&lt;i&gt;P. rosa&lt;/i&gt; at pH &amp;lt; 6", "P. rosa at pH < 6"),
        ("&amp;lt;b&amp;gt;Bold&amp;lt;/b&amp;gt; &amp;amp; plain", "Bold & plain"),
        ("AT&amp;T &amp; R&D &copy; M&uuml;ller &#8211; caf&#233;", "AT&T & R&D © Müller – café"),
        ('<span class="x">a</span> <a href="https://b.c">link</a>', "a link"),
        ("p < 0.05 and x > 3, a <b and c> d", "p < 0.05 and x > 3, a <b and c> d"),
        ("The token <SEG> and <mask> stay", "The token <SEG> and <mask> stay"),
        ("10<sup>6</sup> cells, 3<sup>rd</sup>, CO<sub>2</sub>, x<sub>max</sub>", "10⁶ cells, 3rd, CO₂, xmax"),
        ("<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>", "One. Two."),
        ("<jats:sec><jats:title>Aims</jats:title><jats:p>To see.</jats:p></jats:sec>", "Aims To see."),
    ],
)
def test_markup_goes_and_the_words_stay(written: str, read: str) -> None:
    assert without_markup(written, folded=True) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<math><msub><mi>N</mi><mn>2</mn></msub></math> gas", "$N_2$ gas"),
        ('<mml:math xmlns:mml="x"><mml:msup><mml:mi>x</mml:mi><mml:mrow><mml:mi>n</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:mrow></mml:msup></mml:math>', "$x^{n+1}$"),
        ("<math><mfrac><mn>1</mn><msqrt><mi>α</mi></msqrt></mfrac></math>", r"$\frac{1}{\sqrt{\alpha }}$"),
        ("&lt;math&gt;&lt;mi&gt;q&lt;/mi&gt;&lt;/math&gt;-series", "$q$-series"),
        ("<m:math><m:mi>Gd</m:mi><m:mi>Zn</m:mi></m:math>", r"$\mathrm{Gd}\mathrm{Zn}$"),
        ("<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x_0</annotation></semantics></math>", "$x_0$"),
        ("<math><mi>broken</math> formula", "$broken$ formula"),
        (r"<tex-math>\documentclass{minimal}\begin{document}$$N_2$$\end{document}</tex-math>", "$N_2$"),
        ("<alternatives><tex-math>$$a$$</tex-math><math><mi>a</mi></math></alternatives>", "$a$"),
        (r"Bounds for $$L^q$$ norms of $${\mathbb {Z}}_5$$-sums", r"Bounds for $L^q$ norms of ${\mathbb {Z}}_5$-sums"),
        (r"where \(x_i\) and \[y\] are", "where $x_i$ and $y$ are"),
        ("$a$$b$ and $c$", "$a$ $b$ and $c$"),
    ],
)  # fmt: skip
def test_formulas_of_every_markup_are_one_kind(written: str, read: str) -> None:
    assert without_markup(written, folded=True) == read


def test_what_was_read_is_not_read_again() -> None:
    once = without_markup(r"A &amp;lt;i&amp;gt;b&amp;lt;/i&amp;gt; $$c_1$$ <sub>2</sub>", folded=True)
    assert without_markup(once, folded=True) == once
