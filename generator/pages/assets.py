"""Style sheets, scripts and the theme's overrides, written unchanged."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from importlib.resources.abc import Traversable

from generator.language import ENGLISH, form, gettext, plural, spoken
from generator.project.paths import BUILT
from generator.text import escape

_BUILT = b"""\
# This file is made by the survey site generator and says that the pages are there. mkdocs.yml inherits from it, so
# that MkDocs and Zensical name the command to type where nothing is built yet.
"""


# The texts of a page's scripts, which stand at the head of the first script.
_FIRST = "survey.js"
_PERIOD = 200
# Files sent as one, so that a page needs fewer requests. Files that a `mkdocs.yml` of earlier versions names are still
# there, but empty.
_JOINED = {"figures.css": "survey.css"} | dict.fromkeys(("basket.js", "cite.js", "search.js", "visit.js"), "survey.js")
_ELSEWHERE = b"/* made by the survey site generator: what stood here stands in %s */\n"
# A text in the theme's overrides: `[[Search]]`.
TEXT = re.compile(rb"\[\[(?P<text>[^\[\]]+)\]\]")


def assets() -> dict[str, bytes]:
    """Path relative to the project, to content. `overrides/` goes beside `docs/`, everything else into
    `docs/assets/`.
    """
    found = {BUILT: _BUILT}
    root = files("generator") / "assets"
    for name, file in _walk(root, ""):
        if name.startswith("overrides/"):
            found[name] = TEXT.sub(_text, file.read_bytes())
        elif name == _FIRST:
            found[f"docs/assets/{name}"] = script_texts() + file.read_bytes()
        elif name in _JOINED:
            found[f"docs/assets/{name}"] = _ELSEWHERE % _JOINED[name].encode()
        else:
            found[f"docs/assets/{name}"] = file.read_bytes()
    for name, whole in _JOINED.items():
        found[f"docs/assets/{whole}"] += (root / name).read_bytes()
    return found


def _text(found: re.Match[bytes]) -> bytes:
    return gettext(found.group("text").decode()).encode()


def script_texts() -> bytes:
    """The texts of the scripts in the current language, as a script; nothing in English, which is the scripts' own
    language.

    `plural` has a digit for each number below `_PERIOD`: which of the forms of a counted text it takes. No language
    asks for more than the last two digits of a number.
    """
    if spoken() == ENGLISH:
        return b""
    known = json.loads((files("generator") / "locale" / "scripts.json").read_bytes())
    numbers = range(_PERIOD)
    example = {plural(number): number for number in reversed(numbers)}
    held = {
        "language": spoken(),
        "plural": "".join(str(plural(number)) for number in numbers),
        "texts": {text: gettext(text) for text in known["texts"]},
        "counted": {
            one: [form(one, several, number) for _, number in sorted(example.items())]
            for one, several in known["counted"]
        },
    }
    return f"window.surveyTexts = {escape.script(held)};\n".encode()


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    result = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            result += _walk(entry, f"{prefix}{entry.name}/")
        elif not entry.name.startswith("."):
            result.append((prefix + entry.name, entry))
    return result
