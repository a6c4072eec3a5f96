"""Scores one article: what its page says, its sets of codes and names, and its events."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from scoring import event
from scoring.names import names_of, norm, same
from scoring.outcome import Key, Outcome
from scoring.pairing import pair

Record = dict[str, Any]


def score(found: Record | None, gold: Record) -> list[Outcome]:
    """Return the outcome of every item of an extraction (null: there is none) and its gold record."""
    file = gold["text"]
    shown = found or {"article": {"text": ""}}
    whole = Outcome(Key("articles", file, "read"), found is not None, True, True)
    return [whole, *_page(shown["article"], gold["article"], file), *_verdict(shown, gold, file),
            *_codes(shown, gold, file), *_names(shown, gold, file), *event.score(shown, gold)]


def _page(article: Record, gold: Record, file: str) -> Iterator[Outcome]:
    compared: dict[str, Callable[[str], str | None]] = {
        "published": event.day, "title": norm, "author": norm, "agency": norm, "dateline": norm}
    for field, plain in compared.items():
        got, wanted = article.get(field), gold.get(field)
        if field == "title" and wanted is None:
            continue
        right = (plain(got) if got else None) == (plain(wanted) if wanted else None)
        yield Outcome(Key(f"article.{field}", file, str(wanted)), right, True, True, f"found {got!r}")


def _verdict(found: Record, gold: Record, file: str) -> Iterator[Outcome]:
    wanted = gold["relevant"] == "true"
    yield Outcome(Key("relevant", file, str(wanted)), bool(found.get("relevant")) == wanted, True, True)


def _codes(found: Record, gold: Record, file: str) -> Iterator[Outcome]:
    for field, plain in (("countries", str), ("topics", str), ("cities", norm)):
        got, wanted = ({plain(value) for value in record.get(field) or ()} for record in (found, gold))
        for value in sorted(got | wanted):
            yield Outcome(Key(field, file, value), value in got & wanted, value in got, value in wanted)


def _names(found: Record, gold: Record, file: str) -> Iterator[Outcome]:
    for field in ("organisations", "people"):
        yield from matched(field, file, found.get(field) or [], gold.get(field) or [])


def matched(measure: str, file: str, found: Sequence[Record], gold: Sequence[Record]) -> Iterator[Outcome]:
    """Yield an outcome for each named entry of either side; those that share a name are one."""
    paired = pair(found, gold, lambda f, g: float(same(names_of(f), names_of(g))))
    for _, entry in paired.pairs:
        yield Outcome(Key(measure, file, entry["name"]), True, True, True)
    for entry in paired.missing:
        yield Outcome(Key(measure, file, entry["name"]), False, False, True)
    for entry in paired.extra:
        yield Outcome(Key(measure, file, entry["name"]), False, True, False)
