"""How a run ends: errors as one line and a hint on standard error, and the exit status."""

import atexit
import contextlib
import io
import os
import sqlite3
import sys
from collections.abc import Sequence

from hcoop.cli.signals import ended_by_signals
from hcoop.errors import HcoopError

INTERRUPTED = 130
# Letters of a message: more than any path has, and fewer than what somebody may have given instead of an id.
_LONGEST = 5000


def end_with(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status.

    0 done, also with nothing found or a reader that went away; 1 a failure; 2 wrong usage; 3 some inputs rejected;
    130 interrupted. A signal that tells it to end ends it, when what was under way is undone.
    """
    _prepare_streams()
    try:
        with ended_by_signals():
            status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def tell(error: HcoopError) -> None:
    """Write an error and its hint to standard error, a line each."""
    complain(error.message, error.hint)


def complain(message: str, hint: str | None = None, word: str = "error") -> None:
    """Write one line, and one for the hint, to standard error; nothing in them may steer the terminal."""
    print(f"hcoop: {word}: {_one_line(message)}", file=sys.stderr)
    if hint:
        print(f"hint: {_one_line(hint)}", file=sys.stderr)


def say(text: str) -> None:
    """Write one line to standard output, in which nothing may steer the terminal."""
    print(_one_line(text))


def _run(arguments: Sequence[str]) -> int:
    from hcoop.cli import application

    try:
        app = application(arguments[0] if arguments else None)
        return int(app(list(arguments), prog_name="hcoop", standalone_mode=False) or 0)
    except BrokenPipeError:
        raise
    except SystemExit as ended:  # so Typer ends when a reader goes away
        if isinstance(ended.__context__, BrokenPipeError):
            raise ended.__context__ from None
        raise
    except Exception as error:
        return _failed(error)


def _failed(error: Exception) -> int:
    """Tell what went wrong, and return the exit status."""
    match error:
        case HcoopError():
            tell(error)
            return error.exit_status
        case sqlite3.Error():
            from hcoop.store.faults import hint_of

            complain(f"the store: {error}", hint_of(error))
        case UnicodeEncodeError():
            complain("an argument is not text in UTF-8", "write it in UTF-8")
            return 2
        case OSError():
            what = f"{error.filename or 'input or output'}: {error.strerror or error}"
            complain(what, "check the path, the permissions and the disk")
        case _:
            return _usage(error)
    return 1


def _usage(error: Exception) -> int:
    """Tell what is wrong with the options, which Typer says in errors of its own; else that there is a fault."""
    told = getattr(error, "format_message", None)
    if told is None:
        return _fault(error)
    context = getattr(error, "ctx", None)
    complain(told().rstrip("."), f"see `{context.command_path} --help`" if context else "see `hcoop --help`")
    return 2


def _fault(error: Exception) -> int:
    """Tell of what nobody thought of; most likely the store is damaged, which `hcoop check` finds out."""
    if os.environ.get("HCOOP_DEBUG"):
        raise error
    hint = "run `hcoop check`; if it finds nothing, please report this as a bug, with what HCOOP_DEBUG=1 shows"
    complain(f"{type(error).__name__}: {error}", hint)
    return 1


def _prepare_streams() -> None:
    """Write UTF-8 wherever we run; a stream that was closed before we began is as the null device."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            null = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115 - it is to stay open
            atexit.register(null.close)
            setattr(sys, name, null)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _one_line(text: str) -> str:
    from hcoop.output.clean import clean

    line = " ".join(clean(text).split("\n"))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _let_go_of_stdout() -> None:
    """Whoever read us has gone: what is left in the buffer goes nowhere, without a word."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
