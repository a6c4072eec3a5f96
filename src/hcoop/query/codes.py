"""The codes of other schemes, as the store knows them."""

from collections import defaultdict
from collections.abc import Sequence

from hcoop.store.read import Store


class Codes:
    """All codes of a store."""

    def __init__(self, store: Store) -> None:
        self._codes: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for row in store.rows("SELECT kind, value, scheme, code FROM codes ORDER BY kind, value, scheme, code"):
            self._codes[row["kind"], row["value"], row["scheme"]].append(row["code"])

    def all(self, kind: str, value: str, scheme: str) -> Sequence[str]:
        """Return the codes that a scheme has for a value of a kind, in their order."""
        return self._codes.get((kind, value, scheme), ())

    def one(self, kind: str, value: str | None, scheme: str) -> str | None:
        """Return the first of them, null if there is none."""
        return next(iter(self.all(kind, value or "", scheme)), None)

    def crs(self, topics: Sequence[str]) -> list[str]:
        """Return the DAC CRS purpose codes of topics, each once, in their order."""
        return sorted({code for topic in topics for code in self.all("topic", topic, "crs")})

    def iati(self, organisation: str, kind: str | None) -> str | None:
        """Return the IATI OrganisationType of an organisation: its own, else that of its kind."""
        return self.one("organisation", organisation, "iati") or self.one("organisation_kind", kind, "iati")
