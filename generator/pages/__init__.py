"""A Timeline enters, Pages leave: one page type a file, in the table PAGES; all escaping is in `markdown.py`."""
