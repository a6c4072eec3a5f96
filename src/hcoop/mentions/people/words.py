"""What `gazetteer/people` says about names of people, compiled once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hcoop.lexicon import Lexicon
from hcoop.mentions.home import Home, home
from hcoop.mentions.placenames import place_names
from hcoop.text import unmark

_PART = re.compile(r"[A-Za-z][\w-]*")


@dataclass(frozen=True, slots=True, eq=False)
class PersonWords:
    """The vocabulary of people's names and roles; every word without marks."""

    home: Home
    seated: tuple[str, ...]
    run: re.Pattern[str]
    honorifics: frozenset[str]
    whole_name_titles: frozenset[str]
    in_like_office: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    not_names: frozenset[str]
    places: frozenset[str]
    not_people: frozenset[str]
    places_after: frozenset[str]
    credit_before: re.Pattern[str]
    evidence_after: re.Pattern[str]
    evidence_before: re.Pattern[str]
    role: str
    role_nouns: tuple[str, ...]
    role_of_title: Mapping[str, str]
    heading: Mapping[str, str]
    working: str
    families: frozenset[str]
    callings: frozenset[str]
    states: Mapping[str, str]
    envoys: frozenset[str]
    months_too: frozenset[str]
    surnames_too: frozenset[str]
    bare_roles: frozenset[str]
    national: frozenset[str]
    highland: re.Pattern[str]
    role_kinds: Mapping[str, frozenset[str]]
    title_ranks: Mapping[str, str]
    teams: frozenset[str]
    generals: tuple[str, ...]
    age_before: re.Pattern[str]
    age_behind: str
    owned_offices: frozenset[str]
    thing_ends: re.Pattern[str]
    not_his_office: re.Pattern[str]
    office_adverbs: str
    past: frozenset[str]
    not_callings: frozenset[str]
    standing_for: str
    led_by: re.Pattern[str]
    part_of: re.Pattern[str]
    state_of: Mapping[str, str]

    def is_home(self, name: Sequence[str]) -> bool:
        """Tell whether a name is one of home; of a minority its last word may be spelt otherwise."""
        return self.home.shape.is_person(name) or (len(name) > 2 and self.home.shape.is_person(name[:2]))


def person_words(lexicon: Lexicon) -> PersonWords:
    """Compile `gazetteer/people`, with the names of places and the fields of work to tell names from."""
    data = lexicon["gazetteer/people"]
    kinds = lexicon["organisation_kinds"]
    honorifics = frozenset(map(unmark, data["honorifics"]))
    role = _role(data["roles"], data["rank_words"])
    # "Affaires" is a part of "Charge d'Affaires" too.
    parts = {word for name in [*data["roles"], *data["rank_words"]] for part in unmark(name).split()
             for word in (part, part.rpartition("'")[2])}
    titles = honorifics | parts
    speech = "|".join(data["speech"])
    return PersonWords(
        home=lexicon.compiled(home),
        run=_run(data["particles"], data["abbreviated"]),
        honorifics=honorifics,
        whole_name_titles=frozenset(data["whole_name_titles"]),
        in_like_office=frozenset(data["in_like_office"]),
        titles=titles | frozenset(data["title_words"]),
        offices=frozenset(
            form
            for role in data["roles"]
            for part in _PART.findall(unmark(role))
            for form in (part, part.lower())
            if len(part) > 2
        ),
        not_names=frozenset([*kinds["words_not_names"], *data["words_not_people"], *kinds["fields"], *kinds["things"]]),
        places=lexicon.compiled(place_names),
        not_people=frozenset([*data["not_people"], *_press(lexicon["outlets"])]),
        places_after=frozenset(data["places_after"]),
        seated=tuple(f"-{participle}" for participle in kinds["place_links"]["participles"]),
        credit_before=re.compile(data["credit_before"]),
        evidence_after=re.compile(
            rf"(?:,? (?:who|whose)\b|, (?:aged )?\d\d\b|(?:, who)? (?:{speech})\b"
            rf"|, (?:[\w'-]+ ){{0,8}}?{role}\b| - {role}\b)"
        ),
        evidence_before=re.compile(rf"(?:\b(?:{speech}|[Aa]ccording to|{role},?) $)"),
        role=role,
        role_nouns=tuple({form for noun in map(unmark, data["roles"]) for form in _cases(noun)}),
        role_of_title=data["role_of_title"],
        heading=data["heading_verbs"],
        working="|".join(data["work_verbs"]),
        role_kinds={role: frozenset(entry["in"]) for entry in data["role_kinds"] for role in entry["roles"]},
        title_ranks=data["title_ranks"],
        teams=frozenset(data["teams"]),
        generals=tuple(data["generals"]),
        age_before=re.compile(data["age_before"]["pattern"]),
        age_behind=data["age_behind"]["pattern"],
        owned_offices=frozenset(data["owned_offices"]),
        thing_ends=re.compile(rf" (?:{'|'.join(data['thing_ends'])})\b|[.,;:]"),
        not_his_office=re.compile(rf"\b(?:{'|'.join(data['not_his_office'])})\b"),
        office_adverbs="|".join(data["office_adverbs"]),
        past=frozenset(data["past"]),
        not_callings=frozenset(data["not_callings"]),
        standing_for="|".join(data["standing_for"]),
        led_by=re.compile(rf",? (?:{'|'.join(data['led_by'])}) [^;.\n]*$"),
        part_of=re.compile(rf" (?:{'|'.join(data['part_of'])}) (?:the )?$"),
        state_of={entry["code"]: _state(entry) for entry in lexicon["gazetteer/countries"]},
        states=_states(lexicon),
        envoys=frozenset(data["envoys"]),
        months_too=frozenset(data["months_too"]),
        surnames_too=frozenset(data["surnames_too"]),
        bare_roles=frozenset(data["bare_roles"]),
        national=frozenset(data["national_ranks"]),
        highland=re.compile(data["highland_name"]),
        callings=frozenset(data["callings"]),
        families=frozenset(family for names in data["family_names"].values() for family in names),
    )


def _press(outlets: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the names of papers and agencies, which look like those of people: "Prensa Latina"."""
    for outlet in outlets:
        yield from map(unmark, (outlet["name"], *outlet["mastheads"]))


def _role(roles: list[str], ranks: list[str]) -> str:
    nouns = _any_of(sorted((_either_case(unmark(role)) for role in roles), key=_length, reverse=True))
    before = _any_of(sorted(map(_either_case, ranks), key=_length, reverse=True))
    return rf"(?:(?:(?:{before})[ -])*(?:{nouns})(?:-General| General)?)"


def _cases(word: str) -> tuple[str, str]:
    """Return a word with a small and with a capital first letter, or as it is, as `_either_case` finds it."""
    changes = word[0].isalpha() and not word.isupper()
    return (word[0].lower() + word[1:], word[0].upper() + word[1:]) if changes else (word, word)


def _either_case(word: str) -> tuple[str, str]:
    """Return expressions for the first letter of a word, in either case, and for what follows it."""
    first = word[0]
    changes = first.isalpha() and not word.isupper()
    return f"[{first.upper()}{first.lower()}]" if changes else re.escape(first), re.escape(word[1:])


def _length(word: tuple[str, str]) -> int:
    return len("".join(word))


def _any_of(words: Iterable[tuple[str, str]]) -> str:
    """Return an expression for any of some words, those with one first letter together, so that it is tried once."""
    rests: dict[str, list[str]] = {}
    for first, rest in words:
        rests.setdefault(first, []).append(rest)
    return "|".join(f"{first}(?:{'|'.join(listed)})" for first, listed in rests.items())


def _run(particles: list[str], abbreviated: list[str]) -> re.Pattern[str]:
    word = rf"(?:(?:{'|'.join(abbreviated)}|[A-Z])\.|[A-Z]\w*(?:['-](?!s\b)\w+)*)"
    # The first word is written so that a capital is looked for, which is much faster than to try each letter.
    short = "|".join(f"(?<={re.escape(each[0])}){re.escape(each[1:])}" for each in abbreviated)
    first = rf"[A-Z](?<!\w[A-Z])(?:(?:{short}|)\.|\w*(?:['-](?!s\b)\w+)*)"
    return re.compile(rf"{first}(?: ?(?<=\.){word}| (?:(?:{'|'.join(particles)}) ){{0,2}}{word})*")


def _states(lexicon: Lexicon) -> dict[str, str]:
    """Return the name of each state, as running text has it, by name and demonym."""
    names: dict[str, str] = {}
    for entry in lexicon["gazetteer/countries"]:
        names |= dict.fromkeys([entry["name"], *entry["aliases"], *entry["demonyms"]], _state(entry))
    return names


def _state(entry: Mapping[str, Any]) -> str:
    return f"the {entry['name']}" if entry.get("article") else str(entry["name"])
