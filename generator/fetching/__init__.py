"""Fetching: what services say of the survey's works, accepted only on evidence, into `bib/fetched.bib`.

`plan` says which works are asked about, `asking` asks, `matching` judges what came back, `combine` makes one entry of
what several services say of a work, `bib_file` reads and writes the entries, `told` says it in words.
"""
