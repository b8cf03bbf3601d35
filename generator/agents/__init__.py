"""The survey for language models and the programs around them: as plain Markdown, and as tools to call.

`markdown` writes works, themes and the whole survey as Markdown without HTML (`llms-full.txt`); `library` answers
questions about a survey; `server` offers these answers as tools of the Model Context Protocol.
"""
