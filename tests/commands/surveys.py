"""The smallest survey that has two works, two themes and a mention."""

from __future__ import annotations

BIB = """@article{smith2020, title={Alpha: a study of reading}, author={Smith, Jane}, year={2020}, journal={J. Reading},
  doi={10.1000/alpha}, abstract={We propose Alpha, a method for reading. It reads 2.5 times faster.}}
@misc{jones2021, title={Counting with care}, author={van der Jones, Bo and {The Group}}, year={2021}, eprint={2101.00001},
  archiveprefix={arXiv}, abstract={We study counting. Alpha is compared with counting by hand.}}
"""
THEMES = """sections:
  - title: Methods
    themes:
      - {id: reading, title: Reading, scope: "Methods and studies of reading."}
      - {id: counting, title: Counting, scope: "Counting, by hand or with care."}
"""
