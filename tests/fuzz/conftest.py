"""The targets are imported as modules of this folder, as `run.py` does."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
