"""Text enters; sentences, clauses, names, figures and offices leave. Other articles and events are unknown here."""
