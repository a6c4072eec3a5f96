"""The programs that hcoop is held against, each in an environment of its own, and what they are asked to do."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from performance import environments

_PACKAGES = ("typer<0.29", "sqlite-utils", "recognizers-text-suite", "emoji<2", "setuptools<81")
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Peers:
    """The folder of the environment with the peers' packages."""

    folder: Path

    @property
    def python(self) -> str:
        return str(self.folder / "bin" / "python")

    @property
    def sqlite_utils(self) -> str:
        return str(self.folder / "bin" / "sqlite-utils")

    def version(self, package: str) -> str | None:
        """Return the version of a package; null if it could not be had."""
        code = f"from importlib.metadata import version; print(version({package!r}))"
        ran = subprocess.run([self.python, "-c", code], capture_output=True, text=True, check=False)
        return ran.stdout.strip() or None


def install(folder: Path) -> Peers:
    """Make the environment, once; a package that cannot be had is left out, and its rows with it."""
    peers = Peers(folder)
    python = environments.make(folder)
    for package in _PACKAGES:
        environments.install(python, package, check=False)
    return peers


def program(name: str) -> str:
    """Return the path of one of the peers' own small programs."""
    return str(_HERE / "programs" / f"{name}.py")
