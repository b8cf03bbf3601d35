"""Releasing an edition: what git is asked, and the archive that is deposited.

- `repository`: whether git is there and clean; the commit and the tag.
- `archive`: the zip file and its metadata for Zenodo.
"""
