"""Articles together: which are copies, which bodies and people are one, which reports tell one event.

Pure functions over what was taken from each article; the result depends on the set of articles alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hcoop.link.amendments import (
    Amendments,
    amended_copies,
    amended_groups,
    amended_names,
    with_organisations,
    with_people,
)
from hcoop.link.duplicates import find_copies, sketch
from hcoop.link.joining import join
from hcoop.link.merging import merged, reason
from hcoop.link.organisations import find_organisations
from hcoop.link.people import find_people
from hcoop.link.plans import fulfilments
from hcoop.link.report import Knowledge, Report, report_of
from hcoop.link.telling import Parties, tellings

__all__ = ["Amendments", "Knowledge", "Linked", "Report", "link", "report_of", "sketch"]

Plain = dict[str, Any]
_NONE = Amendments()


@dataclass(frozen=True, slots=True)
class Linked:
    """What articles share: the ids of parties, the originals of copies, and the merged events by their ids.

    The id of a merged event is the smallest of its members'. `reports` are those that were linked, without what people
    say is no organisation or person.
    """

    reports: Sequence[Report]
    parties: Parties
    events: dict[str, Plain]


def link(reports: Sequence[Report], knowledge: Knowledge, amendments: Amendments = _NONE) -> Linked:
    """Return what articles, each with an id of its own, have in common; people's word goes before what is found."""
    copies = amended_copies(find_copies(reports), reports, amendments.articles)
    organisations = amended_names(find_organisations(reports, knowledge), amendments.organisations)
    reports = with_organisations(reports, organisations)
    people = amended_names(find_people(reports, organisations), amendments.people)
    reports = with_people(reports, people)
    parties = Parties(organisations, people, copies)
    told = tellings(reports, parties)
    joined = join(told)
    known = {telling.id: telling for telling in told}
    events = {
        min(members): [known[member] for member in sorted(members)]
        for members in joined.groups.members(sorted(known)).values()
    }
    events = amended_groups(events, amendments.events)
    of_article = {report.article: report for report in reports}
    records = {key: merged(members, of_article, parties, knowledge.types) for key, members in sorted(events.items())}
    of_member = {telling.id: key for key, members in events.items() for telling in members}
    for found in sorted(joined.joins, key=lambda found: (-found.why.points, found.one.id, found.other.id)):
        if of_member[found.one.id] == of_member[found.other.id]:
            records[of_member[found.one.id]]["reasons"].append(reason(found))
    for fact, plan in sorted(fulfilments(events).items()):
        records[fact]["relations"].append({"kind": "fulfils", "event": plan})
    return Linked(reports, parties, records)
