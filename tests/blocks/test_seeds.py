"""The headers of the five seed articles."""

from pathlib import Path

import pytest

from hcoop import lexicon, resources
from hcoop.blocks import articles
from hcoop.readers import read

SEEDS = [
    ("000_f8398e3085baa64e", "Hanoi signed technology transfering, staff training with French center",
     "2016-01-20T09:43", None, None, None, "The Hanoi Times"),
    ("001_699797d1662a1ae1", "Hanoi’s health sector expands international cooperation", "2020-06-25T18:00",
     "Hieu Nguyen", "VEN", None, "Vietnam Economic News"),
    ("002_8897124fbafba108", "Hanoi develops international standard health system", "2020-07-01T15:00",
     "Phuong Ha", None, None, "Vietnam Economic News"),
    ("003_b11f9af0133c21cc", None, None, None, None, None, None),
    ("004_915f3321d7dbcd3b",
     "Huế Central Hospital, GE HealthCare collaborate to elevate medical expertise and research",
     None, None, "VNS", "HCM CITY", "Viet Nam News"),
]


@pytest.mark.parametrize("seed", SEEDS, ids=[seed[0] for seed in SEEDS])
def test_seed(seed: tuple[str | None, ...]) -> None:
    path: Path = resources.data_dir() / "articles" / f"{seed[0]}.txt"
    (article,) = (article for document in read(path) for article in articles(document, lexicon.load()))
    assert (article.title, article.published, article.author, article.agency, article.dateline,
            article.outlet) == seed[1:]
    assert article.language == "en"
