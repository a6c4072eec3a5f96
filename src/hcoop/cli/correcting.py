"""The command that corrects the register."""

import getpass
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hcoop.cli.ending import complain, say
from hcoop.cli.options import DEFAULT_STORE, CorrectionsFile, Data, Database
from hcoop.cli.telling import waiting
from hcoop.errors import UsageError

if TYPE_CHECKING:
    from hcoop.correcting import Asked


def correct(
    id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="An event, article, organisation or person, as for show.")
    ] = None,
    *,
    set: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="Give a field another value; none for none."),
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", help="Leave the record out.")] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Say that the event is right, so that review asks no more.")
    ] = False,
    merge: Annotated[
        str | None, typer.Option("--merge", metavar="OTHER", help="Say that it is the same as another.")
    ] = None,
    split: Annotated[
        str | None, typer.Option("--split", metavar="ARTICLE", help="Say that this article tells of something else.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why, for those who come after.")] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who says so; by default git's user.name.")
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the last correction, or that of the given id.")
    ] = False,
    corrections: CorrectionsFile = None,
    data: Data = None,
    db: Database = DEFAULT_STORE,
) -> None:
    """Correct a record; the correction is kept in a file beside the store, and outlasts every ingest.

    The file (hcoop.corrections.yaml) may be edited by hand and kept under version control. Each entry is tied to the
    words of its article, so that it is found again when articles, data or hcoop change.

    \b
    hcoop correct 045298 --set date=2016-01-20 --note "as the hospital's site says"
    hcoop correct 045298 --set "participants=Saint Paul General Hospital, VN; IRCAD, FR"
    hcoop correct JICA --set kind=agency --set country=Japan
    hcoop correct 6e2964 --drop
    hcoop correct 6e2964 --merge 045298
    hcoop correct 045298 --split 169cf4
    hcoop correct --undo
    """
    from hcoop.corrections.file import beside

    file = corrections or beside(db)
    action, fields = _action(set or [], drop=drop, keep=keep, merge=merge, split=split, undo=undo)
    if action == "undo":
        _undo(db, file, id, data)
        return
    if id is None:
        raise UsageError(
            "what is to be corrected is not told", hint="give an id; `hcoop timeline` lists those of events"
        )
    from hcoop.correcting import Asked

    asked = Asked(action, by or whoami(), today(), fields, merge or split, note)
    say(save(db, file, id, asked, data))
    settle(db, file, data)


def save(db: Path, file: Path, id: str, asked: "Asked", data: Path | None) -> str:
    """Add what is asked to the file of corrections; return what is to be told of it."""
    from hcoop.correcting import correction_of
    from hcoop.correcting.told import told
    from hcoop.corrections.file import append
    from hcoop.store.read import Store

    with Store(db) as store:
        correction = correction_of(store, id, asked, file, data)
    return f"corrected: {told(append(file, correction))} ({file.name})"


def settle(db: Path, file: Path, data: Path | None) -> None:
    """Bring the store up to date with the file; tell which corrections cannot be applied."""
    from hcoop.ingest.correcting import apply

    for message, hint in apply(db, file, data, waiting()):
        complain(message, hint, word="not corrected")


def today() -> str:
    """Return the day on the clock, in ISO 8601."""
    return datetime.now(UTC).astimezone().date().isoformat()


def whoami() -> str:
    """Return the name that git knows the user by, else that of the account."""
    try:
        told = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False, timeout=5)
        return told.stdout.strip() or getpass.getuser()
    except (OSError, subprocess.SubprocessError):
        return getpass.getuser()


def _undo(db: Path, file: Path, id: str | None, data: Path | None) -> None:
    from hcoop.correcting import to_undo
    from hcoop.correcting.told import told
    from hcoop.corrections.file import read, remove

    correction = to_undo(read(file)[0], id)
    remove(file, correction)
    say(f"taken back: {told(correction)} ({file.name})")
    settle(db, file, data)


def _action(
    values: list[str], *, drop: bool, keep: bool, merge: str | None, split: str | None, undo: bool
) -> tuple[str, dict[str, str | None]]:
    """Return the one thing that is asked for, and the fields to set."""
    given = {"set": values, "drop": drop, "keep": keep, "merge": merge, "split": split, "undo": undo}
    asked = [action for action, value in given.items() if value]
    if len(asked) != 1:
        hint = "give one of --set, --drop, --keep, --merge, --split and --undo"
        raise UsageError("more than one thing is asked for" if asked else "nothing is asked for", hint=hint)
    return asked[0], dict(field_of(value) for value in values)


def field_of(text: str) -> tuple[str, str | None]:
    """Return the field and value of `FIELD=VALUE`; a value of `none` or `null` is null. Raises UsageError."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UsageError(f'"{text}" is not FIELD=VALUE', hint="write --set date=2023-09-23")
    return name.strip(), None if value.strip().lower() in ("none", "null", "") else value.strip()
