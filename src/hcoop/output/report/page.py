"""The page as one file: template, style and script put together under a policy that lets nothing else run."""

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

_FOLDER = Path(__file__).parent / "page"
_STYLES = ("base", "figures", "register", "print")
_SCRIPTS = (
    "dom", "data", "choice", "bars", "timeline", "partners", "places", "row", "register", "detail", "evidence",
    "controls", "address", "main",
)
# Nothing is loaded and nothing runs but the style and the script whose digests stand here; no text becomes markup.
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


def page(content: dict[str, Any]) -> str:
    """Return the page as HTML; `content` gives what the template names, its `data` as text that is safe in a script."""
    style = _joined(_STYLES, "css")
    script = f'"use strict";\n(() => {{\n{_joined(_SCRIPTS, "js")}}})();\n'
    policy = _POLICY.format(script=_digest(script), style=_digest(style))
    found = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        keep_trailing_newline=True,
    )
    whole = {**content, "data": Markup(content["data"]), "style": Markup(style), "script": Markup(script)}
    return found.get_template("page.html").render(whole, policy=Markup(policy))


def _joined(names: Iterable[str], suffix: str) -> str:
    return "".join((_FOLDER / f"{name}.{suffix}").read_text("utf-8") for name in names)


def _digest(text: str) -> str:
    """Return the digest of an inline script or style as a policy names it (CSP Level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
