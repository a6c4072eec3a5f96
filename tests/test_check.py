"""What the check of data files says of files that are wrong, with file and line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hcoop import check, resources
from hcoop.check import examples
from hcoop.check.counts import counts
from hcoop.check.files import read_folder
from hcoop.events.examples import Failure
from hcoop.lexicon import Lexicon
from hcoop.schema import Problem

COUNTRIES = """\
- code: FR
  name: France
  aliases: []
  demonyms: [French]
  capital: Paris
- code: VN
  name: Viet Nam
  aliases: [Vietnam]
  demonyms: [Vietnamese]
  capital: Hanoi
"""
PLACES = """\
- {id: hanoi, name: Hanoi, kind: city, country: VN, aliases: []}
- {id: hue, name: Hue, kind: city, country: VN, aliases: []}
"""
KINDS = """\
kinds: {hospital: a hospital, company: a company}
heads: {hospital: [Hospital]}
"""
HOSPITAL = """\
# Bodies by name.
organisations:
  - {id: a, name: Cho Ray Hospital, aliases: [], kind: hospital, country: VN, city: null}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    good = {"gazetteer/countries": COUNTRIES, "gazetteer/places": PLACES, "organisation_kinds": KINDS,
            "gazetteer/organisations": HOSPITAL}
    for name, text in good.items():
        write(tmp_path, f"{name}.yaml", text)
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def add(root: Path, name: str, text: str) -> None:
    path = root / f"gazetteer/{name}.yaml"
    write(root, f"gazetteer/{name}.yaml", (path.read_text("utf-8") if path.exists() else "") + text)


def told(root: Path) -> list[tuple[str, int | None, str]]:
    problems = check.check_files(read_folder(root))
    return [(Path(p.path or "").relative_to(root).as_posix(), p.line, p.message) for p in problems]


def country(code: str = "DE", name: str = "Germany", aliases: str = "[]") -> str:
    return f"- {{code: {code}, name: {name}, aliases: {aliases}, demonyms: [], capital: null}}\n"


def place(name: str = "X1", kind: str = "city", country: str = "VN", more: str = "") -> str:
    return f"- {{id: x, name: {name}, kind: {kind}, country: {country}, aliases: []{more}}}\n"


def hospital(**changed: str) -> str:
    entry = {"id": "b", "name": "Tu Du Hospital", "aliases": "[]", "kind": "hospital", "country": "VN", "city": "null"}
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in (entry | changed).items()) + "}\n"


BROKEN = [
    # file of the gazetteer, what is added to the good one, line of the problem, words of the message
    ("countries", country(code="France"), 11, '"France" does not match'),
    ("countries", "- {code: DE, name: Germany, aliases: [], demonyms: []}\n", 11, '"capital" is a required property'),
    ("countries", "- code: DE\n  name: Germany\n  alias: []\n", 13, "no such key is known here"),
    ("countries", country(code="FR"), 11, 'the code "FR" is that of line 1 too'),
    ("countries", country(aliases="[FRÁNCE]"), 11, 'the name "FRÁNCE" is that of line 2 too'),
    ("countries", "- code: DE\n  name: Germany\n  name: Germania\n", 13, 'the key "name" stands twice'),
    ("countries", "- [unclosed\n", 12, ""),
    ("places", place(country="FX"), 3, 'there is no "FX" in gazetteer/countries/code'),
    ("places", place(more=", merged_into: huee"), 3, 'there is no "huee" in gazetteer/places/id'),
    ("places", place(kind="planet"), 3, '"planet" is not one of'),
    ("places", place(more=", valid_from: soon"), 3, '"soon" does not match'),
    ("organisations", hospital(city="Hanoj"), 4, 'there is no "Hanoj" in gazetteer/places/name'),
    ("organisations", hospital(country="XX"), 4, 'there is no "XX" in gazetteer/countries/code'),
    ("organisations", hospital(kind="hospitals"), 4, 'there is no "hospitals" in organisation_kinds/kinds'),
    ("organisations", hospital(aliases="[Cho Ray hospital]"), 4, 'the name "Cho Ray hospital" is that of line 3 too'),
    ("organisations", hospital(id="a"), 4, 'the id "a" is that of line 3 too'),
    ("foreign_cities", "FR: [Lyon]\nFX: [Nowhere]\n", 2, 'there is no "FX" in gazetteer/countries/code'),
    ("odd", "a: b\n", 1, "no schema is for this file"),
    ("people", "", None, 'null is not of type "object"'),
]


@pytest.mark.parametrize(("name", "added", "line", "message"), BROKEN)
def test_tells_file_line_and_message(root: Path, name: str, added: str, line: int | None, message: str) -> None:
    add(root, name, added)
    found = [(file, at) for file, at, words in told(root) if message in words]
    assert found == [(f"gazetteer/{name}.yaml", line)]


FINE = [
    ("organisations", hospital(country="INT")),
    ("organisations", hospital(country="null")),
    ("organisations", hospital(aliases="[Cho Ray Hospital]", weak_aliases="[Cho Ray Hospital]")),
    ("places", place(name="Hue", more=", valid_from: 2025-01-01")),
    ("foreign_cities", "FR: [Lyon]\n"),
]


@pytest.mark.parametrize(("name", "added"), FINE)
def test_says_nothing_of_what_is_right(root: Path, name: str, added: str) -> None:
    add(root, name, added)
    assert told(root) == []


def test_tells_all_problems_in_order_of_file_and_line(root: Path) -> None:
    write(root, "gazetteer/places.yaml", PLACES.replace("VN", "V") + "- {id: hue}\n")
    write(root, "odd.yaml", "- 1\n")
    found = told(root)
    assert [(name, line) for name, line, _ in found] == sorted((name, line or 0) for name, line, _ in found)
    assert len(found) == 8  # two codes unknown, four keys missing, an id twice, a file without schema


def test_hints_at_the_nearest_value(root: Path) -> None:
    write(root, "gazetteer/organisations.yaml", HOSPITAL.replace("city: null", "city: Hanio"))
    assert [problem.hint for problem in check.check_files(read_folder(root))] == ["did you mean Hanoi?"]


def test_bytes_that_are_no_utf8(root: Path) -> None:
    (root / "gazetteer/places.yaml").write_bytes(b"\xff\xfe\x00")
    assert ("gazetteer/places.yaml", None, "cannot be read as UTF-8") in told(root)


def test_registered_checks_are_told_with_file_and_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_capital(lexicon: Lexicon) -> Iterator[Problem]:
        yield Problem("data/gazetteer/countries.yaml", None, "/1/capital", "is no capital")

    monkeypatch.setattr(examples, "CHECKS", [no_capital])
    monkeypatch.setattr(examples, "check_patterns", lambda lexicon: iter(()))
    assert check.check_examples(read_folder(root)) == [
        Problem(str(root / "gazetteer/countries.yaml"), 10, "/1/capital", "is no capital")
    ]


def test_a_cue_that_misses_its_example_is_told_with_its_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "cues:\n  - id: sign\n    pattern: sign\n    examples:\n      - They met.\n      - They sang.\n"
    write(root, "event_types/agreement.yaml", text)
    failure = Failure("event_types/agreement.yaml", "sign", "They sang.", "the cue does not match its example")
    monkeypatch.setattr(examples, "CHECKS", [examples.check_cues])
    monkeypatch.setattr(examples, "check_patterns", lambda lexicon: iter(()))
    monkeypatch.setattr(examples, "failing_examples", lambda lexicon: [failure])
    [problem] = check.check_examples(read_folder(root))
    assert (problem.line, problem.where) == (6, "/cues/0/examples/1")
    assert "They sang." in problem.message


def test_the_shipped_data_is_right() -> None:
    assert [str(problem) for problem in check.check_files(read_folder(resources.data_dir()))] == []


def test_what_is_known_is_counted(root: Path) -> None:
    cues = "cues:\n  - {id: sign, examples: [a, b], not: [c]}\n  - {id: ink, examples: [d]}\n"
    write(root, "event_types/agreement.yaml", cues)
    write(root, "gazetteer/organisations.yaml", "organisations: [{id: a}, {id: b}]\n")
    known = counts(read_folder(root))
    assert (known["cues"], known["examples of cues"], known["organisations"]) == (2, 4, 2)
