"""A new project: what it holds, what can be found out for it, and putting it where it belongs as one step.

- `skeleton`: the files of an empty project.
- `surroundings`: title, author, repository and requirement, as far as the machine knows them.
- `placing`: all files at once, or none.
"""
