"""What a build remembers, so that the next one computes only what has changed: `.survey/cache`.

Nothing in it is trusted. A project may come from strangers together with its `.survey`, so each file is signed with a
key that lies outside every project, in this person's own cache folder. Whatever is damaged, half-written, or from
another version of the program or another person is ignored and made anew. The files hold pickled values of the program,
which is safe only because of the signature. Where no key can be kept, or another package extends the program, nothing
is remembered.

- `sealed`: signed files, and the key;
- `version`: what a remembered value depends on besides its inputs: the program's own files and the installed packages;
- `unchanged`: whether anything changed at all since the last build, by the bytes of what it read and wrote;
- `surveyed`: the whole survey, for commands that only ask;
- `watched`: which parts of a value a task looks at;
- `same`: whether two values are the same, including order and types;
- `later`: values of which most builds need only the bytes;
- `tasks`: what tasks looked at and returned, in the last build and in this one.

A task is a function without arguments whose result depends only on watched values. It is run again when a part that it
looked at has changed, so a new page or stage needs to declare nothing.
"""
