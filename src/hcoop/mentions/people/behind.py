"""What follows a name: ", director of Cho Ray Hospital", ", who leads the team", ", 66, a retired nurse"."""

import re
from collections.abc import Sequence

from hcoop.mentions.people.offices import TO_STATE, Named, Part, capitalised, of_state, of_thing
from hcoop.mentions.people.runs import Run
from hcoop.mentions.people.words import PersonWords
from hcoop.records import Span


class Behind:
    """Reads what stands after a name."""

    def __init__(self, words: PersonWords) -> None:
        self._words, age = words, f"(?:{words.age_behind})"
        self._after = re.compile(
            rf"(?: \((?:[a-z0-9]|[LRC]\b)[^)]{{0,25}}\))?{age}?(?:,| -| \() ?"
            rf"(?:(?:the|a|an|(?P<its>its|his|her|their)|who is|who was|{words.office_adverbs})\b ?)*"
            rf"(?P<owner>(?:[^,;:\n]{{0,60}}?)?\b)(?P<role>{words.role})\b"
            r"(?P<of>(?: \w+){0,2}? (?:of|at|for|in|from|with|to|under) (?:the |its |his |her )?"
            r"(?P<what>[^,;:\n]{0,80}))?"
        )
        self._heads = re.compile(
            rf", who (?P<verb>{'|'.join(words.heading)}) (?P<what>[^,.;:\n]{{0,60}}?)(?=[,.;:\n]| and\b)"
        )
        self._calling = re.compile(
            rf"(?:{age}, an? (?P<aged>[a-z][a-z-]*(?: [a-z][a-z-]*){{0,2}})(?=[,.;]| (?:from|of|in|who|and)\b)"
            r"|, an? (?P<calling>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}?)(?: aged|, (?:aged )?\d\d\b))"
        )

    def read(self, run: Run, plain: str, named: Sequence[Named]) -> Part | None:
        """Return the part that the words after a name say its bearer has, if they say one."""
        if plain[run.end : run.end + 1] not in {",", " "}:
            return None
        if match := self._heads.match(plain, run.end):
            what = Span(*match.span("what"))
            role, body = self._words.heading[match["verb"]], _first(named, what, plain, run, self._words)
            return Part(of_thing(role.removesuffix(" of"), what, plain, named, self._words), body, told=True)
        match = self._after.match(plain, run.end)
        if not match or self._words.not_his_office.search(match["owner"] or ""):
            return self._told_calling(run, plain)
        owner = _first(named, Span(*match.span("owner")), plain, run, self._words)
        role, body = capitalised(match["role"]), None
        if match["of"]:
            what = Span(*match.span("what"))
            body = _first(named, what, plain, run, self._words)
            role = of_thing(role, what, plain, named, self._words)
        state = TO_STATE.split(match["what"], maxsplit=1)[0] if (match["of"] or "").startswith(" of ") else ""
        role = of_state(role, match["owner"] or state, self._words)
        owned = match["its"] is not None and body is None and owner is None
        return Part(role, body or owner or (_last(named, run.start) if owned else None), told=True)

    def _told_calling(self, run: Run, plain: str) -> Part | None:
        match = self._calling.match(plain, run.end)
        calling = (match["aged"] or match["calling"]) if match else ""
        if not calling or self._words.not_callings.intersection(calling.split()):
            return None
        return Part(calling[0].upper() + calling[1:], None, told=True)


def _last(named: Sequence[Named], start: int) -> str | None:
    before = [name for name in named if name.end <= start]
    return before[-1].organisation.name if before else None


def _first(named: Sequence[Named], what: Span, plain: str, run: Run, words: PersonWords) -> str | None:
    """Return the first body named within a span; of a foreigner "the hospital" is rather a foreign one."""
    told = next((name for name in named if what.start - 5 <= name.start < what.end), None)
    if told is None:
        return None
    noun = plain[told.start : told.end].rsplit(maxsplit=1)[-1].islower()
    if noun and told.organisation.country == words.home.code and not words.is_home(run.words):
        before = [name for name in named if name.end < run.start and name.organisation.kind == told.organisation.kind]
        abroad = [name for name in before if name.organisation.country != words.home.code]
        told = abroad[-1] if abroad else told
    return told.organisation.name
