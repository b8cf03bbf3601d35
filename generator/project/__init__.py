"""The project as a box: where its files are, and the only ways in which the program reads, lists and replaces them.

- `paths`: every path of a project, once.
- `box`: reading and listing; what lies outside, is no regular file or is too large is refused.
- `placing`: replacing one file so that it is the old or the new one at every moment.
- `lock`: one build at a time.
- `opening`: what every command does first.
"""
