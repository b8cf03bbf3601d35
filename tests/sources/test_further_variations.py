"""Variations of what exporters write, found by writing real-shaped exports of forty programs and looking at each field."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.conftest import Read
from tests.sources.test_variations import Given, bib, csv, fact, given, md, names, ris, title


def people(written: str, *shown: str) -> Given:
    return bib(f"author = {{{written}}}", authors=names(*shown))


def listed(written: str, *shown: str, truncated: bool = False) -> Given:
    return csv("Title;Authors", f'Sea ice;"{written}"', authors=names(*shown), authors_truncated=truncated)


def thesis(tags: str, name: str, kind: str) -> Given:
    return given(tags, name, kind=kind)


WOS = "PT\tAU\tBE\tTI\tSO\tSE\tDT\tPY\tVL\tBP\tEP\tUT"
DIMENSIONS = "Publication ID,DOI,Title,Source title,Anthology title,PubYear,Publication Type,Authors"
XPLORE = '"Document Title",Authors,"Publication Title","Publication Year","DOI",Document Identifier'
NBIB = "PMID- 29763167\nOWN - NLM\n{}FAU - Roe, Jane\nDP  - 2024 Jan\nPT  - Study Guide\nPT  - Book Chapter\n"

VARIATIONS: list[Given] = [
    # names
    people("João e Silva and J. A. y Gasset", "e Silva, João", "y Gasset, J. A."),
    people("Maria Pia De Rosa e Bianchi", "De Rosa e Bianchi, Maria Pia"),
    people("Juan Pérez y Luis García", "y Luis García, Juan Pérez"),  # two persons in one slot, who are not made one family
    people("José Ortega y Gasset and Santiago Ramón y Cajal", "Ortega y Gasset, José", "Ramón y Cajal, Santiago"),
    people("Maria Costa e Silva and Ana de la Cruz", "Costa e Silva, Maria", "de la Cruz, Ana"),
    people("Roe, J. -P. and {\\'E}. -M. Poe", "Roe, J.-P.", "Poe, É.-M."),
    people("Роу Ф. М. and Иванов И.И. and А. С. Попов", "Роу, Ф. М.", "Иванов, И.И.", "Попов, А. С."),
    people("Roe, Jane https://orcid.org/0000-0002-1825-0097 and Poe, Ed (orcid.org/0000-0001-5109-3700)", "Roe, Jane", "Poe, Ed"),
    ris("AU  - European Society of Ice,\nAU  - Roe, Ann", authors=names("European Society of Ice", "Roe, Ann")),
    given("%0 Journal Article\n%T Sea ice\n%A Ministry of Ice,\n%A Roe, A.\n","a.enw",authors=names("Ministry of Ice", "Roe, A.")),
    # in East Asian scripts a comma or a space stands between persons, or between family and given name
    ris("AU  - 山田, 太郎\nAU  - 佐々木, 健太郎", authors=names("山田, 太郎", "佐々木, 健太郎")),
    ris("AU  - 山田, 太郎", authors=names("山田, 太郎")),
    ris("AU  - 佐々木 健太郎", authors=names("佐々木, 健太郎")),
    ris("AU  - 欧阳, 娜娜", authors=names("欧阳, 娜娜")),
    ris("AU  - 王小明, 李华", authors=names("王小明", "李华")),
    ris("AU  - 김민수, 이영희", authors=names("김민수", "이영희")),
    listed("山田, 太郎; 高橋, 大輔", "山田, 太郎", "高橋, 大輔"),
    listed("欧阳修, 雷海青", "欧阳修", "雷海青"),
    listed("남궁민, 금난새", "남궁민", "금난새"),
    listed("남궁, 민수", "남궁, 민수"),
    listed("张三丰, 段誉", "张三丰", "段誉"),
    listed("山田 太郎, 佐藤 花子", "山田, 太郎", "佐藤, 花子"),
    listed("李华 王明", "李华", "王明"),
    people("田中 夏子 and 馬場 万里 and 田村 龍一", "田中, 夏子", "馬場, 万里", "田村, 龍一"),
    ris("AU  - 田中, 朱美", authors=names("田中, 朱美")),
    listed("王明, 朱熹", "王明", "朱熹"),
    listed("李明, 王伟, 等", "李明", "王伟", truncated=True),
    listed("佐藤花子, 山田太郎 ほか", "佐藤花子", "山田太郎", truncated=True),
    # a list that its source cut
    listed("J Roe, MA van Poe, X Zhang…", "Roe, J", "van Poe, MA", "Zhang, X", truncated=True),
    listed("Roe J, Poe A...", "Roe, J", "Poe, A", truncated=True),
    # LaTeX
    title(r"At {\~{}}50{\%} and x{\^{}}2", "At ~50% and x^2"),
    title(r"{\textalpha}-synuclein and \textOmega-3", "α-synuclein and Ω-3"),
    title("Ibn `Arabi and the Sufis' path", "Ibn `Arabi and the Sufis' path"),
    title("On `Oumuamua's orbit and comets' tails", "On `Oumuamua's orbit and comets' tails"),
    title("The `dogs' bone' and a `cat'", "The ‘dogs' bone’ and a ‘cat’"),
    title(r"From \texttildelow 3 to 5", "From ~3 to 5"),
    title("On `the' ice, the dogs' sleds and `it isn't so'", "On ‘the’ ice, the dogs' sleds and ‘it isn't so’"),
    # types and fields
    thesis("TY  - THES\nTI  - Sea ice\nM3  - M.Sc.\nER  - \n", "a.ris", "mastersthesis"),
    thesis("TY  - THES\nTI  - Sea ice\nM3  - Ph.D.\nER  - \n", "a.ris", "phdthesis"),
    thesis("TY  - THES\nTI  - Sea ice\nM3  - Ph.D. thesis, Diplomatic studies\nER  - \n", "a.ris", "phdthesis"),
    thesis("%0 Thesis\n%T Sea ice\n%A Roe, A.\n%9 Masters\n", "a.enw", "mastersthesis"),
    thesis("{Reference Type}: Thesis\n{Title}: 海冰\n{Author}: 张三\n{Type of Work}: 硕士\n{Year}: 2019\n", "a.net", "mastersthesis"),
    csv("Key,Item Type,Title,Author,Type", 'A,thesis,Sea ice,"Roe, A",Master thesis', kind="mastersthesis"),
    csv("Key,Item Type,Title,Author,Type", 'A,thesis,Sea ice,"Roe, A",Dissertation', kind="phdthesis"),
    given('[{"id": 1, "type": "thesis", "genre": "M.Sc.", "title": "Sea ice"}]', "a.json", kind="mastersthesis"),
    given("TY  - ECHAP\nTI  - Sea ice\nT2  - Ice\nER  - \n", "a.ris", kind="incollection", venue="Ice"),
    given("TY  - INPR\nTI  - Sea ice\nT2  - Ice\nER  - \n", "a.ris", kind="article"),
    csv(XPLORE, "Sea nets,,IEEE Std 802.99-2021,2021,10.1109/x.1,IEEE Standards", kind="techreport"),
    csv(XPLORE, "Sea nets,J. -P. Roe,IET Radar,2021,10.1049/x.2,IET Journals", kind="article", authors=names("Roe, J.-P.")),
    csv(XPLORE, "Sea nets,J. Roe,Sea,2021,10.1002/x.3,Wiley-IEEE Press eBook Chapters", kind="incollection"),
    given(f"{WOS}\nS\tRoe, J\tEd, O; Itor, T\tSea ice\tICE BOOK\tNotes on Ice\tArticle; Book Chapter\t2001\t12\t101\t+\tWOS:1\n","w.txt",kind="incollection",editors=names("Ed, O", "Itor, T"),series="Notes on Ice",pages="101"),
    given(f"{WOS}\nJ\tRoe, J\t\tSea ice\tANNALS OF ICE\t\tReview; Book Chapter\t2001\t12\t101\t+\tWOS:1\n","w.txt",kind="article"),
    given("FN Clarivate Analytics Web of Science\nVR 1.0\nPT S\nAU Roe, J\nBE Ed, O\nTI Sea ice\nSO ICE BOOK\nSE Notes on Ice\nDT Article; Book Chapter\nPY 2001\nER\n\nEF\n","w.txt",kind="incollection"),
    given(NBIB.format("TI  - Ice in the heart.\nBTI - StatPearls\n"), "a.nbib", kind="incollection", venue="StatPearls", title="Ice in the heart"),
    given(NBIB.format("BTI - Ice and health\n").replace("PT  - Book Chapter\n", "PT  - Book\n"), "a.nbib", kind="book", title="Ice and health"),
    csv(DIMENSIONS, 'pub.1,10.1000/x.1,Sea ice,Lecture Notes in Ice,Advances in Ice,2021,Chapter,"Roe, J"', venue="Advances in Ice", series="Lecture Notes in Ice"),
    csv(DIMENSIONS, 'pub.1,10.1000/x.1,Sea ice,Atlas of Ice,Atlas of Ice,2021,Chapter,"Roe, J"', venue="Atlas of Ice", series=""),
    csv(DIMENSIONS, 'pub.1,10.1000/x.1,Sea ice,Journal of Ice,,2021,Article,"Roe, J"', venue="Journal of Ice", series=""),
    # tables and lists
    csv("Tytuł;Autorzy;Rok wydania;Czasopismo", "Lód;Wójcik, Żaneta;2015;Morze", title="Lód", year=2015, venue="Morze"),
    csv("Název;Autoři;Rok;Časopis;Strany", "Led;Dvořák, Jan;2015;Moře;1-9", title="Led", year=2015, pages="1-9"),
    csv("Başlık;Yazarlar;Yıl;Dergi", "Buz;Yıldız, Ali;2015;Deniz", title="Buz", authors=names("Yıldız, Ali"), venue="Deniz"),
    csv("Titel;Auteurs;Jaar;Tijdschrift", "IJs;de Vries, Jan;2015;Zee", title="IJs", year=2015, venue="Zee"),
    csv("Tittel;Forfattere;Tidsskrift", "Is;Bø, Kari;Hav", title="Is", authors=names("Bø, Kari"), venue="Hav"),
    md("# L\n- (*ICML'22*) Ice is all you need. [[Paper](https://arxiv.org/abs/2101.00001)]\n", title="Ice is all you need", venue="ICML", year=2022),
    md("# L\n- [KDD '19] Ice floes at scale [[pdf](https://arxiv.org/abs/2101.00001)]\n", title="Ice floes at scale", venue="KDD", year=2019),
    md("| Title | Venue | Paper |\n|---|---|---|\n| **Ice Nets** for seals | CVPR | [x](https://arxiv.org/abs/2101.00001) |\n", title="Ice Nets for seals"),
    md("| Title | Venue | Paper |\n|---|---|---|\n| **Ice Nets for seals** by Roe | CVPR | [x](https://arxiv.org/abs/2101.00001) |\n", title="Ice Nets for seals"),
    md("| Title | Venue | Paper |\n|---|---|---|\n| Ice \\| Water | CVPR | [x](https://arxiv.org/abs/2101.00001) |\n", title="Ice | Water"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "facts"), VARIATIONS)
def test_a_further_variation_is_read_as_it_is_meant(read: Read, text: str, name: str, facts: dict[str, Any]) -> None:
    reading = read(text, name)
    assert not reading.left_out
    assert {field: fact(reading.records[0], field) for field in facts} == facts


@pytest.mark.parametrize(
    "written", ["Le cœur à 5 €", "Œufs et fœtus, une étude", "L'œuvre et ses Œuvres", "Un œil, un œsophage"]
)
def test_french_in_latin_9_is_not_taken_for_windows_1252(read: Read, written: str) -> None:
    reading = read(f"TY  - JOUR\nTI  - {written}\nAU  - Noël, A.\nER  - \n".encode("iso-8859-15"), "a.ris")
    assert reading.records[0].title == written
    assert [problem.message for problem in reading.problems] == [
        "is not UTF-8 text: read as ISO 8859-15 (Western European)"
    ]


@pytest.mark.parametrize(
    "written", ["2½ inch ice, naïve", "A ½inch pipe, café", "½ hour at Noël’s", "A spin½chain, 2½ long", "Résumé ½no"]
)
def test_fractions_in_windows_1252_stay_fractions(read: Read, written: str) -> None:
    text = f"TY  - JOUR\nTI  - {written}\nAU  - Noël, A.\nER  - \n"
    reading = read(text.encode("cp1252"), "a.ris")
    assert reading.records[0].title == written
