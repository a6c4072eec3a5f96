"""`hcoop` and `python -m hcoop`: the command line, with every ending a clean one."""

import sys

from hcoop.cli.ending import end_with


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(end_with(sys.argv[1:]))


if __name__ == "__main__":
    main()
