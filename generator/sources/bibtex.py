"""Reader of BibTeX and BibLaTeX: bibtexparser splits the file and keeps what it cannot parse beside the good entries."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.errors import Place, Problem
from generator.name_lists import split_at_and, split_names
from generator.name_marks import without_marks
from generator.names import is_suffix
from generator.records import LeftOut, Origin, Record
from generator.sources.bibtex_text import empty_entries, without_empty_entries, without_giant_lines
from generator.sources.content import FIELD_LIMIT, Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.field_text import year_in
from generator.sources.finishing import finished, nothing_in
from generator.sources.kinds import kind_of
from generator.sources.latex import decode

NAME = "BibTeX"
_ENTRY = re.compile(r"^[ \t]*@(?!comment|string|preamble)[A-Za-z]+[ \t]*[{(]", re.MULTILINE | re.IGNORECASE)
_BRACED_FAMILY = re.compile(r"(?P<given>[^,{}]*[^,{}\s])\s+\{(?P<family>[^{}\\,]+)\}")  # `Natalia {Van Doren}`
_WHAT = "an entry"
_FIELDS: dict[str, Field] = {
    "title": "title", "abstract": "abstract", "journal": "venue", "journaltitle": "venue", "booktitle": "venue", "series": "series",
    "volume": "volume", "number": "number", "issue": "number", "pages": "pages", "publisher": "publisher", "address": "address",
    "location": "address", "school": "school", "institution": "school", "language": "language", "langid": "language", "url": "url",
    "year": "year", "date": "date", "month": "month", "keywords": "keywords", "note": "note", "doi": "doi", "isbn": "isbn",
    "pmid": "pmid", "pmcid": "pmcid", "aclid": "acl", "acl_id": "acl", "openreview": "openreview", "primaryclass": "primary_class",
    "eprintclass": "primary_class", "eid": "article_number", "articleno": "article_number", "art_number": "article_number", "author_keywords": "keywords", "article-number": "article_number", "arxiv": "arxiv", "arxivid": "arxiv",
}  # fmt: skip
_EPRINTS: dict[str, Field] = {"arxiv": "arxiv", "pubmed": "pmid", "pmid": "pmid", "pmcid": "pmcid"}
_BRACE = re.compile(r"(?<!\\)[{}]")
_NEXT_FIELD = re.compile(r"\s+([A-Za-z][\w-]*)\s*=\s*(?=[{\"\w])")
_BARE = re.compile(r"\w+")
_JOINED = re.compile(r"\s*#\s*")
_QUOTE_OR_BRACE = re.compile(r"(?<!\\)[{}]|\"")
_PART = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*(\"[^\"]*\"|[^,=]*)(?=,|$)", re.IGNORECASE)
_VERBATIM = {
    "url",
    "doi",
    "eprint",
    "file",
    "isbn",
    "pmid",
    "pmcid",
    "aclid",
    "acl_id",
}  # LaTeX is not decoded, only unescaped
_INHERITED = {"title": "booktitle", "booktitle": "booktitle", "year": "year", "date": "date", "publisher": "publisher", "series": "series",
              "volume": "volume", "address": "address", "month": "month", "isbn": "isbn", "journal": "journal"}  # fmt: skip


def recognises(content: Content) -> bool:
    """Whether a line starts an entry."""
    return bool(_ENTRY.search(content.text[:1_000_000]))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The entries, in the file's order; a block that cannot be parsed is left out with its line."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String

    logging.getLogger("bibtexparser").setLevel(
        logging.CRITICAL
    )  # it says on the terminal what we report with file and line
    text, too_long = without_giant_lines(content)
    for number in too_long:
        yield LeftOut(Origin(content.source, number), f"a line of more than {FIELD_LIMIT:,} characters")
    entries: dict[str, Mapping[str, str]] = {}
    for empty in empty_entries(text):
        entries[empty.key.lower()] = {}
        yield LeftOut(Origin(content.source, empty.line, empty.key or None), nothing_in(_WHAT), empty.key)
    blocks = parse_string(without_empty_entries(text), parse_stack=[]).blocks
    macros: dict[str, str] = {}  # a month's name needs none
    read_: list[tuple[Any, Mapping[str, str]]] = []
    for block in blocks:
        entry: Any = block
        if isinstance(entry, String):
            macros[entry.key.lower()] = _value(entry.value, macros)
        if isinstance(block, (DuplicateFieldKeyBlock, DuplicateBlockKeyBlock)):
            entry = block.ignore_error_block
            if isinstance(block, DuplicateFieldKeyBlock):
                twice = ", ".join(sorted(block.duplicate_keys))
                yield Problem(
                    f"the entry {entry.key} gives {twice} more than once",
                    Place(f"bib/{content.source}", _line(block)),
                    "the first is used; remove the others",
                    "note",
                )
        if isinstance(entry, Entry):
            fields: dict[str, str] = {}
            for item in entry.fields:
                pieces = _at_missing_commas(item.key.strip().lower(), str(item.value))
                for name, raw in pieces:
                    fields.setdefault(name, _value(raw, macros))
                for name, _ in pieces[1:]:
                    told = f"a comma is missing before `{name}` in the entry {entry.key}"
                    yield Problem(
                        told,
                        Place(f"bib/{content.source}", _line(block)),
                        "it is read as if it were there; put it in",
                        "note",
                    )
            if not entries.get(entry.key.lower()):
                entries[entry.key.lower()] = fields
            read_.append((entry, fields))
        elif isinstance(block, ParsingFailedBlock):
            read_.append((block, {}))
    for block, values in read_:
        if isinstance(block, Entry):
            yield from _record(content, block, values, entries)
        else:
            start = re.match(r"\s*@\w+\s*[{(]\s*([^,\s{}]*)", block.raw or "")
            yield LeftOut(
                Origin(content.source, _line(block), start[1] if start and start[1] else None),
                f"the entry cannot be parsed: {_in_plain_words(block.error)}",
            )


def _in_plain_words(error: object) -> str:
    """What the parser says, without its own words where another entry or the end of the file came before the end of this one."""
    said = " ".join(str(getattr(error, "abort_reason", error)).split())
    unended = said.startswith(("Unexpected block start", "Unexpectedly reached end of file"))
    return "a brace or quote opened in this entry is not closed" if unended else said or "not valid BibTeX"


def _record(
    content: Content, entry: Any, fields: Mapping[str, str], entries: Mapping[str, Mapping[str, str]]
) -> Iterator[Record | LeftOut | Problem]:
    origin = Origin(content.source, _line(entry), entry.key or None)
    kind = entry.entry_type.lower()
    parent = fields.get("crossref", "").strip().lower()
    if parent and parent in entries:
        inherited = {name: entries[parent][source] for source, name in _INHERITED.items() if source in entries[parent]}
        fields = {**inherited, **fields}
    elif parent:
        yield Problem(
            f"the entry {entry.key} refers to {fields['crossref']}, which is not in the file",
            Place(f"bib/{content.source}", origin.line),
        )
    draft = Draft(full_stop=True)
    draft.add("id", entry.key)
    said = fields.get("document_type") or fields.get(
        "type", ""
    )  # Scopus: `@article` for a paper in a series of proceedings
    paper = kind == "article" and kind_of(said) == "inproceedings"
    scheme = (fields.get("archiveprefix") or fields.get("eprinttype") or "arxiv").strip().lower()
    preprint = (
        kind in ("online", "misc")
        and scheme == "arxiv"
        and "eprint" in fields
        and not {"journal", "journaltitle", "booktitle"} & fields.keys()
    )
    draft.add(
        "kind",
        "mastersthesis"
        if re.search("master|mathesis", said.lower())
        else "inproceedings"
        if paper
        else "preprint"
        if preprint
        else kind,
    )
    verified: bool | None = None
    for name, raw in fields.items():
        if name in ("author", "editor"):
            for person in _persons(raw):
                person = without_marks(person)  # noqa: PLW2901
                whole = _BRACED_FAMILY.fullmatch(person.strip())
                person = f"{whole['family']}, {whole['given']}" if whole else person  # noqa: PLW2901
                draft.person(
                    name, _by_parts(decode(person)) if not _is_corporate(person) else "{" + decode(person) + "}"
                )
        elif name == "verified":
            verified = {"true": True, "yes": True, "false": False, "no": False}.get(raw.strip().lower())
        elif name == "eprint":
            draft.add_from(_EPRINTS, scheme if scheme in _EPRINTS else "eprint", raw)
        elif name == "issue" and "number" in fields:
            draft.add_other("season" if not raw.strip().isdigit() else "issue", decode(raw))
        elif name == "title":
            subtitle = decode(fields.get("subtitle", ""))
            draft.add("title", decode(raw) + (f": {subtitle}" if subtitle else ""))
        elif name in ("school", "institution") and kind in ("techreport", "report"):
            draft.add("publisher", decode(raw))
        elif name not in ("archiveprefix", "eprinttype", "subtitle", "crossref"):
            twice = name == "keywords" and "author_keywords" in fields  # Scopus has both
            value = _unescaped(raw) if name in _VERBATIM else decode(raw)
            draft.add_from(_FIELDS, "index keywords" if twice else name, value)
    yield finished(draft, origin, _WHAT, verified=verified)
    if (
        re.search(r"\d", year := fields.get("year", ""))
        and year_in(year) is None
        and year_in(fields.get("date", "")) is None
    ):
        of = f"of the entry {entry.key}" if entry.key else "of an entry without a key"
        told = f"the year {of}, `{' '.join(year.split())[:40]}`, cannot be read"
        yield Problem(told, Place(f"bib/{content.source}", origin.line), "it is left out; correct it there")


def _line(block: Any) -> int:
    return int(block.start_line or 0) + 1


def _value(raw: object, macros: Mapping[str, str]) -> str:
    """A field's value without its braces or quotes; `@string` names replaced, pieces joined by `#` put together."""
    text = str(raw).strip()
    if text[:1] == "{" and text[-1:] == "}" and "#" not in text:
        return text[1:-1]
    if text[:1] == '"' and text[-1:] == '"' and "#" not in text:
        return text[1:-1]
    pieces = []
    for part in _concatenated(text):
        if part[:1] + part[-1:] in ("{}", '""') and len(part) > 1:
            pieces.append(part[1:-1])
        else:
            pieces.append(macros.get(part.lower(), part))
    return "".join(pieces)


def _concatenated(text: str) -> list[str]:
    """The pieces of `jan # "~1"`: cut at each `#` outside braces and quotes."""
    parts, depth, quoted, start = [], 0, False, 0
    for index, character in enumerate(text):
        if character in "{}" and text[index - 1 : index] != "\\":
            depth += 1 if character == "{" else -1
        elif character == '"' and depth == 0:
            quoted = not quoted
        elif character == "#" and depth == 0 and not quoted:
            parts.append(text[start:index].strip())
            start = index + 1
    return [*parts, text[start:].strip()]


def _at_missing_commas(name: str, raw: str) -> list[tuple[str, str]]:
    """(field, value) of `title = {A} year = {2001}`, which the parser takes for one value: cut where a value ends and a name and `=` follow."""
    pieces = []
    start = 0
    while (end := _end_of_value(raw, start) if "=" in raw else 0) and (following := _NEXT_FIELD.match(raw, end)):
        pieces.append((name, raw[start:end]))
        name, start = following[1].lower(), following.end()
    return [*pieces, (name, raw[start:])]


def _end_of_value(text: str, start: int) -> int:
    """Where the value ends that begins at `start`: in braces, in quotation marks, a bare word, or several of them joined by `#`; 0 if it does not end."""
    while True:
        bare = _BARE.match(text, start)
        end = (
            _end_of_quotes(text, start)
            if text.startswith('"', start)
            else bare.end()
            if bare
            else _end_of_braces(text, start)
        )
        joined = _JOINED.match(text, end) if end else None
        if joined is None:
            return end
        start = joined.end()


def _end_of_quotes(text: str, start: int) -> int:
    """Where the quotation mark that opens at `start` is closed, outside braces; 0 if it is not."""
    depth = 0
    for match in _QUOTE_OR_BRACE.finditer(text, start + 1):
        if match[0] == '"' and depth == 0:
            return match.end()
        depth += {"{": 1, "}": -1}.get(match[0], 0)
    return 0


def _end_of_braces(text: str, start: int) -> int:
    """Where the braces that open at `start` are closed; 0 if they are not, or none opens there."""
    depth = 0
    for match in _BRACE.finditer(text, start) if text.startswith("{", start) else ():
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end()
    return 0


def _by_parts(person: str) -> str:
    """`van der Berg, Jan` of BibLaTeX's `family=Berg, given=Jan, prefix=van der`; any other name as it is."""
    parts = {key.lower(): value.strip(' "') for key, value in _PART.findall(person)}
    if "family" not in parts:
        return person
    last = f"{parts.get('prefix', '')} {parts['family']}".strip()
    return ", ".join(part for part in (last, parts.get("suffix", ""), parts.get("given", "")) if part)


def _persons(text: str) -> list[str]:
    """The names of a list joined by ` and ` outside braces; where nothing is joined so, by semicolons or commas, as many write it."""
    text = re.sub(r"\s+and$", "", " ".join(text.split()), flags=re.IGNORECASE)
    if "{" not in text and not re.search(r"\sand\s", text, re.IGNORECASE):
        commas = text.split(",")
        listed = ";" in text or (len(commas) > 2 and not is_suffix(commas[1].strip()) and "=" not in text)
        return split_names(text) if listed and "\\" not in text else [text]
    if "{" not in text:
        return re.split(r"\s+and\s+", text, flags=re.IGNORECASE)
    return split_at_and(text)


def _is_corporate(person: str) -> bool:
    """Whether one pair of braces holds the whole name: `{World Health Organization}`."""
    person = person.strip()
    return not person.startswith("{\\") and bool(person) and _end_of_braces(person, 0) == len(person)


def _unescaped(text: str) -> str:
    """An address or identifier as it is meant: `\\_` and `\\%` without their backslash, `\\url{…}` without the command."""
    text = re.sub(r"^\\(?:url|path|nolinkurl)\s*\{(.*)\}$", r"\1", text.strip())
    return re.sub(r"\\([_%&#$~{}])", r"\1", text).replace("{", "").replace("}", "")
