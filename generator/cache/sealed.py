"""Files of `.survey/cache`, signed with a personal key that lies outside every project."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from generator.errors import InputError
from generator.project.box import read, read_plain
from generator.project.paths import CACHE, GENERATED_LIMIT
from generator.project.placing import place

_HEAD = b"survey cache 1 "
_KEY = "cache-key"
_KEY_BYTES = 32
_ONLY_OURS, _OUR_FOLDER = 0o600, 0o700
_OTHERS = 0o077  # what a mode lets other people do


def keep(project: Path, name: str, content: bytes) -> None:
    """Keep `content` under `name`. If the disk is full or there is no key, nothing is kept and no error raised."""
    key = _key()
    if key is None:
        return
    with contextlib.suppress(OSError, InputError):
        place(project, f"{CACHE}/{name}", b"%b%b\n%b" % (_HEAD, _signature(key, name, content), content))


def kept(project: Path, name: str) -> bytes | None:
    """What was kept under `name`; None if there is nothing, or nothing that this key signed."""
    key = _key()
    if key is None:
        return None
    try:
        sealed = read(project, f"{CACHE}/{name}", GENERATED_LIMIT) or b""
    except InputError:
        return None
    return _content(key, name, sealed)


def forget(project: Path, name: str) -> None:
    """Remove what was kept under `name`."""
    with contextlib.suppress(OSError):
        os.unlink(os.path.join(project, CACHE, name))


def keep_own(name: str, content: bytes) -> None:
    """Keep what belongs to the program, not to a project, in the person's cache folder; without one, keep nothing."""
    key = _key()
    if key is not None:
        with contextlib.suppress(OSError):
            _put(folder() / name, b"%b%b\n%b" % (_HEAD, _signature(key, name, content), content), os.replace)


def own(name: str) -> bytes | None:
    """What `keep_own` kept under `name`; None if there is nothing, or nothing that this key signed."""
    key = _key()
    try:
        found = read_plain(str(folder() / name), name) if key is not None else None
    except (OSError, RuntimeError, InputError):
        return None
    return _content(key, name, found) if key is not None and found is not None else None


def _content(key: bytes, name: str, found: bytes) -> bytes | None:
    """The content of a file below its signature, if this key made that."""
    head, _, content = found.partition(b"\n")
    return content if hmac.compare_digest(head, _HEAD + _signature(key, name, content)) else None


def _signature(key: bytes, name: str, content: bytes) -> bytes:
    whole = hmac.new(key, name.encode() + b"\n", hashlib.sha256)
    whole.update(content)  # by itself: joined with the name, it would take its memory twice
    return whole.hexdigest().encode()


def folder() -> Path:
    """Where this person's programs keep what they can make again."""
    if sys.platform == "win32":
        own = os.environ.get("LOCALAPPDATA", "")
    else:
        own = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(own) if os.path.isabs(own) else Path.home() / ".cache") / "survey-site-generator"


@cache
def _key() -> bytes | None:
    """The personal key, made when first needed; None where none can be kept from other people."""
    try:
        file = folder() / _KEY
        found = _read_key(file)
        if found is None:
            file.parent.mkdir(_OUR_FOLDER, parents=True, exist_ok=True)
            if not _is_only_ours(file.parent):
                os.chmod(file.parent, _OUR_FOLDER)
            if file.exists() and not _is_only_ours(file):
                os.unlink(file)
            with contextlib.suppress(FileExistsError):  # two commands at once must both get the same key
                _put(file, secrets.token_bytes(_KEY_BYTES), os.link)
            found = _read_key(file)
    except (OSError, RuntimeError, InputError):
        return None
    return found if found is not None and len(found) == _KEY_BYTES else None


def _read_key(file: Path) -> bytes | None:
    """What the key's file holds; None without one, or where other people can get at it or at its folder."""
    found = read_plain(str(file), _KEY)
    return found if found is not None and _is_only_ours(file) and _is_only_ours(file.parent) else None


def _is_only_ours(path: Path) -> bool:
    """Whether it is ours and closed to all others, where the system has such modes."""
    if sys.platform == "win32":
        return True
    status = path.lstat()
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS


def _put(file: Path, content: bytes, place_it: Callable[[str, str], None]) -> None:
    """Put a file in place in one step, by renaming or linking one written beside it."""
    interim = f"{file}.{secrets.token_hex(8)}"
    descriptor = os.open(interim, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_OURS)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(content)
        place_it(interim, str(file))
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(interim)
