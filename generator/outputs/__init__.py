"""A Timeline and Pages enter, files are written: `docs/`, its history, and the formats in the table OUTPUTS."""
