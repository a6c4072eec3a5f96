"""What the page says in words: figures, what is not known, and the events for browsers without scripts."""

from typing import Any

from hcoop.output.clean import clean
from hcoop.output.report.payload import Payload
from hcoop.query.report import Report
from hcoop.query.report.figures import has_year
from hcoop.query.show_as import date_of_event, day
from hcoop.query.table import Row

# For browsers, and previews in mail programs, that run no script.
_LISTED = 100
_SELECTS = [("country", "Country"), ("city", "Province"), ("type", "Type"), ("topic", "Topic"), ("status", "Status"),
            ("look", "Only")]
_HEADINGS = [("date", "Date"), ("who", "Who with whom"), ("type", "Type"), ("city", "Province"), ("status", "Status"),
             ("source", "Told by")]


def content_of(report: Report, data: Payload, title: str) -> dict[str, Any]:
    """Return what the template names, but for the version."""
    return {
        "title": clean(title),
        "asked": [(name.capitalize(), clean(told)) for name, told in report.asked],
        "lead": _lead(report.figures),
        "figures": _figures(report.figures),
        "unsure": _unsure(report.figures),
        "selects": _SELECTS,
        "headings": _HEADINGS,
        "texts": _texts(data.around),
        "published": _span(report.figures["published"]) or "on days that are not told",
        "listed": _how_many(len(report.events)),
        "events": [_event(event) for event in _newest(report.events)],
        "data": data.text,
        "packed": data.packed,
    }


def _lead(figures: Row) -> str:
    dated = _span(figures["events_span"])
    published = _span(figures["published"])
    told = f"What {_count(figures['telling'], 'article')} of the press {'tells' if figures['telling'] == 1 else 'tell'}"
    parts = [told, f", published {published}" if published else "", f"; events dated {dated}" if dated else ""]
    return "".join(parts) + "."


def _figures(figures: Row) -> list[tuple[str, str]]:
    named = [("events", "event", "events"), ("countries", "partner country", "partner countries"),
             ("partners", "partner body", "partner bodies"), ("homes", "body at home", "bodies at home"),
             ("cities", "province", "provinces"), ("telling", "article", "articles")]
    return [(one if figures[key] == 1 else many, f"{figures[key]:,}") for key, one, many in named]


def _unsure(figures: Row) -> str:
    """Say how much is not known."""
    events = figures["events"]
    told = [
        f"{figures['undated']:,} of {_count(events, 'event')} have no date that tells a year" if events else "",
        f"reports differ on {figures['differing']:,}" if figures["differing"] else "",
        f"people corrected {figures['corrected']:,}" if figures["corrected"] else "",
        f"{_count(figures['copies'], 'copy', 'copies')} of articles are not counted" if figures["copies"] else "",
    ]
    return "; ".join(filter(None, told)) + ("." if events else "")


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _span(days: list[str | None]) -> str:
    first, last = days
    if not first or not last:
        return ""
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def _texts(around: int | None) -> str:
    if around is None:
        return "The page holds the whole articles."
    beside = f"and up to {around} characters on each side" if around else "and nothing beside them"
    return (f"To keep the file small it holds the words of the evidence {beside}, not the whole articles; "
            "`hcoop show ID` gives them, and a report with filters has room for more.")


def _how_many(events: int) -> str:
    return f"Below are the latest {_LISTED} of {events:,} events." if events > _LISTED else ""


def _newest(events: list[Row]) -> list[Row]:
    """Return the latest events first, the undated ones last, as the page has them."""
    dated = [event for event in events if has_year(event)]
    return [*reversed(dated), *(event for event in events if not has_year(event))][:_LISTED]


def _event(event: Row) -> Row:
    return {
        "title": clean(event["title"]),
        "said": date_of_event(event["date"], event["reported"]),
        "status": event["status"],
        "city": event["city"],
        "evidence": [
            {
                "quote": clean(piece["quote"]),
                "outlet": clean(" · ".join(filter(None, (piece["outlet"], day(piece["published"]))))),
            }
            for piece in event["evidence"]
        ],
    }
