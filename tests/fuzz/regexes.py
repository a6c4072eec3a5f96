"""Every expression that hcoop compiles, its own and those made of the data files: which take too long on some text.

`python tests/fuzz/regexes.py` prints how many there are, and a line for each that a hostile text of n letters keeps
busy for more than n squared steps; regexploit finds those by looking at them.
"""

import gc
import importlib
import pkgutil
import re
import sys
import warnings
from collections.abc import Iterator
from unittest.mock import patch

import hcoop

_COMPILE = re.compile
# 3 is a cubic expression, such as one with three stars in a row that match the same letters; nested stars count more.
_WORST = 2


def compiled() -> dict[tuple[str, int], str]:
    """Return each expression and its flags, with the module that compiles it; to be called before hcoop is used."""
    found: dict[tuple[str, int], str] = {}

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        made = _COMPILE(pattern, flags)
        module = sys._getframe(1).f_globals.get("__name__", "")
        if module.startswith("hcoop") and isinstance(made.pattern, str):
            found.setdefault((made.pattern, made.flags), module)
        return made

    with patch("re.compile", noted):
        for module in pkgutil.walk_packages(hcoop.__path__, "hcoop."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
        importlib.import_module("hcoop.ingest.work").prepare(None)
        _compile_the_rest()
    return found


def _compile_the_rest() -> None:
    """Have those compiled that hcoop compiles when they are tried first."""
    cue = importlib.import_module("hcoop.events.cues").Cue
    expression = importlib.import_module("hcoop.events.expressions").Expression
    for each in gc.get_objects():
        if isinstance(each, cue):
            assert each.pattern
        elif isinstance(each, expression):
            assert each._compiled


def slow(pattern: str, flags: int = 0) -> bool:
    """Return whether an expression takes more than quadratic time on some text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it names the parser of expressions as it was called once
        from regexploit.ast.sre import SreOpParser
        from regexploit.redos import find

    parser = SreOpParser()
    # What never gives back what it took is looked at as if it did: the worst that it can be.
    parser.from_POSSESSIVE_REPEAT = parser.from_MAX_REPEAT
    parser.from_ATOMIC_GROUP = parser.sequence_or_singleton
    return any(found.starriness > _WORST for found in find(parser.parse_sre(pattern, flags)))


def _told() -> Iterator[str]:
    expressions = compiled()
    yield f"{len(expressions)} expressions"
    for (pattern, flags), module in expressions.items():
        if slow(pattern, flags):
            yield f"{module}: {pattern}"


if __name__ == "__main__":
    for line in _told():
        print(line)
