"""Names in Chinese, Japanese and Korean script, where the family name stands first, with or without a space."""

from __future__ import annotations

import re

from generator.names.families import BEFORE_GIVEN, JAPANESE_FAMILY, JAPANESE_GIVEN, OF_TWO

_TWO, _THREE = 2, 3  # characters, or pieces
_SPACE = re.compile(r"[,\s]+")
_EAST_ASIAN = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0002ffff·]+")


def is_east_asian(text: str) -> bool:
    """Whether a name is written in Chinese, Japanese or Korean script, without a space."""
    return _EAST_ASIAN.fullmatch(text) is not None


def east_asian_names(text: str) -> list[str]:
    """The names of a text all in Chinese, Japanese or Korean script; none for any other text.

    Two pieces are family and given name if one has a single character or the first is a family name of two; in Chinese
    and Korean also if both have two, stand apart by a space and do not begin as whole names do.
    Japanese ones have up to three each, and are whole names only if they stand apart by a comma and begin as such.
    """
    pieces = [] if text.isascii() else [piece for piece in _SPACE.split(text) if piece]
    if not pieces or not all(map(is_east_asian, pieces)):
        return []
    if len(pieces) == 1:
        return pieces
    listed = [part.split() for part in text.split(",") if part.strip()]
    if len(listed) > 1 and all(len(part) == _TWO for part in listed):  # CiNii: `山田 太郎, 佐藤 花子`
        return [", ".join(part) for part in listed]
    if len(listed) > 1 and len(pieces) > len(listed) and max(map(len, listed)) == _TWO:
        return [", ".join(part) for part in listed]  # `佐藤花子, スミス ジョン`: some whole, some in two pieces
    if len(pieces) > _TWO:
        return pieces
    longest, apart = max(map(len, pieces)), "," in text
    if min(map(len, pieces)) == 1 or pieces[0] in OF_TWO:
        one_name = True
    elif _may_be_japanese(text):
        one_name = longest <= _THREE and not (_are_whole(pieces) and (apart or longest > _TWO))
    else:
        one_name = longest == _TWO and not apart and not _are_whole(pieces)
    return [", ".join(pieces)] if one_name else pieces


def _are_whole(pieces: list[str]) -> bool:
    """Whether all begin with a family name of one character, as in China and Korea, and are no Japanese name."""
    is_japanese = pieces[0][0] in JAPANESE_FAMILY and pieces[-1][0] in JAPANESE_GIVEN
    return not is_japanese and all(piece[0] in BEFORE_GIVEN for piece in pieces)


def _may_be_japanese(text: str) -> bool:
    """Whether Shift JIS has all characters, which lacks Hangul and most of those that are written in China alone."""
    try:
        text.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True
