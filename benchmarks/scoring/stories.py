"""The stories of one page as one record, since a gold record is written for a file."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]

_LISTS = ("countries", "cities", "topics", "organisations", "people", "events")


def by_file(records: Iterable[Record]) -> dict[str, Record]:
    """Return the extractions by the name of the file that each is of, those of several stories united."""
    stories: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        stories[Path(record["article"]["source"]["path"]).name].append(record)
    return {name: _united(found) if len(found) > 1 else found[0] for name, found in stories.items()}


def _united(stories: list[Record]) -> Record:
    """Return the first story with all that the others tell; evidence is moved to where the texts stand together."""
    texts = [story["article"]["text"] for story in stories]
    starts = [sum(len(text) + 1 for text in texts[:place]) for place in range(len(texts))]
    events = [_moved(event, start) for story, start in zip(stories, starts, strict=True) for event in story["events"]]
    whole = {key: [value for story in stories for value in story[key]] for key in _LISTS}
    article = stories[0]["article"] | {"text": "\n".join(texts)}
    return whole | {"article": article, "relevant": any(story["relevant"] for story in stories), "events": events}


def _moved(event: Record, start: int) -> Record:
    evidence = [part | {"start": part["start"] + start, "end": part["end"] + start} for part in event["evidence"]]
    return event | {"evidence": evidence}
