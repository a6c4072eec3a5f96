"""Ministers who stand for their ministries: "Minister of Health Nguyen Thi Kim Tien", who is "Minister Tien" later."""

import re
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
_FIELD = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:(?:, [A-Z][a-z]+)*,? and [A-Z][a-z]+(?: [A-Z][a-z]+)?)?")


def with_ministries(mentions: Iterable[Mention], text: str, rules: Reference, profile: Profile) -> list[Mention]:
    """Return mentions with the ministry as the organisation of who is told without a body as its minister."""
    told = list(mentions)
    heads: dict[str, str] = {}
    office = None
    for mention in told:
        person = mention.what
        if not isinstance(person, Person) or person.name in heads:
            continue
        said = _office(mention, office, text, rules)
        ministry = _of_country(said, mention.country, profile) if said else None
        if ministry and (person.organisation is None or _is_of_another_field(person.organisation, ministry, rules)):
            heads[person.name] = ministry
        office = said or _if_ministry(person.organisation, rules) or office
    return [_headed(mention, heads) for mention in told]


def _is_of_another_field(known: str, ministry: str, rules: Reference) -> bool:
    """Tell whether a ministry that was only guessed is not the one that the words beside a name tell."""
    ministries = f"{rules.ministry} of "
    return known.startswith(ministries) and fold(ministry).removeprefix(fold(ministries)).split()[0] not in fold(known)


def _headed(mention: Mention, heads: dict[str, str]) -> Mention:
    person = mention.what
    ministry = heads.get(person.name) if isinstance(person, Person) else None
    if ministry is None or not isinstance(person, Person):
        return mention
    return replace(mention, what=replace(person, organisation=ministry))


def _office(mention: Mention, before: str | None, text: str, rules: Reference) -> str | None:
    """Return what the ministry is called that a person is said to head, "Health Minister", None if it is not said.

    A counterpart heads what the minister told `before` does.
    """
    field = _field_before(mention, text, rules) or _field_behind(mention, text, rules)
    if field:
        return f"{rules.ministry} of {fold(field).title().replace(' And ', ' and ')}"
    return before if rules.counterparts.search(fold(text[max(0, mention.start - _OFFICE):mention.start])) else None


def _field_before(mention: Mention, text: str, rules: Reference) -> str | None:
    before = text[max(0, mention.start - _OFFICE):mention.start]
    said = rules.ministers.search(fold(before))
    if said is None:
        return None
    group = "field" if said["field"] else "short"
    field = before[said.start(group):said.end(group)]
    return None if group == "field" and any(word.islower() and word != _JOINT for word in field.split()) else field


def _field_behind(mention: Mention, text: str, rules: Reference) -> str | None:
    behind = text[mention.end:mention.end + 2 * _OFFICE]
    said = rules.ministers_behind.match(fold(behind))
    field = _FIELD.match(behind, said.end()) if said else None
    return field[0] if field else None


def _of_country(office: str, country: str | None, profile: Profile) -> str:
    return office if country == profile.home else f"{office} of {profile.country_names.get(country or '', '')}".strip()


def _if_ministry(organisation: str | None, rules: Reference) -> str | None:
    """Return the name of an organisation if it is a ministry."""
    return organisation if organisation and organisation.startswith(f"{rules.ministry} ") else None
