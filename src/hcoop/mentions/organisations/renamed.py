"""Bodies named with their former name: "Bach Mai Hospital, formerly the Cong Vong Hospital"."""

import re

from hcoop.lexicon import Lexicon
from hcoop.mentions.organisations.bodies import Body

_REACH = 50


class Renamed:
    """Joins a body with what it was called; built from `formerly` and `now`."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._first_words = {phrase.split()[0] for phrase in [*data["formerly"], *data["now"]]}
        self._former, self._present = (_between(data[key]) for key in ("formerly", "now"))

    def join(self, bodies: list[Body], plain: str) -> None:
        """Make one body of two of which the text says that they are."""
        if not any(word in plain for word in self._first_words):
            return
        ending = {span.end: body for body in bodies for span in body.mentions}
        for body in list(bodies):
            start = min(span.start for span in body.mentions)
            begin = max(0, start - _REACH)
            for pattern in (self._former, self._present):
                match = pattern.search(plain, begin, start)
                other = ending.get(match.start()) if match else None
                if other and other is not body and other in bodies and other.kind == body.kind:
                    old, new = (body, other) if pattern is self._former else (other, body)
                    new.mentions += old.mentions
                    new.aliases += [old.name, *old.aliases]
                    new.acronyms |= old.acronyms
                    bodies.remove(old)
                    break


def _between(phrases: list[str]) -> re.Pattern[str]:
    either = "|".join(sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?: \([A-Z][\w-]*\))?(?:, | \(| )(?:{either}),?(?: the)? $")
