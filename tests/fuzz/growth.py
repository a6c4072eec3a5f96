"""Every expression of hcoop on texts of 10,000 letters that are made to hurt it: alone, and in an article.

`python tests/fuzz/growth.py [EACH]` tries each by itself; then the texts in articles, or one of EACH (none if it is 0),
and prints which keep extraction busy for more than in proportion to their length; many expressions are only used on
text that is short. Nothing here is
held against a clock: an expression that does not end is stopped after a time in which any other ends many times over,
and twice a text is held against the text itself.
"""

import re
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from time import process_time

from pumps import Pump, pumps
from regexes import compiled

LENGTH = 10_000
# Letters in which an expression that can be read in two ways at each of them never ends.
_SHORT = 250
# Letters in which what takes time by the cube takes seconds, and what takes it by the square a part of one.
_MIDDLE = 1000
# What twice the text may take, of what is four times by the square and eight times by the cube.
_SQUARED = 6.5
_FITS_NOWHERE = "\x00"
# Of its texts as many are tried at their full length: those that hurt it most when short.
_WORST = 3
# Seconds of work after which something is taken not to end.
_ENDLESS = 60
# Seconds of work below which an article is not measured again: no text of this length that takes longer than in
# proportion is as quick.
_QUICK = 0.15
# What twice the text may take, of what is twice in proportion and four times if squared.
_RATIO = 3
_STORY = (
    "Hospitals sign an agreement\n\nHanoi, January 19, 2016 - Cho Ray Hospital and the IRCAD centre of France signed a "
    "memorandum of understanding.\n\n{}\n\nUnder the agreement, which is worth US$2 million, Dr. Ann Lee of the centre "
    "will train nurses of the hospital next year.\n"
)


class EndlessError(Exception):
    """Something was stopped, since it did not end."""


def endless(expressions: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Yield the expressions that do not end on one of their texts: looked for in a short one, or at the head of a long.

    To look for one in a long text is to try it at each place, as is done in articles.
    """
    for pattern, flags in expressions:
        made = re.compile(pattern, flags)
        try:
            for _, pump in _worst(made):
                _work(made.match, pump.text(LENGTH))
        except EndlessError:
            yield pattern


def steeper(expressions: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Yield the expressions that take more than by the square to be looked for, each time of three."""
    for pattern, flags in expressions:
        made = re.compile(pattern, flags)
        try:
            (_, pump), = _worst(made)[-1:] or [(0, None)]
            if pump and _work(made.search, pump.text(_MIDDLE)) > _QUICK and all(
                    _work(made.search, pump.text(2 * _MIDDLE)) > _SQUARED * _work(made.search, pump.text(_MIDDLE))
                    for _ in range(3)):
                yield pattern
        except EndlessError:
            yield pattern


def _worst(made: re.Pattern[str]) -> list[tuple[float, Pump]]:
    """Return the texts that hurt an expression most when they are short. Raises EndlessError at one that never ends."""
    tried = (pump for pump in pumps(made.pattern, made.flags) if pump.end == _FITS_NOWHERE)
    return sorted((_work(made.search, pump.text(_SHORT)), pump) for pump in tried)[-_WORST:]


def superlinear(tried: Iterable[Pump], extract: Callable[[str], object]) -> Iterator[Pump]:
    """Yield the texts of which twice as much takes much more than twice the work, each time of three."""
    for pump in tried:
        try:
            if _work(extract, pump.text(LENGTH)) > _QUICK and all(_grows(pump, extract) for _ in range(3)):
                yield pump
        except EndlessError:
            yield pump


def of_all(expressions: Iterable[tuple[str, int]]) -> list[Pump]:
    """Return what is tried on the expressions, each once, in an order that mixes them and is always the same."""
    return sorted({pump for pattern, flags in expressions for pump in pumps(pattern, flags)}, key=_mixed)


def _mixed(pump: Pump) -> tuple[str, Pump]:
    return pump.unit[::-1], pump


def _grows(pump: Pump, extract: Callable[[str], object]) -> bool:
    once, twice = (_work(extract, pump.text(times * LENGTH)) for times in (2, 4))
    return twice > _RATIO * once


def _work(call: Callable[[str], object], text: str) -> float:
    """Return the seconds of work that a call takes on a text. Raises EndlessError if it does not end."""
    with _ending():
        before = process_time()
        call(text)
        return process_time() - before


@contextmanager
def _ending() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise EndlessError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _ENDLESS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def extraction() -> Callable[[str], object]:
    """Return what extracts from an article that holds a text, if it still is one to hcoop."""
    from hcoop import extract
    from hcoop.errors import UnreadableError

    def work(text: str) -> None:
        with suppress(UnreadableError):
            extract(_STORY.format(text))

    work("so")  # what is made at the first article is not of any text
    return work


def main(each: int) -> None:
    """Print what was tried, and what grows too fast."""
    expressions = compiled()
    print(f"{len(expressions)} expressions")
    for pattern in endless(expressions):
        print(f"endless: {pattern}", flush=True)
    for pattern in steeper(expressions):
        module = next(module for (found, _), module in expressions.items() if found == pattern)
        print(f"more than squared: {module}: {pattern}", flush=True)
    if not each:
        return
    tried = list(islice(of_all(expressions), 0, None, each))
    print(f"{len(tried)} texts in articles")
    for pump in superlinear(tried, extraction()):
        print(f"superlinear: {pump}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
