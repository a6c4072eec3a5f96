"""What an ingest tells: what was rejected or skipped, one line of counts, and what to try next."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import typer

from hcoop.cli.ending import complain, say, tell
from hcoop.cli.options import DEFAULT_STORE

if TYPE_CHECKING:
    from hcoop.dataset.run import Outcome as Extracted
    from hcoop.errors import HcoopError
    from hcoop.ingest import Outcome
    from hcoop.store.recovery import Recovered

# Exit status: the work was done, but some inputs were rejected.
REJECTED = 3
# As many are told of what was rejected on its way into a dataset, which may be large.
_TOLD = 20


def tell_outcome(outcome: "Outcome", db: Path, as_json: bool) -> None:
    """Tell what an ingest did. Raises typer.Exit if an input was rejected."""
    tell_inputs(outcome.rejected, done=outcome.done)
    for error in outcome.skipped:
        complain(error.message, word="skipped")
    for told, hint in outcome.uncorrected:
        complain(told, hint, word="not corrected")
    if outcome.backup:
        complain(f"the store was brought up to date; as it was it is kept as {outcome.backup}", word="note")
    if outcome.recovered:
        _tell_recovered(outcome.recovered)
    print(_counts_as_json(outcome) if as_json else _counts(outcome))
    if not as_json and outcome.articles:
        named = f" --db {quote(str(db))}" if _must_be_named(db) else ""
        say(f'next: hcoop summary{named}, or hcoop search "France"{named}')
    end_as_read(outcome.rejected, done=outcome.done)


def tell_dataset(outcome: "Extracted", out: str) -> None:
    """Tell what came of an extraction into a folder. Raises typer.Exit if anything was rejected, or failed."""
    told = [*outcome.missing, *outcome.failed, *outcome.rejected]
    done = outcome.partitions > len(outcome.failed)
    tell_inputs(told[:_TOLD], done=done or bool(told))
    if len(told) > _TOLD:
        complain(f"and {len(told) - _TOLD} more", f"{out.rstrip('/')}/rejected.json has every document", word="error")
    if done:
        parts = {"finished before": outcome.before, "failed": len(outcome.failed)}
        some = ", ".join(f"{count} {name}" for name, count in parts.items() if count)
        counts = outcome.counts
        print(
            f"extracted: {counts['articles']} articles, {counts['events']} events, {len(outcome.rejected)} rejected; "
            f"{outcome.partitions} partitions{f' ({some})' if some else ''} in {out}"
        )
        say(f"next: hcoop ingest --records {quote(out)}")
    end_as_read(told, done=done)


def _tell_recovered(recovered: "Recovered") -> None:
    for file in recovered.damaged:
        complain(f"a text of {file} is damaged", "ingest the file again", word="lost")
    made = f"the store was made anew from the {recovered.documents} texts in it that are whole"
    hint = "ingest its files again if some are missing"
    complain(f"{made}; as it was it is kept as {recovered.kept}", hint, word="note")


def waiting() -> Callable[[], None]:
    """Return what tells, once, that another process writes the store."""
    told = False

    def tell_once() -> None:
        nonlocal told
        if not told:
            complain("another hcoop is writing the store; this one waits until it has ended", word="note")
        told = True

    return tell_once


def tell_inputs(rejected: Sequence["HcoopError"], *, done: bool) -> None:
    """Tell which inputs were rejected, or that there was none; `done` if any was read."""
    from hcoop.readers import HINT

    for error in rejected:
        tell(error)
    if not done and not rejected:
        complain("there is no file to read", HINT, word="note")


def end_as_read(rejected: Sequence["HcoopError"], *, done: bool) -> None:
    """Raise typer.Exit if an input was rejected: a failure, unless another was read."""
    if rejected:
        raise typer.Exit(REJECTED if done else 1)


def _must_be_named(db: Path) -> bool:
    return db != DEFAULT_STORE and str(db) != os.environ.get("HCOOP_DB")


def _counts(outcome: "Outcome") -> str:
    holds = f"the store holds {outcome.articles} articles, {outcome.events} events"
    if not (outcome.new or outcome.changed or outcome.removed or outcome.extracted_again or outcome.rejected):
        return f"nothing new: {outcome.unchanged} unchanged; {holds}"
    parts = [
        ("new", outcome.new),
        ("changed", outcome.changed),
        ("removed", outcome.removed),
        ("unchanged", outcome.unchanged),
        ("extracted again", outcome.extracted_again),
        ("without an article", outcome.without_article),
        (_not_extracted(outcome), outcome.not_extracted.total()),
        ("rejected", len(outcome.rejected)),
    ]
    told = ", ".join(f"{count} {name}" for name, count in parts if count or name in ("new", "rejected"))
    return f"ingested: {told}; {holds}"


def _not_extracted(outcome: "Outcome") -> str:
    return f"stored but not extracted ({', '.join(sorted(outcome.not_extracted))})"


def _counts_as_json(outcome: "Outcome") -> str:
    import json

    numbers = {
        name: getattr(outcome, name)
        for name in (
            "new",
            "changed",
            "removed",
            "unchanged",
            "extracted_again",
            "without_article",
            "articles",
            "events",
        )
    }
    return json.dumps(
        {
            **numbers,
            "not_extracted": dict(sorted(outcome.not_extracted.items())),
            "rejected": [{"message": e.message, "hint": e.hint} for e in outcome.rejected],
            "uncorrected": [{"message": told, "hint": hint} for told, hint in outcome.uncorrected],
        },
        ensure_ascii=False,
    )
