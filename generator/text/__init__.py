"""Text: comparing it, cleaning it, splitting it into sentences, and escaping it for each destination."""
