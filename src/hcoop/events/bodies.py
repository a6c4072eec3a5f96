"""The bodies of an article, by what a sentence says of them without their name."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hcoop.events.candidate import Party
from hcoop.events.named import Mention
from hcoop.events.profile import Kinds
from hcoop.events.scenes import Scene
from hcoop.records import Organisation
from hcoop.text import fold


class Bodies:
    """The organisations of one article."""

    def __init__(self, organisations: Sequence[Organisation], scenes: Sequence[Scene], kinds: Kinds) -> None:
        self._kinds = kinds
        self._by_name: dict[str, list[Organisation]] = defaultdict(list)
        for body in organisations:
            self._by_name[body.name].append(body)
        self._institutions = [(body, fold(body.name)) for body in organisations if body.kind in kinds.institutions]
        self._senders = _senders(scenes, kinds)

    def kinds(self, parties: Iterable[Party]) -> set[str]:
        """Return the kinds of the parties that are bodies."""
        return {body.kind for party in parties for body in self._by_name.get(party.name, ())}

    def seated(self, party: Party) -> Party:
        """Return a home party told by a person, "Director Thuong", with the seat of their body."""
        bodies = self._by_name.get(party.name)
        return replace(party, city=bodies[0].city) if bodies and not party.city else party

    def told_by_name(self, party: Party, scene: Scene) -> Party:
        """Return the body that a party stands for: people for the one that sent them, a city for its hospital."""
        if party.people:
            return self._sent(party, scene)
        return self._institution(party) if party.named and not party.person else party

    def _institution(self, party: Party) -> Party:
        """Return the hospital or school that a city abroad stands for, "nurses went to Rennes", if one is named."""
        key = fold(party.name)
        if party.name in self._by_name:
            return party
        for body, name in self._institutions:
            is_other = body.country == party.country and key != name and key in name
            if is_other and re.search(rf"\b{re.escape(key)}\b", name):
                return replace(party, name=body.name)
        return party

    def _sent(self, party: Party, scene: Scene) -> Party:
        """Return the body of unnamed people, "the Czech surgeons": the last one told before, else one told often."""
        told = self._senders.get(party.country, [])
        before = told[:bisect_left(told, scene.start, key=lambda mention: mention.start)]
        count = Counter(id(mention.what) for mention in told)
        often = (mention for mention in told if count[id(mention.what)] > 1)
        chosen = before[-1] if before else next(often, None)
        if chosen is None or not isinstance(chosen.what, Organisation):
            return party
        return replace(party, name=chosen.what.name, named=True, people=False)


def _senders(scenes: Sequence[Scene], kinds: Kinds) -> dict[str | None, list[Mention]]:
    """Return where bodies that send people are mentioned, by country."""
    found: dict[str | None, list[Mention]] = defaultdict(list)
    for scene in scenes:
        for mention in scene.mentions:
            if isinstance(mention.what, Organisation) and mention.what.kind in kinds.senders:
                found[mention.what.country].append(mention)
    return found
