"""The command that walks through what is least sure, one event at a time."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hcoop.cli.correcting import field_of, save, settle, today, whoami
from hcoop.cli.ending import complain, say
from hcoop.cli.options import DEFAULT_STORE, Asked, CorrectionsFile, Data, Database, Limit, with_filters
from hcoop.errors import HcoopError

if TYPE_CHECKING:
    from hcoop.query.table import Page

_KEYS = "[k]eep  [d]ate  [f]ield  [x] drop  [s]kip  [q]uit"


@with_filters
def review(
    *,
    asked: Asked,
    limit: Limit = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who says so; by default git's user.name.")
    ] = None,
    corrections: CorrectionsFile = None,
    data: Data = None,
    db: Database = DEFAULT_STORE,
) -> None:
    """Walk through the events that are least sure, with the words they rest on, and correct them by single keys.

    First come those on which reports differ, then those without a year, a party or a date. Each answer is saved at once
    in the file of corrections (see `hcoop correct --help`); what was kept or corrected is not asked again.

    \b
    hcoop review
    hcoop review --country Japan --since 2018
    """
    from hcoop.correcting import doubts
    from hcoop.corrections.file import beside
    from hcoop.query.filters import make_filter
    from hcoop.query.show import show
    from hcoop.store.read import Store

    file, answered = corrections or beside(db), 0
    name = by or whoami()
    try:
        with Store(db) as store:
            found = doubts(store, make_filter(store, asked.values, asked.since, asked.until))[: limit or None]
            for number, doubt in enumerate(found, 1):
                _show(f"{number} of {len(found)}: {'; '.join(doubt.reasons)}", show(store, doubt.event))
                answer = _ask(db, file, doubt.event, name, data)
                answered += answer == "saved"
                if answer == "quit":
                    break
    finally:
        if answered:
            settle(db, file, data)
    left = len(found) - answered
    print(f"{answered} answered, {left} left" if found else "nothing is unsure")


def _show(heading: str, page: "Page") -> None:
    from hcoop.output import write

    print(f"\n{heading}\n")
    write(page, sys.stdout, "table")
    print()


def _ask(db: Path, file: Path, event: str, by: str, data: Path | None) -> str:
    """Ask until there is an answer; return `saved`, `skipped` or `quit`."""
    while True:
        print(_KEYS, end=" ? ", flush=True)
        key = _key()
        print(key.strip())
        if key == "q":
            return "quit"
        if key == "s":
            return "skipped"
        try:
            if (done := _done(key)) is not None:
                from hcoop.correcting import Asked as Wanted

                say(save(db, file, event, Wanted(done[0], by, today(), done[1]), data))
                return "saved"
        except HcoopError as error:
            complain(error.message, error.hint)


def _done(key: str) -> tuple[str, dict[str, str | None]] | None:
    """Return what a key asks for, and the fields to set; null if it asks for nothing after all."""
    if key in ("k", "x"):
        return ("keep" if key == "k" else "drop"), {}
    if key == "d" and (date := _line("date (2023-09-23, 2023-09, 2018/2020, none): ")):
        return "set", dict([field_of(f"date={date}")])
    if key == "f" and (text := _line("FIELD=VALUE: ")):
        return "set", dict([field_of(text)])
    return None


def _line(prompt: str) -> str:
    print(prompt, end="", flush=True)
    return sys.stdin.readline().strip()


def _key() -> str:
    """Return the next key that is pressed, in lower case; else, as where input is piped, the first letter of a line.

    The end of the input is as q.
    """
    try:
        import termios
        import tty

        before = termios.tcgetattr(sys.stdin)
    except (ImportError, OSError, termios.error):  # Windows, or no terminal
        line = sys.stdin.readline()
        return line.strip()[:1].lower() if line else "q"
    try:
        tty.setcbreak(sys.stdin)
        pressed = sys.stdin.read(1)
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
    return "q" if pressed in ("", "\x04") else pressed.lower()
