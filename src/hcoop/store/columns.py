"""The columns of an article: what its record says, to be asked without unpacking it."""

from typing import Any

from hcoop.edtf import days

Plain = dict[str, Any]

# How the values of a list are parted in a column.
_BETWEEN = "; "


def of_article(extraction: Plain) -> Plain:
    """Return the values of the columns that tell what the record of an article does; a list is text, null if empty."""
    article = extraction["article"]
    earliest, latest = days(article["published"])
    own = {name: article[name] for name in ("title", "published", "outlet", "author", "agency", "url", "language")}
    lists = {name: _BETWEEN.join(extraction[name]) or None for name in ("countries", "cities", "topics")}
    sizes = {"relevant": extraction["relevant"], "event_count": len(extraction["events"])}
    return {**own, "earliest": earliest, "latest": latest, **lists, **sizes}
