"""The date that all reports of an event together give."""

from collections import Counter
from collections.abc import Sequence

from hcoop import edtf
from hcoop.link.telling import Telling


def best_date(tellings: Sequence[Telling]) -> tuple[str | None, str]:
    """Return the most precise date that no report speaks against, and its basis.

    Where reports contradict one another, that of the most reports; copies count once.
    """
    dated = [telling for telling in tellings if telling.event["date"]]
    if not dated:
        return None, "none"
    if len(dated) == 1:
        return dated[0].event["date"], dated[0].event["date_basis"]
    count = Counter(date for _, date in {(t.original, str(t.event["date"])) for t in dated})
    support = {date: sum(n for other, n in count.items() if edtf.overlaps(date, other)) for date in count}
    best = min(count, key=lambda date: (-support[date], edtf.parse(date).yearless, _length(date), -count[date], date))
    bases = {telling.event["date_basis"] for telling in dated if telling.event["date"] == best}
    return best, next(basis for basis in ("stated", "relative", "none") if basis in bases)


def agree(one: str, other: str) -> bool:
    """Tell whether two dates may be of one day."""
    return edtf.overlaps(one, other)


def _length(date: str) -> int:
    """Return the days that a date spans, many for an open one; a missing year adds none."""
    filled = date.replace("XXXX", "2000")
    first, last = edtf.bounds(filled) if edtf.is_valid(filled) else (None, None)
    return (last - first).days if first and last else 1_000_000
