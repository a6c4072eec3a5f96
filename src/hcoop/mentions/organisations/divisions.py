"""What has the form of an organisation's name and is none: venues, programmes, divisions of hospitals and schools."""

from hcoop.mentions.organisations.forms import Form, owner_of
from hcoop.mentions.organisations.page import Page

_WITH_DIVISIONS = ("hospital", "university", "institute")
# An acronym stands behind a name of at most so many words.
_WORDS = 8


def is_no_body(form: Form, written: str, page: Page) -> bool:
    """Tell whether a form, `written` without marks, names a venue, a programme, a division or nothing of its own."""
    tokens, words = page.tokens, page.words
    head = tokens[form.head].text
    if written.endswith(words.not_names):
        return True
    before = [token.text for token in tokens[form.first : form.head]]
    if head in words.weak_heads and form.last == form.head:
        own = [word for word in before if word not in {"and", "&", "-"}]
        if not own or (len(own) == 1 and page.around.at(tokens[form.first].start)):
            return True
    return head in words.divisions and _is_division(form, written, page)


def _is_division(form: Form, written: str, page: Page) -> bool:
    tokens, words = page.tokens, page.words
    if tokens[form.head].text in words.division_heads and any(
        written.endswith((f"of {specialty}", f"and {specialty}")) or written.startswith(f"{specialty} ")
        for specialty in words.specialties
    ):
        return True
    if form.first == form.head and tokens[form.head].text in words.bare_divisions:
        others = (token.text for token in tokens if token is not tokens[form.head])
        return any(words.head_kinds.get(text) == "university" for text in others)
    owner = owner_of(form, tokens)
    return owner is not None and (
        words.head_kinds.get(owner.text) in _WITH_DIVISIONS or (owner.text.isupper() and _is_short(owner.text, page))
    )


def _is_short(acronym: str, page: Page) -> bool:
    """Tell whether an acronym is that of a body with divisions: one of the gazetteer, or of a name before it."""
    entry = page.known.look_up(acronym, None)
    if entry:
        return entry.kind in _WITH_DIVISIONS
    name, told, _ = page.around.plain.partition(f" ({acronym})")
    return bool(told) and any(page.words.head_kinds.get(word) in _WITH_DIVISIONS for word in name.split()[-_WORDS:])
