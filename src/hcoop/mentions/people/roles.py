"""What a person is, and of which organisation, from the words before and after the name."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hcoop.lexicon import Lexicon
from hcoop.mentions.people.runs import Run
from hcoop.mentions.people.words import PersonWords, person_words
from hcoop.records import Organisation, Span

_REACH = 140
_COURTESIES = 50
_WORDS = re.compile(r"[A-Za-z][\w-]*")
_OF_PLACE = re.compile(r"(?:(?:of|in|under|for) [^,.;:]{1,50})?")
_THING_ENDS = re.compile(r" (?:of|at|in|and|who|which|said|told|for|under|from|on)\b|[.,;:]")
_DETERMINER = re.compile(r"\b(?:the|its|his|her|their|a|an) ")
_TO_STATE = re.compile(r" (?:to|in) ")
_STATE = re.compile(r"\b([A-Z][A-Za-z.]*(?: (?:and )?[A-Z][a-z]+)*)(?:'s)? ?$")


class Part(NamedTuple):
    """A role and the name of the organisation it is in; `told` says that the role stands by the name."""

    role: str | None
    organisation: str | None
    told: bool = False


class Named(NamedTuple):
    """A mention of an organisation."""

    start: int
    end: int
    organisation: Organisation


class Roles:
    """Reads roles; built from `gazetteer/people`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: PersonWords = lexicon.compiled(person_words)
        role = self._words.role
        honorifics = "|".join(sorted(map(re.escape, self._words.honorifics), key=len, reverse=True))
        self._courtesy = re.compile(rf"(?:[,-]? ?\b(?:{honorifics})\b\.?,?)+ ?$")
        self._right_before = re.compile(rf"(?P<role>{role})[, -]*$")
        self._of_before = re.compile(rf"(?P<role>{role}) (?:of|for|at|in|from|to|under)(?: the)? ")
        self._after = re.compile(
            r"(?: \([a-z0-9][^)]{0,25}\))?(?:,| -| \() ?"
            r"(?:(?:the|a|an|its|his|her|their|who is|who was|currently|also)\b ?)*"
            rf"(?P<owner>(?:[^,;:\n]{{0,60}}?)?\b)(?P<role>{role})\b"
            r"(?P<of>(?: \w+){0,2}? (?:of|at|for|in|from|with|to|under) (?:the |its |his |her )?"
            r"(?P<what>[^,;:\n]{0,80}))?"
        )
        self._heads = re.compile(
            rf", who (?P<verb>{'|'.join(self._words.heading)}) (?P<what>[^,.;:\n]{{0,60}}?)(?=[,.;:\n]| and\b)"
        )
        self._works = re.compile(
            rf", (?:[^,;:\n]{{0,60}}, )?who (?:{self._words.working}) (?:at|for|in|with) (?:the )?"
        )
        self._from = re.compile(r" (?:of|from|at|with) (?:the )?")

    def read(self, run: Run, plain: str, named: Sequence[Named]) -> Part:
        """Return what the words around a name say of its bearer."""
        begin = max(plain.rfind("\n", 0, run.start) + 1, run.start - _REACH)
        office = plain[begin : run.start]
        if courtesy := self._courtesy.search(office, max(0, len(office) - _COURTESIES)):
            office = office[: courtesy.start()] + " "
        title = next((self._words.role_of_title[t] for t in run.titles if t in self._words.role_of_title), None)
        before, behind = self._before(plain, begin, office, run, named), self._behind(run, plain, named)
        told = next((part for part in (before, behind) if part and part.role), None)
        role = (
            title
            if title and told and told.role in self._words.callings and not told.organisation
            else (told.role if told else None) or title
        )
        organisation = (
            (told.organisation if told else None) or self._tied(run, plain, named) or self._last(role, run, named)
        )
        return Part(role, organisation, told is not None)

    def _last(self, role: str | None, run: Run, named: Sequence[Named]) -> str | None:
        """Return the organisation that a role without one is in: the last one named before that has such people."""
        parts = (role or "").split()[::-1]
        noun = next((word for word in parts if word in self._words.role_kinds), None)
        kinds = self._words.role_kinds.get(noun or "", frozenset())
        if self._words.national & set(parts):
            return None
        home = self._words.shape.is_person(run.words)
        fitting = [
            name for name in named if name.organisation.kind in kinds and (name.organisation.country == "VN") == home
        ]
        before = [name for name in fitting if name.end <= run.start]
        return before[-1].organisation.name if before else fitting[0].organisation.name if len(fitting) == 1 else None

    def _before(self, plain: str, begin: int, office: str, run: Run, named: Sequence[Named]) -> Part | None:
        words = _WORDS.findall(office)
        if not self._words.offices.intersection(words):
            return None
        if (words[-1] in self._words.offices or words[-1] == "General") and (
            match := self._right_before.search(office, max(0, len(office) - _COURTESIES))
        ):
            owner = _ending(named, begin + match.start(), office, begin)
            return Part(self._of_state(_role(match["role"]), office[: match.start()]), owner)
        best = None
        for match in self._of_before.finditer(office):
            best = match
        if best is None:
            return None
        what = office[best.end() :].rstrip(" ,-")
        inside = [name for name in named if begin + best.end() - 4 <= name.start and name.end <= run.start]
        if not inside and (len(what.split()) > 4 or re.search(r"[a-z]{2,}ed\b|[,;:]|\. ", what)):
            return None
        first = inside[0] if inside and inside[0].start - begin - best.end() < 30 else None
        if inside and not _OF_PLACE.fullmatch(office[inside[-1].end - begin :].strip(" ,-")):
            return None
        role = self._of_thing(_role(best["role"]), Span(begin + best.end(), run.start), plain, named)
        role = self._of_state(
            role,
            _TO_STATE.split(what, maxsplit=1)[0] if best[0].endswith((" of ", " of the ")) else office[: best.start()],
        )
        return Part(role, first.organisation.name if first else None)

    def _behind(self, run: Run, plain: str, named: Sequence[Named]) -> Part | None:
        if match := self._heads.match(plain, run.end):
            inside = _first(named, match.start("what"), match.end("what"))
            role = self._words.heading[match["verb"]]
            return Part(role.removesuffix(" of") if inside else f"{role} {match['what']}", inside)
        match = self._after.match(plain, run.end)
        if not match or re.search(r"\b(?:and|said|who|that|whose)\b", match["owner"] or ""):
            return None
        owner = _first(named, match.start("owner"), match.end("owner"))
        what = _first(named, match.start("what"), match.end("what")) if match["of"] else None
        role = _role(match["role"])
        if match["of"]:
            role = self._of_thing(role, Span(*match.span("what")), plain, named)
        beside = (
            match["owner"]
            or (_TO_STATE.split(match["what"], maxsplit=1)[0] if (match["of"] or "").startswith(" of ") else "")
            or ""
        )
        return Part(self._of_state(role, beside), what or owner)

    def _of_thing(self, role: str, what: Span, plain: str, named: Sequence[Named]) -> str:
        """Return "Head of the stroke unit" for a head of what is no organisation."""
        if role.rsplit(maxsplit=1)[-1] not in self._words.bare_roles:
            return role
        body = next((name for name in named if what.start - 5 <= name.start < what.end), None)
        words = plain[what.start : body.start if body else what.end]
        if body and body.start <= what.start + 4:
            owned = plain[body.end : what.end]
            words = owned[3:] if owned.startswith("'s ") else ""
        first = _DETERMINER.match(words)
        thing = _THING_ENDS.split(words[first.end() if first else 0 :], maxsplit=1)[0].strip()
        the = "the " if _DETERMINER.search(plain, max(0, what.start - 6), what.start) or first else ""
        return f"{role} of {the}{thing}" if thing[:1].islower() else role

    def _of_state(self, role: str, beside: str) -> str:
        """Return "Ambassador of Norway" for an envoy whose state is named before or after the office."""
        state = _STATE.search(beside)
        while state and state[1] not in self._words.states and " " in state[1]:
            state = _STATE.search(beside, state.start() + state[1].index(" ") + 1)
        name = self._words.states.get(state[1]) if state else None
        return f"{role} of {name}" if name and role.rsplit(maxsplit=1)[-1] in self._words.envoys else role

    def _tied(self, run: Run, plain: str, named: Sequence[Named]) -> str | None:
        for pattern in (self._from, self._works):
            match = pattern.match(plain, run.end)
            if match and (name := next((n for n in named if n.start in range(match.end() - 4, match.end() + 1)), None)):
                return name.organisation.name
        return None


def _role(written: str) -> str:
    return " ".join(word[0].upper() + word[1:] for word in written.split())


def _ending(named: Iterable[Named], start: int, office: str, begin: int) -> str | None:
    # "KOICA Country Director", "Viet Duc's Deputy Director"
    for name in named:
        if name.end <= start and office[max(0, name.end - begin) : start - begin].strip() in {"", "'s", "'"}:
            return name.organisation.name
    return None


def _first(named: Iterable[Named], start: int, end: int) -> str | None:
    return next((name.organisation.name for name in named if start - 5 <= name.start < end), None)
