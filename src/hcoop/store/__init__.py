"""One SQLite file: the texts, what was taken from them, and all that asking needs."""
