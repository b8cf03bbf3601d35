"""What letters mean in mhchem's formulas, EndNote's styles and the spaces of TeX; and Org mode's links in a table."""

from __future__ import annotations

import pytest

from generator.sources.latex import decode
from tests.sources.conftest import Read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"Removal of \ce{Ca^2+} and \ce{SO4^2-}", "Removal of Ca²⁺ and SO₄²⁻"),
        (r"\ce{Fe^{3+}} in \ce{H2^{18}O}", "Fe³⁺ in H₂¹⁸O"),
        (r"\ce{Na+}/\ce{K+} exchange", "Na⁺/K⁺ exchange"),
        (r"$\ce{CO2}$ uptake", "CO₂ uptake"),
        (r"Kinetics of \ce{2H2 + O2 -> 2H2O}", "Kinetics of 2H₂ + O₂ → 2H₂O"),
        (r"\ce{A <=> B}", "A ⇌ B"),
        (r"Ageing of \ce{LiNi_{0.8}Co_{0.2}O2}", "Ageing of LiNi0.8Co0.2O₂"),
        (r"The command \ce itself", r"The command \ce itself"),
        (r"The bond \ce{C-C}", "The bond C-C"),
        (r"The \cf{H2O} of old", "The H₂O of old"),
    ],
)
def test_chemical_formulas_are_text(written: str, meant: str) -> None:
    assert decode(written) == meant


@pytest.mark.parametrize("space", [r"\hspace{0.2em}", r"\hspace*{2mm}", r"\hspace{\fill}", r"\hskip 1em plus 2pt "])
def test_a_space_of_tex_parts_words(space: str) -> None:
    assert decode(f"grey{space}seals") == "grey seals"


@pytest.mark.parametrize("space", [r"\hspace{-0.1em}", r"\hspace{0.5pt}", r"\kern-.1em ", r"\hskip-1pt"])
def test_what_only_moves_letters_parts_no_words(space: str) -> None:
    assert decode(f"Deep{space}Mind").replace(" ", "") == "DeepMind"
    assert " " not in decode(f"Deep{space.strip()}{{Mind}}")


ENDNOTE = """<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="x.enl">x</database>
<rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type><titles><title>{title}</title></titles>
<dates><year><style face="normal" font="default" size="100%">2001</style></year></dates></record></records></xml>"""


def styled(text: str, font: str = "default", face: str = "normal") -> str:
    """A piece of text as EndNote writes it."""
    return f'<style face="{face}" font="{font}" size="100%">{text}</style>'


@pytest.mark.parametrize(
    ("pieces", "title"),
    [
        ((styled("Blocking TNF-"), styled("a", "Symbol"), styled(" in mice")), "Blocking TNF-α in mice"),
        ((styled("b", "Symbol", "italic"), styled("-carotene")), "β-carotene"),
        ((styled("\uf06d", "Symbol"), styled("-opioid receptors")), "μ-opioid receptors"),
        ((styled("Above 10"), styled("6", face="superscript"), styled(" cells")), "Above 10⁶ cells"),
        ((styled("CO"), styled("2", face="subscript"), styled(" uptake")), "CO₂ uptake"),
        ((styled("The 3"), styled("rd", face="superscript"), styled(" wave")), "The 3rd wave"),
        ((styled("Alpha and omega", "Times"),), "Alpha and omega"),
    ],
)
def test_styles_of_endnote_say_which_letters_are_meant(read: Read, pieces: tuple[str, ...], title: str) -> None:
    (record,) = read(ENDNOTE.format(title="".join(pieces)), "a.xml").records
    assert record.title == title


def test_a_table_with_a_link_of_org_mode_is_asked_for_its_columns(read: Read) -> None:
    rows = "Name of work,Who,When,Comment\nA moor,Roe A,2001,[[https://x.org/a][slides]]\nA lake,Doe B,2003,\n"
    (whole,) = read(rows, "a.csv").left_out
    assert "is a table" in whole.reason
    (whole,) = read("* Papers\n** [[https://x.org/y][A moor]]\n** [[https://x.org/z][A lake]]\n", "a.org").left_out
    assert "Org mode" in whole.reason


@pytest.mark.parametrize(
    "name",
    ["Tomáš Novák", "Petr Kříž", "Růžička", "Vojtěch Malý", "Milan Šimek", "Bożena Kaźmierczak", "Jiří Šťastný"],
)
def test_one_name_in_iso_8859_2_is_enough_to_tell(read: Read, name: str) -> None:
    text = f"TY  - JOUR\nAU  - {name}\nTI  - Growth of barley\nPY  - 2001\nER  - \n"
    (record,) = read(text.encode("iso8859-2"), "a.ris").records
    assert record.authors[0].as_first_last == name


@pytest.mark.parametrize(
    "name",
    ["Jürgen Müller", "José García", "Søren Sæther", "João Gonçalves", "Þórður Jónsson", "Renée Citroën", "Mª Núñez"],
)
def test_one_western_name_is_read_as_before(read: Read, name: str) -> None:
    text = f"TY  - JOUR\nAU  - {name}\nTI  - Growth of barley\nPY  - 2001\nER  - \n"
    (record,) = read(text.encode("cp1252"), "a.ris").records
    assert record.authors[0].as_first_last == name


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (r"The \ce{\beta}-phase of iron", "The β-phase of iron"),
        (r"Films of \ce{\alpha-Fe2O3} on glass", "Films of α-Fe₂O₃ on glass"),
        (r"Use of \ce{\textit{n}-BuLi} in flow", "Use of n-BuLi in flow"),
        (r"Fuels of \ce{{\"U}O2} in cores", "Fuels of ÜO₂ in cores"),
    ],
)
def test_commands_within_a_formula_are_read(read: Read, written: str, title: str) -> None:
    (record,) = read(f"@article{{a, title = {{{written}}}, year = 2020}}\n", "a.bib").records
    assert record.title == title
