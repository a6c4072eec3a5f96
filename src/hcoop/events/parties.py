"""Who takes part: the bodies, countries and people in the reach of a cue."""

from collections.abc import Iterable, Iterator, Sequence

from hcoop.events.candidate import Party, first_of_each
from hcoop.events.clauses import clause, relative_clauses
from hcoop.events.cues import Match
from hcoop.events.named import Mention
from hcoop.events.onlookers import onlookers
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.events.stand_ins import is_where, minister_as_party, person_as_party, place_as_party
from hcoop.records import Organisation, Person

# How far before a name its relative pronoun, its title and what it is a dose of may stand, and behind it a product.
_RELATIVE, _TITLE, _PRODUCT, _OF = 120, 45, 30, 35


def parties_in(match: Match, scene: Scene, rules: Rules, pair: Sequence[Party] = ()) -> list[Party]:
    """Return the parties named in the clause of a match; a side that it does not name is looked for in its sentence.

    Speakers count only if nobody else is there. A clause that tells of a pair, "the two hospitals", leaves no side out.
    """
    start, end = clause(match, scene, rules.reference)
    found = _parties_between(start, end, match, scene, rules)
    sides = {party.home for party in found if party.named or not pair}
    if len(sides) == 2 or (not pair and (start, end) == (scene.start, scene.end)):
        return found
    wider = pair or _parties_between(scene.start, scene.end, match, scene, rules)
    return first_of_each([*found, *(party for party in wider if party.home not in sides)])


def _parties_between(start: int, end: int, match: Match, scene: Scene, rules: Rules) -> list[Party]:
    inside = [m for m in scene.mentions
              if start <= m.start and m.end <= end and m.mask != "D" and not _is_aside(m, match, scene, rules)]
    quiet = scene.once(onlookers, rules)
    found = _parties([m for m in inside if m.start not in quiet], match, scene, rules)
    told = _parties([m for m in inside if m.start in quiet], match, scene, rules, speaking=True)
    sides = {party.home for party in found}
    return first_of_each([*found, *(party for party in told if party.home not in sides)])


def _is_aside(mention: Mention, match: Match, scene: Scene, rules: Rules) -> bool:
    """Tell whether a mention stands in a relative clause that the trigger is not in: "who works at X"."""
    opened = [left for left, right in scene.once(relative_clauses, rules.reference)
              if mention.start - _RELATIVE <= left and right <= mention.start]
    if not opened or "," in scene.words(opened[-1] + 1, mention.start):
        return False
    if opened[-1] > match.trigger_start:
        return True
    if rules.reference.relative_subjects.search(scene.words(opened[-1], mention.start)):
        return False
    behind = scene.words(mention.end, match.trigger_end)
    return match.trigger_start > mention.end and bool(rules.reference.main_verbs.match(behind))


def _parties(
    mentions: Sequence[Mention], match: Match, scene: Scene, rules: Rules, speaking: bool = False
) -> list[Party]:
    """Return bodies first: places and people are parties only where no body of theirs is.

    Places where something is told to be, "in Laos", come last.
    """
    found = list(_bodies(mentions, match, scene, rules, speaking))
    others = [mention for mention in mentions if not isinstance(mention.what, Organisation)]
    for mention in sorted(others, key=lambda mention: is_where(mention, scene, rules)):
        party = _other(mention, match, scene, found, rules)
        if party:
            found.append(party)
    return first_of_each(found)


def _bodies(
    mentions: Iterable[Mention], match: Match, scene: Scene, rules: Rules, speaking: bool
) -> Iterator[Party]:
    part: Mention | None = None
    for mention in mentions:
        body = mention.what
        if not isinstance(body, Organisation) or is_brand(mention, body, scene, rules):
            continue
        if part is None or not _is_parent(mention, part, scene, rules):
            yield _body(mention, body, match, scene, rules, speaking=speaking)
        part = mention


def _is_parent(mention: Mention, part: Mention, scene: Scene, rules: Rules) -> bool:
    """Tell whether a body is only what the one before it is part of: "the department under the Ministry of Health"."""
    return mention.mask == part.mask and bool(rules.reference.parents.match(scene.words(part.end, mention.start)))


def is_brand(mention: Mention, body: Organisation, scene: Scene, rules: Rules) -> bool:
    """Tell whether a company's name only says whose product a thing is: "AstraZeneca vaccine", "Siemens-made"."""
    if body.kind not in rules.profile.kinds.makers:
        return False
    behind, before = scene.words(mention.end, mention.end + _PRODUCT), scene.words(mention.start - _OF, mention.start)
    return bool(rules.reference.products.match(behind) or rules.reference.product_of.search(before))


def _body(
    mention: Mention, body: Organisation, match: Match, scene: Scene, rules: Rules, *, speaking: bool
) -> Party:
    active, home = mention.end <= match.trigger_start, mention.mask == "H"
    is_mission = body.kind in rules.profile.kinds.missions and body.country
    if is_mission and (speaking or _is_envoy(mention, scene, rules)):
        return Party(rules.profile.country_names[body.country or ""], body.country, home, active)
    if mention.mask == "U":
        return Party(body.name, None, False, active)
    return Party(body.name, body.country, home, active, city=body.city)


def _is_envoy(mention: Mention, scene: Scene, rules: Rules) -> bool:
    return bool(rules.reference.envoys.search(scene.words(mention.start - _TITLE, mention.start)))


def _other(mention: Mention, match: Match, scene: Scene, found: Sequence[Party], rules: Rules) -> Party | None:
    """Return a person without a body, or a country or foreign city, as a party where no body of theirs is named."""
    if isinstance(mention.what, Person):
        ministry = minister_as_party(mention, mention.what, match, found, rules)
        return ministry or person_as_party(mention, mention.what, match, found, rules)
    return place_as_party(mention, match, scene, found, rules)
