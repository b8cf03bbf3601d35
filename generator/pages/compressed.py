"""Files of a large survey that few readers take, compressed with gzip (RFC 1952): others would carry them for nothing.

pandas, R, DuckDB, Frictionless and most systems open them as they are; a click on a link to one saves the file itself,
which a script of the website unpacks.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable, Iterator

ENDING = ".gz"
COMPRESSED = "application/gzip"  # media type
_LEVEL = 4  # half the time of the usual 6, for six bytes more in a hundred
_RAW = -15  # the largest window of deflate, without zlib's own head: gzip's is written here
# Magic number, deflate, no flags, no time, no hint at the level, unknown system: the same on every machine.
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_WHOLE_WORD = 0xFFFFFFFF


def compressed(content: str | Iterable[str]) -> bytes:
    """The content as a gzip file that names no time and no system, so that the same content gives the same bytes.

    Of parts, memory holds one at a time: as text, the whole of a large survey takes up to four bytes a letter.
    """
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    packed, checksum, size = [_HEAD], 0, 0
    for part in (content,) if isinstance(content, str) else content:
        plain = part.encode()
        packed.append(packer.compress(plain))
        checksum, size = zlib.crc32(plain, checksum), size + len(plain)
    return b"".join((*packed, packer.flush(), struct.pack("<II", checksum, size & _WHOLE_WORD)))


def signposts(paths: Iterable[str], website: str) -> Iterator[tuple[str, str]]:
    """(path, text) of what stands at the plain address of each compressed file among `paths`: where the file is now.

    The survey may have been smaller, and programs may go on fetching the address of then. A static host can neither
    unpack nor redirect, so they find a file of the expected kind that no reader mistakes for a survey without works: an
    object of JSON with no list in it, or a sentence. `website` is the address below which the paths stand, or "".
    """
    for path in paths:
        if path.endswith(ENDING):
            plain, target = path.removesuffix(ENDING), f"{website}{path}" if website else path.rpartition("/")[2]
            note = f"Compressed with gzip, because the survey is large, this file is now {target}"
            if plain.endswith(".json"):
                note = json.dumps({"moved": target, "about": note}, ensure_ascii=False)
            yield plain, f"{note}\n"
