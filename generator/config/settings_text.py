"""`bib/survey.yml` as text: one setting changed, and every other line, comments included, as its author wrote it."""

from __future__ import annotations

import re

from generator.config.yaml_file import parse_yaml
from generator.errors import at_fault
from generator.project.paths import SETTINGS
from generator.text import escape


def with_setting(text: str, name: str, value: str) -> str:
    """`text` with the setting at the top level set to `value`, a comment behind it kept.

    It takes the place of the old one, or of its commented example, or goes to the end. Raises InputError where the
    file then does not say so (a setting over several lines, say).
    """
    line = f"{name}: {escape.yaml(value)}"
    given = re.compile(rf"^{re.escape(name)}:[ \t]*[^\n#]*?(?P<behind>[ \t]+#[^\n]*)?$", re.MULTILINE)
    example = re.compile(rf"^#[ \t]*{re.escape(name)}:[^\n#]*?(?P<behind>[ \t]+#[^\n]*)?$", re.MULTILINE)
    for form in (given, example):
        found = form.search(text)
        if found:
            changed = text[: found.start()] + line + (found["behind"] or "") + text[found.end() :]
            break
    else:
        changed = f"{text.rstrip()}\n{line}\n".lstrip("\n")
    node = parse_yaml(changed, SETTINGS).mapping("survey.yml").get(name)
    if node is None or node.value != value:
        raise at_fault(f"`{name}` cannot be changed by program", SETTINGS, hint=f"write it yourself: `{line}`")
    return changed
