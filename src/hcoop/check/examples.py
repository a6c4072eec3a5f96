"""Runs the examples of the data: what stands under `examples:` must be found, what under `not:` must not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from hcoop.blocks.examples import failing_examples as failing_lines
from hcoop.check.files import DataFolder
from hcoop.events.examples import Failure, failing_examples, told_instruments
from hcoop.events.phrasing_examples import failing_phrasings
from hcoop.events.unsound import unsound
from hcoop.lexicon import Lexicon
from hcoop.mentions.dates.examples import check_examples as check_dates
from hcoop.mentions.people.examples import check_examples as check_people
from hcoop.schema import Problem


def check_cues(lexicon: Lexicon) -> Iterator[Problem]:
    """Yield a problem for each sentence of `event_types/` that its cue does not find, or finds though it must not."""
    for failure in failing_examples(lexicon):
        content = lexicon[failure.file.removesuffix(".yaml")]
        message = f'{failure.message}: "{failure.sentence}"'
        yield Problem(f"data/{failure.file}", None, _where(content, failure), message, f"mend the cue {failure.cue}")


def check_instruments(lexicon: Lexicon) -> Iterator[Problem]:
    """Yield a problem for each sentence of `instruments.yaml` in which no instrument of its kind is signed."""
    for i, entry in enumerate(lexicon["instruments"]):
        for j, sentence in enumerate(entry.get("examples") or ()):
            found = told_instruments(sentence, lexicon)
            if entry["id"] not in found:
                message = f'told is {" and ".join(sorted(found)) or "no instrument"}: "{sentence}"'
                where = f"/{i}/examples/{j}"
                yield Problem("data/instruments.yaml", None, where, message, "mend the words or the example")


def check_layout(lexicon: Lexicon) -> Iterator[Problem]:
    """Yield a problem for each line of `layout.yaml` that its pattern does not match, or matches though it must not."""
    for failure in failing_lines(lexicon):
        message = f'{failure.message}: "{failure.line}"'
        yield Problem("data/layout.yaml", None, failure.where, message, "mend the pattern or the example")


def check_phrasings(lexicon: Lexicon) -> Iterator[Problem]:
    """Yield a problem for each example of a list of phrasings in which none is found, or is though it must not."""
    for failure in failing_phrasings(lexicon):
        message = f'{failure.message}: "{failure.words}"'
        yield Problem(f"data/{failure.file}.yaml", None, failure.where, message, "mend the patterns or the example")


def check_patterns(lexicon: Lexicon) -> Iterator[Problem]:
    """Yield a problem for each pattern of a cue or phrasing that cannot be compiled."""
    for found in unsound(lexicon):
        hint = "classes of words are in wording.yaml"
        yield Problem(f"data/{found.file}.yaml", None, found.where, found.message, hint)


# What the stages have to say of their data; each looks at the whole lexicon and may leave the line to be found.
CHECKS: list[Callable[[Lexicon], Iterator[Problem]]] = [
    check_dates, check_people, check_cues, check_instruments, check_phrasings, check_layout,
]


def run(lexicon: Lexicon, folder: DataFolder) -> list[Problem]:
    """Return what the `CHECKS` find, each problem with its file and line; patterns that are none come before all."""
    found = list(check_patterns(lexicon)) or [problem for check in CHECKS for problem in check(lexicon)]
    return [_located(problem, folder) for problem in found]


def _where(content: Any, failure: Failure) -> str:
    for i, cue in enumerate(content["cues"]):
        for key in ("examples", "not"):
            sentences = cue.get(key) or []
            if cue["id"] == failure.cue and failure.sentence in sentences:
                return f"/cues/{i}/{key}/{sentences.index(failure.sentence)}"
    return ""


def _located(problem: Problem, folder: DataFolder) -> Problem:
    # A check knows its file as data/...; which folder that is, and on which line, is known here.
    file = folder.files.get((problem.path or "").removeprefix("data/"))
    if problem.line or file is None:
        return problem
    return replace(problem, path=str(file.path), line=file.line(problem.where))
