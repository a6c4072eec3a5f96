"""`hcoop` and `python -m hcoop`: the command line, with every ending a clean one."""

import gc
import sys

# What is made at the start stays; to look through it for garbage at each seven hundred objects takes time for nothing.
_MANY = 50_000


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(_MANY)
    try:
        from hcoop.cli.ending import end_with  # noqa: PLC0415 - what is imported here may be interrupted too
    except KeyboardInterrupt:  # before there is what tells of it
        sys.exit(130)
    sys.exit(end_with(sys.argv[1:]))


if __name__ == "__main__":
    main()
