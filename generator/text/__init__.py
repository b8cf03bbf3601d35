"""Text: comparing it, cleaning it, cutting it into sentences, and escaping it for the place where it goes."""
