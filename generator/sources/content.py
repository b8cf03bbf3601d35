"""The bytes of one source file and, where they are text, the text: decoded once, for every reader to look at."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.errors import Place, Problem
from generator.project.paths import SETTINGS
from generator.sources.old_encodings import IN_PAIRS, NAMES, guessed_encoding
from generator.text.escape import yaml

FIELD_LIMIT = 1_000_000  # characters of one field; the longest abstract met in the wild has about 20,000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER = {"windows-1252": "windows-1250"}  # what a text may be that was taken for another
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True)
class Content:
    """One source file as read from the disk.

    Attributes:
        source: its path relative to `bib/`.
        data: its bytes.
        columns: the map from our field names to its columns that `survey.yml` gives for it (may be empty).
        column_lines: on which line of `survey.yml` each of these stands, where known.
        stated_encoding: its encoding as `survey.yml` gives it, or "".
    """

    source: str
    data: bytes
    columns: dict[str, str] = field(default_factory=dict)
    column_lines: dict[str, int] = field(default_factory=dict)
    stated_encoding: str = ""

    @cached_property
    def encoding(self) -> str:
        """The encoding of the text; "" for what is not text.

        `utf-8`, `utf-16`, `utf-32`, a key of `old_encodings.NAMES` (a guess, where it is not valid UTF-8), `mixed`
        (UTF-8 with some lines that are not), or what `survey.yml` states, unless the bytes are evidently Unicode: a
        statement for `*.csv` may meet a file that was saved so.
        """
        evident = _evident_encoding(self.data)
        if self.stated_encoding and _bears_out(self.data, self.stated_encoding, evident):
            return self.stated_encoding
        if evident is not None:
            return evident
        guess = guessed_encoding(self.data)
        if (
            guess not in IN_PAIRS
            and b"\x00" not in self.data
            and any(not line.isascii() and _decodes(line, "utf-8") for line in self.data.split(b"\n"))
        ):
            return "mixed"
        return guess or ("windows-1252" if _decodes(self.data, "windows-1252") else "")

    @cached_property
    def text(self) -> str:
        """The decoded text with `\\n` line ends, no byte-order mark and no NUL; "" for what is not text."""
        if not self.encoding:
            return ""
        mixed = self.encoding == "mixed"
        text = (
            "\n".join(_by_line(line) for line in self.data.split(b"\n")) if mixed else self.data.decode(self.encoding)
        )
        text = text.removeprefix("\ufeff").replace("\x00", "")
        return _LINE_END.sub("\n", text) if "\r" in text else text

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines, without line ends; line n is `lines[n - 1]`."""
        return self.text.split("\n")

    def without_lines(self, first: int, last: int) -> Content:
        """The same text, as UTF-8, with the lines from `first` to `last` (1-based) empty."""
        lines = ["" if first <= number <= last else line for number, line in enumerate(self.lines, 1)]
        return replace(self, data="\n".join(lines).encode("utf-8", "surrogatepass"))

    @property
    def start(self) -> str:
        """The first 100,000 characters, enough to recognise a format by."""
        return self.text[:100_000].lstrip()

    @property
    def is_binary(self) -> bool:
        """Whether the bytes are not text of any kind."""
        return not self.encoding or len(_CONTROL.findall(self.text[:4096])) > len(self.text[:4096]) // 20

    @property
    def damage(self) -> Iterator[Problem]:
        """What of the text had to be guessed or taken out."""
        if not self.encoding:
            return
        if self.stated_encoding:
            if self.encoding != self.stated_encoding:
                message = f"is not {self.stated_encoding}, as `encodings` says: read as {self._called}"
                yield Problem(message, Place(f"bib/{self.source}"), f"correct it in {SETTINGS}, or leave it out")
        elif self.encoding == "mixed":
            lines = [number for number, line in enumerate(self.data.split(b"\n"), 1) if not _decodes(line, "utf-8")]
            more = f" (and {len(lines) - 1:,} more lines)" if len(lines) > 1 else ""
            yield Problem(
                f"this line{more} is not UTF-8, though the rest is: read as Windows-1252",
                Place(f"bib/{self.source}", lines[0]),
                "save the file as UTF-8",
            )
        elif self.encoding in NAMES:
            name = yaml(self.source.removeprefix("sources/"))
            yield Problem(
                f"is not UTF-8 text: read as {self._called}",
                Place(f"bib/{self.source}", self.first_undecodable_line),
                "if letters look wrong, save it as UTF-8, or name its encoding in "
                f"{SETTINGS}: `encodings: {{{name}: {_OTHER.get(self.encoding, 'windows-1252')}}}`",
                "note",
            )
        if b"\x00" in self.data and not self.encoding.startswith(("utf-16", "utf-32")):
            line = self.data.count(b"\n", 0, self.data.index(b"\x00")) + 1
            count = self.data.count(b"\x00")
            yield Problem(
                f"holds {count:,} NUL bytes, which were taken out",
                Place(f"bib/{self.source}", line),
                "it may be damaged: export it again",
            )

    @property
    def _called(self) -> str:
        """The encoding as people know it."""
        return NAMES.get(self.encoding, self.encoding.upper())

    @property
    def first_undecodable_line(self) -> int:
        """The line of the first byte that is not UTF-8."""
        try:
            self.data.decode("utf-8")
        except UnicodeDecodeError as error:
            return self.data.count(b"\n", 0, error.start) + 1
        return 1


def _evident_encoding(data: bytes) -> str | None:
    """That of Unicode in which the bytes are beyond doubt; "" for what is not text, None where it must be guessed."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name if _decodes(data, name) else ""
    if b"\x00" in data[:4096]:
        return _utf16_without_mark(data)
    return "utf-8" if _decodes(data, "utf-8") else None


def _bears_out(data: bytes, stated: str, evident: str | None) -> bool:
    """Whether the bytes can be in the encoding stated: nothing else is evident, or it comes to the same, or to ASCII,
    in which older encodings write characters of their own (ISO 2022).
    """
    if not _decodes(data, stated):
        return False
    if not evident or data.isascii():
        return True
    return data.decode(stated).removeprefix("\ufeff") == data.decode(evident).removeprefix("\ufeff")


def _by_line(line: bytes) -> str:
    """A line read as UTF-8, else as Windows-1252, whose five unassigned bytes are read as Latin-1."""
    for encoding in ("utf-8", "windows-1252"):
        try:
            return line.decode(encoding)
        except UnicodeError:
            continue
    return line.decode("latin-1")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 of mostly Latin text has a zero in every second byte; anything else with zeros is binary or damaged."""
    head = data[:4096]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros.count(0) > len(zeros) * 0.6 and len(data) % 2 == 0 and _decodes(data, encoding):
            return encoding
    return "utf-8" if head.count(0) * 20 < len(head) and _decodes(data, "utf-8") else ""
