"""Settings in `bib/survey.yml` with a format of their own: dates, addresses, ages, services, columns.

Each function takes a value from the file and the name of the setting, and returns what the settings hold. Each raises
InputError with file and line.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config.yaml_file import Node
from generator.language import languages
from generator.names import Name, parse_name
from generator.text.compare import did_you_mean
from generator.text.escape import safe_url

# As people read them, in the order of asking.
SERVICE_LABELS = {
    "acl-anthology": "ACL Anthology",
    "pubmed": "PubMed",
    "crossref": "Crossref",
    "arxiv": "arXiv",
    "openalex": "OpenAlex",
    "semantic-scholar": "Semantic Scholar",
    "dblp": "DBLP",
}
SERVICE_NAMES = tuple(SERVICE_LABELS)
Fields = Mapping[str, Mapping[str, str]]
_NO_ADDRESS = re.compile(r"[\s<>\"'`{}|\\^\x00-\x1f\x7f]")  # RFC 3986, and the quotation mark of HTML
# Python's encodings that spell texts in ASCII, for names, source code and mail, and those that differ by the machine
_NOT_OF_FILES = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "mbcs", "oem"))
_DAYS = {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}  # in a day, week, month, year


def read_date(node: Node, name: str) -> str:
    """A day as YYYY-MM-DD."""
    date = str(node.value)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date):
        raise node.fault(f"{name} must be written as YYYY-MM-DD")
    return date


def read_language(node: Node, name: str) -> str:
    """The code of a language that has a catalogue."""
    code, known = node.text(name), languages()
    if code not in known:
        raise node.fault(f"{name}: there is no catalogue of `{code}`", did_you_mean(code, known))
    return code


def read_address(node: Node, name: str) -> str:
    """An address without a final slash, or ""."""
    if not node.value:
        return ""
    address = node.text(name)
    if not safe_url(address):
        raise node.fault(f"{name} must be an http or https address")
    if _NO_ADDRESS.search(address):  # themes print the site's address into attributes unescaped
        raise node.fault(f"{name}: a space, quotation mark, bracket or the like cannot stand in an address")
    return address.rstrip("/")


def read_site_address(node: Node, name: str) -> str:
    """An address with a final slash, or ""."""
    address = read_address(node, name)
    return f"{address}/" if address else ""


def read_names(node: Node, name: str) -> tuple[Name, ...]:
    """People, one name each."""
    return tuple(parse_name(text) for text in node.texts(name))


def read_files(node: Node, name: str) -> tuple[str, ...]:
    """Paths inside `bib/`."""
    return tuple(_inside(item, name) for item in node.items(name))


def _inside(node: Node, name: str) -> str:
    """A relative path that stays inside `bib/`. Raises InputError."""
    path = node.text(name)
    if path.startswith(("/", "~")) or ".." in Path(path).parts or "\\" in path or ":" in path:
        raise node.fault(f"{name}: `{path}` leaves the folder bib/", "give a path inside bib/")
    return path


def read_pages(node: Node, name: str) -> tuple[tuple[str, str], ...]:
    """Pages in order, each with its title in the navigation, "" for the page's own title."""
    found: list[tuple[str, str]] = []
    for item in node.items(name):
        if isinstance(item.value, dict):
            found += [(path, title.text(name)) for path, title in item.value.items()]
        else:
            found.append((item.text(name), ""))
    return tuple(found)


def read_words(node: Node, name: str) -> tuple[str, ...]:
    """A list of words as written: `yes` and `1` are words here, not a truth value and a number."""
    nodes = node.items(name) if isinstance(node.value, list) else [node]
    return tuple(item.written.strip() or item.text(name) for item in nodes)


def read_markdown(node: Node, name: str) -> str:
    """A text of several paragraphs, with its line breaks. Raises InputError for anything but text."""
    node.text(name)
    return str(node.value).strip() + "\n"


def read_fields(node: Node, name: str) -> Fields:
    """For each source, which column holds which field."""
    return {
        source: {
            field_name: column.text(f"{name}.{source}.{field_name}")
            for field_name, column in table.mapping(f"{name}.{source}").items()
        }
        for source, table in node.mapping(name).items()
    }


def read_encodings(node: Node, name: str) -> Mapping[str, str]:
    """For each source, its encoding, as Python calls it."""
    return {source: _encoding(value, f"{name}.{source}") for source, value in node.mapping(name).items()}


def _encoding(node: Node, name: str) -> str:
    written = node.text(name)
    try:
        "".encode(written)  # only for encodings of texts
        codec = codecs.lookup(written).name
        if codec in _NOT_OF_FILES:
            raise LookupError
        return codec
    except (LookupError, ValueError):
        hint = "write it as `windows-1250`, `iso-8859-2`, `gb18030` or `mac-roman`"
        raise node.fault(f"{name}: `{written}` is no known encoding of texts", hint) from None


@dataclass(frozen=True, slots=True)
class ServiceAddress:
    """The address of a service and the seconds between two requests, where they differ from the built-in ones."""

    url: str = ""
    pause: float | None = None


def read_email(node: Node, name: str) -> str:
    """An e-mail address, or ""."""
    if not node.value:
        return ""
    address = node.text(name)
    if not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", address):
        raise node.fault(f"{name}: `{address}` is not an e-mail address")
    return address


def read_services(node: Node, name: str) -> tuple[str, ...]:
    """Names of services, each once."""
    names = node.texts(name)
    for one in names:
        _known_service(one, node, name)
    return tuple(dict.fromkeys(names))


def _known_service(written: str, node: Node, name: str) -> None:
    if written not in SERVICE_NAMES:
        raise node.fault(f"{name}: `{written}` is not a known service", did_you_mean(written, SERVICE_NAMES))


def read_age(node: Node, name: str) -> str:
    """An age as `days_in` reads it."""
    text = node.text(name)
    if days_in(text) is None:
        raise node.fault(f"{name}: `{text}` is not an age", "write a number and d, w, m or y: `90d`")
    return text


def days_in(age: str) -> int | None:
    """The number of days in `90d`, `12w`, `3m` or `1y`; a bare number counts days. None for anything else."""
    match = re.fullmatch(r"(\d{1,5})\s*([dwmy]?)", age.strip().lower())
    return int(match[1]) * _DAYS[match[2]] if match else None


def read_addresses(node: Node, name: str) -> Mapping[str, ServiceAddress]:
    """Other addresses of services, by the service's name."""
    found = {}
    for service, one in node.mapping(name).items():
        _known_service(service, one, name)
        values = one.mapping(f"{name}.{service}", ("url", "pause"))
        pause = values["pause"].value if "pause" in values else None
        if pause is not None and (isinstance(pause, bool) or not isinstance(pause, (int, float)) or pause < 0):
            raise values["pause"].fault(f"{name}.{service}.pause must be a number of seconds")
        url = read_address(values["url"], f"{name}.{service}.url") if "url" in values else ""
        found[service] = ServiceAddress(url, None if pause is None else float(pause))
    return found


def read_classification(node: Node, name: str) -> str:
    """What the sources classify by: one of a few fields, or `column:NAME`."""
    written = node.text(name)
    if written.startswith("column:") and written.removeprefix("column:").strip():
        return f"column:{written.removeprefix('column:').strip()}"
    known = ("groups", "collections", "keywords", "headings", "labels")
    if written not in known:
        hint = f"there are {', '.join(known)} and `column:NAME`"
        raise node.fault(f"{name}: `{written}` is not known", hint)
    return written
