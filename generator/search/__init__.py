"""The search of the site: how words are read, and the index of which a page loads what a query needs."""
