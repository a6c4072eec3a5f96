"""Runs of capitalised words that may be people's names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hcoop.mentions.people.words import PersonWords
from hcoop.records import Organisation

_MAX_WORDS = 6


class Run(NamedTuple):
    """Words that may name a person at `[start:end]`; `titles` are those that stood before them."""

    start: int
    end: int
    words: tuple[str, ...]
    titles: tuple[str, ...]


def find_runs(plain: str, organisations: Iterable[Organisation], words: PersonWords) -> Iterator[Run]:
    """Yield the runs of unmarked text outside names of organisations, without titles and places before them."""
    open_text = _without(plain, organisations)
    for match in words.run.finditer(open_text):
        written = match[0]
        if " " not in written and "." not in written:
            # Most are single words: they can only be short for a name.
            known = written in words.not_names or written in words.titles or written in words.places
            run = None if known else Run(match.start(), match.end(), (written,), ())
        else:
            own = _stripped(written, words)
            run = own and Run(match.start() + own.start, match.start() + own.end, own.words, own.titles)
        if run and not _is_else(run, plain, words):
            yield run


def _without(plain: str, organisations: Iterable[Organisation]) -> str:
    parts, reached = [], 0
    spans = sorted(
        (s.start, s.end) for org in organisations for s in org.mentions if plain[s.start : s.end][:1].isupper()
    )
    for start, end in spans:
        if start >= reached:
            parts += [plain[reached:start], "_" * (end - start)]
            reached = end
    return "".join(parts) + plain[reached:]


# Who is named is named several times, in an article and in the next.
@lru_cache(maxsize=8192)
def _stripped(written: str, words: PersonWords) -> Run | None:
    """Return the name in a run of words, with offsets into these, None if there is none."""
    offset, parts = 0, []
    for part in written.replace(".", ". ").split(" "):
        if part:
            at = written.index(part, offset)
            parts.append((at, part))
            offset = at + len(part)
    last = max(
        (
            i
            for i, (_, part) in enumerate(parts)
            if _is_title(parts, i, words)
            or (part in words.not_names and i + 2 < len(parts) and not _begins_name(parts[i:], words))
        ),
        default=-1,
    )
    titles = tuple(part.rstrip(".") for i, (_, part) in enumerate(parts[: last + 1]) if _is_title(parts, i, words))
    rest = parts[last + 1 :]
    while rest and not _begins_name(rest, words) and (rest[0][1] in words.not_names or _place_first(rest, words)):
        rest = rest[_place_first(rest, words) or 1 :]
    # "Nguyen Van An": An is no article here.
    whole = words.home.shape.is_person([part for _, part in rest])
    while rest and rest[-1][1] in words.not_names and not (whole or _ends_name(rest, titles, words)):
        rest = rest[:-1]
    named = bool(rest) and (_begins_name(rest, words) or _ends_name(rest, titles, words))
    if not rest or len(rest) > _MAX_WORDS or (not named and any(part in words.not_names for _, part in rest)):
        return None
    return Run(rest[0][0], rest[-1][0] + len(rest[-1][1]), tuple(part for _, part in rest), titles)


def _is_title(parts: list[tuple[int, str]], at: int, words: PersonWords) -> bool:
    title = parts[at][1].rstrip(".")
    if title in words.titles or (title in words.whole_name_titles and at + 2 < len(parts)):
        return True
    # "Tan Sri": neither is a title alone.
    return at > 0 and f"{parts[at - 1][1]} {title}" in words.honorifics


def _begins_name(parts: list[tuple[int, str]], words: PersonWords) -> bool:
    # "Park Sang-hoon", though a park is no person; "Jan Novak", though Jan is a month
    if len(parts) == 2 and parts[0][1] in words.months_too:
        return True
    return (
        parts[0][1] in words.families
        and len(parts) > 1
        and (
            re.fullmatch(r"[A-Z][a-z]+-[a-z]+", parts[1][1]) is not None
            or words.home.shape.is_person([part for _, part in parts])
        )
    )


def _ends_name(parts: list[tuple[int, str]], titles: tuple[str, ...], words: PersonWords) -> bool:
    # "Dr Kidong Park", though a park is no person
    name = [part for _, part in parts]
    return bool(titles) and len(name) > 1 and _has_surname(name, words) and name[0] not in words.not_names


def _has_surname(name: Sequence[str], words: PersonWords) -> bool:
    """Tell whether a name ends with a family name, be it also a word: "Gareth Ward", but not "Ba Dinh Ward"."""
    if name[-1] in words.families:
        return True
    return name[-1] in words.surnames_too and not any(map(words.home.shape.is_syllable, name[:-1]))


def _place_first(parts: list[tuple[int, str]], words: PersonWords) -> int:
    """Return how many of the first words are a place, if two words or more follow that may be a name."""
    for size in (3, 2, 1):
        name = [part for _, part in parts]
        if len(parts) >= size + 2 and " ".join(name[:size]) in words.places and not words.home.shape.is_person(name):
            return size
    return 0


def _is_else(run: Run, plain: str, words: PersonWords) -> bool:
    name, last, behind = " ".join(run.words), run.words[-1], plain[run.end : run.end + 14]
    if last.endswith(words.seated) or name in words.not_people or (name in words.places and not run.titles):
        return True
    if last in words.places_after and not (run.titles and _has_surname(run.words, words)):
        return True
    after = behind.split(maxsplit=1)[:1] if behind.startswith(" ") else []
    if behind.startswith("/") or (after and after[0].rstrip(".,") in words.places_after):
        return True
    return words.credit_before.search(plain[max(0, run.start - 24) : run.start].rstrip()) is not None
