"""English words, by which a slip of the pen is told from another word."""

from __future__ import annotations

import gzip
import re
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r'"([a-z]{2,})": ')


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """Some 100,000 words of English in small letters, of the spell checker pyspellchecker (spellings of the USA)."""
    packed = (files("spellchecker") / "resources" / "en.json.gz").read_bytes()
    return frozenset(_WORD.findall(gzip.decompress(packed).decode("utf-8")))
