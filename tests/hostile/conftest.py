"""The bad input is a module of this folder, which runs by itself too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
