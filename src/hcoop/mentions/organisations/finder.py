"""The organisations of one article."""

from hcoop.lexicon import Lexicon
from hcoop.mentions.organisations.abroad import ForeignForms
from hcoop.mentions.organisations.again import Again
from hcoop.mentions.organisations.bodies import Body, gather, name_key
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.choose import choose, from_gazetteer, of_country
from hcoop.mentions.organisations.context import Surroundings
from hcoop.mentions.organisations.described import Described
from hcoop.mentions.organisations.forms import find_forms
from hcoop.mentions.organisations.joined import joined
from hcoop.mentions.organisations.known import known
from hcoop.mentions.organisations.lists import SharedHeads
from hcoop.mentions.organisations.naming import candidate, lower_local_bodies
from hcoop.mentions.organisations.page import Page
from hcoop.mentions.organisations.renamed import Renamed
from hcoop.mentions.organisations.short import ShortForms
from hcoop.mentions.organisations.small import SmallNouns
from hcoop.mentions.organisations.tokens import tokenise
from hcoop.mentions.organisations.told_together import ToldTogether
from hcoop.mentions.organisations.words import words
from hcoop.mentions.reading import Reading, read
from hcoop.records import Article, Organisation, Place


def find_organisations(article: Article, places: tuple[Place, ...], lexicon: Lexicon) -> tuple[Organisation, ...]:
    """Return the organisations that the article names, each once, in order of first mention.

    `places` are those of `find_places`. Mentions are the names and what stands for them ("the hospital"), in order.
    """
    reading = read(article, lexicon)
    gaps = reading.gaps
    vocabulary = lexicon.compiled(words)
    around = Surroundings(reading.plain, gaps.moved(places, gaps.filled), vocabulary.links, vocabulary.home.code)
    candidates = _candidates(reading, around, _abroad(article, places, vocabulary.home.code), lexicon)
    bodies = joined(gather(candidates, around, vocabulary), vocabulary)
    lexicon.compiled(ShortForms).join(bodies, reading.plain, reading.text)
    lexicon.compiled(Again).join(bodies, reading.plain, around)
    lexicon.compiled(Renamed).join(bodies, reading.plain)
    return gaps.moved((_record(body) for body in bodies), gaps.closed)


def _abroad(article: Article, places: tuple[Place, ...], home: str) -> str | None:
    """Return the country in which a foreign outlet datelines an article: its "Ministry of Health" is that country's."""
    if article.agency or not article.dateline:
        return None
    dateline = name_key(article.dateline)
    here = (place.country for place in places if name_key(place.name) == dateline)
    return next((country for country in here if country != home), None)


def _candidates(
    reading: Reading, around: Surroundings, abroad: str | None, lexicon: Lexicon
) -> list[Candidate]:
    vocabulary, gazetteer = lexicon.compiled(words), lexicon.compiled(known)
    tokens = tokenise(reading.prose, vocabulary.head_kinds.keys(), vocabulary.small_heads)
    page = Page(reading.text, tokens, vocabulary, gazetteer, around, lexicon.compiled(_with_article))
    formed = [found for form in find_forms(tokens, vocabulary, around.starts) if (found := candidate(form, page))]
    formed += lower_local_bodies(reading.plain, page)
    formed += lexicon.compiled(SmallNouns).find(reading.prose, page)
    listed = list(lexicon.compiled(SharedHeads).find(reading.prose, reading.text, around))
    listed += lexicon.compiled(ToldTogether).find(reading.prose, reading.text, around)
    foreign = list(lexicon.compiled(ForeignForms).find(reading.prose, reading.text, around))
    described = list(lexicon.compiled(Described).find(reading.prose, reading.text, around))
    hits = from_gazetteer(gazetteer.find(reading.plain), page)
    chosen = choose([*foreign, *formed, *listed], hits, described, page)
    return [of_country(found, abroad, page) for found in chosen] if abroad else chosen


def _with_article(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(entry["code"] for entry in lexicon["gazetteer/countries"] if entry.get("article"))


def _record(body: Body) -> Organisation:
    aliases = {alias: None for alias in body.aliases if name_key(alias) != name_key(body.name)}
    return Organisation(
        body.id,
        body.name,
        tuple(aliases),
        body.kind,
        body.country,
        body.city,
        tuple(sorted(set(body.mentions), key=lambda span: span.start)),
    )
