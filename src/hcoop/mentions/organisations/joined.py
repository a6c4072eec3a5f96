"""Bodies that the article names in ways that differ, made one: by acronym, or by a fuller form of the name."""

from functools import lru_cache

from hcoop.mentions.organisations.bodies import Body, name_key
from hcoop.mentions.organisations.words import Words
from hcoop.text import unmark


def joined(bodies: list[Body], words: Words) -> list[Body]:
    """Return the bodies with those made one that share an acronym, or of which one has a fuller name of the other's."""
    return _joined_by_name(_joined_by_acronym(bodies), words)


def _joined_by_acronym(bodies: list[Body]) -> list[Body]:
    kept: list[Body] = []
    with_acronym: list[Body] = []
    for body in bodies:
        twin = next(
            (
                other
                for other in with_acronym
                if name_key(body.name) in {name_key(a) for a in other.acronyms}
                or (body.acronyms & other.acronyms and body.country == other.country)
            ),
            None,
        )
        if twin is None:
            kept.append(body)
            with_acronym += [body] if body.acronyms else []
            continue
        if body.known and not twin.known:
            twin.aliases.append(twin.name)
            twin.name, twin.id, twin.kind, twin.known = body.name, body.id, body.kind, True
        twin.mentions += body.mentions
        twin.aliases += [body.name, *body.aliases]
    return kept


def _joined_by_name(bodies: list[Body], words: Words) -> list[Body]:
    """Join what differs by a word such as Group, and a bare "Cancer Hospital" to the only one named more fully."""
    kept: list[Body] = []
    for body in bodies:
        core = _core(body.name, words)
        twins = [other for other in bodies if other is not body and _is_fuller(other, body, core, words)]
        if len(twins) == 1 and len(core) > 3:
            twins[0].mentions += body.mentions
            twins[0].aliases += [body.name, *body.aliases]
            twins[0].acronyms |= body.acronyms
        else:
            kept.append(body)
    return kept


def _is_fuller(other: Body, body: Body, core: str, words: Words) -> bool:
    """Tell whether a body has a fuller form of the other's name."""
    if other.kind != body.kind:
        return False
    bound = body.sure or body.kind in words.national or words.is_foreign(body.country)
    if other.country != body.country and bound:
        return False
    if _core(other.name, words) == core:
        return len(other.name) > len(body.name)
    unknown = not other.known and not body.known
    if unknown and other.country != words.home.code and _is_longer(other.name, body.name, words):
        return True
    key = name_key(body.name)
    names = [name_key(name) for name in (other.name, *other.aliases)]
    bare = _is_bare(body.name, words)
    return any((bare and name.endswith(f" {key}")) or (name.startswith(f"{key} ") and not body.known) for name in names)


def _is_longer(name: str, short: str, words: Words) -> bool:
    """Tell whether a name is the short one with a word such as Provincial or General in it."""
    parts, rest = name.split(), short.split()
    added = [part for part in parts if part not in rest]
    return bool(added) and [part for part in parts if part in rest] == rest and words.adjectives.issuperset(added)


@lru_cache(maxsize=8192)
def _core(name: str, words: Words) -> str:
    parts = name.split()
    while len(parts) > 1 and parts[-1] in words.weak_heads:
        parts.pop()
    return name_key(" ".join(parts))


@lru_cache(maxsize=8192)
def _is_bare(name: str, words: Words) -> bool:
    return all(words.is_generic(part) for part in unmark(name).split() if part[0].isupper())
