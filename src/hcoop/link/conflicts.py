"""What reports of one event say that cannot all be true, with who says what."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from hcoop.link.dating import agree
from hcoop.link.telling import Telling

Plain = dict[str, Any]


def conflicts(tellings: Sequence[Telling], date: str | None) -> Iterator[Plain]:
    """Yield the fields on which reports differ; `date` is the one that was chosen, which others may allow."""
    if len(tellings) == 1:
        return
    for field in ("type", "instrument", "city", "date", "term"):
        said = {
            (value, telling.article)
            for telling in tellings
            if (value := telling.event[field]) is not None and telling.article == telling.original
        }
        values = {value for value, _ in said}
        if field == "date" and date and all(agree(date, value) for value in values):
            continue
        if field == "term" and _may_be_one(values):
            continue
        if len(values) > 1:
            yield {"field": field, "values": [{"value": v, "article": a} for v, a in sorted(said)]}
    yield from _sums(tellings)


def _may_be_one(terms: Collection[str]) -> bool:
    """Tell whether terms may be the same: one length and one end at most."""
    lengths = {term for term in terms if term.startswith("P")}
    return len(lengths) <= 1 and len({term.rpartition("/")[2] for term in terms if term not in lengths}) <= 1


def _sums(tellings: Sequence[Telling]) -> Iterator[Plain]:
    """Yield the sums in one currency of which reports that tell it do not share one."""
    said = {
        (amount["currency"], amount["value"], telling.article)
        for telling in tellings
        if telling.article == telling.original
        for amount in telling.event["amounts"]
    }
    for currency in sorted({currency for currency, _, _ in said}):
        of_article: dict[str, set[float]] = {}
        for code, value, article in said:
            if code == currency:
                of_article.setdefault(article, set()).add(value)
        if len(of_article) > 1 and not set.intersection(*of_article.values()):
            told = sorted((value, article) for article, found in of_article.items() for value in found)
            values = [{"value": f"{value:,.10g} {currency}", "article": article} for value, article in told]
            yield {"field": "amounts", "values": values}
