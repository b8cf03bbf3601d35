"""A small survey on disk, and its pages."""

from __future__ import annotations

from pathlib import Path

from generator import pages, pipeline
from generator.writer import write

ATTENTION = """@inproceedings{vaswani2017attention, title={Attention Is All You Need}, author={Vaswani, Ashish and Shazeer, Noam},
  booktitle={NeurIPS}, year={2017}, eprint={1706.03762}, archiveprefix={arXiv}, abstract={We propose the Transformer, a network based solely on attention.}}
"""
BERT = """@inproceedings{devlin2019bert, title={{BERT}: Pre-training of Deep Bidirectional Transformers}, author={Devlin, Jacob},
  booktitle={NAACL}, year={2019}, eprint={1810.04805}, archiveprefix={arXiv}, abstract={We introduce BERT, a language representation model.}}
"""
CHAIN = """@misc{wei2022chain, title={Chain-of-Thought Prompting Elicits Reasoning}, author={Wei, Jason}, year={2022}, eprint={2201.11903},
  archiveprefix={arXiv}, abstract={We explore how a chain of thought improves the reasoning of large models.}}
"""
THEMES = """sections:
  - title: Foundations
    themes:
      - {id: models, title: Models, scope: Networks and their training., terms: [transformer, attention, representation]}
      - {id: reasoning, title: Reasoning, scope: Steps., terms: [chain of thought, reasoning]}
"""


def build(project: Path) -> dict[str, str]:
    """Build a project as the command does; its text files by path."""
    files, problems = pages.render(pipeline.survey_of(project), project)
    assert not [problem for problem in problems if problem.level == "error"]
    write(project, files)
    return {path: content for path, content in files.items() if isinstance(content, str)}
