"""Makes the faces of the website, `generator/assets/fonts/`, and the block of `survey.css` that names them.

Run from the repository after `npm ci`: `python .ci/fonts.py`, or with `--check`, which says whether they are up to
date. The faces are Source Serif 4 and Source Sans 3 from npm's @fontsource-variable, cut down to the letters of Latin
scripts and to the weights that the website has; they are not called Source, which their licence keeps for the
originals. The fallbacks that show until they are there are given their widths and heights (`size-adjust` and so on), by
the measures of @capsizecss/metrics.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).parents[1]
PACKAGES = ROOT / "node_modules"
FONTS = ROOT / "generator/assets/fonts"
STYLES = ROOT / "generator/assets/survey.css"
MOST = 120_000  # bytes of all faces together
LIGHT, HEAVY = 400, 600
# What most pages need; then what names and words of other languages in Latin script add, loaded only where it is used.
LATIN = (
    "20-7E A0-FF 131 152-153 2BB-2BC 2C6 2DA 2DC 300-328 2009-200A 2013-2014 2018-201E 2022 2026 2032-2033 2039-203A "
    "2044 20AC 2122 2191 2193 2212"
)
FURTHER = "100-130 132-151 154-17F 1CD-1DC 1E6-1E7 1EA-1EB 218-21B 1E9E 2020"
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "pnum", "lnum", "onum"]
NAMES = (1, 4, 6)  # of a font: its family, its full name and the one for PostScript, which has no spaces
FACES = (  # (family, package, file of the package, style, letters)
    ("Survey Serif", "source-serif-4", "latin-wght-normal", "normal", LATIN),
    ("Survey Serif", "source-serif-4", "latin-wght-italic", "italic", LATIN),
    ("Survey Serif", "source-serif-4", "latin-ext-wght-normal", "normal", FURTHER),
    ("Survey Sans", "source-sans-3", "latin-wght-normal", "normal", LATIN),
    ("Survey Sans", "source-sans-3", "latin-ext-wght-normal", "normal", FURTHER),
)
# What shows meanwhile, of each system one: its name there, and in @capsizecss/metrics, or the measures of what that
# does not have: mean width of a letter of English text, ascent and descent, all parts of the font size.
FALLBACKS = {
    "Survey Serif": (
        ("Georgia", "georgia"),
        ("Times New Roman", "timesNewRoman"),
        ("Noto Serif", "notoSerif"),
        ("DejaVu Serif", (0.515, 0.928, -0.236)),
    ),
    "Survey Sans": (
        ("Arial", "arial"),
        ("Roboto", "roboto"),
        ("Noto Sans", "notoSans"),
        ("DejaVu Sans", (0.510, 0.928, -0.236)),
    ),
}
MEASURES = {"Survey Serif": "sourceSerif4", "Survey Sans": "sourceSans3"}
_START, _END = "/* <faces> made by .ci/fonts.py */", "/* </faces> */"

Measures = tuple[float, float, float]


def letters(ranges: str) -> set[int]:
    """The code points of ranges of hexadecimal numbers."""
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def face(family: str, package: str, file: str, style: str, ranges: str) -> bytes:
    """One face as WOFF2."""
    name = f"@fontsource-variable/{package}/files/{package}-{file.rpartition('-')[0]}-{style}.woff2"
    font = TTFont(PACKAGES / name, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, hinting=False, name_IDs=[1, 2, 4, 6, 13, 14], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters(ranges))
    subsetter.subset(font)
    weights = LIGHT if style == "italic" else (LIGHT, HEAVY)
    instancer.instantiateVariableFont(font, {"wght": weights}, inplace=True)
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = family.replace(" ", "")
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def file_name(family: str, file: str) -> str:
    """`serif-latin.woff2` and the like."""
    part = file.removesuffix("-wght-normal").replace("-wght", "")
    return f"{family.split()[1].lower()}-{part}.woff2"


def measures(name: str) -> Measures:
    """Mean width of a letter, ascent and descent, as parts of the font size."""
    script = f"console.log(JSON.stringify(require('@capsizecss/metrics/{name}')))"
    found: dict[str, Any] = json.loads(subprocess.check_output(["node", "-e", script], cwd=ROOT))  # noqa: S603, S607 (our own words)
    size = found["unitsPerEm"]
    return found["xWidthAvg"] / size, found["ascent"] / size, found["descent"] / size


def styles() -> str:
    """The block of the style sheet."""
    lines = [_START]
    for family, _, file, style, ranges in FACES:
        weights = str(LIGHT) if style == "italic" else f"{LIGHT} {HEAVY}"
        used = ", ".join(f"U+{part}" for part in ranges.split())
        lines.append(
            f'@font-face {{ font-family: "{family}"; font-style: {style}; font-weight: {weights}; font-display: swap; '
            f'src: url("fonts/{file_name(family, file)}") format("woff2"); unicode-range: {used}; }}'
        )
    stacks = []
    for family, others in FALLBACKS.items():
        width, ascent, descent = measures(MEASURES[family])
        for other, known in others:
            its = known if isinstance(known, tuple) else measures(known)
            size = width / its[0]
            lines.append(
                f'@font-face {{ font-family: "{family}, {other}"; src: local("{other}"); size-adjust: {size:.1%}; '
                f"ascent-override: {ascent / size:.1%}; descent-override: {-descent / size:.1%}; "
                "line-gap-override: 0%; }"
            )
        names = ", ".join(f'"{family}, {other}"' for other, _ in others)
        kind = "serif" if family.endswith("Serif") else "sans-serif"
        stacks.append(f'  --survey-{family.split()[1].lower()}: "{family}", {names}, {kind};')
    return "\n".join([*lines, ":root {", *stacks, "}", _END])


def made() -> dict[Path, bytes]:
    """Every file with its content."""
    files = {
        FONTS / file_name(family, file): face(family, package, file, style, ranges)
        for family, package, file, style, ranges in FACES
    }
    total = sum(len(content) for content in files.values())
    if total > MOST:
        raise SystemExit(f"the faces have {total:,} bytes together, more than {MOST:,}")
    for package in sorted({package for _, package, *_ in FACES}):
        folder = PACKAGES / f"@fontsource-variable/{package}"
        files[FONTS / f"LICENSE-{package}"] = (folder / "LICENSE").read_bytes()
    block = re.compile(rf"{re.escape(_START)}.*?{re.escape(_END)}", re.DOTALL)
    text = STYLES.read_text(encoding="utf-8")
    files[STYLES] = block.sub(lambda _: styles(), text, count=1).encode()
    return files


def main() -> int:
    """Write the files, or say which are not up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = [(path, text) for path, text in made().items() if not path.exists() or path.read_bytes() != text]
    for path, content in stale:
        if check:
            sys.stderr.write(f"{path.relative_to(ROOT)} is not up to date: python .ci/fonts.py\n")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
