"""Lighthouse on the built website: the front page, the largest theme, its first paper and the explorer, served with gzip.

Run from the repository after `python -m generator build --site`: `python -m benchmarks.lighthouse [--json]`. Lighthouse comes from npm
into a folder of its own (`--folder` keeps it for the next time); where npm or Chromium is missing, this says so and measures nothing.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

from benchmarks._built_site import is_skipped, parser_of

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WANTED = 97  # of 100, at least, in each of them


class _Gzip(http.server.SimpleHTTPRequestHandler):
    """What every host of static pages does: text is compressed and may be kept."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        kind = self.guess_type(str(file))
        if not file.is_file() or not kind.startswith(("text/", "application/j", "image/svg")):
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        for name, value in {
            "Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
            "Content-Encoding": "gzip",
            "Content-Length": str(len(body)),
            "Cache-Control": "max-age=600",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def pages(site: Path) -> dict[str, str]:
    """The pages that are measured, by kind."""
    works = json.loads((site / "data" / "survey.json").read_text(encoding="utf-8"))["works"]
    theme, _ = Counter(work["themes"]["primary"] for work in works if work["themes"]["primary"]).most_common(1)[0]
    key = next(work["key"] for work in works if work["themes"]["primary"] == theme)
    return {"front page": "", "largest theme": f"themes/{theme}/", "paper": f"papers/{key}/", "explorer": "explore/"}


def program(folder: Path) -> Path:
    """Lighthouse in `folder`, installed if it is not there yet."""
    lighthouse = folder / "node_modules" / ".bin" / "lighthouse"
    if not lighthouse.exists():
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", "lighthouse"], cwd=folder, check=True)
    return lighthouse


def scores(lighthouse: Path, address: str, folder: Path) -> dict[str, object]:
    """The scores of one page (0 to 100), and the audits that cost points in those below what is wanted."""
    report = folder / "report.json"
    command = [
        str(lighthouse),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
    ]
    command += [
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    ]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": CHROMIUM}, stdout=subprocess.DEVNULL)
    found = json.loads(report.read_text(encoding="utf-8"))
    result: dict[str, object] = {}
    lost: list[str] = []
    for name in CATEGORIES:
        category = found["categories"][name]
        result[name] = round(100 * (category["score"] or 0))
        failed = [found["audits"][audit["id"]] for audit in category["auditRefs"] if audit["weight"]]
        lost += [
            f"{audit['id']} {audit.get('displayValue', '')}".strip()
            for audit in failed
            if audit["score"] is not None and audit["score"] < 0.9
        ]
    return {**result, "lost": lost}


def main() -> int:
    """Print the scores; 1 where one is below what is wanted."""
    parser = parser_of(__doc__)
    parser.add_argument("--folder", type=Path, help="where Lighthouse is, or is to be installed")
    options = parser.parse_args()
    needed = {"npm": shutil.which("npm"), CHROMIUM: Path(CHROMIUM).exists(), f"{options.site}/": options.site.is_dir()}
    if is_skipped("lighthouse", needed):
        return 0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Gzip, directory=str(options.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        lighthouse = program(folder)
        found = {}
        for kind, path in pages(options.site).items():
            runs = [
                scores(lighthouse, f"http://127.0.0.1:{server.server_port}/{path}", Path(temporary))
                for _ in range(options.runs)
            ]
            found[kind] = sorted(runs, key=lambda run: int(str(run["performance"])))[options.runs // 2]
    server.shutdown()
    is_low = any(int(str(result[name])) < WANTED for result in found.values() for name in CATEGORIES)
    if options.json:
        print(json.dumps(found, indent=2))
        return int(is_low)
    print(f"{'page':<16}" + "".join(f"{name:>16}" for name in CATEGORIES))
    for kind, result in found.items():
        print(f"{kind:<16}" + "".join(f"{result[name]!s:>16}" for name in CATEGORIES))
        for audit in result["lost"]:  # type: ignore[attr-defined]
            print(f"  {audit}")
    return int(is_low)


if __name__ == "__main__":
    sys.exit(main())
