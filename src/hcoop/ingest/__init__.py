"""Files into the store: read, extract, link, write; the one place that calls the stages in order."""

from hcoop.ingest.run import Outcome, ingest

__all__ = ["Outcome", "ingest"]
