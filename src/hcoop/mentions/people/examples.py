"""Whether the expressions of `gazetteer/people` match their own examples, and nothing that is none."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hcoop.lexicon import Lexicon
from hcoop.schema import Problem

_FILE = "gazetteer/people.yaml"


def check_examples(lexicon: Lexicon) -> Iterator[Problem]:
    """Give a problem for each example that its expression does not match, and each `not:` that it matches."""
    people = lexicon["gazetteer/people"]
    entries = {**people, **{f"syllables/{country}": entry for country, entry in people.get("syllables", {}).items()}}
    for name, entry in entries.items():
        if isinstance(entry, dict) and "pattern" in entry:
            yield from _untrue(name, entry)


def _untrue(name: str, entry: Mapping[str, Any]) -> Iterator[Problem]:
    pattern = re.compile(entry["pattern"], re.IGNORECASE)
    for key, expected in (("examples", True), ("not", False)):
        for place, text in enumerate(entry.get(key, ())):
            if (pattern.match(text) is not None) != expected:
                told = "is not matched" if expected else "is matched and must not be"
                yield Problem(f"data/{_FILE}", None, f"/{name}/{key}/{place}", f'{told}: "{text}"')
