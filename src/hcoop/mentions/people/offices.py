"""How a role is written: with the ward that a head is of, with the state that an envoy is of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from hcoop.mentions.people.words import PersonWords
from hcoop.records import Organisation, Span

TO_STATE = re.compile(r" (?:to|in) ")
_DETERMINER = re.compile(r"\b(?:the|its|his|her|their|a|an) ")
_STATE = re.compile(r"\b([A-Z][A-Za-z.]*(?: (?:and )?[A-Z][a-z]+)*)(?:'s)? ?$")


class Part(NamedTuple):
    """A role and the name of the organisation it is in.

    `told` says that the role stands by the name, `shared` that it does for several names.
    """

    role: str | None
    organisation: str | None
    told: bool = False
    shared: bool = False


class Named(NamedTuple):
    """A mention of an organisation."""

    start: int
    end: int
    organisation: Organisation


def capitalised(written: str) -> str:
    """Return a role as records have it: "Deputy Head of Mission", "Chargé d'Affaires"."""
    words = written.split()
    return " ".join(word if len(word) < 3 or word[1] == "'" else word[0].upper() + word[1:] for word in words)


def of_thing(role: str, what: Span, plain: str, named: Sequence[Named], words: PersonWords) -> str:
    """Return "Head of the stroke unit" for a head of what is no organisation, "Team leader" for that of a team."""
    if role.rsplit(maxsplit=1)[-1] not in words.bare_roles:
        return role
    body = next((name for name in named if what.start - 5 <= name.start < what.end), None)
    if body and plain[body.start : body.end].rsplit(maxsplit=1)[-1] in words.teams:
        body = None
    thing = plain[what.start : body.start if body else what.end]
    if body and body.start <= what.start + 4:
        rest = plain[body.end : what.end]
        thing = rest[3:] if rest.startswith("'s ") else ""
    owned = body is not None and body.start <= what.start + 4
    first = _DETERMINER.match(thing)
    thing = words.thing_ends.split(thing[first.end() if first else 0 :], maxsplit=1)[0].strip()
    told = owned or first is not None or _DETERMINER.search(plain, max(0, what.start - 6), what.start) is not None
    return _led(role, thing, told)


def _led(role: str, thing: str, told: bool) -> str:
    if not thing or not thing.rsplit(maxsplit=1)[-1].islower():
        return role
    if role == "Leader" and thing.rsplit(maxsplit=1)[-1] == "team":
        return "Team leader"
    # "who leads urology at King's" is its head.
    return f"{role} of the {thing}" if told else f"{role.replace('Leader', 'Head')} of {thing}"


def of_state(role: str, beside: str, words: PersonWords) -> str:
    """Return "Ambassador of Norway" for an envoy whose state is named before or after the office."""
    state = _STATE.search(beside)
    while state and state[1] not in words.states and " " in state[1]:
        state = _STATE.search(beside, state.start() + state[1].index(" ") + 1)
    name = words.states.get(state[1]) if state else None
    return f"{role} of {name}" if name and words.envoys.intersection(role.split()) else role
