"""Variations of the kinds of `tests/data/cases`, which nobody gave: names, LaTeX, markup, types, fields, tables, lists."""

from __future__ import annotations

from typing import Any

import pytest

from generator.records import Record
from generator.text.math import plain
from tests.sources.conftest import Read

Given = tuple[str, str, dict[str, Any]]  # the text of a file, its name, and facts of its first record


def given(text: str, name: str, **facts: Any) -> Given:
    return text, name, facts


def bib(fields: str, **facts: Any) -> Given:
    return f"@article{{k,\n title = {{Sea ice}},\n {fields}\n}}\n", "a.bib", facts


def btype(entry_type: str, fields: str, **facts: Any) -> Given:
    return f"@{entry_type}{{k,\n {fields}\n}}\n", "a.bib", facts


def title(written: str, shown: str) -> Given:
    return f"@article{{k, title = {{{written}}}, year = 2020}}\n", "a.bib", {"shown": shown}


def marked(written: str, shown: str) -> Given:
    return f"TY  - JOUR\nTI  - {written}\nER  - \n", "a.ris", {"shown": shown}


def ris(lines: str, **facts: Any) -> Given:
    return f"TY  - JOUR\nTI  - Sea ice\n{lines}\nER  - \n", "a.ris", facts


def csv(head: str, row: str, **facts: Any) -> Given:
    return f"{head}\n{row}\n", "a.csv", facts


def md(text: str, **facts: Any) -> Given:
    return text, "a.md", facts


def names(*written: str) -> list[str]:
    return list(written)


VARIATIONS: list[Given] = [
    # names
    bib(r"author = {de la Fuente, Mar{\'i}a del Carmen and {\'O} Briain, Se{\'a}n}",authors=names("de la Fuente, María del Carmen","Ó Briain, Seán")),
    bib(r"author = {Ludwig van Beethoven and Charles Louis Xavier Joseph de la Vall{\'e}e Poussin}",authors=names("van Beethoven, Ludwig","de la Vallée Poussin, Charles Louis Xavier Joseph")),
    bib(r"author = {Martin Luther King, Jr. and King, Jr., Martin Luther}",persons=2),
    bib(r"author = {King, III, Martin Luther}",authors=names("King, III, Martin Luther")),
    bib(r"author = {{The {ATLAS} Collaboration} and Roe, J.}",authors=names("The ATLAS Collaboration","Roe, J.")),
    bib(r"author = {Roe, J. and {for the CRASH-2 Collaborators}}",persons=2),
    bib(r"author = {Jürgen Müller-Lüdenscheidt and Ana-María {de Souza e Silva}}",authors=names("Müller-Lüdenscheidt, Jürgen","de Souza e Silva, Ana-María")),
    bib(r"author = {Nguyễn Văn An and Đặng, Thị Bình}",authors=names("An, Nguyễn Văn","Đặng, Thị Bình")),
    bib(r"author = {{\L}ukasz Kaiser and {\O}ystein Ore and {\AA}ngstr{\"o}m, Anders}",authors=names("Kaiser, Łukasz","Ore, Øystein","Ångström, Anders")),
    bib(r"author = {Erd\H{o}s, P\'al and \v{C}ech, Eduard and \c{C}elik, \.Ilker}",authors=names("Erdős, Pál","Čech, Eduard","Çelik, İlker")),
    bib(r"author = {Roe, Jane\textsuperscript{1,2} and Doe, John\textsuperscript{*}\thanks{Equal.}}",authors=names("Roe, Jane","Doe, John")),
    bib(r"author = {Jane Roe$^{1}$ and John Doe$^{\ddagger}$}",authors=names("Roe, Jane","Doe, John")),
    bib(r"author = {Roe, Jane and Doe, John and et al.}",authors=names("Roe, Jane","Doe, John"),authors_truncated=True),
    bib(r"author = {Ma, Yo-Yo and Li Xiaoming}",authors=names("Ma, Yo-Yo","Xiaoming, Li")),
    bib(r"author = {d'Alembert, Jean and Jean le Rond d'Alembert}",authors=names("d'Alembert, Jean","le Rond d'Alembert, Jean")),
    bib(r"author = {Al-Khwarizmi, M. and ibn Sina, Abu}",authors=names("Al-Khwarizmi, M.","ibn Sina, Abu")),
    bib(r"author = {family=Berg, given=Jan, prefix=van der, useprefix=true and family=Roe, given=Jane}",authors=names("van der Berg, Jan","Roe, Jane")),
    ris("AU  - Roe, Jane, PhD\nAU  - Doe, John, MD, MPH",authors=names("Roe, Jane","Doe, John")),
    ris("AU  - Roe JA\nAU  - van der Berg J",authors=names("Roe, JA","van der Berg, J")),
    ris("AU  - World Health Organization\nAU  - Roe, Jane",authors=names("World Health Organization","Roe, Jane")),
    ris("AU  - Roe, Jane, Jr.\nAU  - Smith, A. B., 3rd",persons=2),
    ris("AU  - 王小明\nAU  - 李, 雷",authors=names("王小明","李, 雷")),
    csv("Title,Authors,Year",'Sea ice,"Roe, J.A., Doe, J., & van Dyk, P.",2020',authors=names("Roe, J.A.","Doe, J.","van Dyk, P.")),
    csv("Title,Authors,Year",'Sea ice,"Jane A. Roe, John Doe and Piet van Dyk",2020',authors=names("Roe, Jane A.","Doe, John","van Dyk, Piet")),
    csv("Title,Authors,Year",'Sea ice,"Roe J, Doe J, et al",2020',authors=names("Roe, J","Doe, J"),authors_truncated=True),
    csv("Title,Authors,Year",'Sea ice,"张三，李四，王五",2020',authors=names("张三","李四","王五")),
    csv("Title,Authors,Year",'Sea ice,"ROE, JANE; DOE, JOHN",2020',persons=2),
    csv("Title,Authors,Year",'Sea ice,"Roe, Jane (ORCID: 0000-0001-2345-6789); Doe, John",2020',authors=names("Roe, Jane","Doe, John")),
    csv("Title,Authors,Year",'Sea ice,"Dr. Jane Roe; Prof. John Doe",2020',authors=names("Roe, Jane","Doe, John")),
    csv("Title,Authors,Year",'Sea ice,"Müller-Lüdenscheidt, Jürgen & O’Neill, Éamon",2020',authors=names("Müller-Lüdenscheidt, Jürgen","O’Neill, Éamon")),
    # latex and markup
    title(r"The {\em Drosophila} genome \& its {\it cis}-elements","The Drosophila genome & its cis-elements"),
    title(r"On $\mathcal{O}(n \log n)$ sorting","On 𝒪(n log n) sorting"),
    title(r"A proof that $P \neq NP$ for $k\ge 3$","A proof that P ≠ NP for k≥ 3"),
    title(r"CO\textsubscript{2} and H$_2$O at 10\,\textdegree C","CO₂ and H₂O at 10 °C"),
    title(r"{{BERT}}: Pre-training of {D}eep {T}ransformers","BERT: Pre-training of Deep Transformers"),
    title(r"``Quoted'' titles --- and dashes--here","“Quoted” titles — and dashes–here"),
    title(r"\textbf{Bold} \texttt{code} \textsc{Small Caps}","Bold code Small Caps"),
    title(r"Na\"{\i}ve caf\'e \ss{} \ae{} \oe{}","Naïve café ß æ œ"),
    title(r"\href{https://example.org}{Linked} title","Linked title"),
    title(r"100\% of \$5 and \#1 \_under\_","100% of $5 and #1 _under_"),
    title(r"$\alpha$-synuclein and $\beta_2$-microglobulin","α-synuclein and β₂-microglobulin"),
    title(r"Sum $\sum_{i=1}^{n} x_i^2$ and $\int_0^\infty f$","Sum ∑ᵢ₌₁ⁿ xᵢ² and ∫₀^∞ f"),
    title(r"{\selectlanguage{german} Über Wärme}","Über Wärme"),
    title(r"\enquote{Hello} world\footnote{A note.}","“Hello” world"),
    title(r"Gr\"obner bases over $\mathbb{F}_q$","Gröbner bases over 𝔽_q"),
    marked("The <i>Drosophila</i> genome &amp; more","The Drosophila genome & more"),
    marked("CO<sub>2</sub> uptake at 10<sup>-3</sup> M","CO₂ uptake at 10⁻³ M"),
    marked("&lt;i&gt;E. coli&lt;/i&gt; in soil","E. coli in soil"),
    marked("&amp;lt;i&amp;gt;E. coli&amp;lt;/i&amp;gt; in soil","E. coli in soil"),
    marked("Effects of p &lt; 0.05 &amp; a &gt; b","Effects of p < 0.05 & a > b"),
    marked("<jats:italic>Homo</jats:italic> <jats:bold>sapiens</jats:bold>","Homo sapiens"),
    marked("Energy of <mml:math><mml:msub><mml:mi>E</mml:mi><mml:mn>0</mml:mn></mml:msub></mml:math> states","Energy of E₀ states"),
    marked("A study of \\(x^2\\) and $$y$$","A study of x² and y"),
    marked("Caf&eacute; &ndash; a review&hellip;","Café – a review…"),
    marked("Snow\u00adfences and zero\u200bwidth","Snowfences and zerowidth"),
    # types
    btype("phdthesis","author={Roe, Jane}, title={Sea ice}, school={MIT}, year=2020, type={{PhD} dissertation}",kind="phdthesis",school="MIT"),
    btype("thesis","author={Roe, Jane}, title={Sea ice}, institution={ETH}, type={mathesis}, date={2020-05}",kind="mastersthesis",school="ETH",year=2020,month=5),
    btype("inbook","author={Roe, Jane}, title={Sea}, booktitle={Ice}, chapter={3}, pages={3--9}, publisher={P}, year=2020",kind="incollection",venue="Ice",pages="3-9"),
    btype("techreport","title={Sea ice}, institution={NASA}, number={TR-7}, type={Technical Memorandum}, year=1999",kind="techreport",number="TR-7",publisher="NASA"),
    btype("dataset","title={Sea ice data}, publisher={Zenodo}, doi={10.5281/zenodo.123}, version={2.1}, year=2021",kind="dataset",publisher="Zenodo"),
    btype("software","title={icepy}, version={3}, url={https://example.org}, year=2021",kind="software"),
    btype("patent","title={Ice machine}, number={US1234567}, holder={Roe Inc.}, year=2001",kind="patent",number="US1234567"),
    btype("online","title={Ice}, url={https://example.org/x}, urldate={2021-02-03}, year=2021",kind="misc"),
    btype("proceedings","title={Proc. of ICE}, editor={Roe, Jane}, year=2020",kind="proceedings",editors=names("Roe, Jane")),
    btype("unpublished","author={Roe, Jane}, title={Sea ice}, note={Manuscript}, year=2020",kind="preprint"),
    btype("misc","title={Ice}, eprint={2101.00001}, archivePrefix={arXiv}, primaryClass={cs.CL}, year=2021",kind="preprint",arxiv="2101.00001"),
    btype("article","title={Ice}, journal={bioRxiv}, doi={10.1101/2020.01.01.123456}, year=2020",kind="preprint"),
    btype("article","title={Ice}, journal={medRxiv preprint}, doi={10.1101/2020.01.01.20123456}, year=2020",kind="preprint"),
    given("TY  - THES\nTI  - Sea ice\nAU  - Roe, Jane\nPB  - ETH\nM3  - Master's thesis\nPY  - 2020\nER  - \n","a.ris", kind="mastersthesis"),
    given("TY  - CHAP\nTI  - Sea\nT2  - Ice\nA2  - Doe, John\nSP  - 1\nEP  - 9\nPY  - 2020\nER  - \n","a.ris", kind="incollection",venue="Ice",editors=names("Doe, John"),pages="1-9"),
    given("TY  - STAND\nTI  - Ice\nSN  - ISO 123\nPY  - 2020\nER  - \n","a.ris", kind="techreport"),
    given("TY  - COMP\nTI  - icepy\nER  - \n","a.ris", kind="software"),
    given("TY  - DATA\nTI  - ice data\nER  - \n","a.ris", kind="dataset"),
    given("TY  - PAT\nTI  - Ice\nIS  - EP123\nER  - \n","a.ris", kind="patent"),
    given("TY  - CONF\nTI  - Sea ice\nT2  - Proc. of ICE 2020\nC3  - ICE\nPY  - 2020\nER  - \n","a.ris", kind="inproceedings"),
    # fields
    ris("PY  - 2020///Spring",year=2020),
    ris("Y1  - 2020/03/14/",year=2020,month=3),
    ris("PY  - 2020\nSP  - e123456",pages="e123456"),
    ris("SP  - 101–9\nPY  - 2020",pages="101-9"),
    ris("DO  - https://doi.org/10.1000/ABC%2F1\nPY  - 2020",doi="10.1000/abc/1"),
    ris("DO  - doi:10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",doi="10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"),
    bib("year = {in press}, journal={J}",year=None),
    bib("date = {2019-12/2020-01}",year=2019),
    bib("date = {2020~}",year=2020),
    bib("month = 3, year = 2020",month=3),
    bib("month = {March/April}, year = 2020",month=3),
    bib("pages = {L23\\,--\\,L31}",pages="L23-L31"),
    bib("volume = {12(3)}",volume="12",number="3"),
    # tables and lists
    csv("题名,作者,刊名,年,摘要","海冰,张三;李四,海洋学报,2020,摘要。",title="海冰",authors=names("张三","李四"),venue="海洋学报",year=2020),
    csv("Titel;Autor;Jahr;Zeitschrift","Meereis;Müller, Jörg;2020;Polarforschung",title="Meereis",authors=names("Müller, Jörg"),year=2020),
    csv("Título;Autor(es);Año;Revista","Hielo;Núñez, José;2020;Polar",title="Hielo",authors=names("Núñez, José"),year=2020),
    csv("Titre,Auteur(s),Année,Revue,Résumé",'Glace,"Côté, Zoé",2020,Pôles,Bref.',title="Glace",authors=names("Côté, Zoé"),year=2020),
    csv("Titolo,Autori,Anno,Rivista",'Ghiaccio,"Rossi, Anna",2020,Poli',title="Ghiaccio",year=2020),
    csv("S.No,Name of the Paper,Name of Authors,Name of Journal,Year of Publication","1,Sea ice,Jane Roe,Polar,2020",title="Sea ice",authors=names("Roe, Jane"),venue="Polar",year=2020),
    csv("#,Paper Title,First Author,Pub. Year,DOI link","1,Sea ice,Roe J,2020,https://doi.org/10.1000/x.1",title="Sea ice",doi="10.1000/x.1",year=2020),
    csv("Ref ID,Authors,Title,Source,Yr","7,Roe J,Sea ice,Polar,2020",title="Sea ice",year=2020),
    md("# L\n- *Sea ice* — Jane Roe, John Doe (2020). <https://arxiv.org/abs/2101.00001>\n- *Roots* — Jane Roe (2021). <https://arxiv.org/abs/2101.00002>\n- [x](https://arxiv.org/abs/2101.00003) Snow fences\n",records=3,title="Sea ice",arxiv="2101.00001"),
    md("# L\n1. Sea ice [[pdf](https://arxiv.org/pdf/2101.00001)] [[code](https://github.com/a/b)]\n2. Roots. ICML 2021. [[pdf](https://arxiv.org/pdf/2101.00002.pdf)]\n",records=2,title="Sea ice",arxiv="2101.00001"),
    md("# L\n\n| Year | Paper | Venue |\n|:-:|---|---|\n| 2020 | [Sea ice](https://arxiv.org/abs/2101.00001) | ICML |\n| 2021 | Roots [link](https://arxiv.org/abs/2101.00002) | ACL |\n",records=2,title="Sea ice",year=2020,venue="ICML"),
    md("# L\n- [Sea ice][1]\n- [Roots][roots], 2021\n\n[1]: https://arxiv.org/abs/2101.00001\n[roots]: https://arxiv.org/abs/2101.00002 \"x\"\n",records=2,title="Sea ice"),
    md("# L\n<ul>\n<li><a href=\"https://arxiv.org/abs/2101.00001\">Sea ice</a></li>\n</ul>\n\n- <a href=\"https://arxiv.org/abs/2101.00002\">Roots and rain</a>\n- [Snow fences](https://arxiv.org/abs/2101.00003)\n",records=3),
    given("arXiv:2101.00001\n2101.00002v3\nhttps://arxiv.org/pdf/2101.00003.pdf\n10.1000/x.1\nhttps://doi.org/10.1000/x.2\nPMID: 31234567\nPMC6400001\nhttps://pubmed.ncbi.nlm.nih.gov/31234568/\nhttps://openreview.net/forum?id=abcDEF123\nhttps://aclanthology.org/P19-1001/\n","ids.txt", records=10),
    given("DOI\n10.1000/x.1\n10.1000/x.2\n","ids.csv", records=2,doi="10.1000/x.1"),
    given("1. Sea ice in the north of the world\n2) Roots and rain in dry years\n(3) Snow fences on high roads\n","t.txt", records=3,title="Sea ice in the north of the world"),
]  # fmt: skip


def fact(record: Record, name: str) -> object:
    if name in ("authors", "editors"):
        return [person.as_last_first for person in getattr(record, name)]
    if name in ("doi", "arxiv", "pmid"):
        return record.identifier(name)
    if name == "persons":
        return len(record.authors)
    return plain(record.title) if name == "shown" else getattr(record, name)


@pytest.mark.parametrize(("text", "name", "facts"), VARIATIONS)
def test_a_variation_is_read_as_it_is_meant(read: Read, text: str, name: str, facts: dict[str, Any]) -> None:
    reading = read(text, name)
    expected = {field: value for field, value in facts.items() if field != "records"}
    assert not reading.left_out
    assert len(reading.records) == facts.get("records", 1)
    assert {field: fact(reading.records[0], field) for field in expected} == expected
