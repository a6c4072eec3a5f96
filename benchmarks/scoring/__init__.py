"""Scores what is extracted from articles against gold records; docs/annotation.md says how those are written."""
