"""Scenes: the sentences of an article with the mentions in them, masked so that cues can name them."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from hcoop.events.expressions import Expression
from hcoop.events.ministers import with_ministries
from hcoop.events.named import Mention, Named, find_mentions
from hcoop.events.profile import profile
from hcoop.events.reference import reference
from hcoop.lexicon import Lexicon
from hcoop.mentions.reading import CONTENT
from hcoop.records import Article, DateMention, Organisation
from hcoop.sentences import Sentences
from hcoop.text import fold

_TOKEN = re.compile(r"[a-z0-9]+")
# A name and its acronym, "the World Health Organisation (WHO)".
_WITH_ACRONYM = re.compile(r"([HPU])\1+ \(\1+\)")

# So few letters stand between a sentence and the next of its block.
_NEXT = 2

R = TypeVar("R")
T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Scene:
    """One sentence: its offsets in the article's text, the role and number of its block, and its words.

    `masked` is `folded`, the folded text, with each mention replaced by as many of its mask's letter. `tokens` are the
    words between the mentions, in order, and where in the sentence each begins; `dates` the dates in the sentence.
    """

    start: int
    end: int
    role: str
    block: int
    masked: str
    folded: str
    original: str
    mentions: tuple[Mention, ...]
    tokens: list[tuple[str, int]] = field(init=False, repr=False)
    dates: tuple[DateMention, ...] = field(init=False, repr=False)
    _known: dict[Any, Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.tokens = [(token[0], token.start()) for token in _TOKEN.finditer(self.masked)]
        self.dates = tuple([mention.what for mention in self.mentions if isinstance(mention.what, DateMention)])
        self._known = {}

    def once(self, ask: Callable[["Scene", R], T], rules: R) -> T:
        """Return `ask(self, rules)`, worked out once."""
        known = self._known
        if ask not in known:
            known[ask] = ask(self, rules)
        answer: T = known[ask]
        return answer

    def text(self, mention: Mention) -> str:
        """Return the folded words of a mention."""
        return self.folded[mention.start - self.start:mention.end - self.start]

    def without(self, kinds: Iterable[str]) -> str:
        """Return the folded words with the names of organisations of these kinds blanked."""
        bodies = [m for m in self.mentions if isinstance(m.what, Organisation) and m.what.kind in kinds]
        return _overwritten(self.folded, self.start, bodies, lambda body: " ")

    def of(self, masks: str) -> list[Mention]:
        """Return the mentions with one of these masks."""
        return [mention for mention in self.mentions if mention.mask in masks]

    def follows(self, before: "Scene") -> bool:
        """Tell whether this is the sentence right behind another one of its block."""
        return 0 <= self.start - before.end <= _NEXT

    def words(self, start: int, end: int) -> str:
        """Return the masked text between two offsets of the article."""
        left, right = start - self.start, end - self.start
        return self.masked[left if left > 0 else 0:right if right > 0 else 0]


def build_scenes(article: Article, named: Named, lexicon: Lexicon) -> list[Scene]:
    """Return the scenes of an article's content, in order of the text."""
    known, rules = lexicon.compiled(profile), lexicon.compiled(reference)
    mentions = with_ministries(find_mentions(article, named, known), article.text, rules, known)
    scenes = _scenes(article, mentions, lexicon.compiled(Sentences))
    return list(_with_pronouns(scenes, rules.person_pronouns))


def _scenes(article: Article, mentions: Sequence[Mention], sentences: Sentences) -> Iterator[Scene]:
    text, starts = article.text, [mention.start for mention in mentions]
    folded = fold(text)
    for number, block in enumerate(article.blocks):
        if block.role in CONTENT:
            for span in sentences.split(text, block.start, block.end):
                start, end = span.start, span.end
                inside = mentions[bisect_left(starts, start):bisect_left(starts, end)]
                if inside and inside[-1].end > end:
                    inside = inside[:-1]
                masked = _overwritten(folded[start:end], start, inside, lambda mention: mention.mask)
                if "(" in masked:
                    masked = _WITH_ACRONYM.sub(lambda names: names[1] * len(names[0]), masked)
                yield Scene(start, end, block.role, number, masked, folded[start:end], text[start:end], tuple(inside))


def _overwritten(text: str, start: int, mentions: Iterable[Mention], letter: Callable[[Mention], str]) -> str:
    """Return a text that begins at offset `start` of the article, with a letter all over each mention."""
    parts, reached = [], 0
    for mention in mentions:
        left, right = mention.start - start, mention.end - start
        parts += [text[reached:left], letter(mention) * (right - left)]
        reached = right
    return "".join([*parts, text[reached:]]) if parts else text


def _with_pronouns(scenes: Iterable[Scene], pronouns: Expression) -> Iterator[Scene]:
    """Let "he" or "she" at the head of a sentence mention the person spoken of last."""
    told: Mention | None = None
    for scene in scenes:
        pronoun = pronouns.match(scene.masked) if told else None
        yield _with_pronoun(scene, pronoun.span("pronoun"), told) if pronoun and told else scene
        told = next(iter(scene.of("N")), told)


def _with_pronoun(scene: Scene, span: tuple[int, int], told: Mention) -> Scene:
    stands = replace(told, start=scene.start + span[0], end=scene.start + span[1])
    masked = _overwritten(scene.masked, scene.start, [stands], lambda mention: mention.mask)
    return replace(scene, masked=masked, mentions=(stands, *scene.mentions))
