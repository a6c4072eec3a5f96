"""Dates and periods in running text: found by patterns over kinds of words, completed from what else is known."""

from collections.abc import Sequence

from hcoop import lexicon as lexicons
from hcoop.lexicon import Lexicon
from hcoop.mentions.dates.grammar import compile_grammar
from hcoop.mentions.dates.resolve import resolve
from hcoop.mentions.dates.scan import scan
from hcoop.mentions.dates.scene import Scene, reference_from
from hcoop.mentions.dates.settle import settled_reference
from hcoop.mentions.dates.words import Words
from hcoop.records import DateMention, Span

__all__ = ["find_dates"]


def find_dates(text: str, reference: str | None = None, lexicon: Lexicon | None = None,
               spans: Sequence[Span] | None = None) -> list[DateMention]:
    """Return the dates of a text, in order, none overlapping.

    `reference` is the publication date as EDTF; where it is null, or says less than a date needs, a missing year is
    completed from the text or stays X, and what only a day could tell ("yesterday") is left out. `spans` limits the
    search to those parts, in their order, while "the following month" may still refer to a date in an earlier part.
    Offsets are code points of `text`, end exclusive. Values are EDTF that `hcoop.edtf.parse` accepts.
    """
    grammar = (lexicon or lexicons.load()).compiled(compile_grammar)
    words = grammar.vocabulary.read(text)
    atoms = [atom for start, end in _ranges(words, spans) for atom in scan(grammar, words, start, end)]
    scene = Scene(grammar, words, reference_from(reference))
    found = resolve(atoms, scene)
    settled = None if scene.reference else settled_reference(atoms, found, scene)
    return resolve(atoms, Scene(grammar, words, None, settled=settled)) if settled else found


def _ranges(words: Words, spans: Sequence[Span] | None) -> list[tuple[int, int]]:
    """Return the words that each span holds, as first and last (exclusive)."""
    if spans is None:
        return [(0, len(words.tokens))]
    return [(words.at(span.start), words.at(span.end)) for span in spans]
