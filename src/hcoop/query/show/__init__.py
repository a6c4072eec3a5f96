"""One article, event, organisation, person or place, with its evidence lit in the text."""

from hcoop.query.find import find
from hcoop.query.show.article import article
from hcoop.query.show.entity import entity
from hcoop.query.show.event import event
from hcoop.query.table import Page
from hcoop.store.read import Store


def show(store: Store, text: str, why: bool = False) -> Page:
    """Return the page of what an id or a name means, for an event `why` its reports are one. Raises as `find`."""
    found = find(store, text)
    if found.kind == "article":
        return article(store, found)
    return event(store, found, why) if found.kind == "event" else entity(store, found)
