"""The command line: options in, one call, output."""

from hcoop.cli.app import app

__all__ = ["app"]
