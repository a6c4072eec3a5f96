"""As many articles as wanted, mixed from sentences of the annotated texts: no news, but words as in the press."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from hcoop import lexicon
from hcoop.sentences import Sentences
from scoring.gold import FOLDERS

_OUTLETS = ("The Morning Gazette", "Mekong Daily", "Red River Times", "Health Weekly")
_SENTENCES = (8, 18)
_LONGEST = 500
_FIRST, _DAYS = date(2005, 1, 1), 20 * 365


def mixed(articles: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield articles as `hcoop ingest -` reads them, the same for the same number and seed."""
    dice, told = random.Random(seed), _pool()
    for _ in range(articles):
        chosen = dice.sample(told, dice.randint(*_SENTENCES))
        title = chosen[0].rstrip(".")[:90].rpartition(" ")[0]
        day = _FIRST + timedelta(days=dice.randrange(_DAYS))
        outlet, text = dice.choice(_OUTLETS), "\n\n".join(chosen)
        yield {"title": title, "published": day.isoformat(), "outlet": outlet, "text": text}


def _pool() -> list[str]:
    texts = [path.read_text("utf-8") for folder in FOLDERS for path in sorted((folder / "texts").glob("*.txt"))]
    lines = [line for text in texts for line in text.split("\n")]
    split = lexicon.load().compiled(Sentences).split
    found = [line[s.start:s.end] for line in lines for s in split(line)]
    return sorted({one for one in found if one.endswith(".") and 40 < len(one) < _LONGEST})
