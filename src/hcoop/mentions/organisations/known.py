"""Organisations of the gazetteer, found by name."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from hcoop.lexicon import Lexicon
from hcoop.mentions.gazetteer import Match, Matcher, Name
from hcoop.mentions.organisations.words import words
from hcoop.mentions.placenames import place_names
from hcoop.text import name_key, unmark


class Entry(NamedTuple):
    """An organisation of the gazetteer."""

    id: str
    name: str
    kind: str
    country: str | None
    city: str | None


class Hit(NamedTuple):
    """What a name stands for; a `weak` one stands for it only where the article gives another sign."""

    entry: Entry | None
    weak: bool


@dataclass(frozen=True, slots=True)
class Known:
    """The gazetteer of organisations, to be searched by text and by name."""

    matcher: Matcher[Hit]
    by_key: Mapping[str, tuple[Hit, ...]]
    key: Callable[[str], str]

    def find(self, plain: str) -> list[Match[Hit]]:
        """Return the names found in unmarked text, in order."""
        return [match for match in self.matcher.find(plain) if match.value.entry]

    def look_up(self, name: str, country: str | None, strong: bool = False, city: str | None = None) -> Entry | None:
        """Return the organisation of that name; of namesakes the one of the country, none if it is of another.

        If `strong`, a name that needs context to name it is only taken for it if it is its usual one.
        A weak name of a body of one city does not name one of another.
        """
        key = self.key(name)
        hits = [hit for hit in self.by_key.get(key, ()) if hit.entry and country in (None, hit.entry.country)]
        return next(
            (
                entry
                for entry, weak in hits
                if entry
                and not (
                    weak and ((strong and self.key(entry.name) != key) or (city and entry.city and city != entry.city))
                )
            ),
            None,
        )


def known(lexicon: Lexicon) -> Known:
    """Build the gazetteer from `gazetteer/organisations`."""
    entries = [raw for raw in lexicon["gazetteer/organisations"]["organisations"] if raw["kind"] != "programme"]
    by_key: dict[str, list[Hit]] = {}
    key_of = _spelling_key(lexicon["organisation_kinds"]["spellings"])
    for raw in entries:
        entry, weak = _entry(raw), {key_of(name) for name in raw.get("weak_aliases") or ()}
        for key in {key_of(name) for name, _ in _names(raw)}:
            by_key.setdefault(key, []).append(Hit(entry, key in weak))
    return Known(
        Matcher(_all_names(entries, _Small(lexicon), lexicon["organisation_kinds"]["dotted"])),
        {key: tuple(same) for key, same in by_key.items()},
        key_of,
    )


def _spelling_key(spellings: Mapping[str, str]) -> Callable[[str], str]:
    """Return a function that makes a key of a name, the same for British and American spelling."""
    british = re.compile("|".join(sorted(spellings, key=len, reverse=True)))

    @lru_cache(maxsize=8192)
    def key(name: str) -> str:
        return british.sub(lambda match: spellings[match[0]], name_key(name))

    return key


def _all_names(
    entries: list[dict[str, Any]], small: Callable[[str], frozenset[str]], dotted: Mapping[str, str]
) -> Iterator[Name[Hit]]:
    for raw in entries:
        weak = set(raw.get("weak_aliases") or ())
        for phrase in raw.get("not") or ():
            yield Name(phrase, Hit(None, False))
        for name, cased in _names(raw):
            yield Name(name, Hit(_entry(raw), name in weak), cased, small(name))
            first, _, rest = name.partition(" ")
            if rest and first in dotted:
                yield Name(f"{dotted[first]} {rest}", Hit(_entry(raw), name in weak), cased, small(name))


class _Small:
    """Tells the words of a name that may be written small: those that say what it is, if others say which one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words, self._places = lexicon.compiled(words), lexicon.compiled(place_names)

    def __call__(self, name: str) -> frozenset[str]:
        parts = unmark(name).split()
        generic = [part for part in parts if self._words.is_generic(part)]
        proper = " ".join(part for part in parts if part not in generic)
        # "the Hue university" is any of Hue, "Hue medical university" is one.
        which_one = (
            proper[:1].isupper() and parts[0] not in generic and (len(generic) > 1 or proper not in self._places)
        )
        return frozenset(generic) if which_one else frozenset()


def _names(raw: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield each name of an entry, and whether its capitals must be as written."""
    local = [raw["name_local"]] if raw.get("name_local") else []
    for name in [raw["name"], *local, *(raw.get("aliases") or ()), *(raw.get("weak_aliases") or ())]:
        yield name, " " not in name
    for acronym in raw.get("acronyms") or ():
        yield acronym, True


def _entry(raw: dict[str, Any]) -> Entry:
    return Entry(raw["id"], raw["name"], raw["kind"], raw.get("country"), raw.get("city"))
