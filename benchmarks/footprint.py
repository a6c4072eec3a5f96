#!/usr/bin/env python3
"""What an installation weighs, and whether extras or later versions make `hcoop search` begin later.

usage: footprint.py [--against REVISION] [--rounds 30]

Installs the project without extras, with all of them and, where a revision of git is given, as it was then, each into
an environment of its own. Prints packages and megabytes (10^6 bytes of files, without compiled ones), and the search of
the seed articles in each, timed by turns. Needs uv, the working copy of the repository, and packages to install.
"""

import argparse
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from performance import environments
from performance.tables import machine, ratio, table, times
from performance.timing import by_turns

_PROJECT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", metavar="REVISION", help="a revision of git that is installed beside")
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = installations(Path(folder), options.against)
        print(report(made, Path(folder), options.rounds))


def installations(folder: Path, revision: str | None) -> dict[str, Path]:
    """Install what is compared; return the environments by what is in them."""
    wanted = {"without extras": str(_PROJECT), "with all extras": f"{_PROJECT}[all]"}
    if revision:
        wanted[revision[:12]] = str(checked_out(revision, folder / "revision"))
    made = {name: folder / f"environment-{number}" for number, name in enumerate(wanted)}
    for name, environment in made.items():
        environments.install(environments.make(environment), wanted[name])
    return made


def checked_out(revision: str, folder: Path) -> Path:
    """Put the files of a revision into a folder."""
    folder.mkdir()
    archive = subprocess.run(["git", "-C", str(_PROJECT), "archive", revision], check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive, check=True)
    return folder


def report(made: Mapping[str, Path], folder: Path, rounds: int) -> str:
    """Return the table: packages, weight, and the search of the seeds."""
    weights = {name: weight(environment) for name, environment in made.items()}
    costs = by_turns({name: search(environment, folder) for name, environment in made.items()}, rounds)
    base = costs["without extras"]
    rows = [(name, *weights[name], times(cost.cpu), ratio(cost.cpu, base.cpu)) for name, cost in costs.items()]
    headings = ("what", "packages", "MB", "`hcoop search France`, CPU", "to the first")
    return table("An installation", headings, rows, machine())


def weight(environment: Path) -> tuple[int, str]:
    """Return how many packages are installed, and their files' megabytes."""
    (packages,) = environment.glob("lib/python*/site-packages")
    files = (file for file in packages.rglob("*") if file.is_file() and file.suffix != ".pyc")
    return len(list(packages.glob("*.dist-info"))), f"{sum(file.stat().st_size for file in files) / 1e6:.1f}"


def search(environment: Path, folder: Path) -> tuple[str, ...]:
    """Ingest the seed articles into a store of the environment's own; return the command that searches it."""
    program, store = str(environment / "bin" / "hcoop"), str(folder / f"{environment.name}.db")
    seeds = str(_PROJECT / "data" / "articles")
    subprocess.run([program, "ingest", seeds, "--db", store], check=True, stdout=subprocess.DEVNULL)
    return program, "search", "France", "--db", store


if __name__ == "__main__":
    main()
