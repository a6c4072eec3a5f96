"""Who takes part: the bodies, countries and people in the reach of a cue, and those a sentence only points back to."""

import re
from collections.abc import Iterable, Sequence

from hcoop.events.candidate import Party
from hcoop.events.cues import Match
from hcoop.events.modality import Modality
from hcoop.events.profile import Profile
from hcoop.events.scenes import Mention, Scene
from hcoop.records import Organisation, Person, Place
from hcoop.text import fold

# Where the reach of a cue ends: another clause with a subject of its own.
_SPLIT = re.compile(
    r";|, while |, whereas | as well as (?:one|an?) |, but |, whose | where | at which | during which |, and (?=(?:it|they|he|she|the [a-z]+) (?:has|have|had|will|was|were|also)\b)"
    r"| and (?=(?:agreed|announced|decided) (?:that|to)\b)")
# The verb of the main clause follows a relative clause at once: "who serve in X have been ..."
_CLAUSE_OVER = re.compile(r",? *(?:have|has|had|is|are|was|were|will|[a-z]+ed)\b")
# "Under an agreement signed in 2014, ..." tells of the agreement first.
_OPENING = re.compile(r"^(?:under|in line with|as part of|thanks to) [^,]{15,}?(, )")
_GROUP = re.compile(r"\b(?:the|both|these|those) (?:two |three )?(?:sides|parties|hospitals|universities|institutions|institutes|(?:\w+ )?ministries|countries|organisations|organizations|"
                    r"partners|schools|agencies|cities|provinces|departments|centres|centers|units|teams|companies|nations|governments|associations)\b|\bboth\b|\bthe two\b|\beither side\b|\bon both sides\b|\bof both\b")
_PRODUCT = re.compile(r"(?:'s)? ?(?:-made|-branded|vaccines?|doses|jabs?|shots?|scanners?|machines?|ventilators?|drugs?|tablets?|ambulances?|cars?|phones?)\b")
# "German-made", "Korean-style": a quality of a thing, not a party.
_QUALITY = re.compile(r"-(?:made|built|style|produced|born|speaking|language|trained|type|standard|developed)\b")
# Where a list of witnesses is over and somebody else comes on.
_NEW_SUBJECT = re.compile(r"\b(?:mr|ms|mrs|dr|prof|signed|handed|between|opened|received)\b|;")
_ENVOY = re.compile(r"\b(?:ambassador|charge d'affaires|consul general|consul|envoy|attache|minister counsellor|deputy head of mission)\b[^,;]*$")
_STATES = re.compile(r"\b(?:the|both) (?:two )?(?:\w+ )?(?:ministries|governments|countries|nations|states)\b")
_PRONOUN = re.compile(r"^[^a-z]*(?:it|they|its|their|together they|since then,? it|(?:in|over|on|since|from) D+,? (?:and D+,? )?it)\b|\b(?:with|by|from|to) (?:it|them)\b|, it (?:also|has|had|was|will)")
_GOVERNMENT = re.compile(r" *(?:'s )?(?:government|embassy|ambassador|people|side|consulate|state|ministry|capital|party|fund|authorities|taxpayers|military|army|team|delegation)")


def clause(match: Match, scene: Scene) -> tuple[int, int]:
    """Return the reach of a match: offsets of the clause its trigger stands in."""
    start, end = scene.start, scene.end
    for left, right in _borders(scene):
        if left <= match.trigger_start:
            start = max(start, right)
        elif left >= match.trigger_end:
            end = left
            break
    return start, end


def _borders(scene: Scene) -> list[tuple[int, int]]:
    opening = _OPENING.match(scene.masked)
    found = [border.span() for border in _SPLIT.finditer(scene.masked)] + ([opening.span(1)] if opening else [])
    return [(scene.start + left, scene.start + right) for left, right in sorted(found)]


def parties_in(match: Match, scene: Scene, rules: Modality, profile: Profile) -> list[Party]:
    """Return the parties named in the clause of a match; a side that the clause does not name is looked for in its sentence.

    Speakers count only if nobody else is there.
    """
    found = _parties_between(*clause(match, scene), match, scene, rules, profile)
    sides = {party.home for party in found}
    if len(sides) == 2:
        return found
    wider = _parties_between(scene.start, scene.end, match, scene, rules, profile)
    return _unique([*found, *(party for party in wider if party.home not in sides)])


def _parties_between(start: int, end: int, match: Match, scene: Scene, rules: Modality, profile: Profile) -> list[Party]:
    inside = [m for m in scene.mentions if start <= m.start and m.end <= end and m.mask != "D" and not _aside(m, match, scene)]
    speakers = _speakers(inside, scene, rules)
    found = _parties([m for m in inside if m not in speakers], match, scene, profile)
    told = _parties(speakers, match, scene, profile, speaking=True)
    return _unique([*found, *(party for party in told if not any(known.home == party.home for known in found))])


def _aside(mention: Mention, match: Match, scene: Scene) -> bool:
    """Tell whether a mention stands in a relative clause that has nothing to do with the trigger: "who works at X"."""
    before = scene.words(max(scene.start, mention.start - 120), mention.start)
    clause_start = max(before.rfind(" who "), before.rfind(" whose "), before.rfind(" where "))
    if clause_start < 0 or "," in before[clause_start + 1:]:
        return False
    opened = mention.start - len(before) + clause_start
    if not opened <= match.trigger_start:
        return True
    return match.trigger_start > mention.end and bool(_CLAUSE_OVER.match(scene.words(mention.end, match.trigger_end)))


def _speakers(mentions: Sequence[Mention], scene: Scene, rules: Modality) -> list[Mention]:
    """Return the mentions that only say something or look on."""
    return [m for m in mentions if speaks(m, scene, rules) or witnesses(m, scene, rules)]


def speaks(mention: Mention, scene: Scene, rules: Modality) -> bool:
    """Tell whether a mention names who says what the sentence tells."""
    after = scene.words(mention.end, mention.end + 90)
    before = scene.words(mention.start - 60, mention.start)
    told_after = re.match(r"(?:[,']?[^a-z;]*(?:[a-z' -]{0,40}[HPUNCFV]*){0,2}[, ]*)?$", after.split(" said")[0].split(" told")[0]) if (" said" in after or " told" in after) else None
    told_before = re.search(r"(?:, |\")(?:said|according to|told) (?:[a-z. ]*)[^;]{0,45}$", before)
    return bool(told_after or told_before or rules.speech.match(after.lstrip()))


def witnesses(mention: Mention, scene: Scene, rules: Modality) -> bool:
    """Tell whether a mention names somebody who only looks on."""
    before = scene.words(max(scene.start, mention.start - 170), mention.start)
    found = None
    for found in rules.witness.finditer(before):
        pass
    return found is not None and not _NEW_SUBJECT.search(before, found.end())


def _parties(mentions: Iterable[Mention], match: Match, scene: Scene, profile: Profile, speaking: bool = False) -> list[Party]:
    mentions = list(mentions)
    bodies = [_body(m, match, scene, profile, speaking) for m in mentions if isinstance(m.what, Organisation) and not _is_brand(m, scene)]
    found = [party for party in bodies if party]
    for mention in mentions:
        party = _other(mention, match, scene, found, profile)
        if party:
            found.append(party)
    return _unique(found)


def _is_brand(mention: Mention, scene: Scene) -> bool:
    """Tell whether a company's name only says whose product a thing is: "AstraZeneca vaccine", "Siemens-made scanners"."""
    company = isinstance(mention.what, Organisation) and mention.what.kind == "company"
    return company and bool(_PRODUCT.match(scene.words(mention.end, mention.end + 30)))


def _body(mention: Mention, match: Match, scene: Scene, profile: Profile, speaking: bool) -> Party | None:
    body = mention.what
    assert isinstance(body, Organisation)
    active = _is_active(mention, match)
    if body.kind == "embassy" and body.country and (speaking or _ENVOY.search(scene.words(mention.start - 45, mention.start))):
        return Party(profile.country_names[body.country], body.country, mention.mask == "H", active)
    if mention.mask == "U":
        return Party(body.name, None, False, active)
    return Party(body.name, body.country, mention.mask == "H", active, city=body.city)


def _other(mention: Mention, match: Match, scene: Scene, found: Sequence[Party], profile: Profile) -> Party | None:
    """Return a person without a body, or a country or foreign city, as a party where no body of theirs is named."""
    if isinstance(mention.what, Person):
        return _person(mention, match, found, profile)
    if _QUALITY.match(scene.words(mention.end, mention.end + 12)):
        return None
    if not isinstance(mention.what, Place) or mention.country == profile.home or not _acts(mention, match, scene):
        return None
    named = [party for party in found if not party.home and party.named]
    if any(party.country in (mention.country, None) for party in named):
        return None
    if named and not _gives(mention, scene):
        return None
    name = _written(mention, scene)
    if mention.what.name in profile.capitals and match.cue.type in ("aid", "agreement"):
        name = profile.country_names.get(mention.country or "", name)
    people = mention.mask == "C" and not _GOVERNMENT.match(scene.words(mention.end, mention.end + 20)) and fold(name) != scene.text(mention)
    return Party(name, mention.country, False, _is_active(mention, match), named=mention.mask == "F", people=people)


def _written(mention: Mention, scene: Scene) -> str:
    """Return a foreign place as the text writes it, "Gyeonggi-do"; a country by its name."""
    if mention.mask == "F":
        return scene.original[mention.start - scene.start:mention.end - scene.start]
    return mention.what.name  # type: ignore[union-attr]


def _acts(mention: Mention, match: Match, scene: Scene) -> bool:
    """Tell whether a place stands for its people; "in Laos" is where something is, unless somebody went there to learn or visit."""
    before = scene.words(mention.start - 12, mention.start)
    return match.cue.type in ("training", "meeting") or not re.search(r"\b(?:in|at|near|across|around|outside|throughout) (?:the )?$", before)


def _gives(mention: Mention, scene: Scene) -> bool:
    """Tell whether a place is named as one who acts although bodies are named: "by Italy", "the Italian Government"."""
    governs = _GOVERNMENT.match(scene.words(mention.end, mention.end + 20))
    return bool(governs or re.search(r"\b(?:by|from) (?:the )?$", scene.words(mention.start - 9, mention.start)))


def _person(mention: Mention, match: Match, found: Sequence[Party], profile: Profile) -> Party | None:
    person = mention.what
    assert isinstance(person, Person)
    home = mention.country == profile.home
    if mention.country is None or any(party.home == home for party in found):
        return None
    active = _is_active(mention, match)
    if not home and _ENVOY.search(fold(person.role or "")):
        return Party(profile.country_names.get(mention.country, person.name), mention.country, False, active)
    if person.organisation:
        return Party(person.organisation, mention.country, home, active)
    if home or not profile.acts(person.role):
        return None
    return Party(person.name, mention.country, False, active, person=True)


def _is_active(mention: Mention, match: Match) -> bool:
    return mention.end <= match.trigger_start


def _unique(parties: Iterable[Party]) -> list[Party]:
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.name, party)
    spoken_for = {party.country for party in seen.values() if party.named}
    return [party for party in seen.values() if party.named or party.country not in spoken_for]


def points_to_states(match: Match, scene: Scene) -> bool:
    """Tell whether the clause points back to two states: "the two ministries", "both governments"."""
    return bool(_STATES.search(scene.words(*clause(match, scene))))


def points_back(match: Match, scene: Scene, subject_is_partner: bool) -> bool:
    """Tell whether the clause points back to partners named before: "the two sides", "both hospitals".

    "It" and "they" do so only if the subject of the sentence before was a partner.
    """
    start, end = clause(match, scene)
    words = scene.words(start, end)
    return bool(_GROUP.search(words) or (subject_is_partner and _PRONOUN.search(words)))
