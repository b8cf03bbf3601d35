"""Files in the encodings before UTF-8: found by what the file says of itself, or by how its letters fit together."""

from __future__ import annotations

import pytest

from generator.config.settings import Settings
from tests.sources.conftest import Read

RUSSIAN = "Заголовок;Авторы;Год\nДороги в вечной мерзлоте: обзор;Петров, Иван;2019\n"
CHINESE = "标题,作者,年份\n水稻根系的三维成像研究,张三,2020\n"
TAIWANESE = "標題,作者,年份\n臺灣水稻根系的研究,張三,2020\n"
JAPANESE = "題名,著者,発行年\n都市河川の水質について,田中 春樹,2018\n"
KOREAN = "제목,저자,연도\n도시 하천의 수질 연구,김철수,2018\n"
POLISH = "Dział;Title;Year\nx;Źródła wiedzy o łąkach;2011\n"
GERMAN = "Titel;Autoren;Jahr\nÖfen und Räuchern für Größen;Müller, Jürgen;2011\n"
FRENCH = "Titre;Auteurs;Année\nLe goût des élèves à l’école;Lefèvre, Éric;2011\n"
SPANISH = "Título;Autores;Año\n¿Qué piensan los niños?;Ibáñez, Íñigo;2011\n"
NORDIC = "Title;Authors;Year\nBlåbær på fjellet;Østby, Søren;2011\n"


@pytest.mark.parametrize(
    ("text", "encoding", "called"),
    [
        (RUSSIAN, "cp1251", "Windows-1251 (Cyrillic)"),
        (RUSSIAN, "koi8_r", "KOI8-R (Cyrillic)"),
        (CHINESE, "gb18030", "GB 18030 (Chinese)"),
        (CHINESE, "gb2312", "GB 18030 (Chinese)"),
        (TAIWANESE, "big5", "Big5 (Chinese)"),
        (JAPANESE, "cp932", "Shift JIS (Japanese)"),
        (JAPANESE, "euc_jp", "EUC-JP (Japanese)"),
        (KOREAN, "cp949", "EUC-KR (Korean)"),
        (POLISH, "cp1250", "Windows-1250 (Central European)"),
        *((text, "cp1252", "Windows-1252") for text in (GERMAN, FRENCH, SPANISH, NORDIC)),
        *((text, "mac_roman", "Mac OS Roman") for text in (GERMAN, FRENCH, SPANISH, NORDIC)),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_table_is_read_as_its_writer_saw_it_and_the_encoding_is_told(
    read: Read, text: str, encoding: str, called: str, ends: str
) -> None:
    title = next(cell for cell in text.split("\n")[1].replace(";", ",").split(",") if len(cell) > 3)
    reading = read(text.replace("\n", ends).encode(encoding), "a.csv")
    assert [record.title for record in reading.records] == [title]
    assert [problem.message for problem in reading.problems] == [f"is not UTF-8 text: read as {called}"]


@pytest.mark.parametrize(
    ("head", "encoding", "title"),
    [
        ("% Encoding: ISO8859_1\n", "latin-1", "Ä"),
        ("%% Saved with string encoding Western (Mac OS Roman) \n", "mac_roman", "Weiß"),
        ("% Encoding: Cp1251\n", "cp1251", "Ёж"),
        ("% Encoding: windows-1250\n", "cp1250", "Erdős"),
    ],
)
def test_what_a_bibliography_says_of_its_encoding_goes_before_a_guess(
    read: Read, head: str, encoding: str, title: str
) -> None:
    (record,) = read(f"{head}@misc{{a, title = {{{title}}}, year = 2001}}".encode(encoding), "a.bib").records
    assert record.title == title


def test_an_encoding_that_the_bytes_contradict_is_not_believed(read: Read) -> None:
    data = b"% Encoding: Shift_JIS\n@misc{a, title = {Gr" + "öß".encode("cp1252") + b"e}, year = 2001}"
    assert [record.title for record in read(data, "a.bib").records] == ["Größe"]


@pytest.mark.parametrize("encoding", ["gb18030", "cp932"])
def test_an_export_of_tags_is_read_too(read: Read, encoding: str) -> None:
    ris = "TY  - JOUR\r\nTI  - 水田的研究について\r\nAU  - 田中, 春\r\nJO  - 水文学会誌\r\nPY  - 2018\r\nER  - \r\n"
    (record,) = read(ris.replace("について", "").encode(encoding), "a.ris").records
    assert (record.title, record.venue, record.year) == ("水田的研究", "水文学会誌", 2018)


def test_one_line_of_another_encoding_does_not_decide_that_of_a_file(read: Read) -> None:
    data = "Title;Year\nÄhren über Flüssen;2001\n".encode() + "Öfen für Größen;2002\n".encode("cp1252")
    assert [record.title for record in read(data, "a.csv").records] == ["Ähren über Flüssen", "Öfen für Größen"]


@pytest.mark.parametrize(
    "title",
    ["Women’s work and children’s games", "“Well”—it’s said", "Alzheimer´s disease", "A ratio of 5‰ in rivers"],
)
def test_apostrophes_and_signs_of_windows_1252_are_no_characters_of_another_script(read: Read, title: str) -> None:
    reading = read(("Title;Year\n" + f"{title};2001\n" * 6).encode("cp1252"), "a.csv")
    assert {record.title for record in reading.records} == {title}


def test_accents_between_letters_are_no_characters_of_another_script(read: Read) -> None:
    title = "Étude des systèmes mélangés en région"
    reading = read(("Title;Year\n" + f"{title};2001\n" * 6).encode("mac_roman"), "a.csv")
    assert {record.title for record in reading.records} == {title}


@pytest.mark.parametrize("head", ["", "% Encoding: GBK\n", "% Encoding: Cp1252\n"])
@pytest.mark.parametrize(
    "title", ["Educación de los niños en la región", "Blåbær på fjellet", "水稻根系的三维成像研究"]
)
def test_one_fault_in_utf8_does_not_make_it_another_encoding(read: Read, head: str, title: str) -> None:
    entries = "".join(f"@misc{{a{number}, title = {{{title}}}, year = 2001}}\n" for number in range(6))
    data = f"{head}{entries}".encode() + b"@misc{b, title = {Le caf\xe9 noir}, year = 2001}\n"
    reading = read(data, "a.bib")
    assert [record.title for record in reading.records] == [title] * 6 + ["Le café noir"]


@pytest.mark.parametrize("title", ["ウェブサイトの設定", "クイック検索と最終更新日"])
def test_japanese_letters_are_not_taken_for_traditional_chinese(read: Read, title: str) -> None:
    assert read(f"Title;Year\n{title};2001\n".encode("euc_jp"), "a.csv").records[0].title == title


# (encoding, title in the language, people): letters that other encodings of Windows have, too, as other letters
OF_LANGUAGES = {
    "Polish": ("cp1250", "Ocena jakości życia chorych po złamaniu żuchwy", "Wójcik, Łukasz; Zięba, Małgorzata"),
    "Czech": ("cp1250", "Čtenářská gramotnost žáků při výuce dějepisu", "Dvořák, Jiří; Růžičková, Světlana"),
    "Hungarian": ("cp1250", "Időjárási szélsőségek és a szőlő termése", "Szűcs, Gergő; Bődi, László"),
    "Slovak": ("cp1250", "Hodnotenie životného prostredia pri cestách", "Kováč, Tomáš; Hudáková, Žofia"),
    "Czech in ISO 8859-2": ("iso8859_2", "Řízení rizik při léčbě dětí", "Dvořák, Jiří; Kučera, Zdeněk"),
    "Greek": ("cp1253", "Ποιότητα ζωής ασθενών με διαβήτη", "Νικολάου, Ελένη; Οικονόμου, Κώστας"),
    "Turkish": ("cp1254", "Öğretmenlerin iş doyumu ve sağlığı", "Yılmaz, Ayşe; Doğan, Işıl"),
    "Russian": ("cp1251", "Качество воды в реках Урала", "Соколов, Дмитрий; Фёдоров, Илья"),
    "Lithuanian": ("cp1257", "Miškų būklės ir žmonių sveikatos tyrimai", "Žukauskas, Šarūnas; Petrauskienė, Rūta"),
    "German": ("cp1252", "Größe und Gestalt städtischer Räume", "Müller, Jürgen; Weiß, Jörg"),
    "French": ("cp1252", "Étude de la qualité des sols forestiers", "Lefèvre, François; Gérard, Hélène"),
    "Spanish": ("cp1252", "La niñez y la enseñanza de lenguas", "Muñoz, María; García, Ángel"),
    "Portuguese": ("cp1252", "Avaliação das ações de saúde", "Conceição, João; Simões, Inês"),
    "Danish": ("cp1252", "Børns læsning på småskolen", "Sørensen, Jørgen; Kjær, Åse"),
}
LAID_OUT = {
    "a.bib": "@article{{a,\n  author = {{{first} and {second}}},\n  title = {{{title}}},\n  year = {{2014}}\n}}\n",
    "a.ris": "TY  - JOUR\r\nAU  - {first}\r\nAU  - {second}\r\nTI  - {title}\r\nPY  - 2014\r\nER  - \r\n",
    "a.csv": 'Title,Authors,Year\n{title},"{first}; {second}",2014\n',
}


@pytest.mark.parametrize("name", LAID_OUT)
@pytest.mark.parametrize("title", ["of the language", "A scoping review of reading habits"])
@pytest.mark.parametrize("language", OF_LANGUAGES)
def test_letters_of_every_language_are_read_in_every_format_also_where_only_names_have_them(
    read: Read, language: str, title: str, name: str
) -> None:
    encoding, native, people = OF_LANGUAGES[language]
    title = native if title == "of the language" else title
    first, second = people.split("; ")
    (record,) = read(LAID_OUT[name].format(first=first, second=second, title=title).encode(encoding), name).records
    assert (record.title, [person.as_last_first for person in record.authors]) == (title, [first, second])


ONE_NAME = "Title;Authors;Year\nOtters at sea;Đurđević, Ivan;2019\n"


def test_the_settings_state_an_encoding_that_cannot_be_told_from_another(read: Read) -> None:
    guessed = read(ONE_NAME.encode("cp1250"), "a.csv")
    (problem,) = guessed.problems
    assert problem.message == "is not UTF-8 text: read as Windows-1252"
    assert problem.hint.endswith('name its encoding in bib/survey.yml: `encodings: {"a.csv": windows-1250}`')
    stated = read(ONE_NAME.encode("cp1250"), "a.csv", Settings(encodings={"*.csv": "cp1250"}))
    assert [stated.records[0].authors[0].last, stated.problems] == ["Đurđević", ()]


def test_an_encoding_of_the_settings_that_the_bytes_contradict_is_told(read: Read) -> None:
    reading = read(ONE_NAME.encode(), "a.csv", Settings(encodings={"a.csv": "ascii"}))
    assert reading.records[0].authors[0].last == "Đurđević"
    assert [problem.message for problem in reading.problems] == ["is not ascii, as `encodings` says: read as UTF-8"]


@pytest.mark.parametrize("stated", ["cp1252", "koi8-r", "gb18030", "latin-1"])
@pytest.mark.parametrize("saved", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_an_encoding_stated_for_many_files_does_not_spoil_one_that_is_unicode(
    read: Read, stated: str, saved: str
) -> None:
    reading = read(NORDIC.encode(saved), "a.csv", Settings(encodings={"*.csv": stated}))
    assert [record.title for record in reading.records] == ["Blåbær på fjellet"]
    read_as = "UTF-16" if saved.startswith("utf-16") else "UTF-8"
    (problem,) = reading.problems
    assert problem.message.startswith(f"is not {stated}, as `encodings` says: read as {read_as}")
    assert problem.level == "warning"


@pytest.mark.parametrize(
    ("stated", "saved"),
    [
        ("utf-8", "utf-8-sig"),
        ("utf-8-sig", "utf-8"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16", "utf-16"),
        ("cp1252", "ascii"),
    ],
)
def test_a_stated_encoding_that_comes_to_the_same_is_not_complained_of(read: Read, stated: str, saved: str) -> None:
    text = "Title;Year\nOtters at sea;2019\n" if saved == "ascii" else NORDIC
    reading = read(text.encode(saved), "a.csv", Settings(encodings={"*.csv": stated}))
    assert (len(reading.records), reading.problems) == (1, ())


@pytest.mark.parametrize("name", LAID_OUT)
@pytest.mark.parametrize(
    "word",
    "naïve naïveté café résumé Noël Zoë Brontë Tromsø Benoît Hélène Müller José Håkan Åse Señor Muñoz João Israël".split(),
)
def test_one_accented_word_in_an_english_file_is_western(read: Read, word: str, name: str) -> None:
    text = LAID_OUT[name].format(first=f"{word}, Anna", second="Smith, John", title=f"Rivers and {word} otters at sea")
    (record,) = read(text.encode("cp1252"), name).records
    assert (record.title, record.authors[0].last) == (f"Rivers and {word} otters at sea", word)


@pytest.mark.parametrize("names", ["Müller Nuñez", "Iñaki Høst", "Noël Citroën", "Göran José Élodie", "Château Gérard"])
def test_a_few_western_names_in_an_english_file_are_western(read: Read, names: str) -> None:
    rows = "".join(f"A study of otters;{name}, Anna;2011\n" for name in names.split())
    reading = read(f"Title;Authors;Year\n{rows}".encode("cp1252"), "a.csv")
    assert [record.authors[0].last for record in reading.records] == names.split()


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("Łukasz", "cp1250"), ("Dvořák", "cp1250"), ("Kučera", "cp1250"), ("Kovačević", "cp1250"), ("Bērziņš", "cp1257")],
)
def test_one_name_is_of_another_language_where_windows_1252_makes_no_word_of_it(
    read: Read, name: str, encoding: str
) -> None:
    (record,) = read(f"Title;Authors;Year\nOtters at sea;{name}, Anna;2011\n".encode(encoding), "a.csv").records
    assert record.authors[0].last == name
