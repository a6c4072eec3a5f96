"""The office before a name: "Deputy Director of Cho Ray Hospital", "KOICA Country Director", "their directors,"."""

import re
from collections.abc import Iterable, Sequence

from hcoop.mentions.people.offices import TO_STATE, Named, Part, capitalised, of_state, of_thing
from hcoop.mentions.people.runs import Run
from hcoop.mentions.people.words import PersonWords
from hcoop.records import Span

_REACH = 140
_COURTESIES = 50
_WORDS = re.compile(r"[A-Za-z][\w-]*")
_OF_PLACE = re.compile(r"(?:(?:of|in|under|for) [^,.;:]{1,50})?")
_OF = re.compile(r" (?:of|for|at|in|from|to|under)(?: the)? ")
_SENTENCE_ENDS = re.compile(r"[a-z]{2,}ed\b|[,;:]|\. ")
_NEAR = 30
_GENERAL = "General"


class Before:
    """Reads what stands before a name."""

    def __init__(self, words: PersonWords) -> None:
        self._words = words
        # "Director General" is an office, "General" before a name a rank.
        general = "".join(f"(?<!{office} )" for office in words.generals)
        titles = words.honorifics | words.whole_name_titles
        ranks = (
            f"{general if word == _GENERAL else ''}{re.escape(word)}"
            for word in sorted(titles, key=len, reverse=True)
        )
        self._ranks = tuple(titles)
        # Each is taken as it stands, or "Lieutenant-Colonel" could be read in as many ways as there are of them.
        self._courtesy = re.compile(rf"(?:(?>[,-]? ?\b(?:{'|'.join(ranks)})\b[.']?,?))+ ?$")
        self._right_before = re.compile(rf"(?P<role>{words.role})[, -]*$")
        self._several = re.compile(rf"(?P<role>{words.role})s[,:]? $")
        self._of_before = re.compile(rf"(?P<role>{words.role}){_OF.pattern}")
        # A look at how the words before "of" end is much faster than the expression; at two letters, than at all words.
        self._ends = (*words.role_nouns, _GENERAL)
        self._last_letters = frozenset(end[-2:] for end in self._ends)

    def read(self, run: Run, plain: str, named: Sequence[Named]) -> Part | None:
        """Return the part that the words before a name say its bearer has, if they say one."""
        begin = max(plain.rfind("\n", 0, run.start) + 1, run.start - _REACH)
        office = self._office(plain[begin : run.start])
        words = _WORDS.findall(office)
        if not words or self._words.offices.isdisjoint([*words, words[-1].removesuffix("s")]):
            return None
        near = max(0, len(office) - _COURTESIES)
        if words[-1] in self._words.offices or words[-1] == _GENERAL:
            if match := self._right_before.search(office, near):
                owner = self._owner(named, begin + match.start(), office, begin)
                role = of_state(capitalised(match["role"]), office[: match.start()], self._words)
                return Part(role, owner, told=True)
        elif words[-1].removesuffix("s") in self._words.offices and (match := self._several.search(office, near)):
            return Part(capitalised(match["role"]), None, told=True, shared=True)
        return self._office_of(office, begin, run, plain, named)

    def parted(self, run: Run, plain: str) -> bool:
        """Tell whether a comma parts a name, with its courtesies, from the words before it."""
        before = plain[max(0, run.start - _COURTESIES) : run.start]
        courtesy = self._courtesy.search(before)
        end = courtesy.start() if courtesy else len(before)
        return before[end : end + 1] == "," or before[:end].rstrip().endswith(",")

    def _office(self, office: str) -> str:
        # A look at how the words end is much faster than the expression.
        ranked = office.rstrip(" ,.'").endswith(self._ranks)
        if ranked and (courtesy := self._courtesy.search(office, max(0, len(office) - _COURTESIES))):
            office = office[: courtesy.start()] + " "
        age = self._words.age_before.search(office, max(0, len(office) - _COURTESIES))
        return office[: age.start()] + " " if age else office

    def _owner(self, named: Iterable[Named], start: int, office: str, begin: int) -> str | None:
        # "KOICA Country Director", "Viet Duc's Deputy Director"
        for name in named:
            between = office[max(0, name.end - begin) : start - begin].strip()
            if begin <= name.start and name.end <= start and (not between or between in self._words.owned_offices):
                return name.organisation.name
        return None

    def _office_of(self, office: str, begin: int, run: Run, plain: str, named: Sequence[Named]) -> Part | None:
        best = None
        ends = (of.start() for of in _OF.finditer(office))
        if any(office[end - 2 : end] in self._last_letters and office.endswith(self._ends, 0, end) for end in ends):
            for match in self._of_before.finditer(office):
                best = match
        if best is None:
            return None
        what = office[best.end() :].rstrip(" ,-")
        inside = [name for name in named if begin + best.end() - 4 <= name.start and name.end <= run.start]
        if not inside and (len(what.split()) > 4 or _SENTENCE_ENDS.search(what)):
            return None
        if inside and not _OF_PLACE.fullmatch(office[inside[-1].end - begin :].strip(" ,-")):
            return None
        first = inside[0] if inside and inside[0].start - begin - best.end() < _NEAR else None
        role = of_thing(capitalised(best["role"]), Span(begin + best.end(), run.start), plain, named, self._words)
        of = best[0].endswith((" of ", " of the "))
        state = TO_STATE.split(what, maxsplit=1)[0] if of else office[: best.start()]
        return Part(of_state(role, state, self._words), first.organisation.name if first else None, told=True)
