"""The table of settings in the guide, generated from the declarations in `settings.py`."""

from __future__ import annotations

from generator.config.schema import Declared, declared_settings
from generator.config.settings import Settings


def settings_table() -> str:
    """A Markdown table of all settings: name, default, what it sets."""
    rows = [
        f"| `{one.name}` | {_default(one)} | {_cell(one.setting.doc)}{_values(one)} |"
        for one in declared_settings(Settings)
    ]
    return "\n".join(["| Setting | Default | What it sets |", "|---|---|---|", *rows])


def _default(one: Declared) -> str:
    if one.setting.shown:
        return one.setting.shown
    if isinstance(one.default, bool):
        return f"`{str(one.default).lower()}`"
    if isinstance(one.default, tuple):
        return f"`[{', '.join(map(str, one.default))}]`" if one.default else "none"
    return f"`{_cell(str(one.default))}`" if one.default not in ("", {}) else "none"


def _values(one: Declared) -> str:
    return f" ({', '.join(f'`{value}`' for value in one.values)})" if one.values else ""


def _cell(text: str) -> str:
    return text.replace("|", r"\|")
