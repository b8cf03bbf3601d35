"""`python -m generator.website.zensical_process …`: Zensical, which ends when the command that started it ends.

It takes what `mkdocs build` and `mkdocs serve` take: `--config-file`, `--site-dir`, `--strict`, `--dev-addr`. Zensical
itself knows no other place for a website than the one that mkdocs.yml names: where it asks for its settings, it gets
them with the other place.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Sequence
from typing import Any

from generator.website.mkdocs_process import end_with_parent


def main(arguments: Sequence[str]) -> None:
    """Run Zensical. It ends this process with its own exit code where it fails."""
    threading.Thread(target=end_with_parent, daemon=True).start()
    parser = argparse.ArgumentParser()
    parser.add_argument("action", choices=["build", "serve"])
    parser.add_argument("--config-file", required=True)
    parser.add_argument("--site-dir", required=True)
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--dev-addr")
    given = parser.parse_args(arguments)
    config_file = os.path.abspath(given.config_file)
    _build_elsewhere(os.path.relpath(given.site_dir, os.path.dirname(config_file)))
    import zensical

    if given.action == "build":
        # Without what earlier builds left in its cache: a project may come from strangers with it.
        zensical.build(config_file, {"clean": True, "strict": given.strict})
    else:
        zensical.serve(config_file, {"dev_addr": given.dev_addr, "open": False, "strict": False})


def _build_elsewhere(site_dir: str) -> None:
    from zensical import config

    read: Any = config.parse_config

    def parse(path: str) -> dict[str, Any]:
        return {**read(path), "site_dir": site_dir}

    config.parse_config = parse


if __name__ == "__main__":
    main(sys.argv[1:])
