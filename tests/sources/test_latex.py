r"""LaTeX of BibTeX values as a person reads it: words inside commands, conditionals, journals' commands, protected capitals."""

from __future__ import annotations

import pytest

from generator.bibliography.latex import latex_title
from generator.records import Record
from generator.sources.bibtex import read
from generator.sources.content import Content
from generator.sources.journal_commands import JOURNALS, journal_of
from generator.sources.latex import decode
from generator.sources.protected import protected


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Sorting \mbox{seaweed} by \fbox{\textsf{colour}}", "Sorting seaweed by colour"),
        (r"Ri\mbox{z}zo and \mbox{\O}vreb{\o}", "Rizzo and Øvrebø"),
        (r"{\relax Ph}ilippe and {\relax Yu}ri", "Philippe and Yuri"),
        (r"\ifmmode \check{Z}\else \v{Z}\fi{}upan", "Župan"),
        (r"Garc\ifmmode \acute{\imath}\else \'{\i}\fi{}a", "García"),
        (r"\ifmmode\mbox{\O}\else\O\fi{}degaard", "Ødegaard"),
        (r"\(n\) and \[m\]", "$n$ and $m$"),
        (r"\[a \\[2pt] b\]", r"$a \\[2pt] b$"),
        (r"cost \( of \(n\)", "cost ( of $n$"),
        (r"The {\em quiet} {\bf hour} {\it of} \textsc{Rome}", "The quiet hour of Rome"),
        (r"\enquote{pauses} in 3\textsuperscript{rd} acts", "“pauses” in 3rd acts"),
        (r"10\textsuperscript{6} cells, H\textsubscript{2}O", "10⁶ cells, H₂O"),
        (r"at \href{https://a.b/~c}{our page}, \url{https://a.b/~c}", "at our page, https://a.b/~c"),
        (r"A reader's {\TeX}book and \LaTeX{} too", "A reader's TeXbook and LaTeX too"),
        (r"z{\raise.17ex\hbox{$\scriptstyle\sim$}}0.4", r"z$\sim$0.4"),
        (r"\(x_i\), \[y\] and $$L^q$$ with \ensuremath{\alpha_i}", r"$x_i$, $y$ and $L^q$ with $\alpha_i$"),
        (r"{\noopsort{1973a}}1973 \protect\emph{works}\footnote{so}", "1973 works so"),
        (r"\textcolor{red}{warm} \foreignlanguage{french}{été}", "warm été"),
        (r"S\~ao \'Etienne \c{C}elik \v{c}\'{\i} \H{o} \k{a} \r{a} \.{I} \d{t} \t{oo}", "São Étienne Çelik čí ő ą å İ ṭ o͡o"),
        (r"\methodname{} beats \othername by 5\%", r"\methodname beats \othername by 5%"),
        (r"\unknown{words} \unknown[opt]{more}", "words more"),
        (r"shown by \citet{smith2020}, see \ref{fig:1}", "shown by […], see […]"),
        (r"a\,b\ c~d\\e -- f --- g ``h''", "a b c d e – f — g “h”"),
        (r"Stra{\ss}e, {\L}\'od\'z, {\AE}r{\o}, na{\"\i}ve", "Straße, Łódź, Ærø, naïve"),
        (r"\MakeUppercase{nasa} \& \textbackslash", "NASA & \\"),
        (r"\MakeTextUppercase{nasa}, \makebox[2cm][c]{boxed}\footnotemark[3]", "NASA, boxed"),
        (r"Sleep\fnref{a} and memory\corref{b}\tnoteref{t1}\inst{1,2}", "Sleep and memory"),
        (r"\bibinfo{title}{Sleep} at \SI{5}{\kilo\gram\per\cubic\metre}, \si{\micro\metre}", "Sleep at 5 kg/m³, µm"),
        (r"\qty{3}{\metre\per\second\squared} and \unit{\mega\hertz} and \si{\furlong}", "3 m/s² and MHz and \\furlong"),
        (r"\texorpdfstring{$\mu$-calculus}{mu-calculus} \discretionary{-}{}{}here", "mu-calculus here"),
    ],
)  # fmt: skip
def test_words_are_kept_and_commands_are_not_shown(written: str, read: str) -> None:
    assert decode(written) == read


@pytest.mark.parametrize("text", ["{", "}", "\\", "\\{", "$", "\\'", "\\v", "\\textsuperscript", "\\href{a}", "\\if", "\\fi", "\\verb|", "{\\em", "\\raise"])  # fmt: skip
def test_what_is_cut_off_is_read_as_far_as_it_goes(text: str) -> None:
    assert decode(f"Tides {text}").startswith("Tides")


def test_reading_twice_changes_nothing() -> None:
    once = decode(r"Stra{\ss}e \emph{is} $x_i$ \textless b \textquotedblleft c")
    assert decode(once) == once


def test_the_whole_list_of_journal_commands_is_known() -> None:
    assert len(JOURNALS) > 90
    assert all(name[0].isupper() and "\\" not in name for name in JOURNALS.values())


@pytest.mark.parametrize(
    ("written", "journal"),
    [
        (r"\mnras", "Monthly Notices of the Royal Astronomical Society"),
        (r"{\apjl}", "The Astrophysical Journal Letters"),
        (r"\aap{}", "Astronomy & Astrophysics"),
        (r"\prd ", "Physical Review D"),
        (r"\unknownjournal", ""),
        (r"Nature", ""),
    ],
)
def test_a_journal_command_is_the_journal(written: str, journal: str) -> None:
    assert journal_of(written) == journal


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("{Gibbs} sampling of counts", "{Gibbs} sampling of counts"),
        ("{B}ayesian {M}arkov chains", "{B}ayesian {M}arkov chains"),
        ("The {Monte Carlo} Method and Its Uses", "The {Monte Carlo} Method and Its Uses"),
        (r"On {\"U}bung Effects in Schools", r"On Übung Effects in Schools"),
        (r"On {{\"U}bung} Effects in Schools", r"On {Übung} Effects in Schools"),
        (r"Growth of \emph{Escherichia} in Milk and Cream", "Growth of {Escherichia} in Milk and Cream"),
        (r"Growth of \underline{Escherichia} in Milk and Cream", "Growth of {Escherichia} in Milk and Cream"),
        (r"Growth of \textnormal{Escherichia} in Milk and Cream", "Growth of {Escherichia} in Milk and Cream"),
        (r"Growth in \MakeTextUppercase{whey} and Cream", "Growth in {WHEY} and Cream"),
        (r"The \textquote{Monte Carlo} Method and Its Uses", "The “{Monte Carlo}” Method and Its Uses"),
        ("{The Whole Title Stands in Braces}", "The Whole Title Stands in Braces"),
        (r"A Reader's {\TeX}book for Printers", "A Reader's {TeXbook} for Printers"),
        ("Deep {GPT-3} for {$\\alpha$} decay", "Deep {GPT-3} for $\\alpha$ decay"),
    ],
)
def test_capitals_that_braces_protect_stay_protected(title: str, written: str) -> None:
    (record,) = read(Content("a.bib", f"@misc{{a, title = {{{title}}}}}".encode()))
    assert isinstance(record, Record)
    assert latex_title(record.title, "utf-8", record.protected) == written


def test_braces_without_a_capital_protect_nothing() -> None:
    assert protected("the {tiny} {B} {case}") == ("{B}",)


@pytest.mark.parametrize(
    ("title", "shown", "notes"),
    [
        (r"Sleep and memory\footnote{Funded by {\em nobody}.}", "Sleep and memory", ["Funded by nobody."]),
        (r"Sleep\thanks{One.} and memory \footnotetext[1]{Two.}", "Sleep and memory", ["One.", "Two."]),
        (r"\marginpar{So}Sleep and memory\todo{check}", "Sleep and memory", ["So", "check"]),
        (r"\protect\emph{Sleep}\protect\footnote{See \cite{doe} at 5\%.}", "Sleep", ["See […] at 5%."]),
    ],
)
def test_a_footnote_in_a_title_is_a_note_of_the_record(title: str, shown: str, notes: list[str]) -> None:
    entry = f"@article{{k, title = {{{title}}}, author = {{Doe, J}}, year = 2001}}"
    (record,) = read(Content("a.bib", entry.encode()))
    assert isinstance(record, Record)
    assert record.title == shown
    assert [text for name, text in record.extra if name == "note"] == notes
