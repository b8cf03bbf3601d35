"""The words of the reasons why to read a work first, to be shown in the language of the website."""

from __future__ import annotations

from generator.language import Message, later, nlater


def surveyed(degree: int) -> Message:
    """A survey, linked to `degree` works."""
    if not degree:
        return later("a survey")
    return nlater("a survey, linked to %(number)s work here", "a survey, linked to %(number)s works here", degree)


def introduced(name: str, users: int) -> Message:
    """What brought `name`, which so many others name."""
    return nlater(
        "introduced %(name)s, which %(number)s other work of the survey names",
        "introduced %(name)s, which %(number)s other works of the survey name",
        users,
        name=name,
    )


def cited(number: int) -> Message:
    """What so many works cite."""
    return nlater("cited by %(number)s work here", "cited by %(number)s works here", number)


def most_linked(degree: int) -> Message:
    """What more works are linked to than to any other."""
    return nlater(
        "linked to %(number)s work here, more than any other",
        "linked to %(number)s works here, more than any other",
        degree,
    )


def linked(degree: int) -> Message:
    """What so many works are linked to, where nothing better is known."""
    return nlater("linked to %(number)s work here", "linked to %(number)s works here", degree)


def newest(year: int, is_cited_so: bool) -> Message:
    """What is newest in the line of another work; a reference may give a later year than the work first appeared in."""
    if is_cited_so:
        return later("the newest (%(year)s) in the line of", year=year)
    return later("the newest (first out in %(year)s) in the line of", year=year)


def early(followers: int) -> Message:
    """An early work, to which later ones are linked."""
    return nlater(
        "an early work, linked to %(number)s later work here",
        "an early work, linked to %(number)s later works here",
        followers,
    )


def measures(degree: int) -> Message:
    """What others can be measured by."""
    return nlater(
        "a benchmark or data set, linked to %(number)s work here",
        "a benchmark or data set, linked to %(number)s works here",
        degree,
    )


def about(words: str, number: int) -> Message:
    """What is linked to so many works that have the same words."""
    return nlater(
        "linked to %(number)s work here on “%(words)s”",
        "linked to %(number)s works here on “%(words)s”",
        number,
        words=words,
    )
