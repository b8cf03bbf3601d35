"""How templates call functions: as Jinja does, without asking each whether it wants the template's context.

No function of ours does, and Jinja would ask some hundreds of times a page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2.runtime import Context


class PlainCalls(Context):
    """The names of a template, whose functions get the arguments that stand in it and no others."""

    def call(
        self,
        function: Callable[..., Any],
        /,
        *arguments: Any,
        _loop_vars: object = None,  # these two are meant for functions that want the context
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        """What a function that a template calls returns."""
        return function(*arguments, **named)
