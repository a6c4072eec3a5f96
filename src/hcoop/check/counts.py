"""How much a data folder knows."""

from collections.abc import Iterator, Mapping

from hcoop.check.files import DataFolder

# What is counted in lists of entries, and what it is called.
_LISTS = {
    "gazetteer/organisations.yaml": "organisations", "gazetteer/places.yaml": "places", "outlets.yaml": "outlets",
    "topics.yaml": "topics",
}


def counts(folder: DataFolder) -> Mapping[str, int]:
    """Return how many entries of a kind there are, by what people call the kind; none for files that are not there."""
    return dict(_counts(folder))


def _counts(folder: DataFolder) -> Iterator[tuple[str, int]]:
    types = [file.content for name, file in folder.files.items() if name.startswith("event_types/")]
    cues = [cue for content in types for cue in content.get("cues") or ()]
    yield "types of events", len(types)
    yield "cues", len(cues)
    yield "examples of cues", sum(len(cue.get(key) or ()) for cue in cues for key in ("examples", "not"))
    for name, called in _LISTS.items():
        if name in folder.files:
            content = folder.files[name].content
            yield called, len(content.get(called) or () if isinstance(content, Mapping) else content)
