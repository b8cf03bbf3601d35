"""No record vanishes silently: of a file of any form in which one record is damaged, each other one is read, and the
damaged one is read or reported.
"""

from __future__ import annotations

import random

import pytest

from generator.records import SourceReading
from tests.sources.test_hostile import read

TITLE = "Iron in soil {n} of many"
NUMBERS = range(10, 18)
DAMAGES = 60  # of each form
# The head of a file, one record with its number, the end of the file.
FORMS: dict[str, tuple[str, str, str]] = {
    "ris": ('', 'TY  - JOUR\nTI  - Iron in soil {n} of many\nAU  - Roe, Jane\nAU  - Doe, J{n}\nPY  - 2020\nDO  - 10.1000/a.{n}\nAB  - Soil holds iron.\nER  - \n\n', ''),
    "ris2": ('', 'TY  - JOUR\nAU  - Roe, Jane\nT1  - Iron in soil {n} of many\nJF  - Geoderma\nY1  - 2020/03/01\nN2  - Soil holds iron.\nER  -\n', ''),
    "refworks": ('', 'RT Journal Article\nA1 Roe, Jane\nT1 Iron in soil {n} of many\nYR 2020\nDO 10.1000/a.{n}\n\n', ''),
    "refer": ('', '%0 Journal Article\n%T Iron in soil {n} of many\n%A Roe, Jane\n%D 2020\n%R 10.1000/a.{n}\n\n', ''),
    "nbib": ('', 'PMID- 3199{n}\nOWN - NLM\nTI  - Iron in soil {n} of many and of\n      very many others\nFAU - Roe, Jane\nDP  - 2020\nAB  - Soil holds iron.\n\n', ''),
    "eric": ('', 'OWN - ERIC\nTI  - Iron in soil {n} of many\nAU  - Roe, Jane\nOID - EJ9{n}\nDP  - 2020\n\n', ''),
    "wos": ('FN Clarivate Analytics Web of Science\nVR 1.0\n', 'PT J\nAU Roe, J\n   Doe, J\nTI Iron in soil {n} of many\nSO GEODERMA\nPY 2020\nUT WOS:0000{n}\nER\n\n', 'EF\n'),
    "csv": ('title,authors,year,doi\n', '"Iron in soil {n} of many","Roe, Jane",2020,10.1000/a.{n}\n', ''),
    "csv_plain": ('title,authors,year,doi\n', 'Iron in soil {n} of many,Jane Roe,2020,10.1000/a.{n}\n', ''),
    "csv_abs": ('title,authors,year,doi,abstract\n', '"Iron in soil {n} of many","Roe, Jane",2020,10.1000/a.{n},"Soil holds iron.\nIt is, of course, ""red"".\n\nRoots too."\n', ''),
    "csv_semi": ('Titel;Verfasser;Jahr;DOI\n', 'Iron in soil {n} of many;Roe, Jane;2020;10.1000/a.{n}\n', ''),
    "tsv": ('title\tauthors\tyear\tdoi\n', 'Iron in soil {n} of many\tRoe, Jane\t2020\t10.1000/a.{n}\n', ''),
    "csv_q": ('"title","authors","year"\n', '"Iron in soil {n} of many","Roe, Jane","2020"\n', ''),
    "bibtex": ('', '@article{{roe{n},\n  author = {{Roe, Jane and Doe, John}},\n  title = {{Iron in soil {n} of many}},\n  journal = {{Geoderma}},\n  year = {{2020}},\n  doi = {{10.1000/a.{n}}}\n}}\n\n', ''),
    "bibtex_q": ('', '@inproceedings{{roe{n},\n  author = "Jane Roe",\n  title = "Iron in soil {n} of many",\n  booktitle = "Proc. of {{ICML}}",\n  year = 2020,\n}}\n', ''),
    "bibtex_1": ('', '@misc{{roe{n}, title={{Iron in soil {n} of many}}, year=2020}}\n', ''),
    "json": ('[\n', '{{"title": "Iron in soil {n} of many", "authors": ["Jane Roe"], "year": 2020, "doi": "10.1000/a.{n}"}},\n', '{"title": "Last of all", "year": 2020}]\n'),
    "jsonl": ('', '{{"title": "Iron in soil {n} of many", "authors": ["Jane Roe"], "year": 2020}}\n', ''),
    "csl": ('[\n', '  {{\n    "id": "roe{n}",\n    "type": "article-journal",\n    "title": "Iron in soil {n} of many",\n    "author": [{{"family": "Roe", "given": "Jane"}}],\n    "issued": {{"date-parts": [[2020, 3]]}}\n  }},\n', '  {"id": "z", "type": "book", "title": "Last of all"}\n]\n'),
    "endnote": ('<?xml version="1.0" encoding="UTF-8"?><xml><records>\n', '<record><database name="a">a</database><rec-number>{n}</rec-number><ref-type name="Journal Article">17</ref-type><titles><title>Iron in soil {n} of many</title></titles><dates><year>2020</year></dates></record>\n', '</records></xml>\n'),
    "pubmedxml": ('<?xml version="1.0" ?>\n<PubmedArticleSet>\n', '<PubmedArticle><MedlineCitation><PMID Version="1">3199{n}</PMID><Article><ArticleTitle>Iron in soil {n} of many</ArticleTitle><AuthorList><Author><LastName>Roe</LastName><ForeName>Jane</ForeName></Author></AuthorList></Article></MedlineCitation></PubmedArticle>\n', '</PubmedArticleSet>\n'),
    "atom": ('<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n', '<entry><id>http://arxiv.org/abs/2001.000{n}v1</id><title>Iron in soil {n} of many</title><summary>Soil holds iron.</summary><author><name>Jane Roe</name></author></entry>\n', '</feed>\n'),
    "ebscoxml": ('<?xml version="1.0"?>\n<records>\n', '<rec resultID="{n}"><header shortDbName="cul" uiTerm="99{n}"><controlInfo><jinfo><jtl>Geoderma</jtl></jinfo><artinfo><tig><atl>Iron in soil {n} of many</atl></tig></artinfo></controlInfo></header></rec>\n', '</records>\n'),
    "dblpxml": ('<?xml version="1.0"?>\n<dblp>\n', '<article key="journals/x/R{n}"><author>Jane Roe</author><title>Iron in soil {n} of many.</title><year>2020</year></article>\n', '</dblp>\n'),
    "labelled": ('', '{{Reference Type}}: Journal Article\n{{Title}}: Iron in soil {n} of many\n{{Author}}: Roe, Jane\n{{Year}}: 2020\n\n', ''),
    "ebscotxt": ('', 'Record: {n}\nTitle: Iron in soil {n} of many.\nAuthors: Roe, Jane\nSource: Geoderma, Mar2020; 2(3): 3-14. (12p)\nAccession Number: 99{n}\nDatabase: CINAHL\n\n', ''),
    "cochrane": ('', 'Record #{n} of 18\nID: CN-{n}\nAU: Roe J\nTI: Iron in soil {n} of many\nSO: Geoderma\nYR: 2020\nAB: Soil holds iron.\n\n\n', ''),
    "ovid": ('', '<{n}>\nUnique Identifier\n  99{n}\nTitle\n  Iron in soil {n} of many.\nAuthor\n  Roe J\n  Doe K\nYear of Publication\n  2020\n\n', ''),
    "endnotetxt": ('', 'Reference Type:  Journal Article\nRecord Number: {n}\nAuthor: Roe, Jane\nYear: 2020\nTitle: Iron in soil {n} of many\nJournal: Geoderma\n\n\n', ''),
    "arxiv_list": ('Submissions to:\n', '------------------------------------------------------------\n\\\\\narXiv:2001.000{n}\nDate: Fri, 4 Jan 2019 10:11:12 GMT   (123kb)\n\nTitle: Iron in soil {n} of many\nAuthors: Jane Roe\nCategories: cs.CL\n\\\\\n  Soil holds iron and\nroots.\n\\\\ ( https://arxiv.org/abs/2001.000{n} ,  12kb)\n', ''),
    "embase_row": ('', '"TITLE","Iron in soil {n} of many"\n"AUTHOR NAMES","Roe J.","Doe K."\n"PUBLICATION YEAR","2020"\n"ABSTRACT","Soil holds iron."\n"PUI","L20{n}"\n\n', ''),
    "markdown": ('# Papers\n\n', '- [**Iron in soil {n} of many**](https://arxiv.org/abs/2001.000{n}), Jane Roe, 2020\n', ''),
    "markdown_table": ('# Papers\n\n| Title | Authors | Year | Link |\n|---|---|---|---|\n', '| Iron in soil {n} of many | Jane Roe | 2020 | [pdf](https://arxiv.org/abs/2001.000{n}) |\n', ''),
    "ids": ('', '10.1000/iron.{n}\n', ''),
    "titles": ('', 'Iron in soil {n} of many\n', ''),
    "dump": ('', 'Iron in soil {n} of many and of very few\n\nSoil holds iron in many places. We show that it is {n} times red. It is a long abstract of many words, which goes on.\n\n', ''),
    "tabledump": ('| id | abstract |\n|---|---|\n', '| 2001.000{n} | Soil holds iron in many places. We show that it is {n} times red. |\n', ''),
}  # fmt: skip
WRONG = ["", "x", "{", "}", '"', "\n", " - ", "@misc{a,\n", "<b>", "|", "\\", "TI", "\t", ",,", ";", "'", "]", "[", "</", "&",
         "<", ">", "%", "#", "\n\n", "- ", ": ", "  ", "ER", "1"]  # fmt: skip
STRAY = ["some stray words", "<p>", "{", "@", "TY  - JOUR", "- item", "1."]
BY_CONTENT = ("ids", "tabledump")  # records without a title


def damaged(record: str, chance: random.Random) -> str:
    """The record with some characters replaced, or a line lost, doubled, cut or put in."""
    way = chance.random()
    if way < 0.6:
        place, lost = chance.randrange(len(record)), chance.choice([0, 0, 1, 1, 2, 3, 6, 12])
        return record[:place] + chance.choice(WRONG) + record[place + lost :]
    if way < 0.8:
        place = chance.randrange(len(record))
        return record[:place] + chr(chance.randrange(32, 127)) + record[place + 1 :]
    lines = record.split("\n")
    at = chance.randrange(len(lines))
    cut = lines[at][: chance.randrange(len(lines[at]) + 1)]
    lines[at : at + 1] = chance.choice([[], [lines[at], lines[at]], [cut], [chance.choice(STRAY), lines[at]]])
    return "\n".join(lines)


def numbers_read(name: str, reading: SourceReading) -> set[int]:
    """The numbers of the records that were read, by their titles."""
    texts = [
        f"{record.abstract} {record.id} {record.identifiers}" if name in BY_CONTENT else record.title
        for record in reading.records
    ]
    wanted = "{n}" if name in BY_CONTENT else TITLE
    return {n for n in NUMBERS if any(wanted.format(n=n) in text for text in texts)}


@pytest.mark.parametrize("name", FORMS)
def test_a_file_of_this_form_is_read_whole(name: str) -> None:
    head, form, tail = FORMS[name]
    reading = read((head + "".join(form.format(n=n) for n in NUMBERS) + tail).encode())
    assert numbers_read(name, reading) == set(NUMBERS)
    assert not reading.left_out


@pytest.mark.parametrize("name", FORMS)
def test_damage_in_one_record_makes_none_vanish_silently(name: str) -> None:
    head, form, tail = FORMS[name]
    chance = random.Random(name)
    for _ in range(DAMAGES):
        records = [form.format(n=n) for n in NUMBERS]
        hurt = chance.randrange(len(records))
        records[hurt] = damaged(records[hurt], chance)
        if not records[hurt].strip(" \n\t-|,;#'\"{}[]<>\\/"):
            continue
        reading = read((head + "".join(records) + tail).encode())
        lost = set(NUMBERS) - numbers_read(name, reading) - {NUMBERS[hurt]}
        fewer = len(reading.records) < len(NUMBERS) + tail.count('"title"')
        assert reading.left_out or reading.problems or not (lost or fewer), records[hurt]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (
            "embase_row",
            '"TITLE","Iron in soil 12 of many"\n"AUTHOR NAMES","Roe J."\n"PUBLICATION YEAR","2020"\n"PUI",1',
        ),
        ("markdown", "- [**Iron i - soil 12 of many**](https://arxiv.org/abs/2001.00}12), Jane Roe, 2020"),
    ],
)
def test_a_record_that_the_damaged_one_runs_into_is_read_or_told(name: str, written: str) -> None:
    """Found among 8,777 damaged files."""
    head, form, tail = FORMS[name]
    records = [form.format(n=n) for n in NUMBERS]
    records[NUMBERS.index(12)] = written
    reading = read((head + "".join(records) + tail).encode())
    lost = set(NUMBERS) - numbers_read(name, reading) - {12}
    assert reading.left_out or reading.problems
    assert len(lost) <= 1
