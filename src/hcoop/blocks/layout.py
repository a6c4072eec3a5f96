"""What is known of page layouts and outlets, compiled once from `layout.yaml` and `outlets.yaml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import ahocorasick

from hcoop.blocks.inline import Inline, compile_inline
from hcoop.lexicon import Lexicon
from hcoop.text import fold


@dataclass(frozen=True)
class Layout:
    """The compiled knowledge; patterns match folded text unless said otherwise, those of `inline` as it is.

    `agencies` and `outlets` go from a folded mark to a name; `domains` from a domain to an outlet's name.
    `mark` finds a known agency mark in text without marks but with its case, `stamps` an outlet's own form of date.
    `mastheads` are the names under which papers head their pages; `common` has
    by a common word the codes of the `languages` that it is common in.
    """

    role: re.Pattern[str]
    slow_role: re.Pattern[str]
    slow_words: ahocorasick.Automaton | None
    roles: tuple[str, ...]
    sections: frozenset[str]
    by: re.Pattern[str]
    releases: frozenset[str]
    homes: frozenset[str]
    no_person: frozenset[str]
    no_name: frozenset[str]
    reporting: re.Pattern[str]
    titles: frozenset[str]
    months: dict[str, int]
    date: re.Pattern[str]
    yearless: re.Pattern[str]
    label: re.Pattern[str]
    updated: re.Pattern[str]
    noise: re.Pattern[str]
    digest: re.Pattern[str]
    index: re.Pattern[str]
    record: re.Pattern[str]
    record_title: re.Pattern[str]
    teaser: re.Pattern[str]
    finite: re.Pattern[str]
    note: re.Pattern[str]
    inline: Inline
    datelines: frozenset[str]
    languages: tuple[str, ...]
    common: dict[str, tuple[str, ...]]
    scripts: dict[str, str]
    agencies: dict[str, str]
    mark: str
    outlets: dict[str, str]
    mastheads: frozenset[str]
    domains: dict[str, str]
    stamps: tuple[tuple[re.Pattern[str], str], ...]

    def role_of(self, folded: str) -> str:
        """Return the role that a short folded line shows by its own form, or ""."""
        match = self.role.match(folded)
        found = match.lastgroup or "" if match else ""
        if self.slow_words is None or next(self.slow_words.iter(folded), None) is None:
            return found
        slow = self.slow_role.match(folded)
        if slow is None:
            return found
        return min(found or slow.lastgroup or "", slow.lastgroup or "", key=self.roles.index)


def compile_layout(lexicon: Lexicon) -> Layout:
    """Return the layout knowledge of a lexicon."""
    layout, outlets = lexicon["layout"], lexicon["outlets"]
    months = {name: number for number, names in enumerate(layout["months"], 1) for name in names.split()}
    labels = layout["stamp_labels"]
    noise = [*layout["weekdays"], *layout["stamp_noise"], *labels["published"], *labels["updated"]]
    agencies = {fold(mark): outlet["agency"] for outlet in outlets for mark in outlet["marks"]}
    return Layout(
        role=_roles(layout["lines"], slow=False),
        slow_role=_roles(layout["lines"], slow=True),
        slow_words=_slow_words(layout["lines"]),
        roles=tuple(layout["lines"]),
        sections=frozenset(map(fold, layout["sections"])),
        by=re.compile("(?:" + "|".join(layout["by"]) + ")"),
        releases=frozenset(layout["releases"]),
        homes=frozenset(layout["homes"]),
        no_person=frozenset(layout["no_person"]),
        no_name=frozenset(layout["no_name"]) | {day for day in layout["weekdays"] if len(day) > 5},
        reporting=re.compile(rf"\s{_words(layout['reporting'])}\.?$"),
        titles=frozenset(layout["titles"]),
        months=months,
        date=_date(months),
        yearless=_yearless(months),
        label=re.compile(rf"^\W*{_words(labels['published'])}\s*(?=:|$|\W*$)"),
        updated=re.compile(rf"\b{_words(labels['updated'])}\W*$"),
        noise=re.compile(rf"(?<![^\W\d_]){_words(noise)}(?![^\W\d_])"),
        finite=re.compile(rf"\b{_words(layout['finite'])}\b"),
        digest=re.compile(_any(layout["digests"])),
        index=re.compile(_any(layout["indexes"])),
        note=re.compile(_any(layout["author_notes"])),
        record=re.compile(_any(layout["record"])),
        record_title=re.compile(rf"{_words(layout['record_titles'])}\s*:\s*"),
        teaser=re.compile(_any(layout["teasers"])),
        datelines=frozenset(map(fold, _datelines(lexicon))),
        inline=compile_inline(layout["inline"]),
        languages=tuple(layout["languages"]),
        common=_common(layout["languages"]),
        scripts=layout["scripts"],
        agencies=agencies,
        mark=_words(sorted((mark for outlet in outlets for mark in outlet["marks"]), key=len, reverse=True)),
        outlets=_outlets(outlets),
        mastheads=frozenset(fold(name) for outlet in outlets for name in outlet["mastheads"]),
        domains={domain: outlet["name"] for outlet in outlets for domain in outlet["domains"]},
        stamps=tuple((re.compile(form), outlet["name"]) for outlet in outlets for form in outlet.get("stamps", [])),
    )


def _datelines(lexicon: Lexicon) -> Iterator[str]:
    """Yield the names of towns and provinces that may open an article in ordinary letters."""
    yield from lexicon["layout"]["datelines"]
    for place in lexicon["gazetteer/places"]:
        yield from (place["name"], *place.get("aliases", ()), *place.get("towns", ()))
    for cities in lexicon["gazetteer/foreign_cities"].values():
        yield from cities


def _roles(lines: dict[str, list[dict[str, Any]]], slow: bool) -> re.Pattern[str]:
    chosen = {role: [entry for entry in entries if ("has" in entry) == slow] for role, entries in lines.items()}
    return re.compile("|".join(f"(?P<{role}>{_any(entries)})" for role, entries in chosen.items() if entries))


def _slow_words(lines: dict[str, list[dict[str, Any]]]) -> ahocorasick.Automaton | None:
    """Return a finder of the words without one of which no slow pattern matches, None if there are none."""
    words = {word for entries in lines.values() for entry in entries for word in entry.get("has", ())}
    found = ahocorasick.Automaton()
    for word in words:
        found.add_word(word, True)
    found.make_automaton()
    return found if words else None


def _any(entries: list[dict[str, Any]]) -> str:
    return "|".join(f"(?:{entry['pattern']})" for entry in entries)


def _words(words: list[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


def _outlets(outlets: list[dict[str, Any]]) -> dict[str, str]:
    """Map the marks and mastheads that belong to one outlet alone to its name."""
    return {fold(mark): outlet["name"] for outlet in outlets if outlet.get("outlet") != "false"
            for mark in [*outlet["marks"], *outlet["mastheads"]]}


def _common(languages: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {}
    for code, words in languages.items():
        for word in dict.fromkeys(words):
            told[word] = (*told.get(word, ()), code)
    return told


def _date(months: dict[str, int]) -> re.Pattern[str]:
    month = _words(list(months))
    return re.compile(rf"""
        (?<!\d)(?:
        (?=[\dn])(?:
          (?P<iso_year>(?:19|20)\d\d)[-/.](?P<iso_month>\d\d?)[-/.](?P<iso_day>\d\d?)
        | (?P<first>\d\d?)\s?[-/.]\s?(?P<second>\d\d?)\s?[-/.]\s?(?P<number_year>(?:19|20)\d\d)
        | (?<!:)(?P<day>\d\d?)(?:st|nd|rd|th)?[\s-]+(?P<day_month>{month})\.?[,\s-]+
          (?P<day_year>(?:19|20)\d\d|\d\d(?![\d:]))
        | (?:ngay\s+)?(?P<viet_day>\d\d?)\s+thang\s+(?P<viet_month>\d\d?),?\s+(?:nam\s+)?(?P<viet_year>(?:19|20)\d\d)
        )
        | \b(?P<month>{month})\.?,?\s*(?P<month_day>\d\d?)(?:st|nd|rd|th)?\s*[,./]?\s*(?P<month_year>(?:19|20)\d\d)
        )(?!\d)""", re.VERBOSE)


def _yearless(months: dict[str, int]) -> re.Pattern[str]:
    month = _words(list(months))
    return re.compile(rf"\b(?P<month>{month})\.? (?P<month_day>\d\d?)\b|\b(?P<day>\d\d?) (?P<day_month>{month})\b")
