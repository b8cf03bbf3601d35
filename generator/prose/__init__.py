"""Prose: what authors write (overviews, pages of their own), its citations linked and traced back to the works."""
