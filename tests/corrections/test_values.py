"""Values that people give: in the register's own form, or refused with what was perhaps meant."""

import pytest

from hcoop.corrections.known import Known
from hcoop.corrections.values import checked_fields, fields_of
from hcoop.errors import UsageError

KNOWN = Known(
    {
        "country": {"fr": "FR", "france": "FR", "vn": "VN", "viet nam": "VN", "jp": "JP"},
        "city": {"hue": "Hue", "tp hcm": "Ho Chi Minh City"},
        "topic": {"nursing": "nursing", "oncology": "oncology", "cancer care": "oncology"},
        "type": {"agreement": "agreement", "training": "training"},
        "instrument": {"mou": "mou"},
        "kind": {"hospital": "hospital"},
    },
    "VN",
)
GOOD = [
    ("event", "date", "2018/2020", "2018/2020"),
    ("event", "date", None, None),
    ("event", "date", "XXXX-09-23", "XXXX-09-23"),
    ("event", "status", "planned", "planned"),
    ("event", "type", "Training", "training"),
    ("event", "city", "Huế", "Hue"),
    ("event", "countries", "France, JP", ["FR", "JP"]),
    ("event", "topics", "Cancer care; nursing", ["oncology", "nursing"]),
    ("event", "topics", "[nursing]", ["nursing"]),
    ("event", "topics", None, []),
    ("event", "people", "Lê A; B", [{"name": "Lê A", "role": "participant"}, {"name": "B", "role": "participant"}]),
    (
        "event",
        "participants",
        "Cho Ray Hospital, VN; Tokyo, Japan Aid, JP; Doctors",
        [
            {"name": "Cho Ray Hospital", "side": "home", "country": "VN", "role": "participant", "aliases": []},
            {"name": "Tokyo, Japan Aid", "side": "partner", "country": "JP", "role": "participant", "aliases": []},
            {"name": "Doctors", "side": "partner", "country": None, "role": "participant", "aliases": []},
        ],
    ),
    (
        "event",
        "participants",
        "Cho Ray Hospital, VN",
        [{"name": "Cho Ray Hospital", "side": "home", "country": "VN", "role": "participant", "aliases": []}],
    ),
    (
        "event",
        "participants",
        "[{name: A, side: home, role: host}]",
        [{"name": "A", "side": "home", "country": None, "role": "host", "aliases": []}],
    ),
    (
        "event",
        "participants",
        "Kobe University, JP (host)",
        [{"name": "Kobe University", "side": "partner", "country": "JP", "role": "host", "aliases": []}],
    ),
    ("event", "people", "Lê A (witness)", [{"name": "Lê A", "role": "witness"}]),
    ("event", "people", [{"name": "A", "role": "speaker"}], [{"name": "A", "role": "speaker"}]),
    ("event", "term", "P5Y", "P5Y"),
    ("event", "term", "2016/2020", "2016/2020"),
    ("event", "term", "../2029-12", "../2029-12"),
    ("event", "term", "none", None),
    ("article", "relevant", "no", False),
    ("article", "published", "2016-01-20T09:43", "2016-01-20T09:43"),
    ("article", "outlet", "Sài Gòn Times", "Sài Gòn Times"),
    ("organisation", "country", "France", "FR"),
    ("organisation", "aliases", "A; B; A", ["A", "B"]),
    ("person", "role", None, None),
]
BAD = [
    ("event", "datee", "2016", "did you mean date?"),
    ("event", "evidence", "x", "it can be type"),
    ("event", "date", "2016-13-01", "EDTF"),
    ("event", "status", "done", "completed, ongoing, planned"),
    ("event", "topics", "nursin", "did you mean nursing?"),
    ("event", "city", "Lyon", "it can be Ho Chi Minh City, Hue"),
    ("event", "type", None, "one of the files"),
    ("event", "topics", "[nursing", "one; another"),
    ("event", "participants", "[{name: A, side: left, role: host}]", ""),
    ("event", "participants", "[null]", "one; another"),
    ("event", "topics", "[[nursing]]", "one; another"),
    ("event", "topics", {"nursing": "x"}, "one; another"),
    ("event", "city", {"Hue": "x"}, "give one"),
    ("event", "date", ["2016"], "give one"),
    ("event", "participants", "[{name: A, side: home, role: host, x: y}]", ""),
    ("event", "term", "five years", "P5Y"),
    ("event", "term", "2020/2016", "2016/2020"),
    ("event", "term", "P0Y", "P5Y"),
    ("event", "amounts", "3", "it can be type, status"),
    ("article", "relevant", "perhaps", ""),
    ("organisation", "name", "", ""),
    ("person", "age", "7", "it can be name, aliases, role, organisation"),
]


@pytest.mark.parametrize(("what", "name", "given", "value"), GOOD)
def test_values_come_in_the_form_of_the_register(what, name, given, value):
    assert checked_fields(what, {name: given}, KNOWN) == {name: value}


@pytest.mark.parametrize(("what", "name", "given", "hint"), BAD)
def test_other_values_are_refused(what, name, given, hint):
    with pytest.raises(UsageError) as raised:
        checked_fields(what, {name: given}, KNOWN)
    assert hint in (raised.value.hint or "")


@pytest.mark.parametrize("what", ["event", "article", "organisation", "person"])
def test_ids_and_words_are_not_to_be_set(what):
    assert not {"id", "evidence", "mentions", "text", "corrected"} & set(fields_of(what))
