"""The text that databases write: read where its fields have names, else refused by its name, with what to export instead."""

from __future__ import annotations

import pytest

from generator.records import Record
from tests.sources.conftest import Read

ABSTRACT = "We measured lichens on ninety roofs for two years. Growth follows rain with a delay. Slate grows fastest."
REFWORKS = f"""RT Journal Article
SR Electronic(1)
A1 Castellane, Noor
A1 Bakke, Sivert
T1 Lichen growth on slate roofs after rain
JF Roof Ecology
YR 2020
VO 8
IS 2
SP 33
OP 41
AB {ABSTRACT}
DO 10.5555/roofeco.2020.33
LA English

RT Journal Article
SR Electronic(1)
A1 Ilves, Maarja
T1 Swift nests under clay tiles
JF Roof Ecology
YR 2021
VO 9
OP 5-12
"""
NOTEEXPRESS = f"""{{Reference Type}}: Journal Article
{{Title}}: 屋顶地衣的生长
{{Author}}: 林小雨;赵一鸣
{{Author Address}}: 北方大学
{{Journal}}: 屋顶生态
{{Year}}: 2020
{{Volume}}: 8
{{Issue}}: 2
{{Pages}}: 33-41
{{Abstract}}: {ABSTRACT}
{{DOI}}: 10.5555/roofeco.2020.33

{{Reference Type}}: Journal Article
{{Title}}: Swift nests under clay tiles
{{Author}}: Ilves, Maarja
{{Journal}}: Roof Ecology
{{Year}}: 2021
"""
CNKI = """SrcDatabase-来源库: 期刊
Title-题名: 屋顶地衣的生长
Author-作者: 林小雨;赵一鸣
Organ-单位: 北方大学
Source-文献来源: 屋顶生态
Keyword-关键词: 地衣;屋顶
Summary-摘要: 我们测量了九十个屋顶上的地衣。
PubTime-发表时间: 2020-05-01

SrcDatabase-来源库: 期刊
Title-题名: 瓦下的雨燕
Author-作者: 王伟
Source-文献来源: 屋顶生态
Summary-摘要: 雨燕喜欢旧瓦。
PubTime-发表时间: 2021-02-01
"""
PROQUEST = f"""____________________________________________________________

Title: Lichen growth on slate roofs after rain
Author: Castellane, Noor; Bakke, Sivert
Publication title: Roof Ecology
Volume: 8
Issue: 2
Pages: 33-41
Publication year: 2020
Abstract: {ABSTRACT}
DOI: 10.5555/roofeco.2020.33

____________________________________________________________

Title: Swift nests under clay tiles
Author: Ilves, Maarja
Publication title: Roof Ecology
Publication year: 2021
Abstract: Swifts prefer old tiles.

____________________________________________________________
"""
OVID = f"""<1>
Unique Identifier
  31990214.
Title
  Lichen growth on slate roofs after rain.
Source
  Roof Ecology. 8(2):33-41, 2020 Jan.
Authors
  Castellane N
  Bakke S
Abstract
  {ABSTRACT}
Digital Object Identifier
  10.5555/roofeco.2020.33

<2>
Unique Identifier
  31990215.
Title
  Swift nests under clay tiles.
Source
  Roof Ecology. 9(1):5-12, 2021.
Authors
  Ilves M
Abstract
  Swifts prefer old tiles.
"""


def facts(record: Record) -> tuple[str, list[str], int | None, str]:
    return record.title, [name.as_last_first for name in record.authors], record.year, record.venue


@pytest.mark.parametrize(
    ("text", "format_", "first", "second"),
    [
        (
            REFWORKS,
            "RefWorks",
            ("Lichen growth on slate roofs after rain", ["Castellane, Noor", "Bakke, Sivert"], 2020, "Roof Ecology"),
            ("Swift nests under clay tiles", ["Ilves, Maarja"], 2021, "Roof Ecology"),
        ),
        (
            NOTEEXPRESS,
            "labelled text",
            ("屋顶地衣的生长", ["林小雨", "赵一鸣"], 2020, "屋顶生态"),
            ("Swift nests under clay tiles", ["Ilves, Maarja"], 2021, "Roof Ecology"),
        ),
        (
            CNKI,
            "labelled text",
            ("屋顶地衣的生长", ["林小雨", "赵一鸣"], 2020, "屋顶生态"),
            ("瓦下的雨燕", ["王伟"], 2021, "屋顶生态"),
        ),
        (
            PROQUEST,
            "labelled text",
            ("Lichen growth on slate roofs after rain", ["Castellane, Noor", "Bakke, Sivert"], 2020, "Roof Ecology"),
            ("Swift nests under clay tiles", ["Ilves, Maarja"], 2021, "Roof Ecology"),
        ),
        (
            OVID,
            "labelled text",
            ("Lichen growth on slate roofs after rain", ["Castellane, N", "Bakke, S"], 2020, "Roof Ecology"),
            ("Swift nests under clay tiles", ["Ilves, M"], 2021, "Roof Ecology"),
        ),
    ],
    ids=["refworks", "noteexpress", "cnki", "proquest", "ovid"],
)
def test_text_whose_fields_have_names_is_read(
    read: Read, text: str, format_: str, first: tuple[object, ...], second: tuple[object, ...]
) -> None:
    reading = read(text)
    assert reading.format == format_
    assert [facts(record) for record in reading.records] == [first, second]
    assert not reading.left_out


PUBMED_SUMMARY = """1: Castellane N, Bakke S. Lichen growth on slate roofs after rain. Roof Ecol. 2020
Jan;8(2):33-41. doi: 10.5555/roofeco.2020.33. PMID: 31990214.

2: Ilves M. Swift nests under clay tiles. Roof Ecol. 2021;9(1):5-12. PMID: 31990215.
"""
PUBMED_ABSTRACT = f"""1. Roof Ecol. 2020 Jan;8(2):33-41. doi: 10.5555/roofeco.2020.33.

Lichen growth on slate roofs after rain.

Castellane N(1), Bakke S(1).

Author information:
(1)Northern University.

{ABSTRACT}

PMID: 31990214 [Indexed for MEDLINE]
"""
CHINESE = (
    "[1]林小雨,赵一鸣.屋顶地衣的生长[J].屋顶生态,2020,8(02):33-41.\n[2]王伟.瓦下的雨燕[J].屋顶生态,2021,9(01):5-12.\n"
)
EMBASE = f"RECORD 1\n\nTITLE\nLichen growth on slate roofs after rain\n\nABSTRACT\n{ABSTRACT}\n\nCopyright 2020 Elsevier B.V., All rights reserved.\n"
SCOPUS = f"Scopus\nEXPORT DATE: 25 November 2026\n\nCastellane, N., Bakke, S.\nLichen growth on slate roofs after rain\n(2020) Roof Ecology, 8 (2), pp. 33-41.\n\nABSTRACT: {ABSTRACT}\n\nDOCUMENT TYPE: Article\nSOURCE: Scopus\n"


@pytest.mark.parametrize(
    ("text", "what", "instead"),
    [
        (PUBMED_SUMMARY, "PubMed", "format PubMed (.nbib) or CSV"),
        (PUBMED_ABSTRACT, "PubMed", "format PubMed (.nbib) or CSV"),
        (CHINESE, "list of references", "BibTeX, RIS or CSV"),
        (EMBASE, "Embase", "RIS or CSV"),
        (SCOPUS, "Scopus", "CSV, RIS or BibTeX"),
    ],
    ids=["pubmed-summary", "pubmed-abstract", "chinese-references", "embase", "scopus"],
)
def test_text_for_people_is_refused_by_its_name_with_what_to_export(
    read: Read, text: str, what: str, instead: str
) -> None:
    for whole in (text, text * 5):
        reading = read(whole)
        assert reading.records == ()
        (piece,) = reading.left_out
        assert what in piece.reason
        assert instead in piece.reason


OVID_BELOW = """<1>
Unique Identifier
  25812345
Title
  Sleep and memory in dockers: a randomised trial.
Source
  Journal of Harbours. 12(3):101-110, 2015 Mar.
Authors
  Ruiz I; Hall F
Abstract
  BACKGROUND: Sleep is needed. RESULTS: It is.

<2>
Unique Identifier
  16412345
Title
  Grazing on two islands.
Source
  Grazing Science. 5(1):10-22, 2006.
"""
PROQUEST = """____________________________________________________________

Document 1 of 1

Sleep and memory in dockers

Author: Ruiz, Ines; Hall, Finn

Publication info: Journal of Harbours ; Oxford  Vol. 12, Iss. 3,  (Mar 2015): 101-110.

Abstract: Sleep is needed.

Title: Sleep and memory in dockers

Author: Ruiz, Ines; Hall, Finn

Publication title: Journal of Harbours; Oxford

Publication year: 2015

ProQuest document ID: 1661234567
"""
COCHRANE = """Record #1 of 1
ID: CN-01234567
AU: Ruiz I
AU: Hall F
TI: Sleep and memory in dockers: a randomised trial
SO: Journal of harbours
YR: 2015
AB: Background: Sleep is needed.
US: https://www.cochranelibrary.com/central/doi/10.1002/central/CN-01234567/full
CC: Skills
"""


def test_a_colon_in_a_value_below_its_name_begins_no_field(read: Read) -> None:
    first, second = read(OVID_BELOW).records
    assert first.title == "Sleep and memory in dockers: a randomised trial"
    assert first.abstract == "BACKGROUND: Sleep is needed. RESULTS: It is."
    assert (second.title, second.year, second.volume) == ("Grazing on two islands", 2006, "5")


def test_authors_that_proquest_gives_twice_are_read_once(read: Read) -> None:
    (record,) = read(PROQUEST).records
    assert [name.family for name in record.authors] == ["Ruiz", "Hall"]
    assert record.venue == "Journal of Harbours"
    assert ("Oxford" in record.address) or ("Oxford" in str(record.extra))


def test_what_follows_an_abstract_of_the_cochrane_library_is_no_part_of_it(read: Read) -> None:
    (record,) = read(COCHRANE).records
    assert record.abstract == "Background: Sleep is needed."


def test_citations_of_ovid_as_text_are_refused_by_name(read: Read) -> None:
    cited = "1. \nSleep and memory in dockers.\nRuiz I; Hall F.\nJournal of Harbours. 12(3):101-110, 2015 Mar.\n"
    text = "".join(
        f"{cited}[Journal Article. Review]\nUI: 2581234{at}\nAbstract\nSleep is needed.\n\n" for at in range(3)
    )
    reading = read(text)
    assert not reading.records
    assert "Ovid" in reading.left_out[0].reason
