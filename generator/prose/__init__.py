"""Prose: what authors write (overviews, pages of their own), with its citations found, linked and traced back to the works."""
