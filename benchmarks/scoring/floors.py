"""Floors: the F1 below which no measure may fall, for each folder of gold records. They only rise."""

from collections.abc import Mapping
from math import floor

from hcoop.lexicon import read_yaml
from scoring.gold import ROOT
from scoring.outcome import figures
from scoring.runs import Column, faults

FLOORS = ROOT / "tests/gold/floors.yaml"
# What was wrong when the floors were last raised, so that a fall can be told item by item.
FAULTS = ROOT / "tests/gold/faults"
# Two ways to count the same hundredth may differ by as much.
_SLACK = 1e-9
_HEAD = """\
# The F1 of each measure that must not be lost, by folder. Raised by `python benchmarks/accuracy.py --raise-floors`.
"""


def read() -> dict[str, dict[str, float]]:
    """Return the floor of each measure, by folder; nothing before they were first raised."""
    table: Mapping[str, Mapping[str, str]] = read_yaml(FLOORS) if FLOORS.is_file() else {}
    return {folder: {measure: float(value) for measure, value in row.items()} for folder, row in table.items()}


def below(shown: Column, floors: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Return (figure, floor) of the measures of a column that fell below their floor."""
    now = {measure: figure.f1 for measure, figure in figures(shown.outcomes).items()}
    reached = {measure: (now.get(measure, 0.0), least) for measure, least in floors.items()}
    return {measure: (figure, least) for measure, (figure, least) in reached.items() if figure < least - _SLACK}


def new_faults(shown: Column, measures: frozenset[str]) -> list[str]:
    """Return what is wrong of these measures and was not when the floors were raised."""
    path = FAULTS / f"{shown.name}.txt"
    known = set(path.read_text("utf-8").splitlines()) if path.is_file() else set()
    return [fault.told for fault in faults(shown) if fault.fault not in known and fault.key.measure in measures]


def raised(shown: Column, floors: Mapping[str, float]) -> dict[str, float]:
    """Return the floors of a column raised to its figures, rounded down to a hundredth; those above them stay."""
    now = {measure: floor(100 * figure.f1 + _SLACK) / 100 for measure, figure in figures(shown.outcomes).items()}
    return {measure: max(value, floors.get(measure, 0.0)) for measure, value in now.items()}


def write(floors: Mapping[str, Mapping[str, float]], columns: list[Column]) -> None:
    """Write the floors and the faults that are left; texts held out have theirs untold."""
    lines = [f"{folder}:\n" + "".join(f"  {measure}: {value:.2f}\n" for measure, value in row.items())
             for folder, row in floors.items()]
    FLOORS.write_text(_HEAD + "".join(lines), "utf-8")
    FAULTS.mkdir(exist_ok=True)
    for shown in columns:
        (FAULTS / f"{shown.name}.txt").write_text("".join(f"{fault.fault}\n" for fault in faults(shown)), "utf-8")
