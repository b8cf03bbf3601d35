"""What can be found out for a new project, so that nobody is asked: title, author, repository, the program.

Git is asked if it is installed; without it, nothing is known, which is no error.
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
from generator.text.escape import visible

_PATIENCE = 10.0  # seconds that git has to answer
# What no person's name contains: a digit, a sign of an address, a word for a kind of account.
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
    """What git prints in `folder`, without the last line end; None if it fails or is not installed.

    `core.fsmonitor` of a repository names a program that git would run to learn what has changed.
    """
    try:
        done = subprocess.run(  # noqa: S603 (no shell, our own words)
            ["git", "-C", str(folder), "-c", "core.fsmonitor=false", *words],  # noqa: S607 (the git that the person uses)
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
    words = visible(re.sub(r"[-_.\s]+", " ", folder.absolute().name))
    return words[:1].upper() + words[1:] if words else TITLE


def author(folder: Path) -> str:
    """The name of the person at work, according to git, or ""; that of a project or a group in braces, as one name."""
    name = visible(git(_existing(folder), "config", "user.name") or "")
    is_one_name = _NO_PERSON.search(name) or is_group(name)
    return f"{{{name}}}" if is_one_name and not name.startswith("{") else name


def repository(folder: Path) -> str:
    """The web address of the repository whose top folder is `folder`, or ""."""
    if not (folder / ".git").exists():
        return ""
    return web_address(git(folder, "remote", "get-url", "origin") or "")


def web_address(remote: str) -> str:
    """`git@github.com:you/survey.git` as `https://github.com/you/survey`; "" if it is on no host."""
    ssh = _SSH.fullmatch(remote.strip())
    address = f"https://{ssh['host']}/{ssh['path']}" if ssh else remote.strip()
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    port = f":{parts.port}" if parts.port else ""
    return f"https://{parts.hostname}{port}{parts.path.rstrip('/').removesuffix('.git')}"


def requirement() -> str:
    """What pip must install to get this program: the release, or the commit from which it was installed.

    A program that runs from a folder of which git knows the origin comes from there for others too.
    """
    release = f"{PACKAGE}=={__version__}"
    try:
        recorded = metadata.distribution(PACKAGE).read_text("direct_url.json")
        origin = json.loads(recorded) if recorded else {}
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
