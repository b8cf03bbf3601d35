"""Exports of every format with damage at places of chance, made from a seed: the same number gives the same file."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas

from tests.sources.test_nothing_vanishes import FORMS, NUMBERS

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("tests/data/sources", "tests/data/exports")
MOST = 4  # places of damage in one file
FAR = 60  # bytes that are lost or doubled at once
REPEATED = (30, 3_000)  # how often a piece is repeated: seldom, and now and then very often
SIGNS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"{", b"}", b'"', b"[", b"]", b"<", b">", b"&", b"\\", b"$", b"@", b"|", b"\n", b"\r", b"\r\n", b"TY  - ",
    b"ER  - ", b"\xed\xa0\x80", b"\xff", b"]]>", b"<!--", b"<![CDATA[", b"&#0;", b"&#x110000;", b"\t", b",", b";", b"'", b"\n\n", b"PT J\n", b"PMID- ",
    b"@misc{a,\n", b"- ", b"%0 ", b"1e999", b"-1", b"99999999999999999999", b"null", b"NaN", b"\xe2\x80\xae", b"\xcc\x81", b"{\\\"{", b"and ", b"\xc2\x85",
    b"\xe2\x80\xa8", b"\x0c", b"\x1a", b"\xf0\x9f\xa6\xa6", b"{}", b"[[", b"true", b"=", b"#", b"%",
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-be", "cp1252", "latin-1", "gb18030", "utf-8-sig", "utf-32")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file with damage. `hurt` is the part of the whole file, from byte to byte, that the damage lies in; None where it lies
    everywhere.
    """

    whole: str
    data: bytes
    hurt: tuple[int, int] | None


@cache
def wholes() -> dict[str, bytes]:
    """The whole files, by name: those of the tests, and a sheet and a table of columns."""
    found = {
        f"{folder}/{file.name}": file.read_bytes() for folder in FOLDERS for file in sorted((ROOT / folder).iterdir())
    }
    for name, (head, record, end) in FORMS.items():
        found[f"made: {name}"] = (head + "".join(record.format(n=n) for n in NUMBERS) + end).encode()
    rows = pandas.DataFrame(
        {"title": [f"Iron in soil {n} of many" for n in range(8)], "authors": ["Roe, Jane"] * 8, "year": [2020] * 8}
    )
    sheet, columns = io.BytesIO(), io.BytesIO()
    rows.to_excel(sheet, index=False)
    rows.to_parquet(columns)
    return found | {"a.xlsx": sheet.getvalue(), "a.parquet": columns.getvalue()}


def damaged(number: int, seed: int) -> Damaged:
    """The file of that number: the files take turns, so that every format has as many."""
    name = list(wholes())[number % len(wholes())]
    chance, whole = random.Random(f"{seed} {number}"), wholes()[name]
    if zipfile.is_zipfile(io.BytesIO(whole)) and chance.random() < 0.8:
        return Damaged(name, _in_archive(whole, chance), None)
    if chance.random() < 0.1:
        return Damaged(name, chance.choice((_recoded, _glued, _shuffled))(whole, chance), None)
    return _hurt(name, whole, chance)


def _hurt(name: str, whole: bytes, chance: random.Random) -> Damaged:
    """Damage at some places that lie near each other, so that most records of the file are out of its reach."""
    start = chance.randrange(len(whole))
    data, first, last = whole, start, start
    for _ in range(chance.randint(1, MOST)):
        place = min(len(whole), start + chance.randrange(FAR))
        end = min(len(whole), place + chance.randint(1, FAR))
        first, last = min(first, place), max(last, end)
    piece = whole[first:last]
    for _ in range(chance.randint(1, MOST)):
        place = chance.randrange(len(piece) + 1)
        piece = chance.choice(WAYS)(piece, place, chance)
    data = whole[:first] + piece + whole[last:]
    if chance.random() < 0.05:
        return Damaged(name, whole[:first] + piece, (first, len(whole)))
    return Damaged(name, data, (first, last))


def _put_in(piece: bytes, place: int, chance: random.Random) -> bytes:
    return piece[:place] + chance.choice(SIGNS) + piece[place:]


def _put_over(piece: bytes, place: int, chance: random.Random) -> bytes:
    return piece[:place] + bytes([chance.randrange(256)]) + piece[place + 1 :]


def _lost(piece: bytes, place: int, chance: random.Random) -> bytes:
    return piece[:place] + piece[place + chance.randint(1, FAR) :]


def _doubled(piece: bytes, place: int, chance: random.Random) -> bytes:
    end = place + chance.randint(1, FAR)
    return piece[:end] + piece[place:end] + piece[end:]


def _repeated(piece: bytes, place: int, chance: random.Random) -> bytes:
    times = REPEATED[chance.random() < 0.1]
    return piece[:place] + chance.choice((chance.choice(SIGNS), piece[place : place + 3])) * times + piece[place:]


def _line_lost(piece: bytes, place: int, chance: random.Random) -> bytes:
    lines = piece.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


WAYS: tuple[Callable[[bytes, int, random.Random], bytes], ...] = (
    _put_in, _put_in, _put_over, _put_over, _lost, _doubled, _repeated, _line_lost,
)  # fmt: skip


def _recoded(whole: bytes, chance: random.Random) -> bytes:
    return whole.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


def _glued(whole: bytes, chance: random.Random) -> bytes:
    return whole + chance.choice(list(wholes().values()))


def _shuffled(whole: bytes, chance: random.Random) -> bytes:
    lines = whole.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def _in_archive(whole: bytes, chance: random.Random) -> bytes:
    """The archive with damage in one of its files."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive, zipfile.ZipFile(written, "w") as new:
        hurt = chance.choice(archive.namelist())
        for name in archive.namelist():
            content = archive.read(name)
            new.writestr(name, _hurt(name, content, chance).data if name == hurt and content else content)
    return written.getvalue()
