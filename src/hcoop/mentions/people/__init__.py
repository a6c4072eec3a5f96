"""People: names told by their shape, by a title or office, or by what is said around them."""

from hcoop.mentions.people.finder import find_people

__all__ = ["find_people"]
