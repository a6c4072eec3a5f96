"""Corrections and what they are of, as linking knows it."""

from collections.abc import Hashable
from dataclasses import dataclass

from hcoop.corrections.placed import Placed


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation or person as an article names it: the article's id, and by what linking knows who is meant."""

    article: str
    subject: str

    def __str__(self) -> str:
        """Return it as one text."""
        return f"{self.article} {self.subject}"


@dataclass(frozen=True, slots=True)
class Aim:
    """A correction and what it is of: the id of an article, the key of a telling, or who an article names.

    `other` is the second of a merger or split.
    """

    placed: Placed
    thing: Hashable
    other: Hashable = None

    @property
    def action(self) -> str:
        """What is done."""
        return self.placed.correction.action


def name_of(thing: Hashable) -> Hashable:
    """Return by what linking knows a thing: the subject of whom an article names, else the thing itself."""
    return thing.subject if isinstance(thing, Named) else thing
