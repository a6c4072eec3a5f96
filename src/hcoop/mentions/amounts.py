"""Amounts of money as written, with their value and ISO 4217 currency."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from hcoop.lexicon import Lexicon
from hcoop.records import Amount

_FIGURE = r"\d{1,3}(?:[,.]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?"


@dataclass(frozen=True, slots=True)
class _Money:
    signs: ahocorasick.Automaton
    pattern: re.Pattern[str]
    codes: dict[str, str]
    scales: dict[str, float]


def find_amounts(text: str, lexicon: Lexicon) -> Iterator[Amount]:
    """Yield the amounts of money in a text, in order."""
    money = lexicon.compiled(_money)
    # Few sentences have a sign of a currency, which is told much faster than that there is no amount.
    if next(money.signs.iter(text.casefold()), None) is None:
        return
    for match in money.pattern.finditer(text):
        sign = match["before"] or match["after"]
        scale = (match["scale_before"] or match["scale_after"] or "").lower()
        value = _value(match["figure_before"] or match["figure_after"]) * money.scales[scale]
        yield Amount(value, money.codes[sign.lower()], match[0].strip())


def _value(figure: str) -> float:
    """Read "18,800", "18.8" and the Vietnamese "1.200.000".

    A separator before three last digits groups, if there is more than one or it is a comma.
    """
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figure):
        return float(figure.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", figure):
        return float(figure.replace(".", ""))
    return float(figure.replace(",", "."))


def _money(lexicon: Lexicon) -> _Money:
    entries = lexicon["currencies"]
    codes = {sign.lower(): entry["code"] for entry in entries for sign in (*entry["before"], *entry["after"])}
    before = "|".join(re.escape(s) for s in sorted((s for e in entries for s in e["before"]), key=len, reverse=True))
    after = "|".join(re.escape(s) for s in sorted((s for e in entries for s in e["after"]), key=len, reverse=True))
    scales = {word: float(factor) for word, factor in lexicon["wording"]["scales"].items()}
    scale = "|".join(scales)
    pattern = re.compile(
        rf"(?<![A-Za-z])(?P<before>{before})\s?(?P<figure_before>{_FIGURE})(?:[\s-]?(?P<scale_before>{scale})\b)?"
        rf"|(?<![\w.,])(?P<figure_after>{_FIGURE})(?:[\s-]?(?P<scale_after>{scale}))?\s?"
        rf"(?P<after>{after})(?![A-Za-z])",
        re.IGNORECASE,
    )
    return _Money(_finder(codes), pattern, codes, {"": 1.0, **scales})


def _finder(signs: Iterable[str]) -> ahocorasick.Automaton:
    found = ahocorasick.Automaton()
    for sign in signs:
        found.add_word(sign.casefold(), True)
    found.make_automaton()
    return found
