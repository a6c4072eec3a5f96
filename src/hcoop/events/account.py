"""The settled account of an article: its scenes and the candidates that became of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hcoop.events.candidate import Candidate
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.records import Article, Organisation


@dataclass(frozen=True, eq=False)
class Account:
    """All that an article reports, in order of the text."""

    article: Article
    scenes: Sequence[Scene]
    events: Sequence[Candidate]
    rules: Rules

    @cached_property
    def told(self) -> frozenset[int]:
        """Where the scenes begin that tell an event, as offsets of the article's text."""
        return frozenset(scene.start for event in self.events for scene in event.scenes)

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The kinds of the organisations that are mentioned, by name."""
        return {m.what.name: m.what.kind for scene in self.scenes for m in scene.mentions
                if isinstance(m.what, Organisation)}

    @cached_property
    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """The other names of the organisations that are mentioned, by name."""
        return {m.what.name: m.what.aliases for scene in self.scenes for m in scene.mentions
                if isinstance(m.what, Organisation)}

    @cached_property
    def headlines(self) -> Sequence[Scene]:
        """The scenes of title and standfirst."""
        return [scene for scene in self.scenes if scene.role in ("title", "standfirst")]

    @cached_property
    def blocks(self) -> Mapping[int, Sequence[Scene]]:
        """The scenes of each block."""
        found: dict[int, list[Scene]] = defaultdict(list)
        for scene in self.scenes:
            found[scene.block].append(scene)
        return found
