"""Names in French, German, Spanish and the like: "Assistance Publique - Hôpitaux de Paris"."""

import re
from collections.abc import Iterator

from hcoop.lexicon import Lexicon
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Surroundings

_CAPITALISED = re.compile(r"[A-Z][A-Za-z]+")


class ForeignForms:
    """Finds names that begin with one of the `foreign_heads`."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._kinds = {head: kind for kind, heads in data["foreign_heads"].items() for head in heads}
        self._tongues = {head: tongue["countries"] for tongue in data["tongues"] for head in tongue["heads"]}
        self._words = frozenset(head for head in self._kinds if head.isalpha())
        self._phrases = [head for head in self._kinds if not head.isalpha()]
        heads = "|".join(sorted(map(re.escape, self._kinds), key=len, reverse=True))
        joints, adjectives = ("|".join(map(re.escape, data[key])) for key in ("joints", "foreign_adjectives"))
        word = r"[A-Z][\w'-]*"
        step = rf"(?: - {word}| (?:(?:{joints}) )*(?:d'|l')?{word}| (?:{adjectives}))"
        self._pattern = re.compile(rf"\b(?P<head>{heads})(?P<rest>{step}+)")

    def find(self, plain: str, text: str, around: Surroundings) -> Iterator[Candidate]:
        """Yield the names in the plain text of an article."""
        if self._words.isdisjoint(_CAPITALISED.findall(plain)) and not any(head in plain for head in self._phrases):
            return
        for match in self._pattern.finditer(plain):
            said = [
                *around.within(match.start(), match.end()),
                *filter(None, [around.linked(match.end()), around.apposed(match.end())]),
            ]
            country = said[0].place.country if said else self._of_tongue(match["head"], around)
            written = text[match.start() : match.end()]
            yield Candidate(
                match.start(),
                match.end(),
                written,
                written,
                self._kinds[match["head"]],
                country,
                None,
                sure=bool(said),
            )

    def _of_tongue(self, head: str, around: Surroundings) -> str | None:
        countries = self._tongues.get(head, ())
        named = {mention.place.country for mention in around.mentioned}
        return next((country for country in countries if country in named), next(iter(countries), None))
