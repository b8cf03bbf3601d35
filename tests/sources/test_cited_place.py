"""A column that holds journal, year, volume and pages in one cell, in the languages in which people keep such lists."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read

CITED = [
    (
        "Deutsche Medizinische Wochenschrift 145 (2020) 3, S. 12-19",
        ("Deutsche Medizinische Wochenschrift", "2020", "145", "3", "12-19"),
    ),
    (
        "Zeitschrift für Pädagogik 65 (2019), H. 3, S. 345-367",
        ("Zeitschrift für Pädagogik", "2019", "65", "3", "345-367"),
    ),
    ("In: Psychologische Rundschau, 70 (2019) 2, S. 85-99", ("Psychologische Rundschau", "2019", "70", "2", "85-99")),
    ("Soziale Welt, Jg. 71, Heft 1, 2020, S. 12-34", ("Soziale Welt", "2020", "71", "1", "12-34")),
    (
        "Berliner Journal für Soziologie, 2018, 28(3-4), 355-376",
        ("Berliner Journal für Soziologie", "2018", "28", "3-4", "355-376"),
    ),
    ("Pflege 2019;32(4):189-197", ("Pflege", "2019", "32", "4", "189-197")),
    ("Der Chirurg. 2021;92:345-351", ("Der Chirurg", "2021", "92", "", "345-351")),
    (
        "Revue française de sociologie, vol. 61, n° 2, 2020, p. 215-247",
        ("Revue française de sociologie", "2020", "61", "2", "215-247"),
    ),
    ("Population, 2019/3 (Vol. 74), p. 381-407", ("Population", "2019", "74", "3", "381-407")),
    (
        "Revue d'épidémiologie et de santé publique, 2018, 66 (4), pp. 273-280",
        ("Revue d'épidémiologie et de santé publique", "2018", "66", "4", "273-280"),
    ),
    (
        "Annales. Histoire, Sciences Sociales, 74e année, n° 2, 2019, pp. 345-370",
        ("Annales. Histoire, Sciences Sociales", "2019", "74", "2", "345-370"),
    ),
    (
        "Revista Española de Salud Pública, 2019, vol. 93, núm. 2, pp. 1-14",
        ("Revista Española de Salud Pública", "2019", "93", "2", "1-14"),
    ),
    ("Revista de Saúde Pública, v. 53, n. 2, p. 12-25, 2019", ("Revista de Saúde Pública", "2019", "53", "2", "12-25")),
    ("Gaceta Sanitaria. 2020;34(2):156-163", ("Gaceta Sanitaria", "2020", "34", "2", "156-163")),
    (
        "Educação e Pesquisa, São Paulo, v. 45, e187853, 2019",
        ("Educação e Pesquisa, São Paulo", "2019", "45", "", "e187853"),
    ),
    ("J Clin Oncol. 2019 Mar;12(3):45-9", ("J Clin Oncol", "2019", "12", "3", "45-9")),
    (
        "Lutra Med. 2020 Feb 3;114(1):12-9. doi: 10.1080/2047. Epub 2020 Jan 30.",
        ("Lutra Med", "2020", "114", "1", "12-9"),
    ),
    (
        "Journal of Clinical Oncology. 37(12):1234-1245, 2019 Apr 20.",
        ("Journal of Clinical Oncology", "2019", "37", "12", "1234-1245"),
    ),
    (
        "American Journal of Psychiatry. Vol.176(3), 2019, pp. 186-195.",
        ("American Journal of Psychiatry", "2019", "176", "3", "186-195"),
    ),
    ("Nature, Vol. 521, No. 7553, pp. 436-444, 2015", ("Nature", "2015", "521", "7553", "436-444")),
    ("Nature 521, 436-444 (2015)", ("Nature", "2015", "521", "", "436-444")),
    ("IEEE Access, vol. 7, pp. 12345-12356, 2019", ("IEEE Access", "2019", "7", "", "12345-12356")),
    ("Ecology Letters, 22(3): 456-468 (2019)", ("Ecology Letters", "2019", "22", "3", "456-468")),
    (
        "International Journal of Nursing Studies, 2018, 85, 12-20",
        ("International Journal of Nursing Studies", "2018", "85", "", "12-20"),
    ),
    (
        "Proceedings of the 12th Conference on Roots, pages 84-91, 2018",
        ("Proceedings of the 12th Conference on Roots", "2018", "", "", "84-91"),
    ),
    (
        "Lancet (London, England) 2019; 393(10170): 407-415",
        ("Lancet (London, England)", "2019", "393", "10170", "407-415"),
    ),
    ("BMJ Open 2020;10:e034567", ("BMJ Open", "2020", "10", "", "e034567")),
    ("PLoS ONE 14(3): e0213456, 2019", ("PLoS ONE", "2019", "14", "3", "e0213456")),
    ("Rivista di psichiatria, 2018, 53(2), 80-87", ("Rivista di psichiatria", "2018", "53", "2", "80-87")),
    ("中国护理管理, 2019, 19(3): 345-350", ("中国护理管理", "2019", "19", "3", "345-350")),
    ("日本看護科学会誌 39巻 123-131頁 2019年", ("日本看護科学会誌", "2019", "39", "", "123-131")),
    ("Вопросы психологии. 2019. № 3. С. 45-58", ("Вопросы психологии", "2019", "", "3", "45-58")),
    ("Journal of Applied Ecology 45(2), S. 123-131", ("Journal of Applied Ecology", "", "45", "2", "123-131")),
    ("Science, 2019, 363 (6429)", ("Science", "2019", "363", "6429", "")),
    ("Ökologie 12/2019, S. 34-39", ("Ökologie", "2019", "", "12", "34-39")),
]


@pytest.mark.parametrize("column", ["Quelle", "Source", "Journal"])
def test_a_cell_that_gives_the_whole_place_is_read_as_its_parts_and_kept(read: Read, column: str) -> None:
    rows = "".join(f'Otters at sea {n + 30},"{cell}"\n' for n, (cell, _) in enumerate(CITED))
    records = read(f"Title,{column}\n{rows}", "a.csv").records
    for record, (cell, parts) in zip(records, CITED, strict=True):
        year = str(record.year) if record.year else ""
        assert (record.venue, year, record.volume, record.number, record.pages) == parts
        assert (column, " ".join(cell.split())) in record.extra


@pytest.mark.parametrize(
    "name",
    [
        "Nature", "ICML 2019", "Proceedings of the 12th Conference on Roots", "Lecture Notes in Computer Science 12345",
        "2019 IEEE International Conference on Otters", "3 Biotech", "F1000Research", "Studies in 19th-century music 12",
        "Otters at Sea (Book 2, Part 3, London 2019)", "S. Afr. Med. J.", "NeurIPS 2020 Workshop, Vancouver, Dec 12-13",
        "Zeitschrift für Pädagogik, Beiheft", "Journal of Physics: Conference Series 1234",
        "Interspeech 2020, 25-29 October", "CHI 2017, May 06-11", "KDD 2020 (23-27 August)",
    ],
)  # fmt: skip
def test_a_name_with_numbers_in_it_stays_a_name(read: Read, name: str) -> None:
    (record,) = read(f'Title,Quelle,Jahr\nOtters at sea,"{name}",2018\n', "a.csv").records
    assert (record.venue, record.year, record.volume, record.pages) == (name, 2018, "", "")


def test_columns_of_their_own_go_before_the_cell_that_holds_everything(read: Read) -> None:
    (record,) = read('Title,Quelle,Band,Jahr\nOtters at sea,"Pflege 2019;32(4):189-197",33,2020\n', "a.csv").records
    assert (record.venue, record.year, record.volume, record.pages) == ("Pflege", 2020, "33", "189-197")


def test_a_cell_of_one_place_is_read_in_a_text_of_labels_too(read: Read) -> None:
    text = "".join(
        f"Title: Otters at sea {n}\nAuthor: Roe, Ann\nSource: Pflege 2019;32(4):{n}-197\nYear: 2019\n\n"
        for n in (188, 189)
    )
    records = read(text, "a.txt").records
    assert [(r.venue, r.volume, r.number, r.pages) for r in records] == [
        ("Pflege", "32", "4", "188-197"),
        ("Pflege", "32", "4", "189-197"),
    ]


@pytest.mark.parametrize(
    ("cell", "venue", "volume"),
    [
        ("NeurIPS 2020, 33", "NeurIPS", "33"),
        ("AAAI 2020 34", "AAAI", "34"),
        ("ICML (2019), 97", "ICML", "97"),
        ("The Lancet, 2020, 395", "The Lancet", "395"),
        ("Nature 521, 2015", "Nature", "521"),
        ("Cell 2019; 176", "Cell", "176"),
    ],
)
def test_a_lone_number_beside_the_year_is_the_volume_and_no_page(
    read: Read, cell: str, venue: str, volume: str
) -> None:
    (record,) = read(f'Title,Authors,Journal\nOtters,Ann Roe,"{cell}"\n', "a.csv").records
    assert (record.venue, record.volume, record.number, record.pages) == (venue, volume, "", "")


@pytest.mark.parametrize("cell", ["ACL 2020, 7871", "EMNLP 2021, 2765"])
def test_a_long_lone_number_may_be_anything_and_stays_in_the_cell(read: Read, cell: str) -> None:
    (record,) = read(f'Title,Authors,Journal\nOtters,Ann Roe,"{cell}"\n', "a.csv").records
    assert (record.venue, record.volume, record.pages) == (cell, "", "")
