"""What can be found out for a new project, so that nobody is asked: title, author, repository, the program.

Git is asked where it is there; without it, nothing is known, and nothing is wrong.
"""

from __future__ import annotations

import json
import re
import subprocess
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator import __version__
from generator.names import is_group
from generator.starting.skeleton import PACKAGE, TITLE

_PATIENCE = 10.0  # seconds that git gets to answer
# What no person's name has: a digit, a sign of an address, the name of what accounts belong to.
_NO_PERSON = re.compile(
    r"""[\d@/_\[\]]
    | \b(?:maintainers? | contributors? | developers? | admins? | administrators? | authors | editors | bots? | actions
        | labs? | laboratory | projects? | program(?:me)? | surveys? | groups? | teams? | community | organi[sz]ation
        | department | company | user
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SSH = re.compile(r"(?:ssh://)?git@(?P<host>[^:/]+)[:/](?P<path>.+)")


def git(folder: Path, *words: str) -> str | None:
    """What git prints in `folder`, without the last line end; None where it fails or there is no git."""
    try:
        done = subprocess.run(  # noqa: S603 (no shell, our own words)
            ["git", "-C", str(folder), *words],  # noqa: S607 (the git that the person uses)
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.rstrip("\n") if done.returncode == 0 else None


def title_of(folder: Path) -> str:
    """A title from the folder's name: `frog-calls` gives “Frog calls”."""
    words = re.sub(r"[-_.\s]+", " ", folder.absolute().name).strip()
    return words[:1].upper() + words[1:] if words else TITLE


def author(folder: Path) -> str:
    """The name of the person at work, as git knows it, or ""; that of a project or a group in braces, for one name."""
    name = (git(_existing(folder), "config", "user.name") or "").strip()
    is_one_name = _NO_PERSON.search(name) or is_group(name)
    return f"{{{name}}}" if is_one_name and not name.startswith("{") else name


def repository(folder: Path) -> str:
    """The address on the web of the repository that `folder` is the top of, or ""."""
    if not (folder / ".git").exists():
        return ""
    return web_address(git(folder, "remote", "get-url", "origin") or "")


def web_address(remote: str) -> str:
    """`git@github.com:you/survey.git` as `https://github.com/you/survey`; "" for what stands on no host."""
    ssh = _SSH.fullmatch(remote.strip())
    address = f"https://{ssh['host']}/{ssh['path']}" if ssh else remote.strip()
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    port = f":{parts.port}" if parts.port else ""
    return f"https://{parts.hostname}{port}{parts.path.rstrip('/').removesuffix('.git')}"


def requirement() -> str:
    """What pip installs to have this program: the release, or the commit that it was installed from.

    A program that runs from a folder of which git knows the origin comes from there for others too.
    """
    release = f"{PACKAGE}=={__version__}"
    try:
        told = metadata.distribution(PACKAGE).read_text("direct_url.json")
        origin = json.loads(told) if told else {}
    except (metadata.PackageNotFoundError, ValueError):
        return release
    address = str(origin.get("url", ""))
    commit = str(origin.get("vcs_info", {}).get("commit_id", ""))
    if not commit and address.startswith("file:") and "dir_info" in origin:
        folder = Path(unquote(urlsplit(address).path))
        commit = git(folder, "rev-parse", "HEAD") or ""
        address = web_address(git(folder, "remote", "get-url", "origin") or "")
    is_public = urlsplit(address).scheme in ("http", "https")
    return f"{PACKAGE} @ git+{address}@{commit}" if commit and is_public else release


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next((one for one in (folder.absolute(), *folder.absolute().parents) if one.is_dir()), Path("/"))
