"""Family names that look like something else."""

from __future__ import annotations

# Of two letters, which in capitals look like initials: `Wei LI, PhD`.
SHORT_FAMILIES = frozenset(
    """
    AI AN AO AU BA BI BO BU CU DE DI DO DU EK ER FU GE GO GU HA HE HO HU IM JI JU KO KU LE LI LO LU LY MA MI MO MU NA NG
    NI NO OH OU OZ PU QI QU RU SA SI SO SU TA TO TU UM VO VU WU XI XU YE YI YU ZU
    """.split()
)
