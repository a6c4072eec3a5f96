"""The errors that hcoop raises on purpose: their message is for the user."""


class HcoopError(Exception):
    """Something the user can act on.

    `message` says what is wrong and where, in one line; `hint` says what to do next.
    `exit_status` is what the command line ends with: 1 for a failure, 2 for wrong usage or an unreadable query.
    """

    exit_status = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(HcoopError):
    """A wrong option, filter value or query."""

    exit_status = 2


class UnreadableError(HcoopError):
    """One input that cannot be read; the others go on."""
