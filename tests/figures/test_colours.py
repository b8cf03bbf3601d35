from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = (files("generator") / "assets" / "figures.css").read_text(encoding="utf-8")
GROUNDS = {"default": "#ffffff", "slate": "#1e2129"}  # Material's two page backgrounds


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    digits = colour.lstrip("#")
    parts = [int((digits * 2 if len(digits) == 3 else digits)[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def colours(scheme: str) -> dict[str, str]:
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\][^{{]*\{{(.*?)\}}', CSS, re.DOTALL)
    assert block
    return dict(re.findall(r"--figure-([0-9]|none): (#[0-9a-f]{3,6});", block[1]))


@pytest.mark.parametrize("scheme", GROUNDS)
def test_section_colours_stand_out_from_the_page(scheme: str) -> None:
    found = colours(scheme)
    assert set(found) == {"none", *"12345678"}
    for name, colour in found.items():
        light, dark = sorted((luminance(colour), luminance(GROUNDS[scheme])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, name


def test_no_letter_is_smaller_than_eleven_pixels() -> None:
    assert min(int(size) for size in re.findall(r"font-size: (\d+)px", CSS)) >= 11
