"""All that `data/` knows of how events are told, compiled."""

from collections.abc import Mapping
from dataclasses import dataclass

from hcoop.events.cues import Cues, compile_cues
from hcoop.events.event_types import EventType, event_types
from hcoop.events.modality import Modality, modality
from hcoop.events.profile import Profile, profile
from hcoop.events.reference import Reference, reference
from hcoop.events.terms import Terms, compile_terms
from hcoop.events.times import Times, times
from hcoop.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one lexicon, by the file that holds them."""

    types: Mapping[str, EventType]
    cues: Cues
    modality: Modality
    reference: Reference
    times: Times
    terms: Terms
    profile: Profile


def compile_rules(lexicon: Lexicon) -> Rules:
    """Compile the rules of a lexicon."""
    return Rules(
        types=lexicon.compiled(event_types), cues=lexicon.compiled(compile_cues), modality=lexicon.compiled(modality),
        reference=lexicon.compiled(reference), times=lexicon.compiled(times), terms=lexicon.compiled(compile_terms),
        profile=lexicon.compiled(profile))
