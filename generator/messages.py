"""The catalogues of the website's texts: `make messages` collects the marked texts and updates each language.

It writes `generator/locale/survey.pot` with all texts, the `survey.po` of each language with new texts still to be
translated, the compiled `survey.mo` beside it, and `scripts.json` with the texts that scripts show. Given the code of a
language that has no catalogue (`python -m generator.messages it`), it begins one.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from generator.pages.assets import TEXT

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "generator" / "locale"
KEYWORDS: Mapping[str, Any] = {
    "_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "marked": None,
    "marked_in": ((1, "c"), 2), "later": None, "nlater": (1, 2), "_noun": (1, 2), "_forms": (1, 2),
}  # fmt: skip
_IN_CONTEXT = ("pgettext", "marked_in")
_NAMED = 10  # untranslated texts of a language that are named; of a new language, all are untranslated
_MADE = datetime(2026, 11, 26, tzinfo=UTC)  # for the heads of catalogues, which must not depend on the clock

Found = tuple[str, str | tuple[str, ...], str | None]  # path, text or its two forms, context


def texts() -> Iterator[Found]:
    """Every marked text, in the order of the files."""
    package = ROOT / "generator"
    for file in sorted(package.rglob("*.py")):
        yield from _in_python(file)
    for file in sorted((package / "pages" / "templates").glob("*.j2")):
        yield from _extracted(file, "jinja2.ext:babel_extract")
    for file in sorted((package / "assets" / "overrides").rglob("*.html")):
        yield from ((_shown(file), found["text"].decode(), None) for found in TEXT.finditer(file.read_bytes()))
    yield from script_texts()


def script_texts() -> Iterator[Found]:
    """The texts of the scripts."""
    for file in scripts():
        yield from _extracted(file, "javascript")


def scripts() -> tuple[Path, ...]:
    """The scripts as people write them."""
    return tuple(sorted((ROOT / "scripts").rglob("*.js")))


def _shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _in_python(file: Path) -> Iterator[Found]:
    """The constant texts that marking calls contain, in f-strings too."""
    calls = [node for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        literals = [part.value if isinstance(part, ast.Constant) else None for part in call.args]
        if name not in KEYWORDS or not literals or not isinstance(literals[0], str):
            continue
        texts_of = [text for text in literals[:2] if isinstance(text, str)]
        if KEYWORDS[name] is None:
            yield _shown(file), texts_of[0], None
        elif len(texts_of) > 1 and name in _IN_CONTEXT:
            yield _shown(file), texts_of[1], texts_of[0]
        elif len(texts_of) > 1:
            yield _shown(file), (texts_of[0], texts_of[1]), None


def _extracted(file: Path, method: str) -> Iterator[Found]:
    with BytesIO(file.read_bytes()) as content:
        for _, message, _, context in extract(method, content, KEYWORDS, options={"encoding": "utf-8"}):
            yield _shown(file), message, context


def template() -> Catalog:
    """All texts, without translations."""
    catalog = Catalog(
        project="survey-site-generator", header_comment="# The texts of the website.", creation_date=_MADE,
        revision_date=_MADE, charset="utf-8",
    )  # fmt: skip
    for path, message, context in texts():
        catalog.add(message, locations=[(path, 0)], context=context)
    return catalog


def read(code: str) -> Catalog:
    """The catalogue of a language, as it stands."""
    with po_file(code).open("rb") as stream:
        return read_po(stream, locale=code)


def po_file(code: str) -> Path:
    """Where the catalogue of a language is written."""
    return LOCALE / code / "LC_MESSAGES" / "survey.po"


def updated(code: str, texts_of_now: Catalog) -> Catalog:
    """The catalogue of a language, updated to the present texts."""
    catalog = read(code)
    catalog.update(texts_of_now, no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    catalog.creation_date = catalog.revision_date = _MADE
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """A catalogue for translators."""
    with BytesIO() as stream:
        write_po(stream, catalog, width=120, sort_output=False, include_lineno=False, omit_header=False)
        return stream.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """A catalogue for the program."""
    with BytesIO() as stream:
        write_mo(stream, catalog)
        return stream.getvalue()


def for_scripts() -> bytes:
    """The texts of the scripts (both forms of those with a count) as JSON."""
    found = dict.fromkeys(message for _, message, _ in script_texts())
    held = {
        "texts": [message for message in found if isinstance(message, str)],
        "counted": [message for message in found if not isinstance(message, str)],
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def codes() -> list[str]:
    """The languages that have a catalogue, compiled or not."""
    return sorted(file.parent.parent.name for file in LOCALE.glob("*/LC_MESSAGES/survey.po"))


def begin(code: str) -> None:
    """Write an empty catalogue for a language, if it has none. Raises ValueError or UnknownLocaleError for what is no
    language.
    """
    locale = Locale.parse(code)
    file = po_file(code)
    if not file.exists():
        name = f"# The texts of the website in {locale.get_display_name('en')}."
        file.parent.mkdir(parents=True)
        empty = Catalog(
            locale=code, project="survey-site-generator", header_comment=name, creation_date=_MADE, revision_date=_MADE,
            charset="utf-8",
        )  # fmt: skip
        file.write_bytes(as_po(empty))


def main(new: Sequence[str] = ()) -> int:
    """Write all catalogues, those of `new` languages too; report what is still to be translated."""
    for code in new:
        try:
            begin(code)
        except (ValueError, UnknownLocaleError):
            sys.stderr.write(f"{code}: is no language; give its code, such as `it` or `pt_BR`\n")
            return 1
    now = template()
    (LOCALE / "survey.pot").write_bytes(as_po(now))
    (LOCALE / "scripts.json").write_bytes(for_scripts())
    for code in codes():
        catalog = updated(code, now)
        po_file(code).write_bytes(as_po(catalog))
        po_file(code).with_suffix(".mo").write_bytes(compiled(catalog))
        missing = [message for message in catalog if message.id and not _is_whole(message.string)]
        sys.stdout.write(f"{code}: {len(catalog)} texts, {len(missing)} still to be translated\n")
        sys.stdout.writelines(f"  {_in_one_line(message)}\n" for message in missing[:_NAMED])
        if len(missing) > _NAMED:
            sys.stdout.write(
                f"  … and {len(missing) - _NAMED} more in {po_file(code).relative_to(LOCALE.parent).as_posix()}\n"
            )
    return 0


def _in_one_line(message: Message) -> str:
    """A text that is still to be translated, with the files that use it."""
    text = message.id if isinstance(message.id, str) else message.id[0]
    return f"“{' '.join(text.split())}” ({', '.join(path for path, _ in message.locations)})"


def _is_whole(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
