"""People and places as parties, where no body of theirs is named."""

from collections.abc import Sequence

from hcoop.events.candidate import Party
from hcoop.events.cues import Match
from hcoop.events.named import Mention
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.records import Organisation, Person, Place
from hcoop.text import fold

# How far around a place the words may stand that tell what it stands for, in letters.
_QUALITY, _GOVERNMENT, _OFFICE, _PEOPLE, _WHERE, _BY = 50, 20, 50, 90, 60, 40


def person_as_party(
    mention: Mention, person: Person, match: Match, found: Sequence[Party], rules: Rules
) -> Party | None:
    """Return who a person acts for: their state, their body, or themselves; None where their side is found already."""
    home = mention.country == rules.profile.home
    if mention.country is None or any(party.home == home for party in found):
        return None
    active = mention.end <= match.trigger_start
    if not home and rules.reference.envoys.search(fold(person.role or "")):
        name = rules.profile.country_names.get(mention.country, person.name)
        return Party(name, mention.country, False, active)
    if person.organisation:
        return Party(person.organisation, mention.country, home, active)
    if home or not rules.profile.acts(person.role):
        return None
    return Party(person.name, mention.country, False, active, person=True)


def minister_as_party(
    mention: Mention, person: Person, match: Match, found: Sequence[Party], rules: Rules
) -> Party | None:
    """Return the ministry that a person is of; None where a body of their side is found already."""
    home, ministry = mention.country == rules.profile.home, person.organisation or ""
    is_minister = ministry.startswith(f"{rules.reference.ministry} of ") and mention.country
    if not is_minister or any(party.home == home and party.named for party in found):
        return None
    return Party(ministry, mention.country, home, mention.end <= match.trigger_start)


def place_as_party(
    mention: Mention, match: Match, scene: Scene, found: Sequence[Party], rules: Rules
) -> Party | None:
    """Return a country or foreign city that acts, or whose people do; None where it is only told of."""
    place = mention.what
    if not isinstance(place, Place) or mention.country == rules.profile.home:
        return None
    if _is_spoken_for(mention, scene, found, rules):
        return None
    is_cared_for = match.cue.care and bool(found) and all(party.home and party.active for party in found)
    if _only_describes(mention, match, scene, rules) or not (is_cared_for or _acts(mention, match, scene, rules)):
        return None
    name = _name(mention, place, match, scene, rules)
    people = mention.mask == "C" and not _governs(mention, scene, rules) and _are_people(mention, name, scene, rules)
    active = mention.end <= match.trigger_start
    named = mention.mask == "F" or _is_beside_makers(mention, scene, found, rules)
    return Party(name, mention.country, False, active, named=named, people=people)


def _only_describes(mention: Mention, match: Match, scene: Scene, rules: Rules) -> bool:
    """Tell whether a country says what a thing is like, "Korean-style", or where who is treated is from.

    Who is cared for free of charge, "a boy from Laos", is a patient whose country takes part.
    """
    behind = scene.words(mention.end, mention.end + _QUALITY)
    if rules.reference.qualities.match(behind):
        return True
    if match.cue.care:
        return False
    before = scene.words(mention.start - _PEOPLE, mention.start)
    return bool(rules.reference.patients.match(behind) or rules.reference.patients_from.search(before))


def _are_people(mention: Mention, country: str, scene: Scene, rules: Rules) -> bool:
    """Tell whether a country is told as that of unnamed people: "the Czech surgeons", "experts from France"."""
    if rules.reference.office_holders.match(scene.words(mention.end, mention.end + _OFFICE)):
        return False
    before = scene.words(mention.start - _PEOPLE, mention.start)
    return fold(country) != scene.text(mention) or bool(rules.reference.people_from.search(before))


def _name(mention: Mention, place: Place, match: Match, scene: Scene, rules: Rules) -> str:
    """Return a foreign place as the text writes it, "Gyeonggi-do", a country by its name.

    A capital stands for its country where states act.
    """
    is_city = mention.mask == "F"
    written = scene.original[mention.start - scene.start:mention.end - scene.start] if is_city else place.name
    if written.startswith(f"{place.name} "):
        written = place.name
    if place.name in rules.profile.capitals and match.cue.type.between_states:
        return rules.profile.country_names.get(mention.country or "", written)
    return written


def _is_spoken_for(mention: Mention, scene: Scene, found: Sequence[Party], rules: Rules) -> bool:
    """Tell whether a body of the place is named, or one of another place and this one is not said to act."""
    named = [party for party in found if not party.home and party.named]
    acting = {party.country for party in found if not (party.home or party.people)}
    if is_where(mention, scene, rules) and mention.country in acting:
        return True
    if any(party.country in (mention.country, None) for party in named):
        return not _is_beside_makers(mention, scene, found, rules)
    return bool(named) and not _gives(mention, scene, rules)


def _is_beside_makers(mention: Mention, scene: Scene, found: Sequence[Party], rules: Rules) -> bool:
    """Tell whether a government acts together with companies of its country: "the U.S. Government and Gilead"."""
    own = {party.name for party in found if not party.home and party.named and party.country in (mention.country, None)}
    if not own or not _governs(mention, scene, rules):
        return False
    makers = {told.start: told.what.name for told in scene.of("PU") if isinstance(told.what, Organisation)
              and told.what.kind in rules.profile.kinds.makers}
    gaps = ((min(told.end, mention.end), max(told.start, mention.start))
            for told in scene.of("PU") if told.start in makers)
    is_joined = any(rules.reference.acts_beside.fullmatch(scene.words(*gap)) for gap in gaps)
    return is_joined and own <= set(makers.values())


def _gives(mention: Mention, scene: Scene, rules: Rules) -> bool:
    """Tell whether a place is named as one who acts though bodies are named: "by Italy", "the Italian Government"."""
    before = scene.words(mention.start - _BY, mention.start)
    return _governs(mention, scene, rules) or bool(rules.reference.by_whom.search(before))


def _governs(mention: Mention, scene: Scene, rules: Rules) -> bool:
    return bool(rules.reference.governments.match(scene.words(mention.end, mention.end + _GOVERNMENT)))


def _acts(mention: Mention, match: Match, scene: Scene, rules: Rules) -> bool:
    """Tell whether a place stands for its people; "in Laos" is where something is, unless hosts there teach or meet.

    A city is only where people met.
    """
    is_city_of_talks = match.cue.type.occasion and mention.mask == "F"
    hosts = match.cue.type.among_hosts and not (match.cue.weak or is_city_of_talks)
    return hosts or not is_where(mention, scene, rules)


def is_where(mention: Mention, scene: Scene, rules: Rules) -> bool:
    """Tell whether a mention is a foreign place at which something is told to be."""
    before = scene.words(mention.start - _WHERE, mention.start)
    return mention.mask in "CF" and bool(rules.reference.whereabouts.search(before))
