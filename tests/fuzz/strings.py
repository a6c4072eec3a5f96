"""Every expression of hcoop against long strings that it half matches: `python tests/fuzz/strings.py`.

Each is searched for in strings of 10,000 characters: what matches a part of it, repeated, and what is common in texts
and in attacks. Prints how many searches there were and the slowest, in milliseconds of the processor.
"""

import random
import re
import time
from collections.abc import Iterator
from re import _parser  # the only way to look into an expression

from regexes import compiled

LENGTH = 10_000
COMMON = ("a", "A", " ", "\n", "1", ".", ",", "-", "(", "a ", "A ", "A.", "1,", "1 ", "and ", ", and ", "Hanoi, ")
_BITS = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_SPACE": "a",
         "CATEGORY_NOT_DIGIT": "a", "CATEGORY_NOT_WORD": " "}  # fmt: skip


def sample(parsed: _parser.SubPattern, choose: random.Random) -> str:
    """Return a string that an expression matches, about; what looks around is left out."""
    return "".join(_one(str(name), what, choose) for name, what in parsed)


def _one(name: str, what: object, choose: random.Random) -> str:  # noqa: PLR0911 - a kind of part a line
    match name, what:
        case "LITERAL", int(code):
            return chr(code)
        case "IN", list(items):
            return _one(*_named(choose.choice(items)), choose) or "a"
        case "RANGE", (int(first), int(last)):
            return chr(choose.randint(first, min(last, first + 25)))
        case "CATEGORY", kind:
            return _BITS.get(str(kind), "a")
        case "BRANCH", (_, list(ways)):
            return sample(choose.choice(ways), choose)
        case ("SUBPATTERN" | "ATOMIC_GROUP"), inner:
            return sample(inner[-1] if isinstance(inner, tuple) else inner, choose)
        case ("MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT"), (int(least), most, inner):
            return "".join(sample(inner, choose) for _ in range(max(least, min(int(most), choose.randint(0, 3)))))
        case ("ANY" | "NOT_LITERAL"), _:
            return "x"
    return ""


def _named(item: tuple[object, object]) -> tuple[str, object]:
    return str(item[0]), item[1]


def strings(pattern: str, flags: int) -> Iterator[str]:
    """Yield long strings for an expression: what it matches, all or the beginning of it, again and again."""
    choose = random.Random(pattern)
    for _ in range(2):
        whole = sample(_parser.parse(pattern, flags), choose) or "a"
        for part in (whole, whole[: len(whole) // 2] or whole, whole[:-1] or whole, whole[:1]):
            yield (part * (LENGTH // len(part) + 1))[:LENGTH] + "\0"
    yield from ((common * LENGTH)[:LENGTH] + "\0" for common in COMMON)


def main() -> None:
    """Search, and print the slowest."""
    taken: list[tuple[float, str]] = []
    for (pattern, flags), module in compiled().items():
        made = re.compile(pattern, flags)
        for text in strings(pattern, flags):
            begun = time.process_time()
            for _ in made.finditer(text):
                pass
            taken.append((1000 * (time.process_time() - begun), f"{module}: {pattern[:80]!r} on {text[:30]!r}"))
    taken.sort(reverse=True)
    print(f"{len(taken):,} searches of {LENGTH:,} characters; the slowest:")
    for milliseconds, told in taken[:10]:
        print(f"{milliseconds:8.0f} {told}")


if __name__ == "__main__":
    main()
