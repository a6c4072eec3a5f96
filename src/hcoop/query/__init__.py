"""Asking the store: filters, search, timeline, summary; what comes out are tables and pages, never written here."""
