"""A corpus as data frames."""

import sys

import pytest

import hcoop
from hcoop.errors import HcoopError
from hcoop.query.export import KINDS


@pytest.fixture(scope="module")
def corpus(seeds):
    with hcoop.open(seeds) as opened:
        yield opened


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_a_frame_with_a_row_for_each_record(kind, corpus):
    pytest.importorskip("pandas")
    frame = corpus.frame(kind)
    assert len(frame) == len(list(corpus.records(kind))) > 0


def test_days_are_dates_and_lists_are_lists(corpus):
    pandas = pytest.importorskip("pandas")
    frame = corpus.frame(city="Hanoi", type="agreement")
    assert frame["earliest"].dtype == "datetime64[s]"
    assert frame["earliest"].min() == pandas.Timestamp("2016-01-19")
    assert "training" in frame["topics"].iloc[0]
    assert frame.explode("topics")["topics"].value_counts()["training"] >= 1


def test_filters_are_those_of_the_command_line(corpus):
    pytest.importorskip("pandas")
    assert set(corpus.frame("provinces", city="Hue")["name"]) == {"Hue"}


def test_an_empty_frame_has_its_columns(corpus):
    pytest.importorskip("pandas")
    assert {"id", "date", "earliest"} <= set(corpus.frame(since="2100").columns)


def test_without_pandas_it_says_what_to_install(corpus, monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "pandas"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(HcoopError, match="pandas is not installed") as raised:
        corpus.frame()
    assert raised.value.hint == "python -m pip install 'hcoop[pandas]'"
