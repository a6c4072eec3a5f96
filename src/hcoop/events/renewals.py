"""What was signed anew: "signed in 2009 and renewed in 2014" is two agreements."""

from collections.abc import Iterable
from dataclasses import replace

from hcoop.events.candidate import Candidate
from hcoop.events.scenes import Scene
from hcoop.events.times import Times


def renewed(told: Iterable[Candidate], scene: Scene, rules: Times) -> list[Candidate]:
    """Return the renewal of what is told as signed in a sentence or the one before it, if the sentence says when."""
    found = rules.renewed.search(scene.masked) if scene.dates else None
    near = (known for known in told if known.scene is scene or scene.follows(known.scene))
    signed = next((known for known in near if known.type.signed), None)
    date = next((date for date in scene.dates if found and date.end == scene.start + found.end()), None)
    if found is None or signed is None or date is None or "/" in date.edtf or date.edtf == signed.date:
        return []
    start, end = scene.start + found.start(), scene.start + found.end()
    match = replace(signed.match, start=start, end=end, trigger_start=start, trigger_end=end)
    return [replace(signed, match=match, scenes=[scene], status="completed", date=date.edtf, basis=date.basis,
                    renews=signed)]
