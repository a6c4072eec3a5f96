"""Files into the store: read, extract, link, write; the one place that calls the stages in order."""

from hcoop.ingest.outcome import Outcome
from hcoop.ingest.run import ingest

__all__ = ["Outcome", "ingest"]
