"""Embassies and consulates: "the French Embassy" is the Embassy of France in Viet Nam."""

from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.forms import Form
from hcoop.mentions.organisations.page import Page
from hcoop.records import Place


def mission(form: Form, page: Page) -> Candidate | None:
    """Return the embassy or consulate that a form names, or None if no state is named with it."""
    around = page.around
    start, end = page.tokens[form.first].start, page.tokens[form.last].end
    named = around.within(start, end) or [m for m in (around.linked(end), around.owner(start)) if m]
    states = [mention for mention in named if mention.place.kind == "country"]
    if not states:
        return None
    sender = states[0].place
    end = max(end, states[0].end)
    host = around.linked(end)
    name = _name(page.tokens[form.head].text, sender, host.place if host else None, page)
    return Candidate(start, end, name, page.text[start:end], "embassy", sender.country, None, sure=True)


def _name(head: str, sender: Place, host: Place | None, page: Page) -> str:
    home = page.words.home
    if head.title().startswith("Consulate"):
        city = host.name if host and host.kind != "country" else home.consulates
        return f"Consulate General of {state_name(sender, page.with_article)} in {city}"
    if sender.country == home.code:
        where = f" in {_state_of(host, page)}" if host and host.country != home.code else ""
        return f"Embassy of {home.host}{where}"
    abroad = host is not None and host.country not in {home.code, sender.country}
    where = _state_of(host, page) if host and abroad else home.host
    return f"Embassy of {state_name(sender, page.with_article)} in {where}"


def _state_of(place: Place, page: Page) -> str:
    """Return the name of the state that a place is, or lies in: an embassy "in Stockholm" is one in Sweden."""
    name = page.words.state_names.get(place.country or "", place.name)
    return f"the {name}" if place.country in page.with_article else name


def state_name(place: Place, with_article: frozenset[str]) -> str:
    """Return a state's name as running text has it: "the Netherlands"; `with_article` are codes of such states."""
    return f"the {place.name}" if place.country in with_article else place.name
