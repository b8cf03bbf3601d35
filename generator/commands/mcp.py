"""`mcp`: the survey as a server of the Model Context Protocol, for language models and programs on this machine."""

from __future__ import annotations

import argparse

from generator.agents.library import Library
from generator.cli import add_project
from generator.commands.knowing import survey_for
from generator.project.opening import open_project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `mcp`."""
    add_project(parser)


def run(arguments: argparse.Namespace) -> int:
    """Answer on standard input and output until the client disconnects. Returns 0; raises InputError."""
    open_project(arguments.project)
    survey = survey_for(arguments.project)
    from generator.agents.server import server_of

    server_of(Library(survey)).run("stdio")
    return 0
