"""Author strings as spreadsheets and exports write them, split into names."""

from __future__ import annotations

import html
import re

from generator.names.east_asian import east_asian_names
from generator.names.glued import AND, INITIALS, unglued
from generator.names.marks import ends_shortened, is_degree, is_only_degree, without_marks
from generator.names.name import (
    GLUED_INITIAL,
    UPPER,
    family_first,
    initials_in_title_case,
    is_group,
    is_suffix,
)

_SEPARATOR = re.compile(r"[;|]")
_ENTITY = re.compile(r"&#?\w{2,8};")  # its semicolon ends no name
_OTHERS = re.compile(r"(?:(?<=[\s,;])(?:(?:et\.? al|(?:and|&) others)\.?|等|ほか|他|외)|\.{3}|…)\Z", re.IGNORECASE)
_LONGEST_OTHERS = len("and others.")
_COMMA = re.compile(r"\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)
_BETWEEN = " ;,|"  # what separates names
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")  # at the end of PubMed's lists, not of an abbreviation
# At the edge of a line: the line was only wrapped there.
_FOLD = re.compile(r"^(?:,|and\b|&)|(?:,|\band|&)$", re.IGNORECASE)
_TITLED = re.compile(rf"([{UPPER}][^\W\d_][\w'’ -]*) ([{UPPER}][a-zß-öø-ÿ]{{0,2}})")
_INVERTED = re.compile(rf"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){{0,3}},\s*[{UPPER}][\w.'’ -]*")  # `Roe, Ann`
_NOT_OF_A_GROUP = re.compile(r"[,{;&.]")
_PAIR, _TRIPLE = 2, 3  # parts of `Family, Given` and of `Family, Given, Jr`


def split_names(text: str) -> list[str]:
    """The names in an author string as spreadsheets and exports write it, each in a form that `parse_name` reads.

    Names are separated by `;` or `|`, else by line ends if each line is a name, else by ` and ` or `&`, else by commas.
    A comma separates names (`Ashish Vaswani, Noam Shazeer`) unless what follows it can only be given names
    (`Vaswani, A.`, `Vaswani, Ashish` alone): then it separates family and given name, and the names come in pairs
    (`Vaswani, A., Shazeer, N.`). Names with nothing between them are split where initials end, if every piece is then a
    name. A list that ends in `et al.` or `and others` has `et al.` as its last item.
    """
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    if "\n" in text and (lines := _one_a_line(text)):
        return lines
    text = _unstopped(without_marks(" ".join(text.split())).strip(_BETWEEN))
    end = _end_of_names(text)
    if end < len(text):
        return [*_names_of(_unstopped(without_marks(text[:end]).strip(_BETWEEN))), "et al."]
    return _names_of(text)


def _unstopped(text: str) -> str:
    """A list without the full stop at its end."""
    return text if ends_shortened(text) else _STOP.sub("", text)


def _end_of_names(text: str) -> int:
    """Where `et al.`, `and others` or a final ellipsis begins, with the separator before it; else the end."""
    end = len(text)
    while others := _OTHERS.search(text, max(0, end - _LONGEST_OTHERS), end):
        end = others.start()
        while end and text[end - 1] in _BETWEEN:
            end -= 1
    return end


def _names_of(text: str) -> list[str]:
    """The names of a list on one line, without anything that stands for further ones."""
    if not text:
        return []
    if _SEPARATOR.search(text):
        parts = [part.strip(" ,") for part in _SEPARATOR.split(text) if part.strip(" ,")]
        return (
            _all_vancouver(parts, certain=False)
            or _all_in_title_case(parts)
            or groups_marked([name for part in parts for name in _listed(part)])
        )
    if "/" in text and (slashed := _slashed(text)):
        return slashed
    if east_asian := east_asian_names(text):
        return east_asian
    if glued := unglued(text):
        return glued
    if vancouver := _all_vancouver(_COMMA.split(text.rstrip(".") if text.count(".") == 1 else text), certain=True):
        return vancouver
    text = GLUED_INITIAL.sub(" ", text)
    names: list[str] = []
    pieces = [piece for piece in AND.split(text) if piece.strip()]
    inverted = len(pieces) > 1 and all(
        piece.count(",") == 1 and not _is_whole(piece.split(",")[0]) for piece in pieces[:-1]
    )
    for piece in pieces:
        names.extend([piece.strip()] if inverted else _split_at_commas(piece))
    return names


def _slashed(text: str) -> list[str]:
    """The names of a list whose separator is a slash (`Roe, Ann/Doe, Bo`), or nothing where any of them is no name."""
    pieces = [piece.strip() for piece in text.split("/")]
    inverted = all(piece.count(",") == 1 and _INVERTED.fullmatch(piece) for piece in pieces)
    whole = all("," not in piece and _is_whole(piece) and not is_group(piece) for piece in pieces)
    return pieces if inverted or whole else []


def names_in_slot(text: str) -> list[str]:
    """The names in a field for one name: that one, unless the text is clearly a list that an exporter put there.

    `García López, María José` is one person, as is `Smith J`. `Smith J, Doe AB` and `林小雨；赵一鸣` are two, as
    are two whole names joined by ` and `.
    """
    if "{" in text:
        return [text]
    text = without_marks(text)
    if _SEPARATOR.search(text) or _OTHERS.search(text):
        return split_names(text)
    if is_group(text):
        return [text]
    if east_asian := east_asian_names(text):
        return east_asian
    pieces = [piece.strip() for piece in AND.split(text) if piece.strip()]
    if len(pieces) > 1 and all(_is_whole(piece) or "," in piece for piece in pieces) and "," in text:
        return split_names(text)
    if len(pieces) > 1 and all(_is_whole(piece) and not is_group(piece) for piece in pieces):
        return pieces
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) <= 1:
        return [text]
    listed = _all_vancouver(parts, certain=True)
    persons = [part for part in parts if not is_degree(part) and not is_suffix(part)]
    return listed or (split_names(text) if len(persons) > _PAIR and all(map(_is_whole, persons)) else [text])


def groups_marked(names: list[str]) -> list[str]:
    """The names of one list, with groups in braces.

    Where persons are written `Family, Given`, several words without a comma are a group's name.
    """
    if not any("," in name for name in names):
        return names
    return [f"{{{name}}}" if _may_be_group(name) else name for name in names]


def split_at_and(text: str) -> list[str]:
    """The names of a list as BibTeX writes it: joined by ` and ` outside braces."""
    parts, depth, start, index = [], 0, 0, 0
    while index < len(text):
        if text[index] in "{}" and text[index - 1 : index] != "\\":
            depth += 1 if text[index] == "{" else -1
        elif depth == 0 and text[index : index + 5].lower() == " and ":
            parts.append(text[start:index])
            start = index + 5
            index += 3
        index += 1
    return [*parts, text[start:]]


def _listed(part: str) -> list[str]:
    """The names between semicolons: one, or PubMed's persons before their groups (`Smith J, Li K; Study Group`)."""
    return _all_vancouver([name.strip() for name in part.split(",")], certain=True) or [part]


def _one_a_line(text: str) -> list[str]:
    """The lines, if each holds one name; none if a line end is only a wrap in the text."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if _SEPARATOR.search(text) or len(lines) <= 1:
        return []
    return (
        lines
        if all(len(line.split()) > 1 and not _FOLD.search(line) and len(split_names(line)) == 1 for line in lines)
        else []
    )


def _all_vancouver(parts: list[str], *, certain: bool) -> list[str]:
    """`Family, Given` of every part, if each is a family name and initials (`López MJ`) or, among these, a group.

    Unless commas are `certain` to separate such names, the capitals at the end must be initials: `Wei XU` may be family
    last.
    """
    read: list[tuple[str | None, str]] = []
    if len(parts) == _PAIR and " ".join(parts).isupper() and family_first(parts[0]) is None and not is_group(parts[0]):
        return []  # `SMITH, JOHN A` is one person in capitals, and `SMITH` no acronym
    for part in parts if len(parts) > 1 else ():
        name = family_first(part)
        if name is None and not (certain and (is_group(part) or _is_acronym(part))):
            return []
        read.append((name, part))
    if not any(name for name, _ in read):
        return []
    names = [name or f"{{{part}}}" for name, part in read]
    return names if certain or any(re.search(r", (?:\S|[^AEIOUY.]{2,}|.*\..*)$", name) for name in names) else []


def _may_be_group(name: str) -> bool:
    """Whether a name has several words and neither a comma nor initials, braces or a particle."""
    words = name.split()
    plain = len(words) > 1 and not _NOT_OF_A_GROUP.search(name) and words[0][:1].isupper()
    return (
        plain
        and family_first(name) is None
        and not any(len(word) == 1 or initials_in_title_case(word) for word in words)
    )


def _is_acronym(part: str) -> bool:
    """Whether a part may be what a group calls itself (`ATLAS`, `CONSORT-AI`), and is no degree (`MBBS`)."""
    return re.fullmatch(r"[A-Z]{3,10}(?:-[A-Z0-9]{1,6})?", part) is not None and not is_degree(part)


def _all_in_title_case(parts: list[str]) -> list[str]:
    """`Family, Given` of every part, where a list of `BRANDVOLD DM` was set in title case: `Brandvold Dm; Stokeley D`.

    One that can only be two initials (`Dm`) is the evidence for all of the list.
    """
    names = [_TITLED.fullmatch(part) for part in parts]
    if len(parts) <= 1 or not all(names) or not any(name and initials_in_title_case(name[2]) for name in names):
        return []
    return [f"{name[1]}, {name[2].upper()}" for name in names if name]


def _split_at_commas(text: str) -> list[str]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > _PAIR:
        parts = _without_degrees(parts)
    if len(parts) == 1 or all(_is_whole(part) for part in parts):
        return parts
    if len(parts) == _PAIR and not (_is_whole(parts[0]) and _is_whole(parts[1])):
        return [", ".join(parts)]
    # `Smith, John, Jr.`
    if len(parts) == _TRIPLE and not _is_whole(parts[0]) and is_suffix(parts[1]) != is_suffix(parts[2]):
        return [", ".join((parts[0], *sorted(parts[1:], key=is_suffix, reverse=True)))]
    if (
        len(parts) > _TRIPLE
        and len(parts) % 2 == 0
        and all(part[:1].isupper() and part[1:].islower() and " " not in part for part in parts[::2])
    ):
        return [", ".join(pair) for pair in zip(parts[::2], parts[1::2], strict=True)]  # `Silva, Ana Paula, Lima, Joao`
    names: list[str] = []
    for part in parts:
        if names and names[-1].count(",") == 1 and is_suffix(part):
            names[-1] = names[-1].replace(",", f", {part},")
        elif names and "," not in names[-1] and INITIALS.match(part):
            names[-1] = f"{names[-1]}, {part}"
        else:
            names.append(part)
    return names


def _is_whole(part: str) -> bool:
    """Whether a piece between commas is a whole name: two words or more, at least one of which is not an initial."""
    words = part.split()
    return len(words) > 1 and not INITIALS.match(part)


def _without_degrees(parts: list[str]) -> list[str]:
    """The pieces between commas without degrees; possible initials are removed only if whole names are left."""
    without = [part for part in parts if not is_degree(part)]
    if without and all(map(_is_whole, without)):
        return without
    return [part for part in parts if not is_only_degree(part)]
