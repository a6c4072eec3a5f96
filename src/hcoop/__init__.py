"""hcoop: a register of international health cooperation, read from the press."""

__version__ = "0.1.0"
