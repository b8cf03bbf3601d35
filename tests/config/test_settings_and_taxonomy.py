"""`survey.yml` and `themes.yml`: broken, contradictory and hostile ones give one clear message with file and line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.decisions import read_decisions
from generator.config.setting_groups import CitationSettings, KeySettings, SearchSettings
from generator.config.settings import Settings, read_settings
from generator.config.taxonomy import read_taxonomy
from generator.config.yaml_file import read_yaml
from generator.errors import InputError
from tests.conftest import MakeProject

THEMES = """sections:
  - title: Training
    themes:
      - id: data
        title: Data
        scope: Selecting and filtering data.
"""


def test_a_project_without_settings_has_the_defaults(project: MakeProject) -> None:
    assert read_settings(project({})) == Settings()
    assert read_taxonomy(project({})) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel: x", r"bib/survey\.yml:1: survey\.yml: unknown key `titel` \(did you mean `title`\?\)"),
        ("title: a\ntitle: b", r"bib/survey\.yml:2: `title` is given twice"),
        ("title: [", r"bib/survey\.yml:\d: is not valid YAML"),
        ("title: a\nurl: javascript:alert(1)", r"bib/survey\.yml:2: url must be an http or https address"),
        ("enrich: [../../etc/passwd]", r"bib/survey\.yml:1: enrich: `\.\./\.\./etc/passwd` leaves the folder"),
        (
            "encodings: {a.csv: klingon}",
            r"bib/survey\.yml:1: encodings\.a\.csv: `klingon` is no known encoding of texts",
        ),
        *(
            (f"encodings: {{a.csv: {name}}}", rf"`{name}` is no known encoding of texts \(write it as `windows-1250`")
            for name in ("hex", "rot13", "base64", "punycode", "IDNA", "unicode_escape", "raw-unicode-escape", "UTF-7")
        ),
        ("date: tomorrow", "date must be written as YYYY-MM-DD"),
        ("title: &a x\nsubtitle: *a", r"bib/survey\.yml:2: .*aliases"),
        ("- a\n- b", "must be a mapping"),
        ("title: !!python/object/apply:os.system [ls]", r"bib/survey\.yml:1: the tag .* is not allowed here"),
        (
            "citations: {stile: numbered}",
            r"bib/survey\.yml:1: citations: unknown key `stile` \(did you mean `style`\?\)",
        ),
        (
            "title: a\nsearch: {engine: pagefin}",
            r"bib/survey\.yml:2: search\.engine: `pagefin` is not known \(did you mean `pagefind`\?\)",
        ),
        ("search: {engin: pagefind}", r"did you mean `engine`"),
        ("keys: keeep", r"bib/survey\.yml:1: keys\.mode: `keeep` is not known \(did you mean `keep`\?\)"),
        ("keys: {patern: '[auth]'}", r"bib/survey\.yml:1: keys: unknown key `patern` \(did you mean `pattern`\?\)"),
        ("lines: {}", r"unknown key `lines`"),
        ("citations: {style: [a]}", r"citations\.style must be a text"),
        ("title: a\nauthors:\n\t- b", r"bib/survey\.yml:3: is not valid YAML: .* \(use spaces, not a tab\)"),
        ("title: a\n\tsubtitle: b", r"bib/survey\.yml:2: is not valid YAML: .* \(use spaces, not a tab\)"),
        ("title: Frogs: a survey", r"bib/survey\.yml:1: is not valid YAML: .* \(put the text in quotes\)"),
        ("citations: {style: a: b}", r"bib/survey\.yml:1: is not valid YAML: .* \(put the text in quotes\)"),
        ("title: @frogs", r"bib/survey\.yml:1: is not valid YAML: .* \(put the text in quotes\)"),
        ("title: !!python/name:os.system", r"bib/survey\.yml:1: the tag .* is not allowed here"),
    ],
)
def test_bad_settings_name_file_line_and_what_to_do(project: MakeProject, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_settings(project({"bib/survey.yml": text}))


def test_a_style_and_an_engine_can_be_named_in_one_word(project: MakeProject) -> None:
    chosen = read_settings(project({"bib/survey.yml": "citations: numbered\nsearch: material\n"}))
    assert (chosen.citations, chosen.search) == (CitationSettings("numbered"), SearchSettings("material"))
    assert read_settings(project({"bib/survey.yml": "keys: keep\n"})).keys == KeySettings(mode="keep")


def test_a_setting_without_a_value_has_its_default(project: MakeProject) -> None:
    assert (
        read_settings(project({"bib/survey.yml": "title:\ndate:\nkeys:\nsearch: {engine: }\nenrich:\n"})) == Settings()
    )


def test_a_setting_knows_the_line_where_it_is_written(project: MakeProject) -> None:
    settings = read_settings(project({"bib/survey.yml": "title: a\ncheck:\n  ignore: [missing-doi]\n"}))
    assert str(settings.place("check", "ignore")) == "bib/survey.yml:3"
    assert str(settings.place("search", "engine")) == "bib/survey.yml"


def test_settings_in_the_wrong_encoding_are_refused(project: MakeProject) -> None:
    with pytest.raises(InputError, match="is not UTF-8"):
        read_settings(project({"bib/survey.yml": "title: Über".encode("latin-1")}))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("id: data", "id: ../../data"), "cannot be a theme id"),
        (("id: data", "id: index"), "the name is taken"),
        (("id: data", "id: com1"), "the name is taken"),
        (("id: data", "id: nul"), "the name is taken"),
        (("id: data", "id: unthemed"), "the name is taken"),
        (("id: data", "id: Data Sets"), "cannot be a theme id"),
        (("title: Data", "titel: Data"), "unknown key `titel`"),
        (("scope: Selecting and filtering data.", "scope:"), "scope must be a text"),
        (("scope:", "terms: [a]\n        not: [A]\n        scope:"), "both wants and excludes `a`"),
        (("scope:", "terms: [{a: -1}]\n        scope:"), "the weight of `a`"),
        (("sections:", "section:"), "unknown key `section`"),
    ],
)
def test_bad_taxonomies_name_file_line_and_what_to_do(
    project: MakeProject, change: tuple[str, str], message: str
) -> None:
    with pytest.raises(InputError, match=r"bib/themes\.yml:\d+: .*" + message):
        read_taxonomy(project({"bib/themes.yml": THEMES.replace(*change)}))


def test_a_theme_id_used_twice_names_both_lines(project: MakeProject) -> None:
    twice = THEMES + THEMES.split("themes:\n")[1]
    with pytest.raises(InputError, match=r"bib/themes\.yml:7: theme id `data` is used twice \(first in line 4\)"):
        read_taxonomy(project({"bib/themes.yml": twice}))


def test_a_decision_to_leave_out_needs_a_reason(project: MakeProject) -> None:
    with pytest.raises(InputError, match=r"bib/decisions\.yml:\d: `leave-out` needs a reason"):
        read_decisions(project({"bib/decisions.yml": "leave-out:\n  - ref: arxiv:2201.12288\n"}))


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_with_one_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("yaml")
    (folder / "any.yml").write_text(text, encoding="utf-8", errors="surrogatepass")
    try:
        read_yaml(folder, "any.yml")
    except InputError as error:
        assert len(error.problems) >= 1


@pytest.mark.parametrize(
    ("name", "meant"), [("journal", "venue"), ("booktitle", "venue"), ("author", "authors"), ("yaer", "year")]
)
def test_a_field_that_bibtex_calls_otherwise_is_reported(project: MakeProject, name: str, meant: str) -> None:
    with pytest.raises(InputError, match=rf"unknown key `{name}` \(did you mean `{meant}`\?\)"):
        read_decisions(project({"bib/decisions.yml": f"fields: [{{ref: a, set: {{{name}: x}}}}]\n"}))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("set: {title: }", "`title:` has no value, which would empty it (write `title: …`, or remove it here)"),
        ("set: {title: ''}", "`title` would be empty (write `title: …`, or remove it here)"),
        ("set: {title: '  '}", "`title` would be empty"),
        ("set: {year: ~}", "`year:` has no value"),
        ("set: {doi: null}", "`doi:` has no value"),
        ("set: {abstract: }", '(write `abstract: …`, or `abstract: ""` to leave it empty, or remove it here)'),
        ("set: {title: [one, two]}", "`title` must be one value"),
        ("set: {title: {sub: two}}", "`title` must be one value"),
        ("set: {}", "`set:` corrects nothing"),
        ("set: ", "`set:` corrects nothing"),
    ],
)
def test_a_correction_without_a_value_is_refused_with_its_line_and_what_to_write(
    project: MakeProject, entry: str, said: str
) -> None:
    text = f"fields:\n  - ref: smith2020\n    {entry}\n"
    with pytest.raises(InputError) as refused:
        read_decisions(project({"bib/decisions.yml": text}))
    assert str(refused.value).startswith("bib/decisions.yml:3: ")
    assert said in str(refused.value)


def test_the_empty_value_of_one_field_is_reported_with_the_line_of_that_field(project: MakeProject) -> None:
    text = "fields:\n  - ref: smith2020\n    set:\n      year: 2018\n      venue:\n"
    with pytest.raises(InputError, match=r"^bib/decisions\.yml:5: `venue:` has no value"):
        read_decisions(project({"bib/decisions.yml": text}))


def test_a_corrected_value_is_taken_as_it_is_written(project: MakeProject) -> None:
    values = '{title: No, number: 010, pages: 12:30, volume: 1_000, note: "", authors: [Yes Man, 007], verified: true}'
    text = f"fields:\n  - {{ref: smith2020, set: {values}}}\n"
    (correction,) = read_decisions(project({"bib/decisions.yml": text})).corrections
    assert correction.values == {
        "title": "No", "number": "010", "pages": "12:30", "volume": "1_000", "note": "",
        "authors": ["Yes Man", "007"], "verified": True,
    }  # fmt: skip


def test_secondary_themes_are_not_taken_away_by_an_empty_value(project: MakeProject) -> None:
    with pytest.raises(InputError, match=r"^bib/decisions\.yml:2: `secondary:` has no value \(write theme ids, "):
        read_decisions(project({"bib/decisions.yml": "themes:\n  - {ref: a, primary: b, secondary: }\n"}))


def test_the_word_theme_in_a_decision_leads_to_primary(project: MakeProject) -> None:
    with pytest.raises(InputError, match=r"unknown key `theme` \(did you mean `primary`\?\)"):
        read_decisions(project({"bib/decisions.yml": "themes:\n  - {ref: a, theme: b}\n"}))
