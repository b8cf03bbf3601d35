"""The guide's pictures, taken from the website in `site/`; with `--check`, whether those in the guide still show it.

Pictures of one page differ a little between machines (fonts, smoothing), so they are compared as small grey grids.
"""

from __future__ import annotations

import argparse
import base64
import functools
import http.server
import os
import sys
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

REPOSITORY = Path(__file__).parent.parent
PICTURES = REPOSITORY / "docs/guide/pictures"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
WIDE = {"width": 1280, "height": 800}
# Name of the picture to the page that it shows, and the element that must be there before it is taken.
TAKEN = {
    "home": ("", ".ways"),
    "theme": ("themes/long-context/", ".comparison"),
    "paper": ("papers/cai2024medusa/", "pre.bibtex, .bibtex"),
    "explorer": ("explore/", ".explorer-on"),
}
QUALITY = 72  # of the JPEG files, in percent
FURTHEST = 14.0  # mean difference of the grids' cells, of 255, up to which two pictures show the same
_GRID = """async addresses => {
    const grids = [];
    for (const address of addresses) {
        const picture = new Image();
        picture.src = address;
        await picture.decode();
        const canvas = document.createElement('canvas');
        canvas.width = 32; canvas.height = 20;
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(picture, 0, 0, 32, 20);
        const data = context.getImageData(0, 0, 32, 20).data;
        grids.push(Array.from({length: 640}, (_, n) => (data[4 * n] + data[4 * n + 1] + data[4 * n + 2]) / 3));
    }
    return grids[0].reduce((sum, value, n) => sum + Math.abs(value - grids[1][n]), 0) / 640;
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def main() -> int:
    """Take the pictures, or compare them. Returns 1 where one does not show the website any more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, and change nothing")
    check = parser.parse_args().check
    handler = functools.partial(_Quiet, directory=str(REPOSITORY / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    PICTURES.mkdir(exist_ok=True)
    stale = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=WIDE, reduced_motion="reduce")
        for name in TAKEN:
            shot = taken(page, base, name)
            file = PICTURES / f"{name}.jpg"
            if not check:
                file.write_bytes(shot)
            elif not file.exists() or difference(page, file.read_bytes(), shot) > FURTHEST:
                stale.append(name)
        browser.close()
    if stale:
        sys.stderr.write(f"these pictures do not show the website any more: {', '.join(stale)} (`make pictures`)\n")
    return 1 if stale else 0


def taken(page: Page, base: str, name: str) -> bytes:
    """A picture of what a visitor of the page sees first."""
    path, awaited = TAKEN[name]
    page.goto(base + path)
    page.locator(awaited).first.wait_for(state="attached")
    page.evaluate("document.fonts.ready")
    return page.screenshot(type="jpeg", quality=QUALITY)


def difference(page: Page, left: bytes, right: bytes) -> float:
    """How far two pictures are apart: the mean difference of their grids, 0 to 255."""
    page.goto("about:blank")
    addresses = [f"data:image/jpeg;base64,{base64.b64encode(one).decode()}" for one in (left, right)]
    return float(page.evaluate(_GRID, addresses))


if __name__ == "__main__":
    sys.exit(main())
