"""The site's search: how words are read, and the index, of which a page loads only what a query needs."""
