"""Events: who did, agreed or firmly plans what with whom, when and where, with the sentences that say so."""

from dataclasses import replace

from hcoop.events.account import Account
from hcoop.events.candidate import Candidate
from hcoop.events.cities import cities_of
from hcoop.events.describe import describe
from hcoop.events.labels import instruments
from hcoop.events.merge import merge
from hcoop.events.named import Named
from hcoop.events.reader import Reader
from hcoop.events.rules import Rules, compile_rules
from hcoop.events.scenes import build_scenes
from hcoop.lexicon import Lexicon
from hcoop.records import Article, Event

# What an agreement is called may stand so many letters behind its cue.
_BEHIND = 40

__all__ = ["Named", "cities_of", "find_events"]


def find_events(article: Article, named: Named, lexicon: Lexicon) -> tuple[Event, ...]:
    """Return the cooperation events that an article reports, in order of the text."""
    rules = lexicon.compiled(compile_rules)
    scenes = build_scenes(article, named, lexicon)
    candidates = Reader(article, named, scenes, rules).candidates()
    for candidate in candidates:
        if candidate.type.signed:
            candidate.instrument = _instrument(candidate, rules, lexicon)
    parts = [part for candidate in candidates for part in _parts(candidate, rules)]
    account = Account(article, scenes, merge(parts, rules.reference), rules)
    return tuple(describe(candidate, account, lexicon) for candidate in account.events)


def _parts(candidate: Candidate, rules: Rules) -> list[Candidate]:
    """Return one candidate a partner of several instruments: "signed agreements with A and B"."""
    partners = [party for party in candidate.partners if party.named]
    words = candidate.scene.words(candidate.match.start, candidate.match.end)
    if not candidate.type.signed or len(partners) < 2 or not rules.reference.several_instruments.search(words):
        return [candidate]
    return [replace(candidate, parties=[*candidate.home, partner]) for partner in partners]


def _instrument(candidate: Candidate, rules: Rules, lexicon: Lexicon) -> str | None:
    """Return the kind of instrument whose words stand nearest to the trigger, None if it is not said.

    Of several documents it is the one of the sector: "signed 12 deals, among them a memorandum on health".
    """
    match, kinds = candidate.match, lexicon.compiled(instruments)
    words = candidate.scene.words(match.start, match.end + _BEHIND)
    told = kinds.nearest(words, match.trigger_start - match.start)
    if rules.reference.several_instruments.search(words):
        words = candidate.scene.words(match.start, candidate.scene.end)
        told = kinds.followed_by(words, rules.profile.sector, rules.profile.other) or told
    return told or (candidate.renews.instrument if candidate.renews else None)
