"""Annotated news enters; how well the program finds, dates and merges events leaves, as figures."""
