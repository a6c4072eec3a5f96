"""Which date is an event's and how long it lasted, from `data/times.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from hcoop.events.expressions import Expression
from hcoop.events.phrasing import phrasing
from hcoop.events.words import wording
from hcoop.lexicon import Lexicon

# The phrasings that are looked for as they are.
_FOUND = (
    "ended", "at_end", "other_clause", "asides", "term_behind", "going_on", "took_place", "at_its_time", "day_before",
    "day_after", "renewed", "to_come", "done_before", "of_late", "of_saying", "saying_behind", "saying_before",
    "of_talk", "then", "beside",
)
# A number of days, weeks or months in figures goes so far.
_MOST = 30


@dataclass(frozen=True, slots=True)
class Times:
    """The compiled phrasings; `data/times.yaml` says what each means.

    `duration` finds "four-day" or "week-long": its groups are a `number` of `numbers` and a `unit`, or a `whole` one,
    of `units`, whose values are D, W or M.
    """

    not_its_own: Expression
    counted: Expression
    reaching_back: tuple[str, ...]
    to_come: Expression
    of_saying: Expression
    saying_behind: Expression
    saying_before: Expression
    of_talk: Expression
    done_before: Expression
    of_late: Expression
    begun: Expression
    starts_on: Expression
    then: Expression
    ended: Expression
    ends_on: Expression
    going_on: Expression
    took_place: Expression
    at_its_time: Expression
    day_before: Expression
    day_after: Expression
    renewed: Expression
    at_end: Expression
    turn: Expression
    other_clause: Expression
    asides: Expression
    term_before: Expression
    term_behind: Expression
    joined_by: tuple[str, ...]
    beside: Expression
    season: Expression
    duration: Expression
    numbers: Mapping[str, int]
    units: Mapping[str, str]


def times(lexicon: Lexicon) -> Times:
    """Compile `data/times.yaml`, with the seasons of `data/languages/en.yaml`."""
    units = "|".join(lexicon["times"]["units"])
    data, words = lexicon["times"], lexicon.compiled(wording)
    plain = {name: phrasing(entry, words) for name, entry in data.items() if "patterns" in entry}
    expressions = {
        **{name: plain[name] for name in _FOUND},
        **{name: f"{plain[name]}$" for name in ("begun", "starts_on", "ends_on", "term_before")},
        **{name: f"{plain[name]} ?$" for name in ("not_its_own", "counted")},
        "turn": f"{plain['at_end']}|{plain['at_start']}",
        "season": rf"\b(?:{'|'.join(lexicon['languages/en']['words']['season'])})\b",
        "duration": rf"\b(?:(?P<number>\w+)-(?P<unit>{units})|(?P<whole>{units})-?long)\b",
    }
    compiled = {name: Expression(expression) for name, expression in expressions.items()}
    numbers = {str(number): number for number in range(2, _MOST + 1)} | {w: int(n) for w, n in data["numbers"].items()}
    return Times(reaching_back=tuple(data["reaching_back"]), joined_by=tuple(data["joined_by"]),
                 numbers=numbers, units=data["units"], **compiled)
