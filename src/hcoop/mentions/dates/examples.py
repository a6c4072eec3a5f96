"""Whether the patterns of a language find their own examples, and nothing in what is none."""

from collections.abc import Iterator
from typing import Any

from hcoop.lexicon import Lexicon
from hcoop.mentions.dates import find_dates
from hcoop.schema import Problem

_FILE = "languages/en.yaml"


def check_examples(lexicon: Lexicon) -> Iterator[Problem]:
    """Give a problem for each example whose last date is another, each `not:` with a date, each word of two kinds."""
    language = lexicon["languages/en"]
    yield from _words_of_two_kinds(language)
    for place, entry in enumerate(language["patterns"]):
        for example in entry.get("examples", ()):
            found = [mention.edtf for mention in find_dates(example["text"], language["reference"], lexicon)]
            if found[-1:] != [example["edtf"]]:
                yield _problem(f"/patterns/{place}/examples", f"{example['text']!r} gives {found}")
        for text in entry.get("not", ()):
            if found := [mention.text for mention in find_dates(text, language["reference"], lexicon)]:
                yield _problem(f"/patterns/{place}/not", f"{text!r} has {found}")


def _words_of_two_kinds(language: Any) -> Iterator[Problem]:
    kinds: dict[str, str] = {}
    for kind, words in language["words"].items():
        for word in words:
            if word in kinds:
                yield _problem(f"/words/{kind}", f"{word!r} is a {kinds[word]} already")
            kinds[word] = kind


def _problem(where: str, message: str) -> Problem:
    return Problem(f"data/{_FILE}", None, where, message)
