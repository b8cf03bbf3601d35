"""Exports of a database whose website was set to another language, which translates the names of the columns."""

from __future__ import annotations

import pytest

from generator.config.settings import Settings
from tests.sources.conftest import Read

# Authors, full names, title, year, venue, volume, issue, first page, last page, abstract, keywords, type.
HEADS = {
    "Chinese": "作者,作者全名,文献标题,年份,来源出版物名称,卷,期,起始页,结束页,摘要,作者关键字,文献类型",
    "Japanese": "著者名,著者名(フルネーム),タイトル,出版年,出版物名,巻,号,開始ページ,終了ページ,抄録,著者キーワード,文献タイプ",
    "Russian": "Авторы,Полные имена авторов,Название документа,Год,Название источника,Том,Выпуск,Страница начала,"
    "Страница окончания,Краткое описание,Ключевые слова автора,Тип документа",
    "Spanish": "Autores,Nombres completos de los autores,Título del documento,Año,Título de la fuente,Volumen,Número,"
    "Página inicial,Página final,Resumen,Palabras clave de autor,Tipo de documento",
    "Portuguese": "Autores,Nomes completos dos autores,Título do documento,Ano,Título da fonte,Volume,Número,"
    "Página inicial,Página final,Resumo,Palavras-chave do autor,Tipo de documento",
    "French": "Auteurs,Auteurs complets,Titre du document,Année,Titre de la source,Volume,Numéro,Page de début,"
    "Page de fin,Résumé,Mots-clés de l'auteur,Type de document",
    "German": "Autoren,Vollständige Autorennamen,Titel des Dokuments,Jahr,Quellentitel,Band,Heft,Startseite,Endseite,"
    "Zusammenfassung,Autorenschlüsselwörter,Dokumenttyp",
}
ROW = "Tanaka H.;Mori K.|Tanaka, Haruki (57200000001); Mori, Keiko (57200000002)|Eelgrass after typhoons|2021|Ecology"


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_columns_are_known_in_each_language(read: Read, head: str) -> None:
    row = [*ROW.split("|"), "42", "3", "12", "19", "It recovers.", "eelgrass; typhoon", "Article"]
    (record,) = read("\ufeff" + head + "\n" + ",".join(f'"{cell}"' for cell in row) + "\n", "a.csv").records
    assert (record.title, record.year, record.venue) == ("Eelgrass after typhoons", 2021, "Ecology")
    assert [name.as_first_last for name in record.authors] == ["Haruki Tanaka", "Keiko Mori"]
    assert (record.volume, record.number, record.pages, record.abstract) == ("42", "3", "12-19", "It recovers.")
    assert (record.keywords, record.kind) == (("eelgrass", "typhoon"), "article")


def test_titles_in_a_column_that_is_not_understood_are_told_with_what_to_write(read: Read) -> None:
    table = "Pealkiri,Authors,DOI\nEelgrass after typhoons,Ann Roe,10.1000/a\nVoles in dry meadows,Bo Doe,10.1000/b\n"
    reading = read(table, "a.csv")
    (problem,) = reading.problems
    assert problem.message.startswith("none of its columns is understood as the title; `Pealkiri` looks like it")
    assert """fields: {"a.csv": {title: "Pealkiri"}}""" in problem.hint
    settings = Settings(fields={"a.csv": {"title": "Pealkiri"}})
    again = read(table, "a.csv", settings)
    assert ([record.title for record in again.records], again.problems) == (
        ["Eelgrass after typhoons", "Voles in dry meadows"],
        (),
    )


def test_a_table_of_identifiers_has_no_titles_to_be_told(read: Read) -> None:
    assert read("DOI,Decision of the first reader\n10.1000/a,yes because of the topic\n", "a.csv").problems == ()
