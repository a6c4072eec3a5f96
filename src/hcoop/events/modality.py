"""The wording of facts, plans and hopes, from `data/modality.yaml`."""

from collections.abc import Iterable
from dataclasses import dataclass

from hcoop.events.expressions import Expression
from hcoop.events.phrases import Phrases
from hcoop.events.phrasing import phrasing
from hcoop.events.wordlists import either
from hcoop.events.words import wording
from hcoop.lexicon import Lexicon

_LISTS = (
    "negated", "praise", "cancelled", "honours", "future", "future_in_the_past", "irrealis", "factual_infinitive",
    "provided", "running", "speech", "witness", "present", "present_perfect", "participle_behind", "past", "emphatic",
    "talked_of",
)


@dataclass(frozen=True, slots=True)
class Modality:
    """The compiled wording; `data/modality.yaml` says what each means.

    `auxiliaries` ends where the verb begins, and its last word in one of `auxiliary_ends`; `irregular` are the past
    forms of irregular verbs.
    """

    rejected: Phrases
    reach_ends: Expression
    voiced: Expression
    told_while: Expression
    negated: Phrases
    praise: Phrases
    cancelled: Phrases
    honours: Phrases
    worldwide: Expression
    statistics: Expression
    main_future: Expression
    shared: Expression
    counts: Expression
    lives: Expression
    first_person: Expression
    put_off: Expression
    future: Phrases
    future_in_the_past: Phrases
    irrealis: Phrases
    factual_infinitive: Phrases
    helped: Expression
    held_to: Expression
    factual_gerund: Expression
    talked_of: Phrases
    contents: Expression
    provides: Expression
    provided: Phrases
    running: Phrases
    running_tense: Expression
    continuing: Expression
    speech: Phrases
    witness: Phrases
    auxiliaries: Expression
    auxiliary_ends: tuple[str, ...]
    present: Phrases
    present_perfect: Phrases
    participle_behind: Phrases
    past: Phrases
    emphatic: Phrases
    infinitive: Expression
    complement: Expression
    irregular: frozenset[str]
    not_gerunds: frozenset[str]
    adjectives: frozenset[str]
    told_of_signing: tuple[str, ...]
    agreed: tuple[str, ...]


def modality(lexicon: Lexicon) -> Modality:
    """Compile `data/modality.yaml`."""
    data, words = lexicon["modality"], lexicon.compiled(wording)
    helping = [*data["auxiliaries"], *data["between"]]
    between = either(helping, {})
    gerund = f"{phrasing(data['factual_gerund'], words)}|^{either(data['factual_gerund_at_head'], {})}"
    return Modality(
        rejected=Phrases(data["rejected"]["words"]),
        reach_ends=Expression(phrasing(data["reach_ends"], words)),
        voiced=Expression(phrasing(data["voiced"], words)),
        told_while=Expression(phrasing(data["told_while"], words)),
        factual_gerund=Expression(rf"(?:{gerund}) +$|^\W*$"),
        helped=Expression(phrasing(data["helped"], words)),
        held_to=Expression(phrasing(data["held_to"], words)),
        contents=_opening(data["contents"]),
        main_future=Expression(phrasing(data["main_future"], words)),
        shared=Expression(phrasing(data["shared"], words)),
        statistics=Expression(phrasing(data["statistics"], words)),
        worldwide=Expression(phrasing(data["worldwide"], words)),
        counts=Expression(phrasing(data["counts"], words)),
        lives=Expression(phrasing(data["lives"], words)),
        first_person=Expression(phrasing(data["first_person"], words)),
        put_off=Expression(phrasing(data["put_off"], words)),
        provides=Expression(phrasing(data["provides"], words)),
        running_tense=Expression(phrasing(data["running_tense"], words)),
        continuing=Expression("[^a-z]*" + _opening(data["continuing"]).pattern),
        # A word that is taken stays so: "recently" is read in two ways, and a row of it in more than can be tried.
        auxiliaries=Expression(rf"(?>(?:\b(?:{between}|\w+ly)|D+,?) +)+$"),
        auxiliary_ends=tuple({f"{word} " for word in [*helping, "ly", "D", "D,"]}),
        complement=Expression(rf"\b{either(data['no_subject_behind'], {})} (?:\w+ ){{0,2}}$"),
        infinitive=Expression(rf"\b{either(data['infinitive'], {})} +$"),
        irregular=frozenset(form for forms in lexicon["wording"]["irregular"].values() for form in forms.split()),
        not_gerunds=frozenset(data["not_gerunds"]),
        adjectives=frozenset(data["adjectives"]),
        told_of_signing=tuple(data["told_of_signing"]),
        agreed=tuple(data["agreed"]),
        **{name: Phrases(data[name]) for name in _LISTS})


def _opening(words: Iterable[str]) -> Expression:
    return Expression(either(words, {}) + r"\b")
