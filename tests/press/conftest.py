"""A small press of our own: texts in the manner of the press, with all that linking has to tell apart and to join.

Busan and Da Nang: a plan, three reports of the signing and a copy, a course that recalls it, a plan of which nothing
came. Kobe: two hospitals of one city in one week, and an article on both. Lyon: a conference a year. KOICA: a plan,
and two reports of what came of it that differ on the sum. A gift to Hai Phong.
"""

from pathlib import Path

import pytest

from hcoop.ingest import ingest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def press_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a store of the press, read at once; not to be written."""
    path = tmp_path_factory.mktemp("press") / "press.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(HERE)
        outcome = ingest(path, [Path("texts")])
    assert (outcome.articles, outcome.rejected) == (16, [])
    return path
