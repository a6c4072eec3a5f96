"""The command line: options in, one call, output."""

from hcoop.cli.app import COMMANDS, application

__all__ = ["COMMANDS", "application"]
