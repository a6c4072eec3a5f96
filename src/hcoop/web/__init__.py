"""The web: pages and feeds by their address, fetched politely, and again only if they changed."""

from hcoop.web.address import is_address
from hcoop.web.client import Client, Manners
from hcoop.web.visits import Memory, Visit, visits

__all__ = ["Client", "Manners", "Memory", "Visit", "is_address", "visits"]
