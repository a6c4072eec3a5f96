"""An ingest from beginning to end: what is new or changed is worked and stored, in one transaction."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from hcoop import lexicon, web
from hcoop.corrections.file import beside
from hcoop.ingest.changes import find_changes, store_path
from hcoop.ingest.correcting import load
from hcoop.ingest.extracted import Extracted, check
from hcoop.ingest.fetching import fetch
from hcoop.ingest.from_elsewhere import take_extracted, take_fetched, take_stream
from hcoop.ingest.from_files import take_files, take_stored
from hcoop.ingest.limits import NO_LIMITS, Limits
from hcoop.ingest.outcome import Outcome
from hcoop.ingest.taking import Progress, Taking
from hcoop.ingest.version import fingerprint
from hcoop.schema import Problem
from hcoop.store import codes, vocabulary
from hcoop.store.connection import Waiting, at_once, unmake
from hcoop.store.knowledge import learn_codes, learn_names
from hcoop.store.recovery import recover
from hcoop.store.write import Writer

_MANNERS = web.Manners()


def _no_progress(_done: int, _total: int) -> None:
    return


def ingest(
    store: Path,
    paths: Sequence[Path],
    stream: BinaryIO | None = None,
    *,
    addresses: Sequence[str] = (),
    manners: web.Manners = _MANNERS,
    rebuild: bool = False,
    processes: int | None = None,
    data: Path | None = None,
    corrections: Path | None = None,
    limits: Limits = NO_LIMITS,
    extracted: Extracted | None = None,
    progress: Progress = _no_progress,
    waiting: Waiting = at_once,
) -> Outcome:
    """Bring the store up to date with the files below `paths`, the JSON lines of `stream`, and what is at `addresses`.

    Only what is new or changed is worked, unless the data files or the code have changed since, or `rebuild` asks for
    all to be extracted again from the texts that the store keeps. What people corrected is in the file `corrections`,
    by default the one beside the store. An input that is larger than the limits allow, or that takes longer, is
    rejected. Inputs that cannot be read, and corrections that cannot be applied, are in the
    outcome. What was `extracted` elsewhere is stored as it is. While another process writes the store this one waits,
    and calls `waiting`. With `rebuild` a store that is damaged is made anew from the texts that are whole. Raises
    HcoopError if the store cannot be written, or what was extracted elsewhere was extracted otherwise; it then stays
    as it was.
    """
    fresh = not store.exists()
    kept = False
    outcome = Outcome()
    if rebuild:
        outcome.recovered = recover(store)
    fetched = fetch(store, addresses, manners, outcome.rejected.append, limits)
    try:
        with Writer(store, waiting=waiting) as writer:
            writer.corrections, problems = load(corrections or beside(store), data)
            outcome.backup = writer.backup
            if rebuild:
                writer.forget_linked()
            taking = Taking(writer, processes, data, limits, progress, outcome, writer.states())
            _take(taking, paths, stream, fetched, extracted, rebuild=rebuild)
            outcome.uncorrected = [*(_told(problem) for problem in problems), *writer.missed()]
        kept = outcome.done
        return outcome
    finally:
        if fresh and not kept:
            unmake(store)


def _take(
    taking: Taking,
    paths: Sequence[Path],
    stream: BinaryIO | None,
    fetched: Sequence[web.Visit],
    extracted: Extracted | None,
    *,
    rebuild: bool,
) -> None:
    """Take all that is given, and link it."""
    version, writer, outcome = fingerprint(taking.data), taking.writer, taking.outcome
    before = None if rebuild else writer.meta("fingerprint")
    changes = find_changes(paths, taking.states, outcome.skipped.append, outcome.rejected.append)
    if extracted:
        check(extracted, version)
        take_extracted(taking, extracted)
    take_files(taking, changes)
    if rebuild or before not in (None, version):
        take_stored(taking, taking.states.keys() - {store_path(path) for path in changes.read} - set(changes.removed))
    else:
        outcome.unchanged += len(changes.unchanged) + sum(visit.documents is None for visit in fetched)
    take_fetched(taking, fetched)
    if stream:
        take_stream(taking, stream)
    if before != version:
        _learn(writer, taking.data, version)
    writer.settle()
    outcome.articles, outcome.events = writer.sizes()


def _learn(writer: Writer, data: Path | None, version: str) -> None:
    """Keep in the store what asking and linking need of the data files."""
    known = lexicon.load(data)
    learn_names(writer.connection, vocabulary.names(known))
    learn_codes(writer.connection, codes.codes(known))
    writer.set_meta("linking", json.dumps(vocabulary.linking(known)))
    writer.set_meta("fingerprint", version)
    writer.set_meta("home", vocabulary.home(known))
    writer.set_meta("sector", vocabulary.sector(known))


def _told(problem: Problem) -> tuple[str, str]:
    """Return what is wrong with an entry of the file of corrections, and what to do about it."""
    return str(replace(problem, hint=None)), problem.hint or ""
