"""Tables of cases as parameters of tests."""

from collections.abc import Mapping, Set
from typing import Any

import pytest


def cases(table: Mapping[str, Any], faults: Set[str] = frozenset()) -> list[Any]:
    """Return the cases of a table by name; those known to be read wrongly may fail."""
    return [_case(name, case, name in faults) for name, case in table.items()]


def _case(name: str, case: Any, is_fault: bool) -> Any:
    values = case if isinstance(case, tuple) else (case,)
    return pytest.param(*values, id=name, marks=[pytest.mark.xfail] if is_fault else [])
