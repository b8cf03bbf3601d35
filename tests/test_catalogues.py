"""The website speaks the language of its survey: each catalogue is whole, and what it says is as safe as the English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel import Locale
from jinja2 import nodes

from generator import messages
from generator.config.settings import read_settings
from generator.errors import InputError
from generator.language import (
    collated,
    counted,
    date,
    decimal,
    gettext,
    languages,
    listed,
    ngettext,
    nlater,
    numeral,
    speaking,
)
from generator.pages.assets import assets
from generator.pages.environment import environment
from generator.pages.website_language import in_language
from tests.conftest import REPOSITORY

FOREIGN_QUOTES = {"de": set("”"), "es": set("“”„"), "fr": set("“”„")}  # which its translations must not hold
TRANSLATED = [code for code in languages() if code != "en"]


def test_english_german_french_and_spanish_are_there() -> None:
    assert {"en", "de", "es", "fr"} <= set(languages())


def test_a_catalogue_is_begun_for_a_language_and_only_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    assert messages.main(["it", "ar"]) == 0
    italian, arabic = messages.read("it"), messages.read("ar")
    assert {message.id for message in italian} == {message.id for message in messages.template()}
    assert (italian.num_plurals, arabic.num_plurals) == (2, 6)
    next(message for message in italian if message.id == "Themes").string = "Temi"
    messages.po_file("it").write_bytes(messages.as_po(italian))
    assert messages.main(["it"]) == 0
    assert [message.string for message in messages.read("it") if message.id == "Themes"] == ["Temi"]
    capsys.readouterr()
    assert messages.main(["klingon"]) == 1
    assert capsys.readouterr().err == "klingon: is no language; give its code, such as `it` or `pt_BR`\n"
    assert [folder.name for folder in sorted(tmp_path.iterdir()) if folder.is_dir()] == ["ar", "it"]


def test_the_texts_that_a_language_lacks_are_named_with_the_files_that_use_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    assert messages.main(["it"]) == 0
    number = len(messages.template())
    assert f"  … and {number - 10} more in locale/it/LC_MESSAGES/survey.po\n" in capsys.readouterr().out
    italian = messages.read("it")
    for message in italian:
        if message.id:
            message.string = ("uno", "due") if isinstance(message.id, tuple) else "tradotto"
    for message in italian:
        if message.id in ("Map", ("named by %(number)s work", "named by %(number)s works")):
            message.string = "" if message.id == "Map" else ("uno", "")
    messages.po_file("it").write_bytes(messages.as_po(italian))
    assert messages.main() == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"it: {number} texts, 2 still to be translated"
    assert sorted(line.partition(" (")[0] for line in said[1:]) == ["  “Map”", "  “named by %(number)s work”"]
    assert any("generator/pages/drawings.py" in line for line in said[1:])


@pytest.mark.parametrize("code", TRANSLATED)
@pytest.mark.parametrize("page", ["README.md", "docs/guide/how-to/language.md"])
def test_each_language_is_named_to_those_who_choose_one(code: str, page: str) -> None:
    name = str(Locale.parse(code).get_language_name("en"))
    assert name in (REPOSITORY / page).read_text(encoding="utf-8"), f"name {name} among the languages in {page}"


def test_what_is_not_translated_stays_english() -> None:
    with speaking("de"):
        assert gettext("A text that no catalogue has: %(what)s", what="x") == "A text that no catalogue has: x"
        assert ngettext("%(number)s otter", "%(number)s otters", 2000) == "2.000 otters"


def test_numbers_and_dates_are_written_as_in_the_language() -> None:
    found = {}
    for code in ("en", "de", "es", "fr"):
        with speaking(code):
            found[code] = (numeral(12345), decimal(1.25, 2), date("2026-01-31"))
    assert found == {
        "en": ("12,345", "1.25", "2026-01-31"),
        "de": ("12.345", "1,25", "31. Januar 2026"),
        "es": ("12.345", "1,25", "31 de enero de 2026"),
        "fr": ("12\u202f345", "1,25", "31 janvier 2026"),
    }


def test_the_first_of_a_french_month_is_an_ordinal() -> None:
    with speaking("fr"):
        assert [date(day) for day in ("2026-03-01", "2026-03-11")] == ["1er mars 2026", "11 mars 2026"]
    with speaking("es"):
        assert date("2026-03-01") == "1 de marzo de 2026"


def test_french_signs_that_stand_apart_are_never_parted_from_their_words() -> None:
    texts = [text for message in messages.read("fr") if message.id for text in _strings(message.string)]
    assert sum("\u00a0" in text for text in texts) > 50
    assert [text for text in texts if re.search(r" [;?!:»]|« ", text)] == []


def _strings(string: str | Sequence[str] | None) -> Sequence[str]:
    return [string] if isinstance(string, str) else string or ()


def test_what_is_no_day_stays_as_it_is() -> None:
    with speaking("fr"):
        assert date("") == ""
        assert date("2026") == "2026"


def test_a_message_is_shown_in_the_language_that_is_spoken_then() -> None:
    message = nlater("%(number)s work", "%(number)s works", 2)
    assert str(message) == "2 works"
    with speaking("fr"):
        assert str(message) == counted(2)
        assert message.english == "2 works"


def test_a_list_is_joined_by_a_word() -> None:
    assert [listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == ["A", "A and B", "A, B and C"]


def test_headings_are_sorted_as_in_the_language() -> None:
    words = ["Zebra", "Öl", "oben", "Ñame", "Nube", "nácar"]
    assert sorted(words, key=collated) == ["Nube", "nácar", "oben", "Zebra", "Ñame", "Öl"]
    with speaking("de"):
        assert sorted(words, key=collated) == ["nácar", "Ñame", "Nube", "oben", "Öl", "Zebra"]
    with speaking("es"):
        assert sorted(words, key=collated) == ["nácar", "Nube", "Ñame", "oben", "Öl", "Zebra"]


def test_an_unknown_language_stops_the_build_and_names_a_near_one(tmp_path) -> None:
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib" / "survey.yml").write_text("title: A\nlanguage: dee\n")
    with pytest.raises(InputError, match="no catalogue of `dee`"):
        read_settings(tmp_path)


CONFIGURATION = (REPOSITORY / "generator" / "skeleton" / "mkdocs.yml").read_text(encoding="utf-8")


def test_the_theme_speaks_the_same_language() -> None:
    with speaking("de"):
        german = in_language(CONFIGURATION, "de", is_given=True)
    assert "  language: de  # from bib/survey.yml\n" in german
    with speaking("en"):
        assert in_language(german, "en", is_given=False) == CONFIGURATION


def test_a_theme_without_a_language_gets_one() -> None:
    with speaking("fr"):
        text = in_language(CONFIGURATION.replace("  language: en\n", ""), "fr", is_given=True)
    assert "  name: material\n  language: fr  # from bib/survey.yml\n" in text


def test_the_language_of_a_person_stays_where_the_survey_names_none() -> None:
    theirs = CONFIGURATION.replace("  language: en\n", "  language: it\n")
    assert in_language(theirs, "en", is_given=False) == theirs


def test_a_text_of_a_persons_own_in_the_configuration_stays() -> None:
    theirs = CONFIGURATION.replace("Switch to dark", "Lights out").replace("On this page", "Contents")
    with speaking("es"):
        text = in_language(theirs, "es", is_given=True)
    assert "name: Lights out\n" in text
    assert "title: Contents\n" in text


def test_scripts_get_the_texts_of_the_language() -> None:
    english = assets()["docs/assets/survey.js"]
    with speaking("de"):
        german = assets()["docs/assets/survey.js"]
    head, _, rest = german.partition(b"\n")
    assert rest == english
    assert head.startswith(b'window.surveyTexts = {"counted":')
    assert b'"plural":"10111' in head


def test_no_text_of_the_overrides_is_left_in_brackets() -> None:
    left = [path for path, content in assets().items() if path.startswith("overrides/") and b"[[" in content]
    assert left == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_each_compiled_catalogue_says_what_its_source_says(code: str) -> None:
    compiled = messages.po_file(code).with_suffix(".mo").read_bytes()
    assert compiled == messages.compiled(messages.read(code)), "run `make messages`"


def test_the_catalogues_have_the_texts_that_the_program_shows() -> None:
    now = {(message.context, message.id) for message in messages.template() if message.id}
    assert messages.for_scripts() == (messages.LOCALE / "scripts.json").read_bytes(), "run `make messages`"
    for code in TRANSLATED:
        held = {(message.context, message.id) for message in messages.read(code) if message.id}
        assert now - held == set(), f"{code}: run `make messages`, and translate what is new"


@pytest.mark.parametrize("code", TRANSLATED)
def test_each_text_is_translated_and_none_is_doubtful(code: str) -> None:
    found = [message for message in messages.read(code) if message.id]
    untranslated = [message.id for message in found if not all(forms(message.string))]
    assert untranslated == [], f"translate them in {place_of(code)}, and run `make messages`"
    doubtful = [message.id for message in found if message.fuzzy]
    assert doubtful == [], f"look at them in {place_of(code)}, remove the mark `fuzzy`, and run `make messages`"
    assert [message.id for message in found if len(forms(message.string)) < len(forms(message.id))] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_quotation_marks_and_ends_of_sentences_are_those_of_the_language(code: str) -> None:
    pairs = [(forms(message.id)[-1], text) for message in messages.read(code) for text in forms(message.string)]
    assert code in FOREIGN_QUOTES, "say in FOREIGN_QUOTES which quotation marks the language does not use"
    assert [pair for pair in pairs if pair[0] and FOREIGN_QUOTES[code] & set(pair[1])] == []
    ends = [(english, text) for english, text in pairs if english and english[-1] in ".:?" and text[-1:] != english[-1]]
    assert ends == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_have_the_placeholders_and_the_markup_of_the_english(code: str) -> None:
    pairs = [(forms(message.id)[-1], text) for message in messages.read(code) for text in forms(message.string)]
    assert [pair for pair in pairs if pair[0] and pair[1] and marks(pair[0]) != marks(pair[1])] == []


def place_of(code: str) -> str:
    """The file of a language, as it is called in the repository."""
    return messages.po_file(code).relative_to(REPOSITORY).as_posix()


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a text: several where it counts something."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def marks(text: str) -> list[str]:
    """The tags, placeholders, pieces of code and straight quotation marks of a text, in the order of their letters."""
    return sorted(re.findall(r"<[^<>]*>|%\(\w+\)s|`[^`]*`|[\"<>&{}]|\[\[|\]\]", text))


def test_a_template_marks_only_constant_texts() -> None:
    """A text of the catalogue is markup, and so must never be one of the data: those go through `translated`."""
    env, wrong = environment(), []
    assert env.loader
    for name in sorted(env.list_templates()):
        tree = env.parse(env.loader.get_source(env, name)[0])
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("_", "ngettext"):
                texts = call.args[: 1 if call.node.name == "_" else 2]
                wrong += [f"{name}:{call.lineno}" for text in texts if not isinstance(text, nodes.Const)]
    assert wrong == []


def test_what_is_data_stays_data_in_every_language() -> None:
    template = environment().from_string(
        "{{ translated(text) }} {{ _('%(title)s, edition %(name)s', title=text, name=1) }}"
    )
    with speaking("de"):
        rendered = template.render(text="<b>Themes</b>")
    assert rendered == "&lt;b&gt;Themes&lt;/b&gt; &lt;b&gt;Themes&lt;/b&gt;, Ausgabe 1"
