"""Fetching: what services say about the survey's works, accepted only on evidence, into `bib/fetched.bib`.

`plan` chooses the works to ask about, `asking` asks, `matching` judges the answers, `combine` makes one entry of what
several services say about a work, `bib_file` reads and writes the entries, `wording` puts the result into words.
"""
