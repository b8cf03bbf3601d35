"""A record being read: every reader says `add("title", …)` in our field names, and the rules of each field stand here once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.identifiers import SCHEMES, Identifier, identifiers_in, parse_identifier
from generator.name_lists import split_names
from generator.names import Name, parse_name
from generator.records import Kind, LeftOut, Origin, Record
from generator.sources.content import FIELD_LIMIT
from generator.sources.field_text import month_in, without_markup, year_in
from generator.sources.kinds import kind_of
from generator.sources.latex import decode

PLAIN = (
    "title",
    "abstract",
    "venue",
    "series",
    "volume",
    "number",
    "publisher",
    "address",
    "school",
    "language",
    "note",
)
FIELDS = (*PLAIN, "author", "authors", "editor", "editors", "year", "date", "month", "kind", "pages", "start_page", "end_page", "article_number", "url",
          "keyword", "keywords", "id", "primary_class", "identifier", *SCHEMES)  # fmt: skip
_NO_ABSTRACT = re.compile(
    r"[\[(<]?\s*(?:no[ _](?:abstract|text)(?:\s+(?:is |was )?(?:available|provided|found|listed))?|(?:an )?abstract\s+(?:is |was )?(?:not available|unavailable)|not available"
    r"|n/?a|none|null|nan|[-–—.]+)\s*[\])>]?\.?",
    re.IGNORECASE,
)
# How R, pandas, spreadsheets and databases write a value that is missing.
_MISSING = {
    "NA", "N/A", "n/a", "#N/A", "#NA", "<NA>", "NaN", "nan", "NAN", "NaT", "NULL", "null", "Null", "None", "none", "NONE", "nil", "\\N",
    "-", "--", "–", "—", "?",
}  # fmt: skip
_FINAL_STOP = re.compile(r"(?<=[^\W_]{3}|[\w)\]%]{2}[)\]%])(?<!\bspp|\bssp|\bInc|\bLtd|\betc|\bvol|\bvar)\.$")
_NUMBERS = ("volume", "number", "pages", "start_page", "end_page")  # none of which is `0`
_NOBODY = re.compile(r"[\[(]?no authors?(?: (?:names?|listed|available))*[\])]?|\[anonymous\]", re.IGNORECASE)
_MISSING_RANGE = re.compile(
    r"(?:NA|NaN|nan|None|NULL|null)\s*[-–]+\s*(?:NA|NaN|nan|None|NULL|null)"
)  # pages pasted of a first and a last one
_ISSN = re.compile(r"(?<![\w-])\d{4}-?\d{3}[\dXx](?![\w-])")
_GLUED = re.compile(r"\.[^\W\d_]['’]?[^\W\d_]")  # the initial of one name and the next name
_CAPITALS = re.compile(r"[A-Z]{2,3}")
_DOI_START = re.compile(r"(?<![\w.])10\.\d{4,9}/")
_ISBN = re.compile(r"(?<![\w-])(?:97[89][\s\u2010-\u2015-]?)?(?:\d[\s\u2010-\u2015-]?){9}[\dXx](?!\w)")
_NOTED = re.compile(r"(?:^|\s)(arXiv|PMID|PMCID|DOI)\s*:\s*(\S+)", re.MULTILINE | re.IGNORECASE)
_EXTRA = re.compile(r"\w[\w. -]{0,30}:\s")  # `Place: Rome PMID: 31234567`
_OF_ANOTHER = re.compile(
    r"\b(?:comment|errat|corr(?:ect|igend)|repl(?:y|ies)|respon|updat|retract|republi|cit(?:es|ed|ation)|see|refers?|duplicate|related)",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"[\s;|,]+(?=(?:https?|ftp|internal-pdf)://)")
_EDITOR = re.compile(r"(?P<name>[^,]+,[^,]+),\s*Eds?\.?|(?P<marked>.+?)\s*\((?:Eds?|Hrsg|Hg)\.?\)")
_DECIMAL = re.compile(r"(\d+)\.0")  # a whole number of a data frame
_ISSUE_LIMIT = (
    40  # characters of a volume's or issue's name; what is longer is an affiliation or a reference that slipped
)
_OPEN_END = re.compile(r"-[&+]?$")  # Web of Science: `369-+`
_BRACKETED = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\.?")  # a translated title, as PubMed and Ovid write it
_ACCENT = re.compile(r"\\(?:['\"`^~=.]\s?\{?[A-Za-z\\]|[cvukHr]\{)")  # LaTeX in a spreadsheet
_PAGE = re.compile(r"\d|^[ivxlcdmIVXLCDM]+$")
_ARXIV_ID = (
    r"(?P<id>(?:arxiv\s*[:.]\s*|abs/)?(?:\d{4}\.\d{4,5}|[a-z][a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?)(?:\s*\[[^\]]*\])?"
)
_ARXIV_VENUE = re.compile(
    rf"^(?:arxiv: [A-Z][A-Za-z ,&-]+|arxiv(?:\.org)?|corr|computing research repository)(?:\s+\(?(?:cornell university|e-?prints?|preprints?|corr)\)?)*[\s,:]*(?:{_ARXIV_ID})?"
    r"[\s,.]*(?:\(?(?:19|20)\d\d\)?)?$",
    re.IGNORECASE,
)
_ARXIV_NUMBER = re.compile(rf"^(?=arxiv|abs/){_ARXIV_ID}$", re.IGNORECASE)
_OTHERS = re.compile(r"^(?:and\s+)?(?:others|et\.?\s*al\.?|…|\.\.\.)$", re.IGNORECASE)


@dataclass
class Draft:
    """The fields of one record so far."""

    texts: dict[str, str] = field(default_factory=dict)
    authors: list[Name] = field(default_factory=list)
    editors: list[Name] = field(default_factory=list)
    truncated: bool = False
    keywords: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    extra: list[tuple[str, str]] = field(default_factory=list)
    full_stop: bool = (
        False  # whether a full stop at the end of the title is its author's, as in a bibliography written by hand
    )
    lacks: bool = False  # whether a value was given as missing (`NA`)

    def add(self, name: str, value: object) -> None:
        """Note a value under one of `FIELDS`; any other name goes to `extra`. Empty values are passed over."""
        if value is None:
            return
        text = str(value)
        if len(text) > FIELD_LIMIT:  # whoever gathers the records leaves this one out; nothing here looks at the text
            self.texts[name if name in PLAIN else "note"] = text[: FIELD_LIMIT + 1]
            return
        text = " ".join(text.split()) if name not in ("abstract", "note", "authors", "editors") else text.strip()
        if name != "title" and (text in _MISSING or (name == "pages" and _MISSING_RANGE.fullmatch(text))):
            self.lacks = True
            return
        if name in _NUMBERS and (whole := _DECIMAL.fullmatch(text)):
            text = whole[1]
        if (
            not text
            or (name in _NUMBERS and not text.strip("0-"))
            or (name == "abstract" and _NO_ABSTRACT.fullmatch(text))
        ):
            return
        if (
            "\\" in text
            and name in ("author", "authors", "editor", "editors", "title", "venue")
            and _ACCENT.search(text)
        ):
            text = decode(text)
        if name in ("author", "editor"):
            self.person(name, text)
        elif name in ("authors", "editors"):
            for part in split_names(text):
                self.person(name[:-1], part)
        elif name in ("keyword", "keywords"):
            parts = (
                [text]
                if name == "keyword"
                else re.split(r"\s*[;|]\s*" if re.search("[;|]", text) else r"\s*,\s*(?![^()]*\))", text)
            )
            self.keywords.extend(
                part for part in (part.strip("* ") for part in parts) if part and part not in self.keywords
            )
        elif name in SCHEMES or name == "identifier":
            self.identify(text, name)
        elif name == "url":
            self.identifiers.extend(identifiers_in(text))
            for address in _ADDRESSES.split(text) if " " in text or text.count("://") > 1 else (text,):
                self._address(address)
        elif (name in ("volume", "number") and len(text) > _ISSUE_LIMIT) or (
            name in ("start_page", "end_page") and not _PAGE.search(text)
        ):
            self.extra.append((name, text))
        elif name == "kind" and _says_more(kind_of(text), kind_of(self.texts.get("kind", ""))):
            self.extra.extend([("kind", self.texts["kind"])] if "kind" in self.texts else [])
            self.texts["kind"] = text
        elif name in FIELDS:
            self._first(
                name,
                without_markup(text, folded=name != "abstract") if name in ("title", "abstract", "venue") else text,
            )
        else:
            self.extra.append((name, text))
        if name == "note":  # Zotero keeps what it has no field for in lines of its own, which its tables put on one
            for noted in _NOTED.finditer(text):
                before = text[: noted.start(1)].rpartition("\n")[2].strip()
                own = not before or (_EXTRA.match(before) and not _OF_ANOTHER.search(before))
                one = parse_identifier(noted[2], noted[1].lower()) if own else None
                self.identifiers.extend([one] if one else [])

    def person(self, role: str, text: str) -> None:
        """Note one author or editor."""
        if _OTHERS.match(text.strip(" {}")):  # CSL-JSON has no other place for it than a name in one piece
            self.truncated = True
            return
        if _NOBODY.fullmatch(text):
            return
        if text.endswith((")", "d", "d.", "ds", "ds.")) and (editor := _EDITOR.fullmatch(text)):
            role, text = "editor", editor["name"] or editor["marked"]
        for one in split_names(text) if _GLUED.search(text) and "{" not in text else (text,):
            name = parse_name(one)
            if name.family and one not in _MISSING:
                (self.authors if role == "author" else self.editors).append(name)

    def identify(self, text: str, scheme: str) -> None:
        """Note identifiers; a text that is none (a truncated DOI) stays in `extra` as written."""
        found = list(identifiers_in(text)) if scheme == "identifier" else []
        parts = (
            [text]
            if scheme in ("doi", "arxiv")
            else _ISBN.findall(text)
            if scheme == "isbn"
            else re.split(r"[\s,;]+", text)
        )
        for part in parts:
            one = parse_identifier(part, scheme) if scheme != "identifier" else None
            found.extend([one] if one else [])
        if scheme == "doi" and not found and "://" in text:  # a column of links, called `DOI` or `DOI/Link`
            self.add("url", text)
            return
        self.identifiers.extend(found)
        if (
            scheme == "isbn" and not found and (issns := _ISSN.findall(text))
        ):  # a column of both: EndNote has one field for them
            self.extra.extend(("issn", issn) for issn in dict.fromkeys(issns))
            return
        if (not found and scheme != "identifier") or (
            scheme == "doi" and len(_DOI_START.findall(text)) > 1
        ):  # only the first of several is the work's
            self.extra.append((scheme, text))

    def record(self, origin: Origin, *, verified: bool | None = None) -> Record:
        """The finished record."""
        self._tell_preprint()
        texts = {**self.texts, "title": self.title}
        date = texts.get("date", "")
        start, end = texts.get("start_page", ""), texts.get("end_page", "")
        pages = (
            texts.get("pages", "")
            or texts.get("article_number" if not start else "", "")
            or (f"{start}-{end}" if start and end and start != end and "-" not in start else start)
        )
        kind = kind_of(texts.get("kind", ""))  # EndNote says `Conference Proceedings` of a paper in them
        if (article := texts.get("article_number", "")) not in pages:
            self.extra.append(("article number", article))
        texts["number"] = texts.get("number", "").removesuffix(", SI")  # Web of Science: a special issue
        return Record(
            origin,
            **{name: texts.get(name, "") for name in PLAIN},
            authors=_in_one_order(self.authors), editors=tuple(self.editors), authors_truncated=self.truncated,
            year=year_in(texts.get("year", "")) or year_in(date),
            month=month_in(texts.get("month", "")) or month_in(date),
            kind="inproceedings" if kind == "proceedings" and self.authors and texts.get("venue") else kind,
            pages=_OPEN_END.sub("", re.sub(r"\s*(?:--+|[\u2010-\u2015\u2212])\s*", "-", pages)),
            url=texts.get("url", ""), primary_class=texts.get("primary_class", ""),
            identifiers=tuple(dict.fromkeys(self.identifiers)), keywords=tuple(self.keywords),
            id=texts.get("id") or None, verified=verified, extra=tuple(self.extra),
        )  # fmt: skip

    def finished(self, origin: Origin, what: str, *, verified: bool | None = None) -> Record | LeftOut:
        """The finished record; where nothing is said by which a work could be known, `what` (`a reference`) left out, under its key."""
        return (
            self.record(origin, verified=verified)
            if self.says_something
            else LeftOut(origin, nothing_in(what), origin.key or "")
        )

    @property
    def says_something(self) -> bool:
        """Whether there is anything by which a work could be known."""
        return bool(
            self.title
            or self.texts.get("abstract")
            or self.identifiers
            or len(self.texts.get("note", "")) > FIELD_LIMIT
        )

    @property
    def title(self) -> str:
        """The title without the full stop with which PubMed, DBLP and Ovid end every title; `NA` is one only where nothing else is missing so."""
        title = self.texts.get("title", "")
        title = translated[1] if (translated := _BRACKETED.fullmatch(title)) else title
        title = title if self.full_stop else _FINAL_STOP.sub("", title)
        return "" if self.lacks and title in _MISSING else title

    def _tell_preprint(self) -> None:
        """arXiv is no venue: `arXiv preprint arXiv:1409.4842` (Google Scholar), `CoRR`, volume `abs/1409.4842` (DBLP) say where a preprint is."""
        texts = self.texts
        for name in ("volume", "number", "pages", "venue", "publisher"):
            match = (_ARXIV_VENUE if name in ("venue", "publisher") else _ARXIV_NUMBER).match(texts.get(name, ""))
            if not match:
                continue
            one = parse_identifier(match["id"], "arxiv") if match["id"] else None
            if one is None and (match["id"] or name == "publisher"):
                continue
            if one and not any(known.scheme == "arxiv" for known in self.identifiers):
                self.identifiers.append(one)
            text = texts.pop(name)
            if name == "venue" and kind_of(texts.get("kind", "")) in (None, "article", "misc", "techreport"):
                texts["kind"] = "preprint"
            if name == "venue" and one is None:
                self.extra.append((name, text))

    def _address(self, text: str) -> None:
        """Note one address; what follows it (another tag of an export that lost its line ends) is no part of it."""
        address, _, rest = text.partition(" ") if text.startswith("http") else (text, "", "")
        if text.startswith("internal-pdf:"):
            self.extra.append(("file", text))
            return
        self._first("url", address)
        self.extra.extend([("url", rest)] if rest else [])

    def _first(self, name: str, text: str) -> None:
        if name not in self.texts:
            self.texts[name] = text
        elif text != self.texts[name]:
            self.extra.append((name, text))


def nothing_in(what: str) -> str:
    """Why `what` (`a reference`) is left out that says nothing by which a work could be known."""
    return f"{what} with neither title nor abstract nor identifier"


def _in_one_order(names: list[Name]) -> tuple[Name, ...]:
    """Names of one list stand in one order: beside `Smith BT`, `Dinshaw AW` is no Mr or Ms Aw, as `Yi XU` would be."""
    if not any(_CAPITALS.fullmatch(name.given) and not name.family.isupper() for name in names):
        return tuple(names)
    return tuple(
        Name(name.given, name.family)
        if _CAPITALS.fullmatch(name.family) and not (name.particle or name.corporate) and name.given[-1:].islower()
        else name
        for name in names
    )


def _says_more(kind: Kind | None, known: Kind | None) -> bool:
    """Whether a second type of a publication is the better one: Dimensions says `Chapter` and `Conference Paper`."""
    return kind is not None and (known is None or (known, kind) == ("incollection", "inproceedings"))
