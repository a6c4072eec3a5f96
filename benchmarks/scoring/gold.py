"""Gold records and the texts they are of."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from hcoop.lexicon import read_yaml

ROOT = Path(__file__).parents[2]
FOLDERS = tuple(ROOT / "tests/gold" / name for name in ("dev", "practice", "fresh", "second", "fourth"))
SEEDS = ROOT / "data/articles"
# The folder a third of whose texts is held out.
_DEVELOPMENT = "dev"


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold record, its scalars as text, and the text it is of."""

    path: Path
    text: Path
    record: dict[str, Any]

    @property
    def held_out(self) -> bool:
        """Whether the text is of the third of the development texts that nobody looks at.

        A hash chooses them, so that nobody did. The seed articles are known to all.
        """
        chosen = int(sha256(self.text.name.encode()).hexdigest(), 16) % 3 == 0
        return chosen and self.path.parts[-3] == _DEVELOPMENT and self.text.parent != SEEDS


def read(folder: Path) -> Iterator[Gold]:
    """Yield the gold records of a folder that holds `gold/` and `texts/`, in order of name.

    The texts of the seed articles are in `data/articles`. Raises FileNotFoundError if a text or the folder is missing.
    """
    paths = sorted((folder / "gold").glob("*.yaml"))
    if not paths:
        raise FileNotFoundError(f"no gold records in {folder / 'gold'}")
    for path in paths:
        record = read_yaml(path)
        yield Gold(path, _text(folder / "texts", record["text"]), record)


def _text(folder: Path, name: str) -> Path:
    for place in (folder, SEEDS):
        if (place / name).is_file():
            return place / name
    raise FileNotFoundError(f"no text {name} in {folder} or {SEEDS}")
