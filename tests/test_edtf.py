from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcoop import edtf
from hcoop.errors import HcoopError

VALID = {
    "2016-01-19": "19 Jan 2016",
    "2016-01-19T09:43": "19 Jan 2016, 09:43",
    "2016-11": "Nov 2016",
    "2016": "2016",
    "2016~": "about 2016",
    "2016-06~": "about Jun 2016",
    "199X": "1990s",
    "18XX": "1800s",
    "XXXX-09-23": "23 Sep, year not stated",
    "XXXX-02-29": "29 Feb, year not stated",
    "XXXX-09": "Sep, year not stated",
    "2018/2020": "2018-2020",
    "2014/..": "since 2014",
    "2014-05/..": "since May 2014",
    "../2030": "until 2030",
    "2016-08-25/2016-08-27": "25-27 Aug 2016",
    "2016-08-30/2016-09-02": "30 Aug - 2 Sep 2016",
    "2016-12-30/2017-01-02": "30 Dec 2016 - 2 Jan 2017",
    "2019-07/2020-03": "Jul 2019 - Mar 2020",
    "2019-01/2019-03": "Jan - Mar 2019",
    "2022-04-26/2023-12": "26 Apr 2022 - Dec 2023",
    "XXXX-08-25/XXXX-08-27": "25-27 Aug, year not stated",
    "XXXX-11/XXXX-03": "Nov - Mar, year not stated",
}
INVALID = ["", "XXXX", "XXXX-XX", "2016-13", "2016-00", "2015-02-29", "XXXX-02-30", "2016-09-31", "2020/2018", "../..",
           "/2016", "2014/", "19X6", "199X-01", "0000", "2016-1-9", "2016-35", "25/06/2020", "2016-01-19/2016-01-18",
           "T09:43", "2016-01T09:43"]


@pytest.mark.parametrize(("value", "said"), VALID.items())
def test_valid_dates_are_said_as_people_write_them(value, said):
    assert edtf.is_valid(value)
    assert edtf.humanise(value) == said


@pytest.mark.parametrize("value", INVALID)
def test_what_is_no_date_is_refused(value):
    assert not edtf.is_valid(value)
    with pytest.raises(HcoopError, match="not an EDTF date"):
        edtf.parse(value)


@pytest.mark.parametrize("value", [value for value in VALID if "T" not in value])  # it wants seconds
def test_another_reader_of_edtf_accepts_what_is_valid_here(value):
    oracle = pytest.importorskip("edtf")
    assert oracle.parse_edtf(value) is not None


@pytest.mark.parametrize(("value", "first", "last"), [
    ("2016-01-19", date(2016, 1, 19), date(2016, 1, 19)),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
    ("199X", date(1990, 1, 1), date(1999, 12, 31)),
    ("2019-01/2019-03", date(2019, 1, 1), date(2019, 3, 31)),
    ("2014/..", date(2014, 1, 1), None),
    ("../2030", None, date(2030, 12, 31)),
    ("XXXX-09-23", None, None),
])
def test_bounds_are_the_first_and_the_last_day(value, first, last):
    assert edtf.bounds(value) == (first, last)


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("2016", "2016-11-05", True),
    ("2016-10", "2016-11", False),
    ("2014/..", "2020", True),
    ("../2013", "2014/..", False),
    ("XXXX-09-23", "2016-10/2016-11", False),
    ("XXXX-09-23", "2014/2016", True),
    ("XXXX-11/XXXX-03", "2017-01", True),
    ("XXXX-09", "XXXX-09-23", True),
])
def test_overlaps(one, other, expected):
    assert edtf.overlaps(one, other) is expected
    assert edtf.overlaps(other, one) is expected


@pytest.mark.parametrize(("outer", "inner", "expected"), [
    ("2024-03", "2024-03-25", True),
    ("2024", "2024-03-25/2024-04-02", True),
    ("XXXX-03-25", "2024-03-25", True),
    ("XXXX-03", "XXXX-03-25", True),
    ("2024-03-25", "XXXX-03-25", False),
    ("2024-03-25", "2024-03", False),
    ("2014/..", "2016", True),
    ("XXXX-03-25", "2024-03-26", False),
])
def test_contains(outer, inner, expected):
    assert edtf.contains(outer, inner) is expected


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)), st.integers(0, 900))
def test_every_interval_of_days_contains_its_ends(first, length):
    last = date.fromordinal(first.toordinal() + length)
    interval = f"{first}/{last}"
    assert edtf.bounds(interval) == (first, last)
    assert edtf.contains(interval, str(first))
    assert edtf.overlaps(interval, f"XXXX-{last:%m-%d}")


@given(st.text(alphabet="0123456789X-/.~T:", max_size=24))
def test_anything_is_either_a_date_or_refused(text):
    if edtf.is_valid(text):
        assert edtf.humanise(text)
        assert edtf.contains(text, text)
    else:
        with pytest.raises(HcoopError):
            edtf.bounds(text)
