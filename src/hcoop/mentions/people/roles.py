"""What a person is, and of which organisation, from the words before and after the name."""

import re
from collections import Counter
from collections.abc import Sequence

from hcoop.lexicon import Lexicon
from hcoop.mentions.people.before import Before
from hcoop.mentions.people.behind import Behind
from hcoop.mentions.people.offices import Named, Part
from hcoop.mentions.people.runs import Run
from hcoop.mentions.people.words import PersonWords, person_words

# So many letters before a name its body may be said to be led.
_HEADED = 120
# What joins two bodies has so many letters at most.
_LINK = 12


class Roles:
    """Reads roles; built from `gazetteer/people`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: PersonWords = lexicon.compiled(person_words)
        self._before, self._behind = Before(self._words), Behind(self._words)
        the = r"(?:the )?(?:[A-Z][\w-]*(?: [A-Z][\w-]*)?'s )?"
        works = rf"(?:(?:{self._words.working}) (?:at|for|in|with)|{self._words.standing_for})"
        self._ties = (
            re.compile(rf" (?:of|from|at|with) {the}"),
            re.compile(rf", (?:[^,;:\n]{{0,60}}, )?who {works} {the}"),
        )

    def read(self, run: Run, plain: str, named: Sequence[Named]) -> Part:
        """Return what the words around a name say of its bearer."""
        title = self._title(run)
        before, behind = self._before.read(run, plain, named), self._behind.read(run, plain, named)
        # "Nguyen Van An, Director of one hospital, Dr. Le Thu Ha, Director of another"
        of_another = before and behind and behind.organisation and self._before.parted(run, plain)
        told = behind if of_another else before or behind
        if told is None:
            return Part(title, self._beside(run, plain, named) or self._last(title, run, named))
        less = title and told.role in self._words.callings and not told.organisation
        role = title if less else self._of_a_state(told.role, run, named)
        organisation = told.organisation or self._beside(run, plain, named) or self._last(role, run, named)
        return told._replace(role=role, organisation=organisation)

    def listed(self, first: Part, run: Run, named: Sequence[Named]) -> Part:
        """Return the part of who is named second in "their directors, Le Minh Quang and Oleg Petrov"."""
        return Part(first.role, self._last(first.role, run, named), told=True)

    def _title(self, run: Run) -> str | None:
        title = next((self._words.role_of_title[t] for t in run.titles if t in self._words.role_of_title), None)
        rank = next((self._words.title_ranks[t] for t in run.titles if t in self._words.title_ranks), None)
        return f"{rank} {title}" if rank and title == "Professor" else title

    def _of_a_state(self, role: str | None, run: Run, named: Sequence[Named]) -> str | None:
        """Return the role of an envoy with the state that most of the article's foreign bodies are of."""
        if role is None or " of " in role or not self._words.envoys.intersection(role.split()):
            return role
        countries = Counter(name.organisation.country for name in named) - Counter(
            {self._words.home.code: len(named), "INT": len(named)}
        )
        code = max(countries, key=lambda country: countries[country], default=None)
        state = self._words.state_of.get(code or "")
        return f"{role} of {state}" if state and not self._words.is_home(run.words) else role

    def _last(self, role: str | None, run: Run, named: Sequence[Named]) -> str | None:
        """Return the organisation that a role without one is in: the last one named before that has such people."""
        kinds = self._kinds_of(role or "")
        if not kinds:
            return None
        home, code = self._words.is_home(run.words), self._words.home.code
        of_kind = (name for name in named if name.organisation.kind in kinds)
        fitting = [name for name in of_kind if (name.organisation.country == code) == home]
        before = [name for name in fitting if name.end <= run.start]
        return before[-1].organisation.name if before else fitting[0].organisation.name if len(fitting) == 1 else None

    def _beside(self, run: Run, plain: str, named: Sequence[Named]) -> str | None:
        return self._tied(run, plain, named) or self._headed(run, plain, named)

    def _headed(self, run: Run, plain: str, named: Sequence[Named]) -> str | None:
        """Return the body that a person is said to be at the head of: "a delegation from X of Y, led by"."""
        begin = max(0, run.start - _HEADED)
        led = self._words.led_by.search(plain[begin : run.start])
        ends = {name.end: name for name in named} if led else {}
        body = ends.get(begin + led.start()) if led else None
        while body and (whole := self._words.part_of.search(plain, max(0, body.start - _LINK), body.start)):
            if whole.start() not in ends:
                break
            body = ends[whole.start()]
        home = self._words.is_home(run.words)
        agrees = body is not None and (body.organisation.country == self._words.home.code) == home
        return body.organisation.name if body and agrees else None
    def _kinds_of(self, role: str) -> frozenset[str]:
        """Return the kinds of bodies that have people of a role; none for one of a whole country, or that is over."""
        parts = [word if word in self._words.role_kinds else word.capitalize() for word in role.split()[::-1]]
        if not (self._words.national | self._words.past).isdisjoint(parts):
            return frozenset()
        noun = next((word for word in parts if word in self._words.role_kinds), "")
        return self._words.role_kinds.get(noun, frozenset())

    def _tied(self, run: Run, plain: str, named: Sequence[Named]) -> str | None:
        for pattern in self._ties:
            match = pattern.match(plain, run.end)
            if match and (name := next((n for n in named if n.start in range(match.end() - 4, match.end() + 1)), None)):
                return name.organisation.name
        return None
