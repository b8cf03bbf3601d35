"""The templates of pages as Python compiled them, beside the key in this person's own cache folder, and signed like it.

They are part of the program, as compiled modules are: another program, Python or Jinja compiles them anew.
"""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache

from generator.cache import sealed
from generator.cache.version import version


class Compiled(BytecodeCache):
    """Keeps the code of each template from one start of the program to the next."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code that was kept for this template, if this very program made it."""
        content = sealed.own(_name(bucket)) or b""
        made_by, _, code = content.partition(b"\n")
        if made_by == version().encode():
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template that was compiled just now."""
        sealed.keep_own(_name(bucket), b"%b\n%b" % (version().encode(), bucket.bytecode_to_string()))


def _name(bucket: Bucket) -> str:
    return f"template-{bucket.key}"
