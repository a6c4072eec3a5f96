"""Topics and instruments: closed lists told by the words of an event's sentences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from re import Pattern

from hcoop.events.candidate import Candidate
from hcoop.events.modality import modality
from hcoop.events.profile import phrase_pattern, word_pattern
from hcoop.events.scenes import Scene
from hcoop.lexicon import Lexicon
from hcoop.records import Organisation
from hcoop.text import fold

_SPECIALISED = ("hospital", "institute")
# Names of these kinds say nothing of the field: a university of medicine and pharmacy is not about medicines.
_SILENT = ("university", "ministry", "health_department", "government_department", "agency", "international")


@dataclass(frozen=True, slots=True)
class Label:
    """One entry of a closed list: its words, and the phrases in which they mean something else."""

    id: str
    words: Pattern[str]
    phrases: Pattern[str] | None = None

    def found(self, text: str) -> bool:
        """Tell whether the words stand in a folded text."""
        return bool(self.words.search(self.phrases.sub(" ", text) if self.phrases else text))


@dataclass(frozen=True, slots=True)
class Labels:
    """A closed list, in order of precedence."""

    labels: tuple[Label, ...]

    def all(self, text: str) -> tuple[str, ...]:
        """Return every id whose words stand in a folded text."""
        return tuple(label.id for label in self.labels if label.found(text))

    def nearest(self, text: str, at: int) -> str | None:
        """Return the id whose words stand nearest to an offset of a folded text; of words at one place the longest."""
        found = ((min(abs(m.start() - at), abs(m.end() - at)), -len(m[0]), label.id) for label in self.labels for m in label.words.finditer(text))
        return min(found, default=(0, 0, None))[2]


def topics(lexicon: Lexicon) -> Labels:
    """Compile `data/topics.yaml`."""
    return Labels(tuple(
        Label(entry["id"], word_pattern(entry["words"]), phrase_pattern(entry["except"]) if "except" in entry else None)
        for entry in lexicon["topics"]))


def instruments(lexicon: Lexicon) -> Labels:
    """Compile `data/instruments.yaml`; plurals count as well."""
    return Labels(tuple(Label(e["id"], word_pattern(w + ending for w in e["words"] for ending in ("", "s"))) for e in lexicon["instruments"]))


def event_topics(candidate: Candidate, scenes: Sequence[Scene], others: Sequence[Candidate], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the fields of an event: those of its sentences and of those that go on about it."""
    about = [*candidate.scenes, *_continued(candidate, scenes, others, lexicon), *_headlines(candidate, scenes, others)]
    if candidate.type == "meeting" and candidate.status == "completed":
        about += _raised(candidate, scenes, others)
    text = " ".join([*(_words(scene) for scene in about), *_specialised(candidate, scenes)])
    known = lexicon.folder("event_types")[candidate.type]["topics"]
    return tuple(dict.fromkeys([*known, *lexicon.compiled(topics).all(text)]))


def _raised(candidate: Candidate, scenes: Sequence[Scene], others: Sequence[Candidate]) -> list[Scene]:
    """Return what was said at a meeting: the rest of the article that reports nothing else, wishes and proposals too."""
    told = {scene.start for other in others for scene in other.scenes}
    return [s for s in scenes if s.start > candidate.scene.start and s.start not in told and s.role == "body" and s.of("N")]


def _headlines(candidate: Candidate, scenes: Sequence[Scene], others: Sequence[Candidate]) -> list[Scene]:
    """Return title and standfirst where they can only be of this event: the first that the article reports."""
    return [scene for scene in scenes if scene.role in ("title", "standfirst")] if candidate is others[0] else []


def _specialised(candidate: Candidate, scenes: Sequence[Scene]) -> list[str]:
    """Return the folded names of the hospitals and institutes that take part: an eye hospital makes it eye care."""
    kinds = {m.what.name: m.what.kind for scene in scenes for m in scene.mentions if isinstance(m.what, Organisation)}
    return [fold(party.name) for party in candidate.parties if kinds.get(party.name) in _SPECIALISED]


def _words(scene: Scene) -> str:
    """Return the folded words of a scene with the names of general bodies and of people blanked."""
    text = scene.without(_SILENT)
    for person in scene.of("N"):
        text = text[:person.start - scene.start] + " " * (person.end - person.start) + text[person.end - scene.start:]
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
