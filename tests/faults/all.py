"""All faults, as often as docs/reliability.md tells: `python tests/faults/all.py [PART]`, over an hour on two cores.

Of each only the given part is done, such as 0.05; then it takes minutes. Ends with 1 if anything was lost.
"""

import subprocess
import sys
from pathlib import Path
from time import monotonic

TIMES = {"kill.py": 200, "full.py": 60, "damage.py": 300, "together.py": 6, "cycles.py": 1000}


def main(part: float) -> int:
    """Run each, tell how it ended and after how many minutes, and return how many failed."""
    failed = 0
    for name, times in TIMES.items():
        begun, count = monotonic(), max(1, round(times * part))
        status = subprocess.run([sys.executable, Path(__file__).with_name(name), str(count)], check=False).returncode
        failed += status != 0
        minutes = (monotonic() - begun) / 60
        print(f"{name} {count}: {'failed' if status else 'done'} after {minutes:.1f} minutes", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(1 if main(float(sys.argv[1]) if len(sys.argv) > 1 else 1) else 0)
