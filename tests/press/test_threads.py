"""The thread of two sides over the years, byte for byte; `pytest --remake-golden` writes the outputs anew."""

import json
from pathlib import Path

import pytest

from test_cli_golden import same_as

GOLDEN = Path(__file__).parent / "golden"
ASKED = {
    "show-busan": ["show", "Pusan National University Hospital"],
    "summary-korea": ["summary", "--country", "KR"],
    "partnerships": ["export", "partnerships"],
}


@pytest.mark.parametrize("format", ["table", "json", "csv"])
@pytest.mark.parametrize("name", ASKED)
def test_output_is_as_agreed(name, format, run, press_store, request):
    ran = run(*ASKED[name], "--db", str(press_store), "--format", format)
    assert (ran.status, ran.err) == (0, "")
    same_as(GOLDEN / f"{name}.{format.replace('table', 'txt')}", ran.out, request)


@pytest.fixture
def thread(run, press_store):
    """What is told of Da Nang and Busan, and the titles of its events by their ids."""
    [found] = json.loads(run("show", "Pusan National", "--db", str(press_store), "--json").out)["partnerships"]
    return found


def test_a_thread_tells_what_a_desk_asks(thread):
    assert (thread["source_name"], thread["target_name"]) == ("Da Nang Hospital", "Pusan National University Hospital")
    assert (thread["first_contact"]["date"], thread["last_contact"]["date"]) == ("2016-03", "2017-09-20")
    assert [(signed["date"], signed["instrument"], signed["term"]) for signed in thread["instruments"]] == [
        ("2016-05-12", "mou", "P5Y")
    ]
    assert [(plan["type"], plan["date"]) for plan in thread["unfulfilled"]] == [("facility", "2020")]
    assert (thread["places"], thread["topics"][0]) == (["Da Nang"], "neurology")
    assert "Tran Quoc Viet" in [person["name"] for person in thread["people"]]


def test_a_summary_has_the_threads_of_the_country_alone(run, press_store):
    told = json.loads(run("summary", "--country", "KR", "--db", str(press_store), "--json").out)
    assert {row["target_country"] for row in told["partnerships"]} == {"KR"}
    assert [event["date"] for event in told["first"]] == ["2016-03"]
    assert {event["date"] for event in told["planned"]} == {"2020"}
