"""Text enters, sentences, names, figures, verbs and offices leave. Nothing here knows of dates, events or other articles."""
