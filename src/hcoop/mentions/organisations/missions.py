"""Embassies and consulates: "the French Embassy" is the Embassy of France in Viet Nam."""

from collections.abc import Sequence

from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Surroundings
from hcoop.mentions.organisations.forms import Form
from hcoop.mentions.organisations.tokens import Token
from hcoop.records import Place


def mission(
    form: Form, tokens: Sequence[Token], text: str, around: Surroundings, with_article: frozenset[str]
) -> Candidate | None:
    """Return the embassy or consulate that a form names, or None if no state is named with it."""
    start, end = tokens[form.first].start, tokens[form.last].end
    named = around.within(start, end) or [m for m in (around.linked(end), around.owner(start)) if m]
    states = [mention for mention in named if mention.place.kind == "country"]
    if not states:
        return None
    sender = states[0].place
    end = max(end, states[0].end)
    host = around.linked(end)
    name = _name(tokens[form.head].text, sender, host.place if host else None, with_article)
    return Candidate(start, end, name, text[start:end], "embassy", sender.country, None, sure=True)


def _name(head: str, sender: Place, host: Place | None, with_article: frozenset[str]) -> str:
    if head.title().startswith("Consulate"):
        city = host.name if host and host.kind != "country" else "Ho Chi Minh City"
        return f"Consulate General of {state_name(sender, with_article)} in {city}"
    if sender.country == "VN":
        where = f" in {state_name(host, with_article)}" if host and host.country != "VN" else ""
        return f"Embassy of Viet Nam{where}"
    where = state_name(host, with_article) if host and host.country not in {"VN", sender.country} else "Viet Nam"
    return f"Embassy of {state_name(sender, with_article)} in {where}"


def state_name(place: Place, with_article: frozenset[str]) -> str:
    """Return a state's name as running text has it: "the Netherlands"; `with_article` are codes of such states."""
    return f"the {place.name}" if place.country in with_article else place.name
