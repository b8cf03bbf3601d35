"""The project as a box: where its files are, and the only ways in which the program reads, lists and replaces them.

- `paths`: every path of a project, once.
- `box`: reading and listing; what lies outside, is not a regular file or is too large is refused.
- `given`: reading a file that a person named on the command line.
- `placing`: replacing one file so that it is the old or the new one at every moment.
- `journal`: replacing several, all or none; `mirror`: bringing a folder up to date.
- `database`: what services answered.
- `lock`: one build at a time.
- `opening`: what every command does first.
"""
