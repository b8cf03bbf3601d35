"""The website's icons as an app, drawn from its favicon into `generator/assets/icons/`; run it where that changes."""

from __future__ import annotations

from pathlib import Path

import resvg_py

ASSETS = Path(__file__).parent.parent / "generator/assets"
SIZES = (180, 192, 512)  # pixels: what Apple's devices ask for, and the two of web app manifests
SAFE = 0.8  # of a maskable icon's width: what every mask leaves of it
_SIDE = 32  # of the favicon's drawing


def main() -> None:
    """Write the icons."""
    drawing = (ASSETS / "favicon.svg").read_text(encoding="utf-8")
    folder = ASSETS / "icons"
    folder.mkdir(exist_ok=True)
    for size in SIZES:
        (folder / f"{size}.png").write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=drawing, width=size, height=size)))
    # A mask cuts the corners off: the ground goes to the edges, and the book stays within what is safe.
    start = _SIDE * (1 - SAFE) / 2
    ground, book = drawing.replace('rx="6" ', "").split("/>", 1)
    masked = f'{ground}/><g transform="translate({start} {start}) scale({SAFE})">{book.replace("</svg>", "</g></svg>")}'
    (folder / "512-maskable.png").write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=masked, width=512, height=512)))


if __name__ == "__main__":
    main()
