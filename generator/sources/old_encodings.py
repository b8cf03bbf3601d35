"""In which of the encodings before UTF-8 a text was written: as it says itself, or as its letters fit together.

East Asian encodings write each character in two bytes, the common ones in ranges of their own (GB 2312, JIS X 0208,
KS X 1001 and Big5), and one stands beside the other: an accented letter or an apostrophe of a European text looks like
such a pair with the letter that follows, but stands alone. Of those with one byte a character the one is taken in
which the words are likeliest.
"""

from __future__ import annotations

import re
from itertools import islice

from generator.sources import single_byte
from generator.sources.single_byte import decoded

NAMES = {
    **single_byte.NAMES,
    "iso8859_15": "ISO 8859-15 (Western European)",
    "gb18030": "GB 18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "cp932": "Shift JIS (Japanese)",
    "euc_jp": "EUC-JP (Japanese)",
    "cp949": "EUC-KR (Korean)",
}
_SAID = {
    "cp1250": "cp1250 windows1250 windowslatin2",
    "iso8859_2": "iso88592 latin2",
    "cp1251": "cp1251 windows1251",
    "koi8_r": "koi8r",
    "iso8859_5": "iso88595",
    "cp1253": "cp1253 windows1253",
    "iso8859_7": "iso88597",
    "cp1254": "cp1254 windows1254 iso88599 latin5",
    "cp1255": "cp1255 windows1255 iso88598",
    "cp1256": "cp1256 windows1256",
    "cp1257": "cp1257 windows1257",
    "mac_roman": "macroman macosroman westernmacosroman macintosh xmacroman",
    "gb18030": "gb18030 gbk gb2312 cp936",
    "big5": "big5",
    "cp932": "shiftjis sjis cp932 windows31j mskanji",
    "euc_jp": "eucjp",
    "cp949": "euckr cp949 ksc5601",
    "windows-1252": "cp1252 windows1252 iso88591 latin1 windowslatin1",
    "iso8859_15": "iso885915 latin9",
}
_ENCODINGS = {said: name for name, words in _SAID.items() for said in words.split()}
# JabRef's `% Encoding: Cp1252`, BibDesk's `%% Saved with string encoding Western (Mac OS Roman)`, XML's
# `encoding="GBK"`.
_DECLARED = re.compile(rb"""(?i)\b(?:saved with string )?encoding(?:\s*[:=]\s*|\s+)["']?([A-Za-z][\w ()-]{2,30})""")
# `cœur`, `œuvre`, `Œuvres` and `5 €`, which are `c½ur`, `½uvre`, `¼uvres` and `5 ¤` in Windows-1252.
_OF_LATIN_9 = re.compile(
    rb"""(?<=[A-Za-z])\xbd(?=u|t) | (?<![A-Za-z\d])\xbd(?=u[vf]|d\xe8|il\b|so[pf]|str|no[lt]|cum) | \xbcuvre
      | (?<=\d)\s?\xa4 | \xa4(?=\s?\d)""",
    re.VERBOSE,
)
_LIKE_LATIN_9 = (single_byte.USUAL, "mac_roman", "iso8859_7")
# What only Windows has, another script, a fraction.
_NOT_OF_LATIN_9 = re.compile(rb"[\x80-\x9f]|[\xc0-\xff]{3}|\d[ \xa0]?[\xbc\xbd]|[ \xa0][\xbc\xbd][ \xa0-]")
_PRIVATE = re.compile("[\ue000-\uf8fe]")  # characters that no text exchanged holds
_HEAD = 1000  # bytes in which an encoding may be named
_LINES, _LINE = 200, 2000  # lines with other letters that are looked at, and bytes of each
_COMMON = {  # an encoding's common characters, as pairs of bytes; Big5's hold those of others
    "gb18030": rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]",
    "cp932": rb"[\x81-\x83][\x40-\x7e\x80-\xfc]|[\x88-\x97][\x40-\x7e\x80-\xfc]",
    "euc_jp": rb"[\xa1-\xa5\xb0-\xd3][\xa1-\xfe]",
    "cp949": rb"[\xa1\xa3\xb0-\xc8][\xa1-\xfe]",
    "big5": rb"[\xa1-\xa3\xa4-\xc6][\x40-\x7e\xa1-\xfe]",
}
IN_PAIRS = frozenset(_COMMON)  # encodings of two bytes a character
_KANA = re.compile(rb"[\xa4\xa5][\xa1-\xfe]")
_PAIRED = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x80-\xff]")
_LEAST_PAIRS, _MOST = 4, 0.9  # characters of such a text, and the share of them that must be common ones
_FAULTS = 4  # characters of UTF-8 for one that is not, from which a text is UTF-8 with faults
_IN_RUNS = 0.5  # share of them that must stand beside another one
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_CLEARLY = 0.1  # by how much of its letters one encoding must fit better than another


def guessed_encoding(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8, a key of `NAMES`; "" where none is plausible or better than others, and
    for UTF-8 with faults in it.
    """
    others = (line for line in re.split(rb"[\r\n]+", data) if not line.isascii())
    lines = list(islice(others, _LINES))
    sample = b"\n".join(line for line in lines if len(line) <= _LINE) or _beginning(lines[0])
    if _is_mostly_utf8(sample):
        return ""
    said = _DECLARED.search(data[:_HEAD])
    declared = _ENCODINGS.get(re.sub(r"[\W_]", "", said[1].decode("ascii").lower())) if said else None
    as_declared = decoded(data, declared) if declared else None
    if declared and as_declared is not None and not _PRIVATE.search(as_declared):
        return declared
    best = _in_pairs(sample) or single_byte.likeliest(sample)
    if best in _LIKE_LATIN_9 and _OF_LATIN_9.search(sample) and not _NOT_OF_LATIN_9.search(sample):
        best = "iso8859_15"
    return best if decoded(data, best) is not None else ""


def _beginning(line: bytes) -> bytes:
    """The first bytes of a long line, up to one that is no part of a character of several bytes."""
    ends = re.match(rb"[\x00-\xff]{1,%d}[\x00-\x2f]" % _LINE, line)
    return ends[0] if ends else line[: 2 * _LINE]


def _is_mostly_utf8(sample: bytes) -> bool:
    """Whether nearly all of its characters other than ASCII are UTF-8."""
    text = sample.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    return sum(not letter.isascii() for letter in text) - faults > _FAULTS * faults


def _in_pairs(sample: bytes) -> str:
    """The East Asian encoding in which nearly every character is a common one, or ""."""
    pairs = [pair for pair in _PAIRED.findall(sample) if len(pair) > 1]
    if len(pairs) < _LEAST_PAIRS:
        return ""
    shares = {name: _share(sample, name) for name in _COMMON}
    best = max(shares, key=lambda name: shares[name])  # the first of equals
    if shares[best] < _MOST:
        return ""
    if best in ("gb18030", "euc_jp", "cp949"):  # which have the same bytes
        if shares["cp949"] > 1 - _CLEARLY / 2 and shares["cp949"] >= shares["gb18030"]:
            return "cp949"
        kana = len(_KANA.findall(sample))
        return "euc_jp" if kana > _CLEARLY * len(pairs) and shares["euc_jp"] >= _MOST else "gb18030"
    return best


def _share(sample: bytes, name: str) -> float:
    """The share of characters other than ASCII that are among the encoding's common ones; 0 where it is not valid, or
    where most of them stand alone.
    """
    text = decoded(sample, name)
    if text is None:
        return 0.0
    number = sum(not letter.isascii() for letter in text)
    if sum(map(len, _RUN.findall(text))) < _IN_RUNS * number:
        return 0.0
    common = re.compile(_COMMON[name])
    found = sum(bool(common.fullmatch(letter.encode(name))) for letter in text if not letter.isascii())
    return found / max(1, number)
