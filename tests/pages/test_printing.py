"""What a template prints is escaped once, whichever way it is printed."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.pages.environment import environment

_NAMES = ["<b>Lee</b> & sons", "O'Neil"]


def printed(template: str, **values: object) -> str:
    return environment().from_string(template).render(**values)


@pytest.mark.parametrize(
    "template",
    [
        "{{ names[0] }}",
        "{% for name in names %}{{ name if loop.first }}{% endfor %}",
        "{% macro said(name) %}{{ name }}{% endmacro %}{{ said(names[0]) }}",
        "{% macro around() %}{{ caller() }}{% endmacro %}{% call around() %}{{ names[0] }}{% endcall %}",
        "{% set held %}{{ names[0] }}{% endset %}{{ held }}",
        "{% for name in names[:1] %}{% set found = first(names) %}{{ found }}{% endfor %}",
        "{{ names | first }}",
        '{{ "" ~ names[0] }}',
        "{% if names %}{{ first(names) }}{% endif %}",
    ],
)
def test_a_value_is_escaped_once(template: str) -> None:
    assert printed(template, names=_NAMES, first=lambda names: names[0]) == "&lt;b&gt;Lee&lt;/b&gt; &amp; sons"


def test_markup_and_constants_are_printed_as_they_are() -> None:
    assert printed("{{ made }}{{ nothing }}{{ 3 }}", made=Markup("<i>a</i>"), nothing=None) == "<i>a</i>3"


def test_what_does_not_exist_is_an_error_and_no_empty_place() -> None:
    with pytest.raises(UndefinedError):
        printed("{{ absent }}")
    with pytest.raises(UndefinedError):
        printed("{{ names.absent }}", names=_NAMES)
    with pytest.raises(UndefinedError):
        printed("{{ absent(1) }}")


def test_no_function_that_templates_call_wants_their_context() -> None:
    assert [name for name, found in environment().globals.items() if hasattr(found, "jinja_pass_arg")] == []
