"""`timeline --silent`: what was signed or planned, and after which nothing of the same two sides is told."""

import json

import pytest

from hcoop.errors import UsageError
from hcoop.ingest import ingest
from hcoop.query.dates import before

TEXTS = {
    "signed.txt": "Nurses to go to Sydney\n\nMarch 12, 2014 - 08:00\n\n"
    "Cho Ray Hospital and the University of Sydney signed a memorandum of understanding on nursing on March 11.\n",
    "other.txt": "Doctors of Kobe\n\nMay 12, 2014 - 08:00\n\n"
    "Hue Central Hospital and Kobe University Hospital signed a memorandum of understanding on surgery on May 11.\n",
    "still.txt": "Guests from Kobe\n\nJune 2, 2021 - 09:00\n\n"
    "Hue Central Hospital received a delegation of doctors from Kobe University Hospital on June 1.\n",
}
PERIODS = [("2021-06-02", "2y", "2019-06-02"), ("2020-02-29", "1Y", "2019-02-28"), ("2021-01-31", "2m", "2020-11-30"),
           ("2021-01-31", "31d", "2020-12-31")]


@pytest.mark.parametrize(("day", "period", "found"), PERIODS)
def test_a_period_before_a_day(day, period, found):
    assert before(day, period) == found


@pytest.mark.parametrize("period", ["", "2", "2 years", "-1y", "9999y"])
def test_what_is_no_period_is_refused(period):
    with pytest.raises(UsageError):
        before("2021-06-02", period)


@pytest.mark.slow
def test_a_pair_that_met_since_is_not_silent(tmp_path, run):
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    ingest(tmp_path / "it.db", [tmp_path])

    def partners(period):
        ran = run("timeline", "--silent", period, "--json", "--db", str(tmp_path / "it.db"))
        return [event["countries"] for event in json.loads(ran.out)]

    assert partners("2y") == [["AU"]]
    assert partners("10y") == []
    assert partners("1d") == [["AU"]]
