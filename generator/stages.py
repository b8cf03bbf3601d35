"""The stages of a command: whoever does the work begins and counts them, whoever watches is told."""

from __future__ import annotations


class Stages:
    """Is told of every stage and of every step in it. This one ignores them.

    A stage is named as what is being done (`Reading sources`); its steps are files, tasks or pages.
    """

    def begin(self, name: str, steps: int = 0) -> None:
        """A stage begins, and ends the one before it. It has so many steps; 0 if the number is unknown."""

    def step(self) -> None:
        """One more step is done."""

    def reach(self, done: int) -> None:
        """So many steps are done now."""

    def found(self, counted: str) -> None:
        """The result of the stage: `345 works`."""


UNWATCHED = Stages()
