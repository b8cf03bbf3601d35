"""The stages of a command: what works begins them and counts, who watches hears of it."""

from __future__ import annotations


class Stages:
    """Hears of every stage and of every step in it. This one keeps it to itself.

    A stage is named as what is being done (`Reading sources`); its steps are files, tasks or pages.
    """

    def begin(self, name: str, steps: int = 0) -> None:
        """A stage begins, and ends the one before it. It has so many steps, 0 where nobody knows."""

    def step(self) -> None:
        """One more step is done."""

    def reach(self, done: int) -> None:
        """So many steps are done."""

    def found(self, counted: str) -> None:
        """What the stage has to show for itself: `345 works`."""


UNWATCHED = Stages()
