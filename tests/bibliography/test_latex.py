from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bibliography.latex import latex, latex_title, unescape
from generator.text.escape import visible


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("R&D is 100% of #1_a", r"R\&D is 100\% of \#1\_a"),
        ("from $5 to $10", r"from \$5 to \$10"),
        ("H$_2$O", "H$_2$O"),
        ("an $O(n^2)$ bound", "an $O(n^2)$ bound"),
        ("$\\input{/etc/passwd}$", r"\$\input"),
        ("$x}{$", r"\$x{\textbraceright}"),
        ("a \\ b ~ c ^", r"a {\textbackslash} b {\textasciitilde} c {\textasciicircum}"),
        ("bi\u202edi\x07", "bidi"),
    ],
)
def test_text_prints_as_it_is(text: str, written: str) -> None:
    if "input" in text:
        assert "\\input" not in latex(text).replace(r"{\textbackslash}input", "")
    elif "x}{" in text:
        assert latex(text).startswith(written)
    else:
        assert latex(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Gödel, Ångström, Çelik", r"G{\"o}del, {\AA}ngstr{\"o}m, {\c C}elik"),
        ("Łukasz Øster Weiß œuvre", r"{\L}ukasz {\O}ster Wei{\ss} {\oe}uvre"),
        ("naïve", r"na{\"{\i}}ve"),
        ("Nguyễn", r"Nguy{\~{\^e}}n"),
        ("“A” – B…", r"``A'' -- B{\ldots}"),
        ("α-divergence", r"{$\alpha$}-divergence"),
        ("ﬁne", "fine"),
        ("½ of 20 ¥ and ⅓ ⊢ 3‰", r"{\textonehalf} of 20 {\textyen} and {$\frac{1}{3}$} {$\vdash$} 3{\textperthousand}"),
        ("深度 x", "ShenDu x"),
        ("Иван 😀", r"Ivan {\textless}U+1F600{\textgreater}"),
        ("$\\alpha≤β$", r"$\alpha\leq \beta $"),
    ],
)
def test_classic_bibtex_gets_ascii(text: str, written: str) -> None:
    assert latex(text, "ascii") == written


@pytest.mark.parametrize(
    ("title", "written"),
    [
        (
            "BERT: Pre-training of Deep Bidirectional Transformers",
            "{BERT}: Pre-training of Deep Bidirectional Transformers",
        ),
        ("LLaMA and GPT-3", "{LLaMA} and {GPT}-3"),
        ("Moving from C and C++ to C#, F# and Q+", "Moving from C and {C++} to {C\\#}, {F\\#} and {Q+}"),
        ("Exploring T5 (and XLNet)", "Exploring {T5} (and {XLNet})"),
        ("Attention Is All You Need", "Attention Is All You Need"),
        ("ATTENTION IS ALL YOU NEED", "ATTENTION IS ALL YOU NEED"),
        ("H$_2$O: Oracle", "{H$_2$O}: Oracle"),
        ("An $O(N)$ bound", "An {$O(N)$} bound"),
        (
            "Evaluating large models of the spoken Arabic language: Some early results",
            "Evaluating large models of the spoken {Arabic} language: Some early results",
        ),
        ("AT&T's A/B Tests", r"{AT\&T's} A/B Tests"),
        ("Speech at ÉCOLE", "Speech at {ÉCOLE}"),
    ],
)
def test_only_words_that_need_it_keep_their_capitals(title: str, written: str) -> None:
    assert latex_title(title) == written


WILD = st.text(
    st.one_of(st.sampled_from(list("{}\\$%&#_^~\"'`,:-@ aBé\u0301深😀\u202e\x00<|")), st.characters(codec="utf-8")),
    max_size=60,
)


@settings(max_examples=300)
@given(WILD)
def test_any_text_is_balanced_and_can_be_read_back(text: str) -> None:
    for write in (latex, latex_title):
        for charset in ("utf-8", "ascii"):
            written = write(text, charset)
            depth = 0
            for character in written:
                depth += (character == "{") - (character == "}")
                assert depth >= 0
            assert depth == 0
            assert "\n" not in written
            if charset == "ascii":
                assert written.isascii()
    if "$" not in text:
        import unicodedata

        assert unescape(latex_title(text)) == unescape(latex(text)) == unicodedata.normalize("NFC", visible(text))
