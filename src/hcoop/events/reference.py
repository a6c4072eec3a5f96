"""Who is meant where a sentence does not name them, and how far its words reach, from `data/reference.yaml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hcoop.events.expressions import Expression
from hcoop.events.phrasing import phrasing
from hcoop.events.words import Wording, wording
from hcoop.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Reference:
    """The compiled phrasings; `data/reference.yaml` says what each means."""

    clause_borders: Expression
    openings: Expression
    main_verbs: Expression
    relative_pronouns: Expression
    relative_subjects: Expression
    experience: Expression
    both_sides: Expression
    pairs: Expression
    pair_kinds: Mapping[str, Sequence[str]]
    joined_by: Sequence[str]
    listed_by: Sequence[str]
    two_states: Expression
    pronouns: Expression
    same_event: Expression
    told_before: Expression
    person_pronouns: Expression
    said_behind: tuple[str, ...]
    said_before: Expression
    new_subjects: Expression
    products: Expression
    parents: Expression
    product_of: Expression
    leans_on: Expression
    by_itself: Expression
    qualities: Expression
    patients: Expression
    patients_from: Expression
    envoys: Expression
    governments: Expression
    acts_beside: Expression
    office_holders: Expression
    ministers: Expression
    counterparts: Expression
    ministers_behind: Expression
    ministry: str
    people_from: Expression
    people_of_home: Expression
    whereabouts: Expression
    venues: Expression
    ceremonies: Expression
    by_whom: Expression
    agents: Expression
    teachers: Expression
    formerly: Expression
    its_instrument: Expression
    rests_on: Expression
    several_instruments: Expression


def reference(lexicon: Lexicon) -> Reference:
    """Compile `data/reference.yaml`."""
    data, words = lexicon["reference"], lexicon.compiled(wording)
    plain = {name: phrasing(entry, words) for name, entry in data.items() if "patterns" in entry}
    head, within = plain.pop("pronouns_at_head"), plain.pop("pronouns_within")
    expressions = {
        **plain,
        "clause_borders": "|".join([plain["clause_borders"], *(_new_clause(e, words) for e in data["new_clauses"])]),
        "openings": rf"{plain['openings']} [^,]{{15,}}?(?P<border>, )",
        "main_verbs": rf",? *{plain['main_verbs']}",
        "relative_pronouns": rf" {_either(data['relative_pronouns'])}(?= )",
        "relative_subjects": rf"{plain['relative_subjects']}$",
        "pairs": rf"\b(?:the|both|these) (?:two )?(?:\w+ )?(?P<kind>{_either(list(data['pair_kinds']))})\b",
        "pronouns": rf"^[^a-z]*{head}|{within}",
        "same_event": rf"(?:.{{0,40}}, )?{plain['same_event']} ",
        "told_before": _told_before(data["told_before"], words),
        "person_pronouns": rf"[^a-z]*{plain['person_pronouns']}",
        "said_before": rf"(?:, |\"){_either(data['said_before'])} (?:[a-z. ]*)[^;]{{0,45}}$",
        "parents": rf"{plain['parents']}$",
        "patients_from": rf"{plain['patients_from']}$",
        "product_of": rf"{plain['product_of']}$",
        "envoys": rf"{plain['envoys']}[^,;]*$",
        "governments": rf" *{plain['governments']}",
        "people_from": rf"{plain['people_from']}$",
        "whereabouts": rf"{plain['whereabouts']}$",
        "venues": rf"\b{plain['venues']}$",
        "by_whom": rf"{plain['by_whom']}$",
        "agents": rf"{plain['agents']}$",
        "formerly": rf"{plain['formerly']}$",
    }
    compiled = {name: Expression(expression) for name, expression in expressions.items()}
    said_behind = tuple(f" {word}" for word in data["said_behind"])
    return Reference(said_behind=said_behind, pair_kinds=data["pair_kinds"], ministry=data["ministry"],
                     joined_by=data["joined_by"], listed_by=data["listed_by"], **compiled)


def _new_clause(entry: Mapping[str, Any], words: Wording) -> str:
    return f"{entry['after']}(?={phrasing(entry, words)})"


def _told_before(entry: Mapping[str, Sequence[str]], words: Wording) -> str:
    """Return an expression for "the" and the like before a noun of which it is not said that it is another one."""
    others = phrasing({"patterns": entry["but"]}, words)
    return rf"\b{_either(entry['determiners'])} (?!{others})(?=[a-z])"


def _either(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"
