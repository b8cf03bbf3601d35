"""The text of an answer, within bounds however it is packed and whatever it says of itself."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import httpx

from generator.services.failure import misshapen

SIZE_LIMIT = 64_000_000  # bytes of one answer; the largest file of the ACL Anthology's data has about ten
VALUES_LIMIT = 5_000_000  # values of one answer, counted by the signs before them; each takes memory of its own
_SIGNS = (",", "[", "{", "<")  # what stands before a value of JSON, or an element
_PIECE = 1_000_000  # bytes that are unpacked at a time
_GZIP = 16 + zlib.MAX_WBITS
_PLAIN = ("", "identity")
# Other names mean UTF-8, too: Python's include `hex` and `idna`, which are no characters.
_CHARACTERS = {
    "iso-8859-1": "latin-1",
    "latin-1": "latin-1",
    "latin1": "latin-1",
    "windows-1252": "cp1252",
    "utf-16": "utf-16",
}


def text_of(response: httpx.Response) -> str:
    """The text. Raises ServiceError where it is too large, or packed in a way that nobody asked for."""
    content = bytearray()
    for piece in _unpacked(response):
        content += piece
        if len(content) > SIZE_LIMIT:
            raise misshapen(f"it has more than {SIZE_LIMIT // 1_000_000} MB")
    named = (response.charset_encoding or "").casefold()
    text = content.decode(_CHARACTERS.get(named, "utf-8"), "replace").removeprefix("\ufeff")
    if sum(text.count(sign) for sign in _SIGNS) > VALUES_LIMIT:
        raise misshapen(f"it holds more than {VALUES_LIMIT:,} values")
    return text


def _unpacked(response: httpx.Response) -> Iterator[bytes]:
    """The bytes, a few at a time: a small piece may unpack to very much."""
    packing = response.headers.get("content-encoding", "").strip().casefold()
    if packing in _PLAIN:
        yield from response.iter_raw()
        return
    if packing not in ("gzip", "x-gzip"):
        raise misshapen(f"it is packed as `{packing[:40]}`, which was not asked for")
    unpacking, came = zlib.decompressobj(_GZIP), 0
    try:
        for piece in response.iter_raw():
            rest = piece
            came += len(piece)
            while rest and not unpacking.eof:
                yield unpacking.decompress(rest, _PIECE)
                rest = unpacking.unconsumed_tail
        yield unpacking.flush()
    except zlib.error as error:
        raise misshapen("it is not packed as it says") from error
    if came and not unpacking.eof:
        raise misshapen("it is not whole")
