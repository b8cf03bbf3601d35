"""Steps of the program: lines of Python that it runs. They say how work grows, on a busy machine too."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_of(function: Callable[[], object]) -> int:
    """How many lines of the generator's modules `function` runs; what libraries do within one line is not seen."""
    lines = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal lines
        if "generator" not in frame.f_code.co_filename:
            return None
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return lines
