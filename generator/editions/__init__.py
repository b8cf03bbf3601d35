"""Editions: what the survey held when it was released, kept in `bib/editions/`, and how two of them differ.

- `edition`: the values; `today` makes one of the survey as it is.
- `file`: `bib/editions/<name>.json`, read and written.
- `differences`: what came, went, was merged, moved, retitled or rewritten between two.
- `wording`: the same in words.
"""
