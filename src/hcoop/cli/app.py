"""The application and its commands; whatever a command needs is imported when it runs."""

from typing import Annotated

import typer

from hcoop import __version__
from hcoop.cli import asking, checking, correcting, reporting, reviewing, working

app = typer.Typer(
    name="hcoop",
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, also with nothing found; 1 a failure; "
    "2 wrong usage; 3 done, but some inputs were rejected; 130 interrupted.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"hcoop {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def hcoop(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A register of international health cooperation, read from the press: who agreed what with whom, where and when.

    \b
    hcoop ingest                      read the articles in data/articles
    hcoop search "France"             what concerns France
    hcoop timeline --city Hanoi       what happened in Hanoi, in order
    hcoop summary --country Japan     a brief on Japan
    """
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


for command in (
    working.ingest,
    asking.search,
    asking.timeline,
    asking.summary,
    asking.show,
    working.extract,
    asking.export,
    reporting.report,
    correcting.correct,
    reviewing.review,
    checking.check,
):
    app.command(name=command.__name__)(command)
