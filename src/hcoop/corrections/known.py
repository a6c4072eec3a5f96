"""What the data files know of closed lists: the value that a name stands for, or what was perhaps meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from hcoop.errors import UsageError
from hcoop.text import name_key

_CHOICES = 12
# How like a name must be that was perhaps meant.
_NEAR = 0.7


@dataclass(frozen=True)
class Known:
    """By list (country, topic ...) the value of each folded name; and the home country."""

    lists: Mapping[str, Mapping[str, str]]
    home: str

    def value(self, of: str, text: str, field: str) -> str:
        """Return the value that a name stands for. Raises UsageError if it stands for none."""
        names = self.lists.get(of, {})
        if text in names.values():
            return text
        if name_key(text) in names:
            return names[name_key(text)]
        near = [names[key] for key in get_close_matches(name_key(text), names, n=1, cutoff=_NEAR)]
        hint = f"did you mean {near[0]}?" if near else f"it can be {listed(sorted(set(names.values())))}"
        raise UsageError(f'no {of} "{text}" is known for {field}', hint=hint)


def listed(values: Iterable[str]) -> str:
    """Return values in a row, of many the first."""
    every = list(values)
    return ", ".join(every[:_CHOICES]) + (f" and {len(every) - _CHOICES} more" if len(every) > _CHOICES else "")
