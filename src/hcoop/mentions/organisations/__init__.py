"""Organisations: known ones from the gazetteer, unknown ones by the form of their names, and their later mentions."""

from hcoop.mentions.organisations.finder import find_organisations

__all__ = ["find_organisations"]
