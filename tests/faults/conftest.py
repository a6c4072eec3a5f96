"""What throws faults at a store is modules of this folder, which run by themselves too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
