"""The command that writes a report to read and to send."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hcoop.cli.destination import check_destination, destination
from hcoop.cli.ending import complain, say
from hcoop.cli.options import DEFAULT_STORE, Asked, Data, Database, Megabytes, with_filters

if TYPE_CHECKING:
    from hcoop.output.report import Rendered

_MEGABYTE = 1_000_000


@with_filters
def report(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The page to write, such as report.html.")],
    *,
    asked: Asked,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The heading of the page.")] = None,
    size: Megabytes = 5.0,
    data: Data = None,
    db: Database = DEFAULT_STORE,
) -> None:
    """Write one HTML file to read, search, print and send: figures, timeline, partners, places, and the register.

    It needs no network and no server. Each event opens to the words that say so, lit in their article. The page holds
    the whole articles while that keeps it within --size, else what stands around the evidence, and says so.

    \b
    hcoop report report.html
    hcoop report korea.html --country Korea --since 2016 --title "Cooperation with Korea"
    hcoop report all.html --size 20
    """
    from hcoop import lexicon
    from hcoop.output.report import render
    from hcoop.query.filters import make_filter
    from hcoop.query.report import report as told
    from hcoop.store.read import Store

    check_destination(file, db)
    with Store(db) as store:
        found = told(store, make_filter(store, asked.values, asked.since, asked.until), lexicon.load(data))
    rendered = render(found, title or found.title, int(size * _MEGABYTE))
    with destination(file) as stream:
        stream.write(rendered.html)
    _tell(file, rendered, found.figures["events"], size)


def _tell(file: Path, rendered: "Rendered", events: int, size: float) -> None:
    written = len(rendered.html) / _MEGABYTE
    say(f"written: {file}, {written:.2f} MB, {events} event{'' if events == 1 else 's'}")
    if written > size:
        hint = "filters such as --since or --city make it smaller"
        complain(f"that is more than the {size:g} MB asked for", hint, word="note")
    elif rendered.around is not None:
        held = f"the evidence and {rendered.around} characters around it"
        complain(f"with whole articles it is more than {size:g} MB; it has {held}", "--size makes room", word="note")
