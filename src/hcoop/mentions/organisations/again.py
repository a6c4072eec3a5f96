"""What stands for an organisation already named: "the hospital", "his ministry", "the Korean institute"."""

import re
from collections.abc import Iterable

from hcoop.lexicon import Lexicon
from hcoop.mentions.organisations.bodies import Body
from hcoop.mentions.organisations.context import Surroundings
from hcoop.records import Span


class Again:
    """Finds definite mentions and gives each to the last fitting organisation named before it."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._kinds: dict[str, set[str]] = {}
        for kind, nouns in data["called_again"].items():
            for noun in nouns:
                self._kinds.setdefault(noun.lower(), set()).add(kind)
        nouns = "|".join(sorted(map(re.escape, self._kinds), key=len, reverse=True))
        determiners = "|".join(data["again_words"])
        self._pattern = re.compile(
            rf"\b(?:(?P<det>{determiners}) |(?<=[a-z,] ))(?P<mods>(?:[\w'.-]+ ){{0,3}}?)(?P<noun>{nouns})(?![\w-])(?! (?:of|for) [a-z])",
            re.IGNORECASE)
        self._plain_mods = frozenset(data["again_modifiers"])

    def join(self, bodies: list[Body], plain: str, around: Surroundings) -> None:
        """Add to the bodies the places at which the text stands for them by a noun."""
        named = sorted((span.start, span.end, at) for at, body in enumerate(bodies) for span in body.mentions)
        taken = [(start, end) for start, end, _ in named]
        found: list[tuple[int, int, int]] = []
        for match in self._pattern.finditer(plain):
            start, end = (match.start("det") if match["det"] else match.start("mods")), match.end("noun")
            if any(left < end and start < right for left, right in taken):
                continue
            chosen = self._antecedent(match, start, bodies, named + found, around)
            if chosen is not None:
                found.append((start, end, chosen))
                bodies[chosen].mentions.append(Span(start, end))

    def _antecedent(self, match: re.Match[str], start: int, bodies: list[Body], named: Iterable[tuple[int, int, int]],
                    around: Surroundings) -> int | None:
        kinds = self._kinds[match["noun"].lower()]
        said = around.within(match.start("mods"), match.end("mods"))
        if not match["det"] and not said:
            return None
        rest = around.plain[match.start("mods"):match.end("mods")]
        for mention in said:
            rest = rest.replace(around.plain[mention.start:mention.end], "")
        if any(word not in self._plain_mods for word in rest.replace("'s", "").split()):
            return None
        before = sorted((mention for mention in named if mention[0] < start), key=lambda mention: -mention[0])
        fits = [at for _, _, at in before if bodies[at].kind in kinds and _agrees(bodies[at], said)]
        return fits[0] if fits else None


def _agrees(body: Body, said: Iterable) -> bool:  # type: ignore[type-arg]
    return all(mention.place.country == body.country if mention.place.kind == "country"
               else mention.place.name in {body.city} or mention.place.name.lower() in body.name.lower() for mention in said)
