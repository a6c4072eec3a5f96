"""Ministers who stand for their ministries: "Minister of Health Nguyen Thi Kim Tien", who is "Minister Tien" later."""

from collections.abc import Iterable
from dataclasses import replace

from hcoop.events.named import Mention
from hcoop.events.profile import Profile
from hcoop.events.reference import Reference
from hcoop.records import Person
from hcoop.text import fold

# How far before a name its office may stand, in letters.
_OFFICE = 60
_JOINT = "and"


def with_ministries(mentions: Iterable[Mention], text: str, rules: Reference, profile: Profile) -> list[Mention]:
    """Return mentions with the ministry as the organisation of who is told without a body as its minister."""
    told = list(mentions)
    heads: dict[str, str] = {}
    office = None
    for mention in told:
        person = mention.what
        if not isinstance(person, Person) or person.name in heads:
            continue
        said = None if person.organisation else _office(mention, office, text, rules)
        if said:
            heads[person.name] = _of_country(said, mention.country, profile)
        office = said or _first(person.organisation, rules) or office
    return [_headed(mention, heads) for mention in told]


def _headed(mention: Mention, heads: dict[str, str]) -> Mention:
    person = mention.what
    ministry = heads.get(person.name) if isinstance(person, Person) else None
    if ministry is None or not isinstance(person, Person):
        return mention
    return replace(mention, what=replace(person, organisation=ministry))


def _office(mention: Mention, before: str | None, text: str, rules: Reference) -> str | None:
    """Return what the ministry is called that a person is said to head, None if it is not said.

    A counterpart heads what the minister told `before` does.
    """
    words = text[max(0, mention.start - _OFFICE):mention.start]
    folded = fold(words)
    said = rules.ministers.search(folded)
    if said is None:
        return before if rules.counterparts.search(folded) else None
    group = "field" if said["field"] else "short"
    field = words[said.start(group):said.end(group)]
    if group == "field" and any(word.islower() and word != _JOINT for word in field.split()):
        return None
    return f"{rules.ministry} of {fold(field).title().replace(' And ', ' and ')}"


def _of_country(office: str, country: str | None, profile: Profile) -> str:
    return office if country == profile.home else f"{office} of {profile.country_names.get(country or '', '')}".strip()


def _first(organisation: str | None, rules: Reference) -> str | None:
    """Return the name of a ministry of home, None if an organisation is none."""
    return organisation if organisation and organisation.startswith(f"{rules.ministry} ") else None
