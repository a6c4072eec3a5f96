"""What the extraction depends on beside the text, as one digest: when it changes, all is extracted again."""

import hashlib
from pathlib import Path

import hcoop
from hcoop import resources

# Asking, showing and fetching take no part in it.
_NOT_EXTRACTING = ("cli", "dataset", "ingest", "output", "query", "web")


def fingerprint(data: Path | None = None) -> str:
    """Return a digest of the code of the stages, the data files and the schemas, in hexadecimal."""
    code = Path(hcoop.__file__).parent
    files = [path for path in code.rglob("*.py") if path.relative_to(code).parts[0] not in _NOT_EXTRACTING]
    files += resources.data_dir(data).rglob("*.yaml")
    files += resources.schema_dir().rglob("*.yaml")
    # Names without folders: the same release gives the same digest wherever it is installed.
    parts = sorted((path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files)
    return hashlib.sha256(repr((hcoop.__version__, parts)).encode()).hexdigest()
