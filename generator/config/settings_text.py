"""`bib/survey.yml` as text: one setting changed, and every other line, comments included, left as it was."""

from __future__ import annotations

import re

from generator.config.yaml_file import parse_yaml
from generator.errors import at_fault
from generator.project.paths import SETTINGS
from generator.text import escape


def with_setting(text: str, name: str, value: str) -> str:
    """`text` with the top-level setting set to `value`; a comment after it is kept.

    It replaces the old one or its commented-out example, or goes to the end. Raises InputError if the file then does
    not have that value (because the old one spans several lines, for instance).
    """
    line = f"{name}: {escape.yaml(value)}"
    present = re.compile(rf"^{re.escape(name)}:[ \t]*[^\n#]*?(?P<behind>[ \t]+#[^\n]*)?$", re.MULTILINE)
    example = re.compile(rf"^#[ \t]*{re.escape(name)}:[^\n#]*?(?P<behind>[ \t]+#[^\n]*)?$", re.MULTILINE)
    for form in (present, example):
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
