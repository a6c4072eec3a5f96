"""A person is one by name, role and organisation together."""

import pytest
from telling_of import body, linked, person, report

NAME = "Nguyen Van Minh"
BODIES = [body("Hue Hospital"), body("Hanoi Hospital")]
CASES = {
    "one body": (person(NAME, "Director", "Hue Hospital"), person(NAME, "Professor", "Hue Hospital"), True),
    "marks": (person("Nguyễn Văn Minh", None, None), person(NAME, None, None), True),
    "no body told": (person(NAME, "Director", "Hue Hospital"), person(NAME, None, None), True),
    "two bodies": (person(NAME, "Director", "Hue Hospital"), person(NAME, "Director", "Hanoi Hospital"), False),
    "two names": (person(NAME, None, "Hue Hospital"), person("Nguyen Van Manh", None, "Hue Hospital"), False),
}


@pytest.mark.parametrize("why", CASES)
def test_people(why):
    one, other, same = CASES[why]
    reports = [report(a, organisations=BODIES, people=[p]) for a, p in (("a", one), ("b", other))]
    found = linked(*reports).people
    assert (len(set(found.values())) == 1) is same


def test_a_namesake_without_a_body_goes_by_role():
    people = [person(NAME, "Director", "Hue Hospital"), person(NAME, "Nurse", "Hanoi Hospital"), person(NAME, "Nurse")]
    reports = [report(str(n), organisations=BODIES, people=[p]) for n, p in enumerate(people)]
    found = linked(*reports).people
    key = "nguyen van minh"
    assert found["2", key] == found["1", key] != found["0", key]
