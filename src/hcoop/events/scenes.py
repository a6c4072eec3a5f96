"""Scenes: the sentences of an article with the mentions in them, masked so that cues can name them."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
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

_UNKNOWN: Any = object()

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Scene:
    """One sentence: its offsets in the article's text, the role and number of its block, and its words.

    `masked` is `folded`, the folded text, with each mention replaced by as many of its mask's letter.
    """

    start: int
    end: int
    role: str
    block: int
    masked: str
    folded: str
    original: str
    mentions: tuple[Mention, ...]
    _known: dict[Any, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def tokens(self) -> tuple[tuple[str, int], ...]:
        """The words between the mentions, in order, and where in the sentence each begins."""
        return tuple([(token[0], token.start()) for token in _TOKEN.finditer(self.masked)])

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates in the sentence."""
        return tuple([mention.what for mention in self.mentions if isinstance(mention.what, DateMention)])

    def once(self, ask: Callable[["Scene", R], T], rules: R) -> T:
        """Return `ask(self, rules)`, worked out once."""
        answer: T = self._known.get(ask, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = self._known[ask] = ask(self, rules)
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
    starts = [mention.start for mention in mentions]
    for number, block in enumerate(article.blocks):
        if block.role in CONTENT:
            for span in sentences.split(article.text, block.start, block.end):
                here = mentions[bisect_left(starts, span.start):bisect_left(starts, span.end)]
                inside = tuple(mention for mention in here if mention.end <= span.end)
                original = article.text[span.start:span.end]
                folded = fold(original)
                masked = _overwritten(folded, span.start, inside, lambda mention: mention.mask)
                if "(" in masked:
                    masked = _WITH_ACRONYM.sub(lambda names: names[1] * len(names[0]), masked)
                yield Scene(span.start, span.end, block.role, number, masked, folded, original, inside)


def _overwritten(text: str, start: int, mentions: Iterable[Mention], letter: Callable[[Mention], str]) -> str:
    """Return a text that begins at offset `start` of the article, with a letter all over each mention."""
    parts, reached = [], start
    for mention in mentions:
        parts += [text[reached - start:mention.start - start], letter(mention) * (mention.end - mention.start)]
        reached = mention.end
    return "".join([*parts, text[reached - start:]]) if parts else text


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
    return replace(scene, masked=masked, mentions=(stands, *scene.mentions), _known={})
