"""Articles together: which are copies, which bodies and people are one, which reports tell one event.

Pure functions over what was taken from each article; the result depends on the set of articles alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hcoop.link.duplicates import find_copies, sketch
from hcoop.link.joining import join
from hcoop.link.merging import merged, reason
from hcoop.link.organisations import find_organisations
from hcoop.link.people import find_people
from hcoop.link.plans import fulfilments
from hcoop.link.report import Knowledge, Report, report_of
from hcoop.link.telling import Parties, tellings

__all__ = ["Knowledge", "Linked", "Report", "link", "report_of", "sketch"]

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """What articles share: the ids of parties, the originals of copies, and the merged events by their ids.

    The id of a merged event is the smallest of its members'.
    """

    parties: Parties
    events: dict[str, Plain]


def link(reports: Sequence[Report], knowledge: Knowledge) -> Linked:
    """Return what a set of articles, each with an id of its own, has in common."""
    copies = find_copies(reports)
    organisations = find_organisations(reports, knowledge)
    parties = Parties(organisations, find_people(reports, organisations), copies)
    told = tellings(reports, parties)
    joined = join(told)
    known = {telling.id: telling for telling in told}
    events = {
        min(members): [known[member] for member in sorted(members)]
        for members in joined.groups.members(sorted(known)).values()
    }
    of_article = {report.article: report for report in reports}
    records = {key: merged(members, of_article, parties, knowledge.types) for key, members in sorted(events.items())}
    of_member = {telling.id: key for key, members in events.items() for telling in members}
    for found in sorted(joined.joins, key=lambda found: (-found.why.points, found.one.id, found.other.id)):
        records[of_member[found.one.id]]["reasons"].append(reason(found))
    for fact, plan in sorted(fulfilments(events).items()):
        records[fact]["relations"].append({"kind": "fulfils", "event": plan})
    return Linked(parties, records)
