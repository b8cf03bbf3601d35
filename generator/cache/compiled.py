"""The templates of pages as Python compiled them, beside the key in this person's own cache folder, and signed
likewise.

They belong to the program, like compiled modules: another version of the program, Python or Jinja compiles them again.
"""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache

from generator.cache import sealed
from generator.cache.version import version


class Compiled(BytecodeCache):
    """Keeps the code of each template from one start of the program to the next."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the code kept for this template, if this very program compiled it."""
        content = sealed.own(_name(bucket)) or b""
        made_by, _, code = content.partition(b"\n")
        if made_by == version().encode():
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template that has just been compiled."""
        sealed.keep_own(_name(bucket), b"%b\n%b" % (version().encode(), bucket.bytecode_to_string()))


def _name(bucket: Bucket) -> str:
    return f"template-{bucket.key}"
