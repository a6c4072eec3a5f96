"""Environments of their own for what is measured, made with uv."""

import shutil
import subprocess
import sys
from pathlib import Path


def make(folder: Path) -> str:
    """Make an empty environment, unless it is there; return its Python."""
    python = folder / "bin" / "python"
    if not python.exists():
        _uv("venv", "--quiet", "--python", sys.executable, str(folder))
    return str(python)


def install(python: str, package: str, *, check: bool = True) -> None:
    """Install a package, unless `check` is false and it cannot be had."""
    _uv("pip", "install", "--quiet", "--python", python, package, check=check)


def _uv(*arguments: str, check: bool = True) -> None:
    uv = [found] if (found := shutil.which("uv")) else ["python3", "-m", "uv"]
    subprocess.run([*uv, *arguments], check=check)
