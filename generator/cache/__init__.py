"""What a build remembers, so that the next one computes only what has changed: `.survey/cache`.

Nothing in it is trusted. A project may come from strangers with its `.survey`, so each file is signed with a key that
stands outside of every project, in this person's own cache folder; what is damaged, half-written, of another version of
the program or of another person is passed over, and made anew. It holds values of the program's own (pickled), which is
safe only because of the signature. Where no key can be kept, or another package adds to the program, nothing is
remembered.

- `sealed`: signed files, and the key;
- `version`: what a remembered value depends on besides its inputs: the program's own files and the packages there are;
- `unchanged`: whether anything changed at all since the last build, by the bytes of what it read and wrote;
- `watched`: which parts of a value a task looks at;
- `same`: whether two values are the same, order and types included;
- `tasks`: what tasks looked at and gave, in the last build and in this one.

A task is a function without arguments whose result depends on watched values alone. It is done again when a part that
it looked at is no longer the same: so a new page or stage needs to declare nothing.
"""
