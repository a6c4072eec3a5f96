"""What linking reads of an article, in a form that is read fast; it is handed on within one run, and never kept."""

import marshal
import zlib
from typing import Any

Plain = dict[str, Any]

_HEADER = ("id", "outlet", "published")
_PARTS = ("countries", "cities", "topics", "organisations", "people", "places", "events")
_FAST = 1  # of zlib: it is written once, and read some times


def gist_of(extraction: Plain) -> Plain:
    """Return what linking reads of a plain extraction, in the same keys."""
    article = extraction["article"]
    header = {name: article[name] for name in _HEADER}
    return {
        "article": {**header, "source": {"path": article["source"]["path"]}},
        **{name: extraction[name] for name in _PARTS},
    }


def packed(gist: Plain) -> bytes:
    """Return a gist in few bytes, for this version of Python."""
    return zlib.compress(marshal.dumps(gist), _FAST)


def unpacked(content: bytes) -> Plain:
    """Return a gist from what `packed` gave."""
    gist: Plain = marshal.loads(zlib.decompress(content))
    return gist
