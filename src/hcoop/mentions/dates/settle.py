"""Where no publication date is known: what the text itself says about a missing year."""

from collections.abc import Iterable, Iterator
from datetime import date

from hcoop import edtf
from hcoop.mentions.dates.scan import Atom
from hcoop.mentions.dates.scene import Reference, Scene
from hcoop.records import DateMention


def settled_reference(atoms: list[Atom], found: list[DateMention], scene: Scene) -> Reference | None:
    """Return a day of the text whose year is settled, to complete other days and months by.

    That is a day told with its year, if it is the latest year that the text looks back on; else a day and month whose
    weekday is the text's in one only of the years it names; else a day beside "the 2024 conference" in its sentence.
    """
    years = _named_years(found)
    full = [day for mention in found if (day := _day(mention.edtf))]
    if full and len({day.year for day in full}) == 1 and full[0].year == max(years):
        return _reference(full[0])
    missing = [atom for atom in atoms if {"month", "day"} <= atom.reading.keys() and "year" not in atom.reading]
    return next(iter([*_by_weekday(missing, atoms, years), *_by_sentence(missing, atoms, scene)]), None)


def _reference(day: date) -> Reference:
    return Reference(day.year, day.month, day.day)


def _day(value: str) -> date | None:
    """Return the day that a value is, or begins with."""
    first = edtf.parse(value).start
    return edtf.bounds(value)[0] if first and first.year and first.day else None


def _named_years(found: Iterable[DateMention]) -> set[int]:
    """Return the years that the text names, not those it looks ahead to ("by 2050")."""
    points = (point for mention in found if not mention.edtf.startswith("..")
              for point in (edtf.parse(mention.edtf).start, edtf.parse(mention.edtf).end))
    return {point.year for point in points if point and point.year and point.span == 1}


def _by_weekday(missing: list[Atom], atoms: list[Atom], years: set[int]) -> Iterator[Reference]:
    bare = {atom.reading["fullday"] for atom in atoms if atom.reads_as == "weekday" and "fullday" in atom.reading}
    days = {(atom.reading["month"], atom.reading["day"]) for atom in missing}
    for atom in missing:
        weekdays = bare if len(bare) == len(days) == 1 else set()  # who knows which day a weekday elsewhere is
        if "weekday" in atom.reading:
            weekdays = {atom.reading["weekday"]}
        month, day = atom.reading["month"], atom.reading["day"]
        fitting = [year for year in years if _weekday(year, month, day) in weekdays]
        if len(fitting) == 1:
            yield Reference(fitting[0], month, day)


def _weekday(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return 0


def _by_sentence(missing: list[Atom], atoms: list[Atom], scene: Scene) -> Iterator[Reference]:
    naming = [atom for atom in atoms if atom.reads_as == "year" and not atom.opening and _qualifies(atom, scene)]
    for atom in missing:
        if len(naming) == 1 and scene.same_sentence(atom.start, naming[0].start):
            year, month, day = naming[0].reading["year"], atom.reading["month"], atom.reading["day"]
            if _weekday(year, month, day):
                yield Reference(year, month, day)


def _qualifies(atom: Atom, scene: Scene) -> bool:
    """Tell whether the year names something: "the 2024 annual conference"."""
    grammar, kinds = scene.grammar, scene.words.kinds
    before, after = kinds[max(0, atom.start - 2):atom.start], kinds[atom.end:atom.end + 2]
    return before[:1] == grammar.kinds("the") and after == " " + grammar.kinds("other")
