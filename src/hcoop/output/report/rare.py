"""What few events have: amounts, what reports disagree on, corrections, plans."""

from typing import Any

from hcoop.output.clean import clean
from hcoop.query.report import Report
from hcoop.query.show_as import length
from hcoop.query.table import Row

# The length of the id of most events; the data have those in one string.
PLAIN_ID = 12


def rare_fields(event: Row, report: Report) -> Row:
    """Return the fields of an event that are not empty, for people to read.

    `pages` of the pieces of evidence; `term` in words; `amounts` as written; `conflicts` as
    [field, [[value, article], ...]]; `corrected` as [field, extracted, by, day, note]; `checked` as [by, day, note];
    `plans` that it carries out and what it was `followed` by, as ids; the `title` where a person gave it; the `id` if
    it is not of the usual length; `reports`, how many tellings it is made of.
    """
    corrected, pages = event["corrected"], [piece.get("page") for piece in event["evidence"]]
    rare = {
        "pages": pages if any(pages) else [],
        "term": length(event["term"]) if event["term"] else "",
        "amounts": [clean(amount["text"]) for amount in event["amounts"]],
        "conflicts": [[differing["field"], _told(differing["values"])] for differing in event["conflicts"]],
        "corrected": [[m["field"], _said(m["extracted"]), *_credit(m)] for m in corrected],
        "checked": _credit(event["checked"]) if event["checked"] else [],
        "plans": [relation["event"] for relation in event["relations"]],
        "followed": report.followed.get(event["id"], []),
        "title": clean(event["title"]) if any(mark["field"] == "title" for mark in corrected) else "",
        "id": event["id"] if len(event["id"]) != PLAIN_ID else "",
        "reports": len(event["members"]) if len(event["members"]) > 1 else 0,
    }
    return {field: value for field, value in rare.items() if value}


def _told(values: list[Row]) -> list[list[str]]:
    return [[_said(told["value"]), told["article"]] for told in values]


def _credit(mark: Row) -> list[str]:
    return [clean(mark["by"] or ""), mark["date"] or "", clean(mark["note"] or "")]


def _said(value: Any) -> str:
    """Return any value of a field as words."""
    if value in (None, [], ""):
        return ""
    if isinstance(value, list):
        return ", ".join(map(_said, value))
    return clean(str(value.get("name") or value.get("text") or "") if isinstance(value, dict) else str(value))
