"""Arrays of numpy among pickled values, whose package `cli.load_when_used` may have put off loading."""

from __future__ import annotations

_PACKAGE = b"numpy"


def load_what_arrays_need(content: bytes) -> None:
    """Load numpy before pickled bytes that name it are read.

    `pickle` imports a part of the package first; while the package itself is put off, Python would load that part
    twice, and whatever imports scipy later would fail.
    """
    if _PACKAGE in content:
        import numpy as np

        np.ndarray  # noqa: B018 (the first use loads it)
