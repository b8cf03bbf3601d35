"""A record being read: every reader says `add("title", …)` in our field names; `finishing` makes the record of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.identifiers import SCHEMES, Identifier, identifiers_in
from generator.names import Name, parse_name
from generator.names.east_asian import is_east_asian
from generator.names.lists import names_in_slot, split_names
from generator.names.marks import without_full_stop
from generator.printed_place import holds_a_page, is_total, plain_number, plain_pages
from generator.records import Kind
from generator.sources.content import FIELD_LIMIT
from generator.sources.field_names import PLAIN, Field, is_field
from generator.sources.kinds import kind_of
from generator.sources.latex import decode
from generator.sources.markup import unescaped, without_markup
from generator.sources.missing_values import MISSING, is_missing, is_no_abstract, is_nobody
from generator.sources.notices import is_notice
from generator.sources.stated_identifiers import in_note, stated

_PAGES = ("pages", "start_page", "end_page")
_NUMBERS = ("volume", "number", *_PAGES)  # none of which is `0`
_NAMES = ("author", "authors", "editor", "editors")
_KEEPS_LINES = ("abstract", "note", "authors", "editors")  # where a line end may mean something
_MARKED_UP = ("title", "abstract", "venue", "series")
_ESCAPED = (*_NAMES, "publisher", "school", "address", "keyword", "keywords", "note")
_GLUED = re.compile(r"\.[^\W\d_]['’]?[^\W\d_]")  # the initial of one name and the next name
_ADDRESSES = re.compile(r"(?<![\s;|,])[\s;|,]++(?=(?:https?|ftp|internal-pdf)://)")
# Addresses of its old CSV begin where its own page stands.
_OF_OLD_PUBMED = re.compile(r"/?pubmed/(?=\d+/?$)")
_EDITOR = re.compile(r"(?P<name>[^,]+,[^,]+),\s*Eds?\.?|(?P<marked>.+?)\s*\((?:Eds?|Hrsg|Hg)\.?\)")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphens, spaces of no width, marks of byte order
_DECIMAL = re.compile(r"(\d+)\.0")  # a whole number of a data frame
_ISSUE_LIMIT = 40  # characters of a volume's or issue's name; what is longer is an affiliation that slipped
_ACCENT = re.compile(r"\\(?:['\"`^~=.]\s?\{?[A-Za-z\\]|[cvukHr]\{)")  # LaTeX in a spreadsheet
_VOLUME_AND_ISSUE = re.compile(r"(\w{1,8})\s*\(([^()]{1,30})\)")  # `31(Suppl. 1)`
_OTHERS = re.compile(r"^(?:and\s+)?(?:others|et\.?\s*al\.?|…|\.\.\.)$", re.IGNORECASE)


@dataclass
class Draft:
    """The fields of one record so far.

    Attributes:
        texts: the first value of every field that is a text.
        truncated: whether the list of authors ends in `et al.`.
        extra: (name, value) of what belongs to no field, in the source's order.
        full_stop: whether a full stop at the end of the title is its author's, as in a bibliography written by hand.
        lacks: whether a value was given as missing (`NA`).
    """

    texts: dict[Field, str] = field(default_factory=dict)
    authors: list[Name] = field(default_factory=list)
    editors: list[Name] = field(default_factory=list)
    truncated: bool = False
    keywords: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    extra: list[tuple[str, str]] = field(default_factory=list)
    full_stop: bool = False
    lacks: bool = False

    def add(self, name: Field, value: object) -> None:
        """Note a value of a field; empty and missing ones are passed over. Raises ValueError for an unknown field."""
        if not is_field(name):
            raise ValueError(f"no field is called {name!r}")
        if value is None:
            return
        text = str(value)
        text = text if text.isascii() else _INVISIBLE.sub("", text)
        if len(text) > FIELD_LIMIT:  # whoever gathers the records leaves this one out; nothing here looks at the text
            self.texts[name if name in PLAIN else "note"] = text[: FIELD_LIMIT + 1]
            return
        text = text.strip() if name in _KEEPS_LINES else " ".join(text.split())
        if is_missing(name, text):
            self.lacks = True
            return
        if text := _usable(name, text):
            self._note(name, text)

    def add_from(self, fields: Mapping[str, Field], name: str, value: object) -> None:
        """Note a value under the field that a reader's table gives for the source's name, or else under that name."""
        if name in fields:
            self.add(fields[name], value)
        else:
            self.add_other(name, value)

    def add_other(self, name: str, value: object) -> None:
        """Note under the source's name what belongs to none of our fields; empty and missing values are passed over."""
        text = " ".join(str("" if value is None else value)[: FIELD_LIMIT + 1].split())
        if text in MISSING and text != "?":  # which in a column of decisions means `maybe`
            self.lacks = True
        elif text:
            self.extra.append((name, text))

    def person(self, role: str, text: str, *, apart: bool = False) -> None:
        """Note one author or editor; `apart`: the source parts its names, so that a comma is part of this one."""
        found = _people_in(text, apart and text.count(",") == 1 and is_east_asian(re.sub(r"[,\s]", "", text)))
        self.truncated = self.truncated or found.truncated
        (self.authors if role == "author" and not found.editors else self.editors).extend(found.names)

    def _note(self, name: Field, text: str) -> None:
        """Note a value that says something under the field's name."""
        if name in ("author", "editor"):
            self.person(name, text)
        elif name in ("authors", "editors"):
            parts = split_names(text)
            for part in parts:
                self.person(name[:-1], part, apart=len(parts) > 1)
        elif name in ("keyword", "keywords"):
            parts = [text] if name == "keyword" else _keywords(text)
            self.keywords.extend(part for part in (part.strip().strip("* ") for part in parts) if part)
        elif name in SCHEMES or name == "identifier":
            self._identify(text, name)
        elif name == "url":
            self._addresses(text)
        elif name == "kind" and _says_more(kind_of(text), kind_of(self.texts.get("kind", ""))):
            self.extra.extend([("kind", self.texts["kind"])] if "kind" in self.texts else [])
            self.texts["kind"] = text
        elif name == "volume" and (parted := _VOLUME_AND_ISSUE.fullmatch(text)):
            self._first("volume", parted[1])
            self._first("number", parted[2])
        elif apart := _apart(name, text):
            self.extra.append((apart, text))
        elif name in ("series", "venue") and is_notice(text):
            self.extra.append(("notice", text))
        else:
            self._first(name, text)
            self.identifiers.extend(in_note(text) if name == "note" else ())

    def _identify(self, text: str, scheme: str) -> None:
        """Note identifiers; a column of links may be called `DOI` or `DOI/Link`."""
        found = stated(text, scheme)
        if scheme == "doi" and not found.identifiers and "://" in text:
            self.add("url", text)
            return
        self.identifiers.extend(found.identifiers)
        self.extra.extend(found.kept)

    def _addresses(self, text: str) -> None:
        """Note addresses and the identifiers in them."""
        if of_pubmed := _OF_OLD_PUBMED.match(text):
            text = f"https://pubmed.ncbi.nlm.nih.gov/{text[of_pubmed.end() :]}"
        self.identifiers.extend(identifiers_in(text))
        for address in _ADDRESSES.split(text) if " " in text or text.count("://") > 1 else (text,):
            self._address(address)

    def _address(self, text: str) -> None:
        """Note one address; what follows it (another tag of an export that lost its line ends) is not part of it."""
        address, _, rest = text.partition(" ") if text.startswith("http") else (text, "", "")
        if text.startswith("internal-pdf:"):
            self.extra.append(("file", text))
            return
        self._first("url", address)
        self.extra.extend([("url", rest)] if rest else [])

    def _first(self, name: Field, text: str) -> None:
        if name not in self.texts:
            self.texts[name] = text
        elif text != self.texts[name]:
            self.extra.append((name, text))


@dataclass(frozen=True, slots=True)
class _People:
    """Who stands in a slot: mostly one person; `editors` if it says so, `truncated` if it says that there are more."""

    names: tuple[Name, ...] = ()
    editors: bool = False
    truncated: bool = False


@lru_cache(maxsize=2**16)  # the same people come back in a search, and with every record of a work
def _people_in(text: str, is_one: bool = False) -> _People:
    if _OTHERS.match(text.strip(" {}")):  # CSL-JSON has no other place for it than a name in one piece
        return _People(truncated=True)
    text = unescaped(text)
    if is_nobody(text):
        return _People()
    editor = _EDITOR.fullmatch(text) if text.endswith((")", "d", "d.", "ds", "ds.")) else None
    if editor:
        text = editor["name"] or editor["marked"]
    written = split_names(text) if _GLUED.search(text) and "{" not in text else names_in_slot(text)
    written = [text] if is_one else written
    names = [parse_name(without_full_stop(one)) for one in written if one != "et al." and one not in MISSING]
    return _People(tuple(name for name in names if name.family), bool(editor), "et al." in written)


def _usable(name: Field, text: str) -> str:
    """The value in the form in which it is kept, or "" where it says nothing."""
    if name in _NUMBERS:
        whole = _DECIMAL.fullmatch(text)
        text = plain_pages(whole[1] if whole else text) if name in _PAGES else plain_number(whole[1] if whole else text)
        return text if text.strip("0-") else ""
    if name == "abstract" and is_no_abstract(text):
        return ""
    if "\\" in text and (name in _NAMES or name in ("title", "venue")) and _ACCENT.search(text):
        text = decode(text)
    if name in _MARKED_UP:
        return without_markup(text, folded=name != "abstract")
    return unescaped(text) if name in _ESCAPED else text


def _keywords(text: str) -> list[str]:
    """The keywords of a list: parted by semicolons or bars, else by commas outside brackets."""
    return re.split("[;|]", text) if re.search("[;|]", text) else _parts_outside_brackets(text)


def _parts_outside_brackets(text: str) -> list[str]:
    """The text cut at its commas, but for one that a closing bracket follows before any that opens."""
    cuts = [len(text)]
    next_bracket = ""
    for mark in reversed(list(re.finditer(r"[,()]", text))):
        if mark[0] != ",":
            next_bracket = mark[0]
        elif next_bracket != ")":
            cuts.append(mark.start())
    cuts.append(-1)
    return [text[start + 1 : end] for end, start in itertools.pairwise(cuts)][::-1]


def _apart(name: Field, text: str) -> str:
    """Under which name a value is kept apart that cannot be what its field says, else "".

    Such are a volume as long as an affiliation, pages without a number, and a number of pages in place of pages.
    """
    if name in _PAGES:
        if holds_a_page(text):
            return "pagetotal" if is_total(text) else ""
        return name
    rest = text.count("(") != text.count(")")  # `1)` of `31(Suppl. 1)`, which Web of Science cuts
    return name if name in ("volume", "number") and (len(text) > _ISSUE_LIMIT or rest) else ""


def _says_more(kind: Kind | None, known: Kind | None) -> bool:
    """Whether a second type of a publication is the better one: Dimensions says `Chapter` and `Conference Paper`."""
    return kind is not None and (known is None or (known, kind) == ("incollection", "inproceedings"))
