"""The website: `build` has an engine make it from the pages, and puts it in place file by file.

`engines` starts MkDocs or Zensical, each in a process of its own; `valid_html` corrects what they write; `offline`
turns a built website into one that works from a folder on disk, and `offline_copy` puts it among the downloads.
"""
