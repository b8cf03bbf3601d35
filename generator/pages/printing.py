"""How templates print values and call functions: as Jinja does, without the steps that change nothing here.

Every value that a template prints goes through `environment.shown`, which gives markup. Jinja would escape that once
more, and would ask of every function whether it wants the template's context: no function of ours does. Both happen
some hundreds of times a page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context


class PrintedOnce(CodeGenerator):
    """Compiles templates to code in which the environment's `finalize` is all that is done to a printed value."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _is_escaped_by(finalize, frame):
            self.write(str(finalize.src))
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _is_escaped_by(finalize, frame):
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)


def _is_escaped_by(finalize: CodeGenerator._FinalizeInfo, frame: Frame) -> bool:
    """Whether `finalize`, of which the source begins a call, gives what the page gets."""
    return finalize.src is not None and frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


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
