"""What one input may cost, so that none can stop the others."""

from dataclasses import dataclass

from hcoop.readers import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Limits:
    """The most bytes that a file, or a line of JSON, may have, and the most seconds that a document may take."""

    max_bytes: int = MAX_BYTES
    timeout: float | None = None


NO_LIMITS = Limits()
