"""The five seed articles in a store, extracted for real, for other programs to read."""

from pathlib import Path

import pytest

from hcoop.ingest import ingest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def seeds(tmp_path_factory):
    """The path of a store that holds the seed articles; not to be written."""
    path = tmp_path_factory.mktemp("seeds") / "hcoop.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert ingest(path, [Path("data/articles")]).articles == 5
    return path
