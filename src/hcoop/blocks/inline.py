"""What stands inside a line where parts of a page have run together, from `inline` of `layout.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Inline:
    """The compiled patterns, searched for in text with its case; the data say what each finds.

    `credited` is searched for in small letters, which is several times as fast as to look for either case.
    """

    image: re.Pattern[str]
    credit: re.Pattern[str]
    wire_credit: re.Pattern[str]
    photographers: re.Pattern[str]
    photo_by: re.Pattern[str]
    credited: re.Pattern[str]
    image_line: re.Pattern[str]
    read_on: re.Pattern[str]
    not_writers: re.Pattern[str]


def compile_inline(entries: Mapping[str, Mapping[str, Any]]) -> Inline:
    """Compile the entries by their names."""
    patterns = {name: entry["pattern"] for name, entry in entries.items()}
    patterns["credited"] = patterns["credited"].removeprefix("(?i)")
    return Inline(**{name: re.compile(pattern) for name, pattern in patterns.items()})
