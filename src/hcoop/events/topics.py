"""Topics and instruments: closed lists told by the words of an event's sentences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from re import Pattern

from hcoop.events.candidate import Candidate
from hcoop.events.modality import modality
from hcoop.events.profile import word_pattern
from hcoop.events.scenes import Scene
from hcoop.lexicon import Lexicon
from hcoop.records import Article, Organisation
from hcoop.text import fold

# Names of these kinds say nothing of the field: a university of medicine and pharmacy is not about medicines.
_SILENT = ("university", "ministry", "health_ministry", "health_department", "government_department", "agency", "international")


@dataclass(frozen=True, slots=True)
class Labels:
    """A closed list: each id with the pattern of its words, in order of precedence."""

    patterns: tuple[tuple[str, Pattern[str]], ...]

    def all(self, text: str) -> tuple[str, ...]:
        """Return every id whose words stand in a folded text."""
        return tuple(id_ for id_, pattern in self.patterns if pattern.search(text))

    def nearest(self, text: str, at: int) -> str | None:
        """Return the id whose words stand nearest to an offset of a folded text; of words at one place the longest."""
        found = ((min(abs(m.start() - at), abs(m.end() - at)), -len(m[0]), id_) for id_, pattern in self.patterns for m in pattern.finditer(text))
        return min(found, default=(0, 0, None))[2]


def topics(lexicon: Lexicon) -> Labels:
    """Compile `data/topics.yaml`."""
    return _labels(lexicon["topics"])


def instruments(lexicon: Lexicon) -> Labels:
    """Compile `data/instruments.yaml`; plurals count as well."""
    return Labels(tuple((e["id"], word_pattern(w + ending for w in e["words"] for ending in ("", "s"))) for e in lexicon["instruments"]))


def _labels(entries: Iterable[dict[str, list[str]]]) -> Labels:
    return Labels(tuple((str(entry["id"]), word_pattern(entry["words"])) for entry in entries))


def event_topics(article: Article, candidate: Candidate, scenes: Sequence[Scene], others: Sequence[Candidate], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the fields of an event: those of its sentences and of those that go on about it."""
    labels = lexicon.compiled(topics)
    text = " ".join(_words(article, scene) for scene in [*candidate.scenes, *_continued(candidate, scenes, others, lexicon)])
    return labels.all(text)


def _words(article: Article, scene: Scene) -> str:
    """Return the folded words of a scene with the names of general bodies and of people blanked."""
    text = fold(article.text[scene.start:scene.end])
    for mention in scene.mentions:
        silent = mention.mask == "N" or (isinstance(mention.what, Organisation) and mention.what.kind in _SILENT)
        if silent:
            text = text[:mention.start - scene.start] + " " * (mention.end - mention.start) + text[mention.end - scene.start:]
    return text


def _continued(candidate: Candidate, scenes: Sequence[Scene], others: Sequence[Candidate], lexicon: Lexicon) -> Iterator[Scene]:
    """Yield the sentences after an event that tell its contents, up to the next event or hope."""
    rules = lexicon.compiled(modality)
    told = {scene.start for other in others for scene in other.scenes}
    last = candidate.scenes[-1]
    for scene in scenes:
        if scene.start <= last.start or scene.role != "body" or scene.block > last.block + 2:
            continue
        if scene.start in told or rules.rejected.search(scene.masked):
            return
        if rules.contents.match(scene.masked) or scene.block == last.block:
            yield scene
