"""The application and its commands; whatever a command needs is imported when it runs."""

from importlib import import_module
from typing import Annotated

import typer

from hcoop import __version__

# The commands in the order of --help, and the modules that have them.
COMMANDS = {
    "ingest": "ingesting",
    "search": "asking",
    "timeline": "asking",
    "summary": "asking",
    "show": "asking",
    "extract": "extracting",
    "export": "exporting",
    "report": "reporting",
    "correct": "correcting",
    "review": "reviewing",
    "check": "checking",
}


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"hcoop {__version__}")
        raise typer.Exit


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


def application(command: str | None = None) -> typer.Typer:
    """Return the command line; with the name of a command, the one that has this command alone, and starts faster."""
    app = typer.Typer(
        name="hcoop",
        no_args_is_help=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="Exit status: 0 done, also with nothing found; 1 a failure; "
        "2 wrong usage; 3 done, but some inputs were rejected; 130 interrupted.",
    )
    app.callback(invoke_without_command=True)(hcoop)
    for name in [command] if command in COMMANDS else COMMANDS:
        app.command(name)(getattr(import_module(f"hcoop.cli.{COMMANDS[name]}"), name))
    return app
