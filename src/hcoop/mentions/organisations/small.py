"""Bodies of home whose noun is written small: "Hiep Hoa medical centre", "Vinh Son commune health station"."""

import re
from collections.abc import Iterator

from hcoop.lexicon import Lexicon
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import is_seat
from hcoop.mentions.organisations.page import Page, known_or
from hcoop.records import Place
from hcoop.text import fold


class SmallNouns:
    """Finds a name, a unit and one of the `small_nouns`."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._nouns, self._units = data["small_nouns"], data["small_units"]
        self._bare = frozenset(data["small_when_bare"])
        nouns = "|".join(sorted(self._nouns, key=len, reverse=True))
        self._after = re.compile(rf" (?:(?P<unit>{'|'.join(self._units)}) )?(?P<noun>{nouns})\b(?!')")
        self._indefinite = re.compile(rf"\b(?:{'|'.join(data['indefinite'])}) $")
        self._name = re.compile(r"(?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+$")

    def find(self, plain: str, page: Page) -> Iterator[Candidate]:
        """Yield the bodies in the plain text of an article."""
        for match in self._after.finditer(plain):
            name = self._name.search(plain, max(0, match.start() - 30), match.start())
            if name and (found := self._candidate(name, match, page)):
                yield found

    def _candidate(self, name: re.Match[str], match: re.Match[str], page: Page) -> Candidate | None:
        words = name[0].split()
        while words and (words[0] in page.words.stops or words[0] in page.words.titles):
            words.pop(0)
        start = match.start() - len(" ".join(words))
        place = page.around.ending(match.start())
        home = page.words.home
        abroad = place is not None and place.place.country != home.code
        if not words or abroad or not all(map(home.shape.is_syllable, words)):
            return None
        if (
            match["noun"] in self._bare
            and not match["unit"]
            and self._is_any(start, place and place.place, match, page)
        ):
            return None
        unit = self._units[match["unit"]] if match["unit"] else ""
        written = page.text[start : match.end()]
        usual = " ".join(filter(None, [*words, unit, self._nouns[match["noun"]]]))
        seat = place.place if place and is_seat(place.place) else page.around.local(start)
        kind = page.words.kind(usual, usual.rsplit(maxsplit=1)[-1])
        city = seat.name if seat else None
        return known_or(page, Candidate(start, match.end(), usual, written, kind, home.code, city, sure=True))

    def _is_any(self, start: int, place: Place | None, match: re.Match[str], page: Page) -> bool:
        """Tell whether "the Hue hospital" is one named before, or "a Hue hospital" any of Hue."""
        written = fold(page.around.plain[start : match.start()]).replace(" ", "")
        whole = place is not None and written == fold(place.name).replace(" ", "")
        return whole or bool(self._indefinite.search(page.around.plain, max(0, start - 8), start))
