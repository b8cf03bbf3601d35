"""Values made again of the bytes that `packed` made of them."""

from __future__ import annotations

import io
import pickle
from typing import Any

_PUT_OFF = "numpy"


def unpacked(content: bytes) -> Any:
    """The value that was kept as these bytes. Raises what pickle raises where they are not of this program.

    Only bytes that this person's key signed may come here (`sealed`): pickle does whatever they say.
    """
    return _Unpacker(io.BytesIO(content)).load()


class _Unpacker(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """The class or function of a name; a part of numpy only after the whole, which is loaded only then.

        `pickle` imports the part. While the package itself is put off (`cli.load_when_used`), Python would load that
        part twice, and whatever imports scipy later would fail.
        """
        if module.partition(".")[0] == _PUT_OFF:
            import numpy as np

            np.ndarray  # noqa: B018 (the first use loads it)
        return super().find_class(module, name)
