"""What linking reads of an article, in a form that is read fast; it is handed on within one run, and never kept."""

import marshal
import zlib
from typing import Any

from hcoop.link.report import without_spans
from hcoop.link.telling import words_of
from hcoop.plain import as_json

Plain = dict[str, Any]

_HEADER = ("id", "outlet", "published")
_PARTS = ("countries", "cities", "topics", "events")
_NAMED = ("organisations", "people", "places")
_FAST = 1  # of zlib: it is written once, and read some times


def gist_of(extraction: Plain) -> Plain:
    """Return what linking reads of a plain extraction, in the same keys; whom it names has no spans.

    Besides, `said` has these in JSON, each with its spans, in that order, and `words` those of the events' quotes.
    """
    article = extraction["article"]
    gist = {"article": {name: article[name] for name in _HEADER}, **{name: extraction[name] for name in _PARTS}}
    gist["article"]["path"] = article["source"]["path"]
    gist["said"] = [_said(record) for kind in _NAMED for record in extraction[kind]]
    gist["words"] = [sorted(words_of(event)) for event in extraction["events"]]
    return gist | {kind: [without_spans(record) for record in extraction[kind]] for kind in _NAMED}


def packed(gist: Plain) -> bytes:
    """Return a gist in few bytes, for this version of Python."""
    return zlib.compress(marshal.dumps(gist), _FAST)


def unpacked(content: bytes) -> Plain:
    """Return a gist from what `packed` gave."""
    gist: Plain = marshal.loads(zlib.decompress(content))
    return gist


def _said(record: Plain) -> tuple[str, str]:
    """Return what is said of an organisation, person or place, and where."""
    spans = [[span["start"], span["end"]] for span in record["mentions"]]
    return as_json(without_spans(record)), as_json(spans)
