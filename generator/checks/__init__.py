"""Checks: what a reader or a program would stumble over in the survey, found before they do.

    found = findings(read_material(survey, project, generated), chosen(select, ignore))

A check is a small named function from the material to findings; it stands with its family (`fields`, `people`, …)
and in one line of `registry.py`. Nothing else changes when one is added.
"""
