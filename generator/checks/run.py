"""Running the checks, and choosing them by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.checks.finding import Check, Finding
from generator.checks.material import Material
from generator.checks.registry import checks
from generator.config.settings import Settings
from generator.errors import at_fault
from generator.text.compare import SUGGESTED, did_you_mean


def findings(material: Material, checks: Sequence[Check]) -> tuple[Finding, ...]:
    """Everything that the checks find, by file, line and name."""
    return tuple(
        sorted(
            (Finding(check, found) for check in checks for found in check.function(material)),
            key=lambda finding: finding.order,
        )
    )


def chosen(settings: Settings, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Check, ...]:
    """The checks to run: those selected (by default all), less those ignored here or in `survey.yml`.

    A selected check is run even if `survey.yml` ignores it. Raises InputError for an unknown name there.
    """
    wanted, unwanted = _named(select), _named(ignore)
    for name in settings.check.ignore:
        problem = unknown(name)
        if problem:
            place = settings.place("check", "ignore")
            raise at_fault(f"check.ignore: {problem}", place.path, place.line)
    by_habit = _named(settings.check.ignore)
    return tuple(
        check
        for check in checks()
        if check.name not in unwanted and (check.name in wanted if wanted else check.name not in by_habit)
    )


def unknown(name: str) -> str:
    """A message about a name that is neither a check nor a family of checks; "" if it is one."""
    if _named([name]):
        return ""
    hint = did_you_mean(name, [check.name for check in checks()], "--list shows them", SUGGESTED, str)
    return f"there is no check `{name}`; {hint}"


def _named(names: Iterable[str]) -> frozenset[str]:
    """The checks with these names; `missing` stands for all whose names start with `missing-`."""
    return frozenset(
        check.name
        for name in names
        for check in checks()
        if check.name == name or check.name.startswith(f"{name.rstrip('-')}-")
    )
