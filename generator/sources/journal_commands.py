r"""Journals as the Astrophysics Data System writes them: `journal = {\mnras}`, which only its document class knows.

The commands are those of the American Astronomical Society's macro list and of the classes of the journals that follow
it; the names are the journals' full ones.
"""

from __future__ import annotations

import re

_COMMAND = re.compile(r"[{\s]*\\([A-Za-z]+)\s*(?:\{\s*\})?[}\s]*(?P<rest>[^\\{}]*)[}\s]*")
_TABLE = r"""
aj The Astronomical Journal
actaa Acta Astronomica
araa Annual Review of Astronomy and Astrophysics
areps Annual Review of Earth and Planetary Sciences
apj The Astrophysical Journal
apjl The Astrophysical Journal Letters
apjlett The Astrophysical Journal Letters
apjs The Astrophysical Journal Supplement Series
apjsupp The Astrophysical Journal Supplement Series
ao Applied Optics
apl Applied Physics Letters
an Astronomische Nachrichten
applopt Applied Optics
aplett Astrophysical Letters
apspr Astrophysics and Space Physics Research
apss Astrophysics and Space Science
aap Astronomy & Astrophysics
astap Astronomy & Astrophysics
aapr The Astronomy and Astrophysics Review
aaps Astronomy and Astrophysics Supplement Series
azh Astronomicheskii Zhurnal
baas Bulletin of the American Astronomical Society
bac Bulletin of the Astronomical Institutes of Czechoslovakia
bain Bulletin of the Astronomical Institutes of the Netherlands
caa Chinese Astronomy and Astrophysics
cjaa Chinese Journal of Astronomy and Astrophysics
dps Bulletin of the AAS, Division for Planetary Sciences
epsl Earth and Planetary Science Letters
expa Experimental Astronomy
fcp Fundamentals of Cosmic Physics
gca Geochimica et Cosmochimica Acta
grl Geophysical Research Letters
iaucirc International Astronomical Union Circulars
icarus Icarus
ijmpd International Journal of Modern Physics D
jaavso The Journal of the American Association of Variable Star Observers
jatis Journal of Astronomical Telescopes, Instruments, and Systems
jcap Journal of Cosmology and Astroparticle Physics
jcp The Journal of Chemical Physics
jgr Journal of Geophysical Research
jgra Journal of Geophysical Research: Space Physics
jgrb Journal of Geophysical Research: Solid Earth
jgrc Journal of Geophysical Research: Oceans
jgrd Journal of Geophysical Research: Atmospheres
jgre Journal of Geophysical Research: Planets
jhep Journal of High Energy Physics
jqsrt Journal of Quantitative Spectroscopy and Radiative Transfer
jrasc Journal of the Royal Astronomical Society of Canada
lrr Living Reviews in Relativity
lrsp Living Reviews in Solar Physics
maps Meteoritics & Planetary Science
memras Memoirs of the Royal Astronomical Society
memsai Memorie della Società Astronomica Italiana
mnras Monthly Notices of the Royal Astronomical Society
mnrasl Monthly Notices of the Royal Astronomical Society: Letters
mps Meteoritics & Planetary Science
na New Astronomy
nar New Astronomy Reviews
newa New Astronomy
newar New Astronomy Reviews
nat Nature
natas Nature Astronomy
natastron Nature Astronomy
natgeo Nature Geoscience
nature Nature
nphysa Nuclear Physics A
npa Nuclear Physics A
npb Nuclear Physics B
pasa Publications of the Astronomical Society of Australia
pasj Publications of the Astronomical Society of Japan
pasp Publications of the Astronomical Society of the Pacific
pr Physical Review
phrep Physics Reports
physrep Physics Reports
physscr Physica Scripta
planss Planetary and Space Science
plb Physics Letters B
pra Physical Review A
prb Physical Review B
prc Physical Review C
prd Physical Review D
pre Physical Review E
prl Physical Review Letters
procspie Proceedings of SPIE
psj The Planetary Science Journal
ptp Progress of Theoretical Physics
qjras Quarterly Journal of the Royal Astronomical Society
raa Research in Astronomy and Astrophysics
rmp Reviews of Modern Physics
rmxaa Revista Mexicana de Astronomía y Astrofísica
rmxac Revista Mexicana de Astronomía y Astrofísica Conference Series
rnaas Research Notes of the American Astronomical Society
rpph Reports on Progress in Physics
sci Science
science Science
sciadv Science Advances
skytel Sky & Telescope
solphys Solar Physics
sovast Soviet Astronomy
ssr Space Science Reviews
zap Zeitschrift für Astrophysik
"""
JOURNALS: dict[str, str] = {
    command: name for command, _, name in (line.partition(" ") for line in _TABLE.strip().splitlines())
}


def journal_of(raw: str) -> str:
    r"""The journal that `{\mnras}` means, and what follows the command; "" for anything else."""
    found = _COMMAND.fullmatch(raw)
    name = JOURNALS.get(found[1].lower() if found else "", "")
    return f"{name} {found['rest'].strip()}".strip() if found and name else ""
