"""Corpus files enter, Articles leave: one reader a format, in the table READERS."""
