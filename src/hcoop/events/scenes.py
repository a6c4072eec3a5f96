"""Scenes: the sentences of an article with the mentions in them, masked so that cues can name them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hcoop.events.profile import Profile, profile
from hcoop.lexicon import Lexicon
from hcoop.records import Article, DateMention, Organisation, Person, Place
from hcoop.text import fold, sentences

# "He and others provided ...", "In 2014 she ..."
_PRONOUN = re.compile(r"[^a-z]*(?:(?:in|on|since|over) D+,? )?(he|she)\b")

CONTENT = ("title", "standfirst", "caption", "heading", "body")

Referent = Organisation | Person | Place | DateMention


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention in a scene. `mask` is the capital letter that stands for it: see `cues.MASKS`."""

    start: int
    end: int
    mask: str
    what: Referent
    country: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: its place in the text, the role and number of its block, its folded text with masked mentions."""

    start: int
    end: int
    role: str
    block: int
    masked: str
    folded: str
    original: str
    mentions: tuple[Mention, ...]

    def text(self, mention: Mention) -> str:
        """Return the folded words of a mention."""
        return self.folded[mention.start - self.start:mention.end - self.start]

    def without(self, kinds: Sequence[str]) -> str:
        """Return the folded words with the names of organisations of these kinds blanked."""
        text = self.folded
        for mention in self.mentions:
            if isinstance(mention.what, Organisation) and mention.what.kind in kinds:
                left, right = mention.start - self.start, mention.end - self.start
                text = text[:left] + " " * (right - left) + text[right:]
        return text

    def of(self, masks: str) -> list[Mention]:
        """Return the mentions with one of these masks."""
        return [mention for mention in self.mentions if mention.mask in masks]

    def words(self, start: int, end: int) -> str:
        """Return the masked text between two offsets of the article."""
        return self.masked[max(0, start - self.start):max(0, end - self.start)]


def build_scenes(article: Article, named: "Named", lexicon: Lexicon) -> list[Scene]:
    """Return the scenes of an article's content, in order of the text."""
    mentions = sorted(_mentions(article, named, lexicon.compiled(profile)), key=lambda m: m.start)
    found: list[Scene] = []
    for number, block in enumerate(article.blocks):
        if block.role in CONTENT:
            for span in sentences(article.text, block.start, block.end):
                inside = tuple(m for m in mentions if span.start <= m.start and m.end <= span.end)
                found.append(Scene(span.start, span.end, block.role, number, _mask(article.text, span.start, span.end, inside), fold(article.text[span.start:span.end]), article.text[span.start:span.end], inside))
    return _with_pronouns(found)


@dataclass(frozen=True, slots=True)
class Named:
    """What the finders found in one article."""

    organisations: Sequence[Organisation]
    people: Sequence[Person]
    places: Sequence[Place]
    dates: Sequence[DateMention]


def _mentions(article: Article, named: Named, home: Profile) -> list[Mention]:
    """Return mentions without overlap: organisations win over people, people over dates, dates over places."""
    taken: list[tuple[int, int]] = []
    kept: list[Mention] = []
    for mention in _candidates(article, named, home):
        if not any(start < mention.end and mention.start < end for start, end in taken):
            taken.append((mention.start, mention.end))
            kept.append(mention)
    return kept


def _candidates(article: Article, named: Named, home: Profile) -> Iterable[Mention]:
    for organisation in named.organisations:
        mask = {home.home: "H", None: "U"}.get(organisation.country, "P")
        for span in organisation.mentions:
            yield Mention(span.start, span.end, mask, organisation, organisation.country)
    countries = {organisation.name: organisation.country for organisation in named.organisations}
    for person in named.people:
        country = countries.get(person.organisation or "") or _country_near(article, person, named, home)
        for span in person.mentions:
            yield Mention(span.start, span.end, "N", person, country)
    for date in named.dates:
        yield Mention(date.start, date.end, "D", date, None)
    for place in named.places:
        mask = "V" if place.country == home.home else "C" if place.kind == "country" else "F"
        for span in place.mentions:
            if not article.text.startswith("$", span.end):
                yield Mention(span.start, span.end, mask, place, place.country)


def _country_near(article: Article, person: Person, named: Named, home: Profile) -> str | None:
    """Return the country of a person without a body: home by name, else one told beside the name, else the article's main one."""
    if home.is_home_name(person.name):
        return home.home
    first = min(person.mentions, key=lambda span: span.start)
    abroad = [(span, place.country) for place in named.places if place.country != home.home for span in place.mentions
              if not article.text.startswith("$", span.end)]
    for span, country in abroad:
        before = article.text[span.end:first.start]
        if span.end <= first.start and len(before) < 40 and not re.search(r"[.,;\n]", before):
            return country
    return Counter(country for _, country in abroad).most_common(1)[0][0] if abroad else None


def _with_pronouns(scenes: Iterable[Scene]) -> list[Scene]:
    """Let "he" or "she" at the head of a sentence mention the person spoken of last."""
    told: Mention | None = None
    found = []
    for scene in scenes:
        people = scene.of("N")
        pronoun = _PRONOUN.match(scene.masked)
        if pronoun and told:
            start, end = scene.start + pronoun.start(1), scene.start + pronoun.end(1)
            stands = Mention(start, end, "N", told.what, told.country)
            masked = scene.masked[:pronoun.start(1)] + "N" * (end - start) + scene.masked[pronoun.end(1):]
            scene = replace(scene, masked=masked, mentions=(stands, *scene.mentions))
        told = people[0] if people else told
        found.append(scene)
    return found


def _mask(text: str, start: int, end: int, mentions: Iterable[Mention]) -> str:
    masked = fold(text[start:end])
    for mention in mentions:
        left, right = mention.start - start, mention.end - start
        masked = masked[:left] + mention.mask * (right - left) + masked[right:]
    return masked
