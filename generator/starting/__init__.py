"""A new project: what it contains, what can be found out for it, and putting it in place in one step.

- `skeleton`: the files of an empty project.
- `surroundings`: title, author, repository and requirement, as far as this machine knows them.
- `placing`: all files at once, or none.
"""
