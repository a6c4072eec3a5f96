"""The options that commands share, and how the filters come to be parameters of a command."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import wraps
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple

import typer

from hcoop.cli.completion import values_of

DEFAULT_STORE = Path("hcoop.db")


class Format(StrEnum):
    """The forms of output."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


# More rows, bytes, seconds or megabytes than there can be; what is larger fits in no number of the store or the clock.
_MOST = {int: 10**15, float: 10.0**6}


def _sane(value: float | None) -> float | None:
    """Refuse a number that is none, or that nothing here can count up to."""
    if value is not None and not value <= _MOST[type(value)]:
        raise typer.BadParameter(f"{value} is not in the range x<={_MOST[type(value)]:.0f}")
    return value


def _named(path: Path | None) -> Path | None:
    """Refuse a path of a file that names none, such as what is left of a variable that is not set."""
    if path is not None and not path.name:
        raise typer.BadParameter("it names no file")
    return path


Database = Annotated[
    Path,
    typer.Option("--db", envvar="HCOOP_DB", metavar="FILE", help="The store.", show_default=True, callback=_named),
]
Data = Annotated[Path | None, typer.Option("--data", metavar="FOLDER", help="Another data folder (HCOOP_DATA).")]
CorrectionsFile = Annotated[
    Path | None,
    typer.Option(
        "--corrections", envvar="HCOOP_CORRECTIONS", metavar="FILE", show_envvar=False, callback=_named,
        help="The file of corrections (HCOOP_CORRECTIONS); by default beside the store.",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="table, json, jsonl or csv.")]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Limit = Annotated[
    int | None,
    typer.Option("--limit", "-n", min=0, metavar="N", help="At most N rows; 0 for all.", callback=_sane),
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes; by default all cores for many files.")
]
MaxBytes = Annotated[
    int | None,
    typer.Option(
        "--max-bytes", min=1, metavar="N", help="Reject articles of more bytes; by default 64 MiB.", callback=_sane
    ),
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout", min=0, metavar="SECONDS", callback=_sane,
        help="Give up on an article, or on fetching it, after so long; 0: never.",
    ),
]
DEFAULT_TIMEOUT = 60.0
Pause = Annotated[
    float,
    typer.Option(
        "--pause", min=0, metavar="SECONDS", help="Time between two requests to one host.", callback=_sane
    ),
]
Megabytes = Annotated[
    float,
    typer.Option(
        "--size", min=0.1, metavar="MB", help="How large the page may be, in megabytes.", callback=_sane
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private networks too, and from this machine.")
]
DEFAULT_PAUSE = 1.0
Out = Annotated[
    str | None,
    typer.Option("--out", metavar="FOLDER", help="Write Parquet with a manifest into a folder, or s3://bucket/folder."),
]
ClusterOption = Annotated[
    str | None, typer.Option("--cluster", metavar="ADDRESS", help="With --out, work on Dask (tcp://scheduler:8786).")
]
Retry = Annotated[
    bool, typer.Option("--retry", help="With --out, work partitions again of which documents were rejected.")
]
PartitionBytes = Annotated[
    int | None,
    typer.Option(
        "--partition-bytes", min=1, metavar="N", help="With --out, bytes of input to a partition; by default 16 MiB."
    ),
]


class Asked(NamedTuple):
    """The filters as the user wrote them."""

    values: Mapping[str, Sequence[str]] = MappingProxyType({})
    since: str | None = None
    until: str | None = None


_HELP = {
    "country": "Partner country: name, code or demonym (France, FR, French).",
    "city": "City or province of Viet Nam (Hue, HCMC).",
    "organisation": "Organisation: name, acronym or part of the name.",
    "person": "Person: name or part of it.",
    "type": "Type of event (agreement, training).",
    "topic": "Topic (oncology, nursing).",
    "status": "completed, ongoing or planned.",
    "outlet": "Newspaper or agency.",
}
_DAYS = {"since": "Not before this year, month or day.", "until": "Not after this year, month or day."}


def with_filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the filter options instead of its parameter `asked`, which gets what the user wrote."""
    signature = inspect.signature(command)
    filters = [
        *(_values(kind, text) for kind, text in _HELP.items()),
        *(_day(name, text) for name, text in _DAYS.items()),
    ]

    @wraps(command)
    def filtered(**given: Any) -> Any:
        asked = Asked({kind: given.pop(kind) or [] for kind in _HELP}, given.pop("since"), given.pop("until"))
        return command(asked=asked, **given)

    own = [parameter for name, parameter in signature.parameters.items() if name != "asked"]
    filtered.__signature__ = signature.replace(parameters=own + filters)  # type: ignore[attr-defined]
    filtered.__annotations__ = {parameter.name: parameter.annotation for parameter in own + filters}
    del filtered.__wrapped__
    return filtered


def _values(kind: str, text: str) -> inspect.Parameter:
    option = typer.Option(f"--{kind}", metavar="NAME", help=text, autocompletion=values_of(kind))
    return inspect.Parameter(
        kind, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[list[str] | None, option]
    )


def _day(name: str, text: str) -> inspect.Parameter:
    option = typer.Option(f"--{name}", metavar="DATE", help=text)
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[str | None, option]
    )
