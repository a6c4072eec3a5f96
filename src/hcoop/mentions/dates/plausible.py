"""Whether words that look like a date are one: what stands beside a number tells a year from a count."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping

from hcoop.mentions.dates.grammar import Grammar
from hcoop.mentions.dates.words import FIRST_KIND, Words

_NUMERALS = ("num", "high", "year", "digits")
_DAY_LEADS = ("on", "to", "from", "until", "and", "since", "by")
_MONEY = "$£€¥#@%^*=+~<\\"


def is_plausible(
    grammar: Grammar, words: Words, reads_as: str, match: re.Match[str], reading: Mapping[str, int]
) -> bool:
    """Tell whether a match is a date: a day of the calendar, not a piece of a longer number, not a count."""
    if not _on_calendar(reading):
        return False
    if not _whole_before(grammar, words, reads_as, match.start()):
        return False
    if not _whole_after(grammar, words, reads_as, match.end()):
        return False
    check = _CHECKS.get(reads_as)
    return check is None or check(grammar, words, match)


def _on_calendar(reading: Mapping[str, int]) -> bool:
    month, day = reading.get("month", 1), max(reading.get("day", 1), reading.get("day2", 1))
    return 1 <= month <= 12 and 1 <= day <= monthrange(reading.get("year", 2000) or 2000, month)[1]


def _whole_before(grammar: Grammar, words: Words, reads_as: str, start: int) -> bool:
    """No figures, letters or currency sign are glued to a date that starts with a figure; "Source04/12/2025" passes."""
    kinds, numerals = words.kinds, grammar.kinds(*_NUMERALS)
    if kinds[start] not in numerals or start == 0:
        return True
    mark, further = kinds[start - 1], kinds[max(0, start - 2):start - 1]
    if mark in ".,:/-" and further and further in numerals:
        return False
    if mark in "/-":
        return reads_as == "decade" or further == grammar.kinds("part")
    glued = mark >= FIRST_KIND and mark != grammar.kinds("bracket")
    return mark not in _MONEY and (not glued or reads_as == "numeric")


def _whole_after(grammar: Grammar, words: Words, reads_as: str, end: int) -> bool:
    """No figures, letters, per cent or stroke are glued to a date that ends with a figure; "2020,17:57" passes."""
    kinds, numerals = words.kinds, grammar.kinds(*_NUMERALS)
    if kinds[end - 1] not in numerals or end == len(kinds):
        return True
    mark, further = kinds[end], kinds[end + 1:end + 2]
    if mark in ".,/-:" and further and further in numerals and kinds[end + 2:end + 3] != ":":
        return False
    if mark == "-" and further == grammar.kinds("other") and reads_as == "year":
        return False  # "2019-nCoV"
    if mark >= FIRST_KIND:
        return reads_as in ("numeric", "day_and_month")
    return mark not in "%$" and (mark != "/" or reads_as == "numeric")


def _neighbour(words: Words, place: int, step: int) -> str:
    """Return the next word in a direction, in small letters, or the mark that stands before it."""
    while 0 <= place < len(words.tokens) and words.kinds[place] == " ":
        place += step
    return words.tokens[place].lower() if 0 <= place < len(words.tokens) else ""


def _is_year(grammar: Grammar, words: Words, match: re.Match[str]) -> bool:
    place, known = match.start("year"), grammar.not_dates
    number = int(words.tokens[place])
    before, after = _neighbour(words, place - 1, -1), _neighbour(words, place + 1, 1)
    if before in (".", ":") and place > 1:
        before = _neighbour(words, place - 2 - (words.kinds[place - 1] == " "), -1)
    if before in known["before"] or after in known["after"] or _more_figures(grammar, words, match.end()):
        return False
    # Counts of four digits are round where they are written without a comma.
    if _plural(grammar, words, match.end(), after) and (
            number % 100 == 0 or (number % 10 == 0 and before not in known["sure"] | known["likely"])):
        return False
    return before in known["sure"] or (1900 <= number < 2100 and not before.isdecimal())


def _more_figures(grammar: Grammar, words: Words, place: int) -> bool:
    """Tell whether another number follows that is no time of day, as in a telephone number."""
    after = words.kinds[place:place + 3]
    return len(after) > 1 and after[0] == " " and after[1] in grammar.kinds(*_NUMERALS) and after[2:] != ":"


def _plural(grammar: Grammar, words: Words, place: int, word: str) -> bool:
    """Tell whether the word after a space is a plural noun, so that the number before it counts something."""
    noun = word.endswith("s") and word not in grammar.not_dates["singular"]
    return noun and words.kinds[place:place + 1] == " " and words.tokens[place + 1].islower()


def _are_years(grammar: Grammar, words: Words, match: re.Match[str]) -> bool:
    place = match.start("year")
    if _neighbour(words, match.end(), 1) in grammar.not_dates["after"]:
        return False
    if "short" in match.groupdict() and match["short"]:
        short = int(words.tokens[match.start("short")])
        ahead = short - int(words.tokens[place]) % 100
        return ahead == 1 or (ahead > 0 and "/" not in match[0])
    first, last = int(words.tokens[place]), int(words.tokens[match.start("year2")])
    return 1500 <= first < last < 2150


def _is_day_and_month(grammar: Grammar, words: Words, match: re.Match[str]) -> bool:
    """Figures such as 14/6 are a day after a word such as "on", or where only one of the two can be a month."""
    if "".join(words.tokens[match.start():match.end()]) in grammar.not_dates["figures"]:
        return False
    if _titled(grammar, words, match.start() - 2) or _titled(grammar, words, match.end() + 1):
        return False  # "Hospital 30/4", "on 3/2 Street"
    one, two = (int(words.tokens[match.start(name)]) for name in ("one", "two"))
    lead = words.kinds[max(0, match.start() - 2):match.start() - 1]
    if match[0][-1] == ")" or lead in tuple(grammar.kinds(*_DAY_LEADS)):
        return min(one, two) <= 12
    after, other = words.kinds[match.end():match.end() + 2], grammar.kinds("other")
    counted = after[:1] == other or (after[:1] in (" ", "-") and after[1:] == other)
    return min(one, two) <= 12 < max(one, two) and not counted


def _is_month(grammar: Grammar, words: Words, match: re.Match[str]) -> bool:
    """A month alone is none where it is a person's first name: "April Smith"; "in April Smith said" passes."""
    name = words.tokens[match.start("month")].lower()
    lead = words.kinds[max(0, match.start() - 2):match.start() - 1]
    return name not in grammar.not_dates["names"] or not _titled(grammar, words, match.end() + 1) or (
        lead in tuple(grammar.kinds("in", "since", "of", "until", "last", "this", "next", "during", "part", "by")))


def _titled(grammar: Grammar, words: Words, place: int) -> bool:
    """Tell whether the word is a name, or begins one, as far as a capital tells."""
    return words.kinds[place:place + 1] == grammar.kinds("other") and words.tokens[place].istitle()


def _is_today(grammar: Grammar, words: Words, match: re.Match[str]) -> bool:
    """A capital after another name makes it a newspaper's."""
    is_beside = match.start() > 1 and words.tokens[match.start() - 1] == " "
    before = words.tokens[match.start() - 2] if is_beside else ""
    return not (words.tokens[match.start()].istitle() and before[:1].isupper())


def _is_decade(grammar: Grammar, words: Words, match: re.Match[str]) -> bool:
    """"1988's" is no decade."""
    return "year" not in match.re.groupindex or int(words.tokens[match.start("year")]) % 10 == 0


_CHECKS: dict[str, Callable[[Grammar, Words, re.Match[str]], bool]] = {
    "year": _is_year, "years": _are_years, "day_and_month": _is_day_and_month, "month": _is_month, "today": _is_today,
    "decade": _is_decade,
}
