"""The schemas compile, explain every field, and refuse what is wrong with words that tell where."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import jsonschema_rs
import pytest

from hcoop import schema
from hcoop.errors import HcoopError
from hcoop.records import Article, DateMention, Event, Evidence, Extraction, Source

RECORDS = ["extraction", "article", "organisation", "person", "place", "date", "event", "span"]
NAMES = [*RECORDS, *schema.data_schemas()]


def extraction(**changed: Any) -> dict[str, Any]:
    source = Source(None, "0" * 64, "text/plain", "utf-8")
    unsaid = (None,) * 8
    article = Article("0123456789ab", *unsaid, "en", None, "Signed in 2016.", (), source)
    evidence = (Evidence(0, 6, "Signed"),)
    event = Event("e1", "agreement", "completed", "main", "mou", "P5Y", "Agreement", "2016", "stated", "Hanoi", ("FR",),
                  (), (), ("training",), (), evidence)
    dates = (DateMention(10, 14, "2016", "2016", "stated"),)
    whole = Extraction(article, True, ("FR",), ("Hanoi",), ("training",), (), (), (), dates, (event,))
    return asdict(whole) | changed


def fields(node: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema, with the name of its place."""
    if not isinstance(node, dict):
        return
    for name, field in node.get("properties", {}).items():
        yield f"{where}/{name}", field
    for key, value in node.items():
        if isinstance(value, dict):
            yield from fields(value, f"{where}/{key}")


@pytest.mark.parametrize("name", NAMES)
def test_is_a_schema(name: str) -> None:
    content = schema.validator(name).schema
    assert jsonschema_rs.meta.is_valid(content)
    assert content["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert content["title"]


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_described(name: str) -> None:
    shared = schema.validator(name).schema.get("$defs", {})
    bare = [
        where for where, field in fields(schema.validator(name).schema)
        if "description" not in field and "description" not in shared.get(field.get("$ref", "").rpartition("/")[2], {})
    ]
    assert bare == []


def test_accepts_what_dataclasses_give() -> None:
    assert schema.validator("extraction").errors(extraction()) == []
    schema.validate_records(extraction())


@pytest.mark.parametrize(
    ("changed", "where", "message"),
    [
        ({"relevant": "yes"}, "/relevant", '"yes" is not of type "boolean"'),
        ({"countries": ["France"]}, "/countries/0", '"France" does not match'),
        ({"cities": ["Hanoi", "Hanoi"]}, "/cities", "has non-unique elements"),
        ({"dates": [{"start": 0}]}, "/dates/0", '"edtf" is a required property'),
        ({"events": [{"evidence": [{"start": -1}]}]}, "/events/0/evidence/0/start", "-1 is less than the minimum of 0"),
        ({"more": 1}, "/more", "no such key is known here"),
    ],
)
def test_tells_what_is_wrong_and_where(changed: dict[str, Any], where: str, message: str) -> None:
    problems = schema.validator("extraction").errors(extraction(**changed))
    assert [problem for problem in problems if problem.where == where and message in problem.message]


def test_tells_all_problems() -> None:
    problems = schema.validator("extraction").errors(extraction(relevant=1, countries=["x", "y"], cities=None))
    assert {problem.where for problem in problems} == {"/relevant", "/countries/0", "/countries/1", "/cities"}


def test_long_values_are_shortened_in_messages() -> None:
    [problem] = schema.validator("extraction").errors(extraction(relevant="x" * 5000))
    assert len(problem.message) < 300


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("events", {"evidence": [{"start": 0, "end": 6, "quote": "signed", "page": None}]}),
        ("dates", {"start": 9, "end": 13}),
    ],
)
def test_words_must_be_those_of_the_text(key: str, value: dict[str, Any]) -> None:
    record = extraction()
    record[key] = [{**record[key][0], **value}]
    with pytest.raises(HcoopError, match=r"article 0123456789ab is not valid: .*not those of the text"):
        schema.validate_records(record)


def test_a_broken_record_raises_with_three_problems() -> None:
    with pytest.raises(HcoopError, match="and 1 more") as caught:
        schema.validate_records(extraction(relevant=1, countries=["x", "y"], cities=None))
    assert caught.value.hint


def test_unknown_schema_names_those_there_are() -> None:
    with pytest.raises(HcoopError, match="no schema named events") as caught:
        schema.validator("events")
    assert "event" in (caught.value.hint or "")


@pytest.mark.parametrize(("path", "expected"), [([], ""), (["a", 0], "/a/0"), (["a/b", "c~d"], "/a~1b/c~0d")])
def test_pointer(path: list[Any], expected: str) -> None:
    assert schema.pointer(path) == expected


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (schema.Problem("data/x.yaml", 3, "/a", "wrong", "mend"), "data/x.yaml:3: /a: wrong (mend)"),
        (schema.Problem("data/x.yaml", None, "", "wrong"), "data/x.yaml: wrong"),
        (schema.Problem(None, None, "/a", "wrong"), "/a: wrong"),
    ],
)
def test_problem_as_text(problem: schema.Problem, expected: str) -> None:
    assert str(problem) == expected
