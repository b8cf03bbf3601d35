"""Names of people and groups: `name` reads one, `lists` splits the author strings of exports into several.

`glued` parts names that lost their separators, `marks` takes off what accompanies a name (degrees, forms of address,
marks of affiliation), and `families` holds family names that look like something else.
"""

from generator.names.name import UPPER, Name, family_first, is_group, is_suffix, parse_name

__all__ = ["UPPER", "Name", "family_first", "is_group", "is_suffix", "parse_name"]
