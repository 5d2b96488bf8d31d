"""Dateline: a folder of news articles in, a timeline site in which every entry can be checked.

Read `pipeline.py` first: it is the whole program on one page. `model.py` holds the values that flow through it. Each
folder is one stage or edge and its `__init__` says what enters and what leaves it: `articles` (a corpus file becomes
an Article), `language` (sentences, names, figures, verbs), `dates` (time expressions and what they mean), `events`
(mentions, merged into events, with their disagreements), `pages` (a Timeline becomes Markdown) and `outputs` (what is
written to disk). Everything between reading and writing is a pure function of values.
"""
