"""The people of one article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hcoop.lexicon import Lexicon
from hcoop.mentions.people.offices import Named, Part
from hcoop.mentions.people.roles import Roles
from hcoop.mentions.people.runs import Run, find_runs
from hcoop.mentions.people.words import PersonWords, person_words
from hcoop.mentions.reading import read
from hcoop.records import Article, Organisation, Person, Span
from hcoop.text import fold, name_key

_SPACES = re.compile(r"\s+")
_HYPHENED = re.compile(r"[A-Z][a-z]+-[a-z]+")


@dataclass
class _Somebody:
    words: tuple[str, ...]
    name: str
    folded: str
    part: Part
    mentions: list[Span] = field(default_factory=list)
    aliases: dict[str, None] = field(default_factory=dict)


def find_people(article: Article, organisations: tuple[Organisation, ...], lexicon: Lexicon) -> tuple[Person, ...]:
    """Return the people that the article names, each once, in order of first mention.

    `organisations` are those of `find_organisations`; a person's organisation is the name of one of them.
    The author is left out, as are photographers and translators.
    """
    words, roles = lexicon.compiled(person_words), lexicon.compiled(Roles)
    reading = read(article, lexicon)
    plain, gaps = reading.plain, reading.gaps
    organisations = gaps.moved(organisations, gaps.filled)
    runs = list(find_runs(plain, organisations, words))
    named = sorted((Named(s.start, s.end, org) for org in organisations for s in org.mentions), key=lambda n: n.start)
    people: list[_Somebody] = []
    reached = -1
    for run in runs:
        full = len(run.words) > 1
        if (
            (full or _is_titled(run, words))
            and not _is_author(run, article)
            and not any(_is_short(run, other, words) for other in people)
        ):
            part = roles.read(run, plain, named)
            # "their directors, Le Minh Quang and Oleg Petrov": who is listed beside a person is one.
            listed = reached > 0 and plain[reached : run.start] == " and "
            if listed and people[-1].part.shared and not part.told:
                part = roles.listed(people[-1].part, run, named)
            if part.told and people and words.in_like_office.intersection((part.role or "").split()):
                part = part._replace(role=people[-1].part.role or part.role)  # "her Thai counterpart"
            if (part.told and (full or part.organisation)) or (full and (listed or _is_name(run, plain, words))):
                _add(people, run, reading.text, part)
                reached = run.end
    _join_short(people, runs, reading.text, words)
    return gaps.moved((_record(somebody) for somebody in people), gaps.closed)


def _is_titled(run: Run, words: PersonWords) -> bool:
    # "USAID Mission Director Yastishock"
    first = run.words[0]
    return bool(set(run.titles) - words.honorifics) and len(first) > 5 and not words.home.shape.is_syllable(first)


def _is_name(run: Run, plain: str, words: PersonWords) -> bool:
    if plain.endswith(("the ", "The "), 0, run.start) and not run.titles:
        return False  # "the Dong Thap Muoi malaria programme"
    if any(_HYPHENED.fullmatch(word) for word in run.words):
        return _evident(run, plain, words) or run.words[0] in words.families
    if words.home.shape.is_person(run.words) and len(run.words) in {3, 4, 5}:
        return True
    if any(words.highland.match(word) for word in run.words):
        return True
    return bool(set(run.titles)) or _evident(run, plain, words)


def _evident(run: Run, plain: str, words: PersonWords) -> bool:
    before = plain[max(0, run.start - 60) : run.start]
    if run.titles or words.evidence_after.match(plain, run.end):
        return True
    return before.endswith((" ", " \n")) and words.evidence_before.search(before) is not None


def _is_author(run: Run, article: Article) -> bool:
    return article.author is not None and name_key(" ".join(run.words)) in name_key(article.author)


def _add(people: list[_Somebody], run: Run, text: str, part: Part) -> None:
    name = _SPACES.sub(" ", text[run.start : run.end])
    folded = fold(name)
    somebody = next((other for other in people if other.folded == folded), None)
    if somebody is None:
        somebody = _Somebody(run.words, name, folded, part)
        people.append(somebody)
    somebody.mentions.append(Span(run.start, run.end))
    old = somebody.part
    # An office in a body tells more than a title.
    better = part.role and (not old.role or (part.told and part.organisation and not old.told))
    somebody.part = (part if better else old)._replace(
        organisation=(part.organisation if better else None) or old.organisation or part.organisation
    )


def _join_short(people: list[_Somebody], runs: Sequence[Run], text: str, words: PersonWords) -> None:
    taken = {span.start for somebody in people for span in somebody.mentions}
    for run in runs:
        if run.start in taken:
            continue
        bearers = [
            somebody
            for somebody in people
            if _is_short(run, somebody, words) and somebody.mentions[0].start < run.start
        ]
        if bearers:
            bearer = max(bearers, key=lambda s: max(span.start for span in s.mentions if span.start < run.start))
            bearer.mentions.append(Span(run.start, run.end))
            bearer.aliases[text[run.start : run.end]] = None


def _is_short(run: Run, somebody: _Somebody, words: PersonWords) -> bool:
    size, whole = len(run.words), somebody.words
    if size >= len(whole):
        return False
    if whole[-size:] == run.words:
        return True
    if size > 1 and whole[:size] == run.words:
        return True  # "Wan Azizah" of Wan Azizah Wan Ismail
    family_first = run.words == whole[:1] and whole[0] in words.families
    return family_first and any(map(_HYPHENED.fullmatch, whole))


def _record(somebody: _Somebody) -> Person:
    spans = tuple(sorted(set(somebody.mentions), key=lambda span: span.start))
    return Person(somebody.name, tuple(somebody.aliases), somebody.part.role, somebody.part.organisation, spans)
