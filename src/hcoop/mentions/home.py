"""The home country as names of bodies have it, from `data/profile.yaml`."""

from dataclasses import dataclass

from hcoop.lexicon import Lexicon
from hcoop.name_shape import NameShape, name_shape


@dataclass(frozen=True, slots=True)
class Home:
    """Its code (ISO 3166-1), what names call it, and the shape of its people's names.

    `of` ends the name of its parliament, `host` that of an embassy in it; a consulate without a city is in
    `consulates`, and what begins with one of `beginnings` is of home.
    """

    code: str
    of: str
    host: str
    consulates: str
    beginnings: tuple[str, ...]
    shape: NameShape


def home(lexicon: Lexicon) -> Home:
    """Compile the home country of a lexicon."""
    profile = lexicon["profile"]
    said = profile["in_names"]
    return Home(profile["home"], said["of"], said["host"], said["consulates"], tuple(said["beginnings"]),
                lexicon.compiled(name_shape))
