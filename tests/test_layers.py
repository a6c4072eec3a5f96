"""Imports run one way, and importing reads no file of data."""

import subprocess
import sys

# Imports every module of hcoop; what is opened meanwhile below the project, but for Python's own files, is printed.
IMPORT_ALL = """
import importlib, pkgutil, sys
opened = []
def note(event, arguments):
    if event == "open" and str(arguments[0]).endswith((".yaml", ".sql", ".txt", ".json", ".db")):
        opened.append(arguments[0])
sys.addaudithook(note)
import hcoop
for module in pkgutil.walk_packages(hcoop.__path__, "hcoop."):
    if module.name != "hcoop.__main__":
        importlib.import_module(module.name)
print(*opened)
"""


def test_importing_reads_no_data():
    ran = subprocess.run([sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_importing_hcoop_loads_none_of_its_modules():
    code = "import sys, hcoop; print(*(name for name in sys.modules if name.startswith('hcoop.')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_imports_run_one_way(pytestconfig):
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=pytestconfig.rootpath)
    assert ran.returncode == 0, ran.stdout
